// Cells of the leads table outside the lead row: custom fields, import, date of MQL.
import type { LeadFacts } from '../../shared/lead.ts';
import { leadFieldNames } from '../../shared/lead.ts';
import type { OwnValue } from '../../shared/own-field.ts';
import type { Reader } from './handle.ts';
import { columnOf, fromRow } from './rows.ts';

export type TableFacts = {
  readonly facts: LeadFacts;
  readonly own: Readonly<Record<string, OwnValue>>;
  readonly batchId: string | null;
  readonly mqlAt: number | null;
};

const columns = leadFieldNames.map(field => `l.${columnOf(field)}`).join(', ');

/** By lead id; for a page of leads. */
export function tableFacts(db: Reader, ids: readonly string[]): ReadonlyMap<string, TableFacts> {
  const asked = JSON.stringify(ids);
  const own = Map.groupBy(
    db.raw<readonly [lead: string, field: string, value: OwnValue]>(
      'SELECT lead_id, field_id, value FROM own_value WHERE lead_id IN (SELECT value FROM json_each(?))',
      [asked],
    ),
    ([lead]) => lead,
  );
  const rows = db.all<object>(
    `SELECT l.id, l.batch_id, ${columns}, (SELECT min(c.at) FROM stage_change c
      WHERE c.lead_id = l.id AND c.to_stage IN ('mql', 'sql', 'opportunity', 'customer')) AS mql_at
     FROM json_each(?) wanted CROSS JOIN lead l ON l.id = wanted.value`,
    [asked],
  );
  return new Map(
    rows.map(row => {
      const { id, batchId, mqlAt, ...facts } = fromRow<
        LeadFacts & { id: string; batchId: string | null; mqlAt: number | null }
      >(row);
      const values = (own.get(id) ?? []).map(([, field, value]) => [field, value]);
      return [id, { facts: facts as LeadFacts, own: Object.fromEntries(values), batchId, mqlAt }];
    }),
  );
}
