// One lead's life, lived forward through the rules of the funnel and the score: the same that the app applies to every call.
import type { Activity } from '../../shared/activity.ts';
import { builtInActivityTypes } from '../../shared/activity.ts';
import type { Move } from '../../shared/contract/leads.ts';
import type { CriteriaVersion } from '../../shared/criteria.ts';
import { dayMs } from '../../shared/dates.ts';
import type { Deal } from '../../shared/deal.ts';
import type { Lead, LeadAttributes } from '../../shared/lead.ts';
import type { ScoreAdjustment } from '../../shared/score.ts';
import type { Stage } from '../../shared/stages.ts';
import { stageRank } from '../../shared/stages.ts';
import type { StageChange, StoredReceipt } from '../db/tables/stage-changes.ts';
import { eligibleSince, impliedMove, moveError, planMove } from '../domain/funnel.ts';
import { firstPromotion, promotionAt } from '../domain/scoring/promotion.ts';
import { makeReceipt } from '../domain/scoring/score.ts';

type SampleActivity = { readonly did: string; readonly note?: string; readonly campaignId?: string | null };

/** What was downloaded and attended, in turns over the days. */
const guides = ['Cutting list template', 'Quote calculator', 'Guide: a week in the workshop'] as const;
const webinars = ['Quotes without spreadsheets', 'From drawing to cutting list'] as const;
function contentOf(typeId: string, at: number): string | null {
  const list = typeId === 'content-downloaded' ? guides : typeId === 'webinar-attended' ? webinars : [];
  return list[Math.floor(at / dayMs) % Math.max(1, list.length)] ?? null;
}

/** Times of next steps: most have none. */
const times = [null, null, '09:30', null, '14:00'] as const;

/** One thing that happens in a life; `by` is the member who does it. */
export type LifeStep = { readonly at: number; readonly by?: string } & (
  | SampleActivity
  | { readonly move: Move }
  | { readonly learn: Partial<LeadAttributes> }
  | { readonly hand: number; readonly reason: string }
  | { readonly next: string | null; readonly on: string | null }
  | { readonly deal: Pick<Deal, 'name' | 'amount'> & { readonly won: boolean } }
  | { readonly never: string }
);

export type Life = {
  readonly lead: () => Lead;
  readonly changes: readonly StageChange[];
  readonly activities: readonly Activity[];
  readonly hand: readonly ScoreAdjustment[];
  readonly deals: () => readonly Deal[];
  readonly receipts: readonly (StoredReceipt & { readonly id: string })[];
  /** Lives through one step. Steps are given in order of time. */
  readonly take: (step: LifeStep) => void;
};

export type LifeRules = {
  /** Published criteria, oldest first. */
  readonly versions: readonly CriteriaVersion[];
  readonly newId: () => string;
};

const implied = new Map(builtInActivityTypes.map(type => [type.id, type.impliesStage]));

export const versionAt = (versions: readonly CriteriaVersion[], at: number): CriteriaVersion => {
  const version = versions.findLast(({ publishedAt }) => (publishedAt ?? 0) <= at) ?? versions[0];
  if (!version) throw new Error('The sample has no criteria.');
  return version;
};

