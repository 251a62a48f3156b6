// All SQL of deals.
import type { Deal } from '../../shared/deal.ts';
import type { Reader, Writer } from './handle.ts';
import { fromRow, insertRow, updateRow } from './rows.ts';

const columns = 'id, lead_id, name, amount, expected_close, probability, status, closed_at, reason, created_at';

/** A lead's deals, oldest first. */
export const dealsOf = (db: Reader, leadId: string): Deal[] =>
  db
    .all<object>(`SELECT ${columns} FROM deal WHERE lead_id = ? ORDER BY created_at, id`, [leadId])
    .map(row => fromRow<Deal>(row));

export const insertDeal = (db: Writer, deal: Deal & { readonly batchId?: string }): void => insertRow(db, 'deal', deal);
export const updateDeal = (db: Writer, id: string, change: Partial<Deal>): boolean => updateRow(db, 'deal', id, change);
