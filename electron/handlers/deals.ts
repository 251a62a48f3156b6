// Deals: open, edit, win, lose.
import type { Deal } from '../../shared/deal.ts';
import { AppError } from '../../shared/result.ts';
import { dealsOf, findDeal, insertDeal, updateDeal } from '../db/tables/deals.ts';
import { dealNameOf } from '../domain/funnel.ts';
import type { CommandContext, HandlersOfPrefix } from '../services/context.ts';
import { changeStage, requireLead } from '../services/funnel.ts';
import { dropAllSteps } from '../services/next-steps.ts';

function requireDeal({ db }: CommandContext, id: string): Deal {
  const deal = findDeal(db, id);
  if (!deal) throw new AppError('not-found', 'This deal no longer exists.');
  return deal;
}

export const deals: HandlersOfPrefix<'deals'> = {
  'deals.save': (context, { id, leadId, name, ...deal }) => {
    const { db, newId, now } = context;
    if (id !== null) {
      const before = requireDeal(context, id);
      updateDeal(db, before.id, { ...deal, name: name ?? before.name });
      return { id };
    }
    const lead = requireLead(context, leadId);
    if (lead.stage !== 'customer' && lead.stage !== 'opportunity') {
      throw new AppError('conflict', 'Move the lead to Opportunity to open the first deal.');
    }
    const opened = newId();
    insertDeal(db, {
      ...deal,
      id: opened,
      leadId,
      name: name ?? dealNameOf(lead),
      status: 'open',
      closedAt: null,
      reason: null,
      createdAt: now,
    });
    return { id: opened };
  },

  'deals.close': (context, { id, end, note, endSteps }) => {
    const { db, now } = context;
    const deal = requireDeal(context, id);
    if (deal.status !== 'open') throw new AppError('conflict', 'This deal is already closed.');
    const lead = requireLead(context, deal.leadId);
    const others = dealsOf(db, lead.id).filter(other => other.id !== id);
    if (end.how === 'won') {
      updateDeal(db, id, { status: 'won', closedAt: now, amount: end.amount ?? deal.amount, reason: note });
      if (lead.stage !== 'customer') {
        changeStage(context, lead, { to: 'customer', at: now, cause: 'hand', reason: null, note });
      }
      return { endedSteps: endSteps ? dropAllSteps(context, lead.id) : 0 };
    }
    updateDeal(db, id, { status: 'lost', closedAt: now, reason: end.reason });
    // Losing the last deal loses the lead too; a lead that bought before stays a customer.
    const losesLead = lead.stage === 'opportunity' && !others.some(other => other.status !== 'lost');
    if (losesLead) changeStage(context, lead, { to: 'lost', at: now, cause: 'hand', reason: end.reason, note });
    return { endedSteps: losesLead || endSteps ? dropAllSteps(context, lead.id) : 0 };
  },
};