export function startLife(
  rules: LifeRules,
  attributes: LeadAttributes,
  at: number,
  stage: Stage,
  by: string | null,
): Life {
  const { newId, versions } = rules;
  let lead: Lead = {
    ...attributes,
    id: newId(),
    stage,
    stageSince: at,
    nurtureUntil: null,
    mqlExclusion: null,
    nextStep: null,
    nextStepOn: null,
    nextStepTime: null,
    nextStepRepeats: null,
    createdAt: at,
    batchId: null,
  };
  let deals: readonly Deal[] = [];
  const changes: StageChange[] = [];
  const activities: Activity[] = [];
  const hand: ScoreAdjustment[] = [];
  const receipts: (StoredReceipt & { readonly id: string })[] = [];

  const change = (row: Pick<StageChange, 'from' | 'to' | 'at' | 'cause' | 'reason' | 'note' | 'memberId'>): string => {
    const id = newId();
    changes.push({ id, leadId: lead.id, ...row });
    return id;
  };
  change({ from: null, to: stage, at, cause: 'created', reason: null, note: null, memberId: by });

  function enter(to: Stage, instant: number, cause: StageChange['cause']): string {
    const from = lead.stage;
    lead = { ...lead, stage: to, stageSince: instant };
    return change({ from, to, at: instant, cause, reason: null, note: null, memberId: null });
  }

  /** As `promote` of the features does it after every change of activities, facts or points by hand. */
  function promote(now: number): void {
    const since = eligibleSince(lead.stage, changes);
    if (since === undefined) return;
    const { criteria, number } = versionAt(versions, now);
    const subject = { attributes: lead, activities, hand, mqlExclusion: lead.mqlExclusion };
    const promotion =
      firstPromotion(criteria, subject, { eligibleSince: since, until: now }) ??
      (since === Number.NEGATIVE_INFINITY ? promotionAt(criteria, subject, now) : null);
    if (!promotion) return;
    const receipt = makeReceipt(criteria, number, subject, promotion);
    const stageChangeId = enter('mql', Math.max(promotion.at, lead.stageSince), 'score');
    receipts.push({ id: newId(), stageChangeId, receipt });
  }

  function move(to: Move, now: number, by: string | null): void {
    const error = moveError(lead, to);
    if (error) throw new Error(`The sample makes a move that is refused: ${lead.stage} to ${to.to}. ${error}`);
    const plan = planMove(lead, deals, to, now);
    change({ from: lead.stage, to: to.to, at: now, cause: 'hand', reason: plan.reason, note: plan.note, memberId: by });
    lead = { ...lead, ...plan.lead, stage: to.to, stageSince: now };
    const changed = new Map(plan.deals.map(deal => [deal.id, deal.change]));
    deals = deals.map(deal => ({ ...deal, ...changed.get(deal.id) }));
    if (plan.open) addDeal(plan.open, to.to === 'customer', now);
    // Nobody plans a step with somebody who is gone.
    if (stageRank(to.to) === -1) lead = { ...lead, nextStep: null, nextStepOn: null, nextStepTime: null };
  }

  function addDeal(deal: Pick<Deal, 'name' | 'amount' | 'expectedClose'>, won: boolean, now: number): void {
    const ended = { status: won ? 'won' : 'open', closedAt: won ? now : null } as const;
    const row = { ...deal, ...ended, id: newId(), leadId: lead.id, probability: null, reason: null, createdAt: now };
    deals = [...deals, row];
  }

  function did(step: Pick<LifeStep, 'at' | 'by'> & SampleActivity): void {
    const memberId = step.by ?? null;
    const { did: typeId, note = null, campaignId = null } = step;
    const content = contentOf(typeId, step.at);
    activities.push({
      id: newId(),
      leadId: lead.id,
      typeId,
      at: step.at,
      note,
      memberId,
      campaignId,
      content,
      batchId: null,
    });
    const dragged = impliedMove(lead.stage, implied.get(typeId) ?? null);
    if (dragged) enter(dragged, step.at, 'activity');
    promote(step.at);
  }

  return {
    lead: () => lead,
    changes,
    activities,
    hand,
    deals: () => deals,
    receipts,
    take: step => {
      if ('did' in step) did(step);
      else if ('move' in step) move(step.move, step.at, step.by ?? null);
      else if ('deal' in step) {
        const { won, ...deal } = step.deal;
        addDeal({ ...deal, expectedClose: null }, won, step.at);
      } else if ('next' in step)
        lead = {
          ...lead,
          nextStep: step.next,
          nextStepOn: step.on,
          nextStepTime: times[step.at % times.length] ?? null,
        };
      else if ('hand' in step) {
        hand.push({ id: newId(), at: step.at, points: step.hand, reason: step.reason });
        promote(step.at);
      } else if ('learn' in step) {
        lead = { ...lead, ...step.learn };
        promote(step.at);
      } else lead = { ...lead, mqlExclusion: step.never };
    },
  };
}
