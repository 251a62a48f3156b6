// Rules of the funnel: effects of a move on lead and deals, stages implied by activities, allowed promotions.
import type { Move } from '../../shared/contract/leads.ts';
import type { Deal } from '../../shared/deal.ts';
import type { Lead, LeadAttributes } from '../../shared/lead.ts';
import type { Stage } from '../../shared/stages.ts';
import { isEarly, isOffFunnel, stageRank } from '../../shared/stages.ts';

export type MovePlan = {
  readonly lead: Partial<LeadAttributes> & Pick<Lead, 'stage' | 'nurtureUntil'>;
  /** The open next steps end. */
  readonly endSteps: boolean;
  readonly reason: string | null;
  readonly note: string | null;
  /** A new deal to open. */
  readonly open: Pick<Deal, 'name' | 'amount' | 'expectedClose'> | null;
  /** Deals that change, by id. */
  readonly deals: readonly { readonly id: string; readonly change: Partial<Deal> }[];
};

/** Nothing is planned with leads that are lost or disqualified. */
export const endsSteps = (stage: Stage | null | undefined): boolean => stage === 'lost' || stage === 'disqualified';

/** Why a move cannot be made, in a sentence; null when it can. */
export function moveError(lead: Pick<Lead, 'stage'>, move: Move): string | null {
  if (lead.stage === move.to) return 'The lead is already in this stage.';
  if (move.to === 'lost' && lead.stage !== 'sql' && lead.stage !== 'opportunity') {
    return 'Only an SQL or an opportunity can be marked as lost. Use Nurture or Disqualified instead.';
  }
  return null;
}

export const dealNameOf = (lead: Pick<LeadAttributes, 'company' | 'firstName' | 'lastName'>): string =>
  lead.company ?? ([lead.firstName, lead.lastName].filter(Boolean).join(' ') || 'Deal');

/** Everything a move changes. Entering Opportunity opens a deal; Customer wins the open one; Lost loses the open ones. */
export function planMove(lead: Lead, deals: readonly Deal[], move: Move, now: number): MovePlan {
  const open = deals.filter(deal => deal.status === 'open');
  const latest = open.at(-1);
  const plan: MovePlan = {
    lead: { stage: move.to, nurtureUntil: null },
    endSteps: false,
    reason: null,
    note: move.note ?? null,
    open: null,
    deals: [],
  };
  switch (move.to) {
    case 'stranger':
    case 'visitor':
    case 'lead':
    case 'mql':
      return { ...plan, deals: move.dropDeals ? loseAll(open, 'other', now) : [] };
    case 'sql':
      return {
        ...plan,
        lead: { ...plan.lead, ...move.attributes },
        deals: move.dropDeals ? loseAll(open, 'other', now) : [],
      };
    case 'opportunity': {
      const deal = {
        name: move.dealName ?? dealNameOf(lead),
        amount: move.amount,
        expectedClose: move.expectedClose ?? null,
      };
      if (lead.stage === 'customer' && move.again === 'stay') {
        return { ...plan, lead: { stage: 'customer', nurtureUntil: lead.nurtureUntil }, open: deal };
      }
      const bought = deals.findLast(one => one.status === 'won');
      if (lead.stage === 'customer' && move.again === 'reopen' && bought) {
        const change = { ...deal, status: 'open', closedAt: null, reason: null } as const;
        return { ...plan, deals: [{ id: bought.id, change }] };
      }
      return latest ? { ...plan, deals: [{ id: latest.id, change: deal }] } : { ...plan, open: deal };
    }
    case 'customer': {
      const amount = move.amount ?? latest?.amount ?? null;
      const endSteps = move.endSteps ?? false;
      const won = { status: 'won', closedAt: now, amount, reason: move.note ?? null } as const;
      return latest
        ? { ...plan, endSteps, deals: [{ id: latest.id, change: won }] }
        : { ...plan, endSteps, open: { name: dealNameOf(lead), amount: move.amount, expectedClose: null } };
    }
    case 'nurture':
      return {
        ...plan,
        lead: { stage: 'nurture', nurtureUntil: move.until },
        endSteps: move.endSteps ?? false,
        reason: move.reason,
      };
    case 'disqualified': {
      const optOut: Partial<LeadAttributes> = move.reason === 'do-not-contact' ? { consent: 'no' } : {};
      return {
        ...plan,
        // A disqualified lead has no follow-up.
        lead: { ...plan.lead, ...optOut },
        endSteps: true,
        reason: move.reason,
        deals: loseAll(open, move.reason, now),
      };
    }
    case 'lost': {
      // A lead that bought before stays a customer, whatever happens to the next deal.
      const stage = deals.some(deal => deal.status === 'won') ? 'customer' : 'lost';
      return {
        ...plan,
        lead: { ...plan.lead, stage },
        // What is planned for a customer may have nothing to do with the deal.
        endSteps: endsSteps(stage) || (move.endSteps ?? false),
        reason: move.reason,
        deals: loseAll(open, move.reason, now),
      };
    }
    default:
      return move satisfies never;
  }
}

const loseAll = (open: readonly Deal[], reason: string, now: number) =>
  open.map(({ id }) => ({ id, change: { status: 'lost', closedAt: now, reason } as const }));

/** The stage an activity lifts a lead to, or null: a lead is never moved back, and never out of an off-funnel stage. */
export function impliedMove(stage: Stage, implies: Stage | null): Stage | null {
  if (implies === null || isOffFunnel(stage) || !isEarly(stage)) return null;
  return stageRank(implies) > stageRank(stage) ? implies : null;
}

/**
 * From when on activities may promote a lead by score: undefined when they may not (already MQL or beyond, or in an off-funnel stage);
 * minus infinity for a lead that was never MQL; else the moment it came back to an early stage, so that what made it MQL
 * the first time does not do so again at once.
 */
export function eligibleSince(
  stage: Stage,
  changes: readonly { readonly to: Stage; readonly at: number }[],
): number | undefined {
  if (!isEarly(stage)) return undefined;
  const lastBeyond = changes.findLastIndex(change => !isEarly(change.to));
  return lastBeyond === -1 ? Number.NEGATIVE_INFINITY : changes[lastBeyond + 1]?.at;
}
