// All SQL of reviews: the receipts behind this period's MQLs.
import { type Receipt, receiptSchema } from '../../shared/score.ts';
import type { Reader } from './handle.ts';

export type PromotionReceipt = { readonly leadId: string; readonly at: number; readonly receipt: Receipt };

/** Receipts of these leads' promotions to MQL, each with the moment of the promotion. */
export const promotionReceipts = (db: Reader, leadIds: readonly string[]): PromotionReceipt[] =>
  db
    .all<{ leadId: string; at: number; body: string }>(
      `SELECT c.lead_id AS leadId, c.at, r.body FROM json_each(?) wanted
       JOIN receipt r ON r.lead_id = wanted.value
       JOIN stage_change c ON c.id = r.stage_change_id AND c.to_stage = 'mql'
       ORDER BY c.lead_id, c.at, c.id`,
      [JSON.stringify(leadIds)],
    )
    .map(({ body, ...row }) => ({ ...row, receipt: receiptSchema.parse(JSON.parse(body)) }));
