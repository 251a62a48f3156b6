// Bulk promotions for imports: input of the scoring, stage changes and receipts.

import type { CustomKey, CustomValue } from '../../../shared/custom-field.ts';
import { customKey } from '../../../shared/custom-field.ts';
import type { Lead } from '../../../shared/lead.ts';
import type { Receipt, ScoreAdjustment } from '../../../shared/score.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { bulkInsert } from './bulk.ts';
import { leadsOfIds } from './leads.ts';

/** A lead with all a promotion depends on; the lists by time. */
export type Judged = {
  readonly lead: Lead;
  readonly customValues: Readonly<Record<CustomKey, CustomValue>>;
  readonly changes: readonly { readonly to: Stage; readonly at: number }[];
  readonly activities: readonly { readonly id: string; readonly typeId: string; readonly at: number }[];
  readonly hand: readonly ScoreAdjustment[];
};

/** With one statement a table: one for each lead would take most of the time of an import. */
export function judgedLeads(db: Reader, leadIds: readonly string[]): Judged[] {
  const ids = JSON.stringify(leadIds);
  const those = 'lead_id IN (SELECT value FROM json_each(?))';
  const byLead = <R extends readonly [leadId: string, ...rest: unknown[]]>(
    columns: string,
    table: string,
    order: string,
  ) => Map.groupBy(db.raw<R>(`SELECT lead_id, ${columns} FROM ${table} WHERE ${those} ${order}`, [ids]), row => row[0]);
  const changes = byLead<[string, Stage, number]>('to_stage, at', 'stage_change', 'ORDER BY lead_id, at, id');
  const activities = byLead<[string, string, string, number]>(
    'id, type_id, at',
    'activity',
    'ORDER BY lead_id, at, id',
  );
  const hand = byLead<[string, string, number, number, string]>(
    'id, at, points, reason',
    'score_adjustment',
    'ORDER BY lead_id, at, id',
  );
  const customValues = byLead<[string, string, CustomValue]>('field_id, value', 'custom_value', '');
  return leadsOfIds(db, leadIds).map(lead => ({
    lead,
    customValues: Object.fromEntries(
      (customValues.get(lead.id) ?? []).map(([, field, value]) => [customKey(field), value]),
    ),
    changes: (changes.get(lead.id) ?? []).map(([, to, at]) => ({ to, at })),
    activities: (activities.get(lead.id) ?? []).map(([, id, typeId, at]) => ({ id, typeId, at })),
    hand: (hand.get(lead.id) ?? []).map(([, id, at, points, reason]) => ({ id, at, points, reason })),
  }));
}

export type PromotionRow = {
  readonly leadId: string;
  readonly from: Stage;
  /** UTC ms. */
  readonly at: number;
  readonly stageChangeId: string;
  readonly receiptId: string;
  readonly receipt: Receipt;
};

/** Moves the leads to MQL, writes the lines of their history and freezes the receipts. */
export function writePromotions(
  db: Writer,
  rows: readonly PromotionRow[],
  { memberId, batchId }: { readonly memberId: string | null; readonly batchId: string },
): void {
  db.run(
    `UPDATE lead SET stage = 'mql', stage_since = moved.at
     FROM (SELECT value ->> 0 AS id, value ->> 1 AS at FROM json_each(?)) AS moved WHERE lead.id = moved.id`,
    [JSON.stringify(rows.map(({ leadId, at }) => [leadId, at]))],
  );
  const changes = bulkInsert(
    db,
    'stage_change',
    ['id', 'lead_id', 'from_stage', 'to_stage', 'at', 'cause', 'member_id', 'batch_id'],
    20,
  );
  const receipts = bulkInsert(db, 'receipt', ['id', 'lead_id', 'stage_change_id', 'body', 'batch_id'], 20, {
    parents: changes,
  });
  for (const { leadId, from, at, stageChangeId, receiptId, receipt } of rows) {
    changes.add([stageChangeId, leadId, from, 'mql', at, 'score', memberId, batchId]);
    receipts.add([receiptId, leadId, stageChangeId, JSON.stringify(receipt), batchId]);
  }
  changes.flush();
  receipts.flush();
}
