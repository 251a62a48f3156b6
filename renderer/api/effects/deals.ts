// Deals of a lead: opened, changed, won and lost; the stage goes along where the deal decides it.
import type { Output } from '../../../shared/contract.ts';
import type { Stage } from '../../../shared/stages.ts';
import { moved, nothingPlanned } from './board.ts';
import { cachedAnswers } from './cached.ts';
import type { EffectTable } from './effect-table.ts';
import { changed, saved } from './rows.ts';
import { stepsEnded } from './today.ts';

type Detail = Output<'leads.get'>;

/** Where a lead goes whose deal ends so; null: it stays. */
function stageAfter({ lead, deals }: Detail, id: string, how: 'won' | 'lost'): Stage | null {
  if (how === 'won') return lead.stage === 'customer' ? null : 'customer';
  const hasOthers = deals.some(deal => deal.id !== id && deal.status !== 'lost');
  return lead.stage === 'opportunity' && !hasOthers ? 'lost' : null;
}

export const dealEffects: EffectTable = {
  'deals.save': ({ leadId, name, ...deal }, id) => {
    const opened = { status: 'open', closedAt: null, reason: null, createdAt: Date.now() } as const;
    const row = name === null ? deal : { ...deal, name };
    return {
      'leads.get': (answer, request) => {
        if (request.id !== leadId) return answer;
        const fresh = { ...opened, leadId, name: answer.lead.company ?? answer.name };
        return { ...answer, deals: saved(answer.deals, row, id, fresh) };
      },
    };
  },
  'deals.close': ({ id, end, note, endSteps }) => {
    const owner = cachedAnswers('leads.get').find(({ deals }) => deals.some(deal => deal.id === id));
    const to = owner ? stageAfter(owner, id, end.how) : null;
    const closedAt = Date.now();
    const before = owner?.deals.find(deal => deal.id === id)?.amount ?? null;
    const amount = end.how === 'won' ? (end.amount ?? before) : null;
    const ends = to === 'lost' || (endSteps ?? false);
    const more = { amount, ...(ends ? nothingPlanned : {}) };
    return {
      ...(owner && to !== null ? moved([owner.lead.id], to, {}, more) : {}),
      'nextSteps.ofLead': (steps, request) => (ends && request.leadId === owner?.lead.id ? [] : steps),
      'today.get': today => (ends && owner ? stepsEnded(today, [owner.lead.id]) : today),
      'leads.get': (answer, request) => {
        const deal = answer.deals.find(one => one.id === id);
        if (!deal || request.id !== deal.leadId) return answer;
        const ended = end.how === 'won' ? (end.amount ?? deal.amount) : deal.amount;
        const reason = end.how === 'won' ? (note ?? null) : end.reason;
        const closed = { status: end.how, closedAt: deal.closedAt ?? closedAt, amount: ended, reason } as const;
        const lead = { ...answer.lead, stage: to ?? answer.lead.stage };
        return { ...answer, lead, deals: changed(answer.deals, id, closed) };
      },
    };
  },
};
