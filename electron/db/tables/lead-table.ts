// Cells of the leads table outside the lead row: custom fields, import, date of MQL.

import type { CustomValue } from '../../../shared/custom-field.ts';
import type { LeadAttributes } from '../../../shared/lead.ts';
import { leadFieldNames } from '../../../shared/lead.ts';
import type { Reader } from '../file/handle.ts';
import { touched } from './lead-filter.ts';
import { columnOf, fromRow } from './rows.ts';

export type TableAttributes = {
  readonly attributes: LeadAttributes;
  readonly customValues: Readonly<Record<string, CustomValue>>;
  readonly batchId: string | null;
  readonly mqlAt: number | null;
  readonly touchCampaign: string | null;
  readonly touchContent: string | null;
};

const columns = leadFieldNames.map(field => `l.${columnOf(field)}`).join(', ');

/** By lead id; for a page of leads. */
export function tableAttributes(db: Reader, ids: readonly string[]): ReadonlyMap<string, TableAttributes> {
  const request = JSON.stringify(ids);
  const customValues = Map.groupBy(
    db.raw<readonly [lead: string, field: string, value: CustomValue]>(
      'SELECT lead_id, field_id, value FROM custom_value WHERE lead_id IN (SELECT value FROM json_each(?))',
      [request],
    ),
    ([lead]) => lead,
  );
  const rows = db.all<object>(
    `SELECT l.id, l.batch_id, ${columns}, (SELECT min(c.at) FROM stage_change c
      WHERE c.lead_id = l.id AND c.to_stage IN ('mql', 'sql', 'opportunity', 'customer')) AS mql_at,
      ${touched.touchCampaign} AS touch_campaign, ${touched.touchContent} AS touch_content
     FROM json_each(?) wanted CROSS JOIN lead l ON l.id = wanted.value`,
    [request],
  );
  return new Map(
    rows.map(row => {
      const { id, batchId, mqlAt, touchCampaign, touchContent, ...attributes } = fromRow<
        LeadAttributes & { readonly id: string } & Omit<TableAttributes, 'attributes' | 'customValues'>
      >(row);
      const values = (customValues.get(id) ?? []).map(([, field, value]) => [field, value]);
      return [
        id,
        {
          attributes: attributes as LeadAttributes,
          customValues: Object.fromEntries(values),
          batchId,
          mqlAt,
          touchCampaign,
          touchContent,
        },
      ];
    }),
  );
}
