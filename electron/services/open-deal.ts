// Opens a deal for a lead, or says what an open one is worth. The stage stays as it is.

import type { Lead } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { dealsOf, insertDeal, updateDeal } from '../db/tables/deals.ts';
import { dealNameOf } from '../domain/funnel.ts';
import type { CommandContext } from './context.ts';

/** `id`: the open deal; null: a new one. */
export function dealWorth(context: CommandContext, lead: Lead, id: string | null, amount: number): void {
  const { db, newId, now } = context;
  if (id !== null) {
    const open = dealsOf(db, lead.id).find(deal => deal.id === id);
    if (open?.status !== 'open') throw new AppError('not-found', 'This deal is no longer open. Nothing was logged.');
    updateDeal(db, id, { amount });
    return;
  }
  insertDeal(db, {
    id: newId(),
    leadId: lead.id,
    name: dealNameOf(lead),
    amount,
    expectedClose: null,
    probability: null,
    status: 'open',
    closedAt: null,
    reason: null,
    createdAt: now,
  });
}
