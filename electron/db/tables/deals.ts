// All SQL of deals.
import type { Deal } from '../../../shared/deal.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { fromRow, insertRow, updateRow } from './rows.ts';

const columns = 'id, lead_id, name, amount, expected_close, probability, status, closed_at, reason, created_at';

/** A lead's deals, oldest first. */
export const dealsOf = (db: Reader, leadId: string): Deal[] =>
  db
    .all<object>(`SELECT ${columns} FROM deal WHERE lead_id = ? ORDER BY created_at, id`, [leadId])
    .map(row => fromRow<Deal>(row));

export function findDeal(db: Reader, id: string): Deal | undefined {
  const row = db.get<object>(`SELECT ${columns} FROM deal WHERE id = ?`, [id]);
  return row && fromRow<Deal>(row);
}

/** What is open with each of these leads, minor units; leads without an open deal are left out. */
export const openAmounts = (db: Reader, leadIds: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    db.raw<readonly [string, number]>(
      `SELECT d.lead_id, coalesce(sum(d.amount), 0) FROM json_each(?) wanted JOIN deal d ON d.lead_id = wanted.value
       WHERE d.status = 'open' GROUP BY d.lead_id`,
      [JSON.stringify(leadIds)],
    ),
  );

export const insertDeal = (db: Writer, deal: Deal & { readonly batchId?: string }): void => insertRow(db, 'deal', deal);
export const updateDeal = (db: Writer, id: string, change: Partial<Deal>): boolean => updateRow(db, 'deal', id, change);
