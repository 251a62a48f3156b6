// Walks the stage changes of every lead in order: first entries, answers, losses and stays.
import { funnelStages, stageRank, stages } from '../../../shared/stages.ts';
import {
  beforeRecords,
  type LeadOutcomes,
  never,
  type OutcomeChange,
  type OutcomeDeal,
  outcomesOf,
} from '../outcomes.ts';
import type { ByLead } from './by-lead.ts';
import { floatColumn, intColumn } from './columns.ts';
import type { History } from './history.ts';

export { beforeRecords, never };

/** Place in the funnel by stage code; -1 for an off-funnel stage. */
const rankOf = Int32Array.from(stages, stageRank);
const mql = stages.indexOf('mql');
const mqlRank = stageRank('mql');
const sqlRank = stageRank('sql');
const lost = stages.indexOf('lost');
const customer = stages.indexOf('customer');
const customerRank = stageRank('customer');

export type StageWalk = {
  /**
   * By place in the funnel (0 Stranger to 6 Customer), per lead: UTC ms at which it first came to that stage or beyond, so that
   * a stage that was skipped is passed at the moment of the skip. `never` or `beforeRecords` where there is no such moment.
   */
  readonly firstAt: readonly Float64Array[];
  /** Per lead: the place in `order` of the change that first took it to MQL or beyond; -1 for none. */
  readonly mqlIndex: Int32Array;
  /** Answers to handoffs: changes from MQL to SQL or beyond (accepted) or to an off-funnel stage (rejected). */
  readonly answers: { readonly change: Int32Array; readonly lead: Int32Array; readonly accepted: Int32Array };
  /** Per lead: its last row of `answers`; -1 for none. */
  readonly lastAnswer: Int32Array;
  /** Per lead: 1 when the score once made it MQL. */
  readonly byScore: Uint8Array;
  /** Each time a person was lost: when, `beforeRecords` where nobody knows. */
  readonly losses: { readonly lead: Int32Array; readonly at: Float64Array };
  /** Per deal: when it was won or lost; `never` or `beforeRecords` where there is no such day. */
  readonly dealClosedAt: Float64Array;
  /** Stays in a stage that have ended, of known length above 0. */
  readonly stays: {
    readonly lead: Int32Array;
    /** Place in `stages`. */
    readonly stage: Int32Array;
    readonly start: Float64Array;
    readonly end: Float64Array;
  };
};

/** Some milliseconds of work where many were won or lost. */
const leadsBetweenYields = 1000;

export function* walkChanges(
  history: History,
  { start, order }: ByLead,
  dealsOf: ByLead,
  asOf: number,
): Generator<void, StageWalk> {
  const leadCount = history.leads.ids.length;
  const { from, to, at, opening } = history.changes;
  const firstAt = funnelStages.map(() => new Float64Array(leadCount).fill(never));
  const mqlIndex = new Int32Array(leadCount).fill(-1);
  const answers = { change: intColumn(), lead: intColumn(), accepted: intColumn() };
  const lastAnswer = new Int32Array(leadCount).fill(-1);
  const byScore = new Uint8Array(leadCount);
  let answerCount = 0;
  const losses = { lead: intColumn(), at: floatColumn() };
  const dealClosedAt = new Float64Array(history.deals.rows.length).fill(never);
  const outcomes = outcomesIn(history, { start, order }, dealsOf, asOf, dealClosedAt);
  const stays = { lead: intColumn(), stage: intColumn(), start: floatColumn(), end: floatColumn() };

  for (let lead = 0; lead < leadCount; lead++) {
    if (lead % leadsBetweenYields === 0) yield;
    const first = start[lead] ?? 0;
    const end = start[lead + 1] ?? 0;
    let reached = -1;
    let stage = -1;
    let since = 0;
    const outcome = outcomes(lead);
    for (const lostAt of outcome?.lostAt ?? []) {
      losses.lead.push(lead);
      losses.at.push(lostAt);
    }
    for (let position = first; position < end; position++) {
      const change = order[position] ?? 0;
      const instant = at[change] ?? 0;
      const target = to[change] ?? 0;
      const rank = rankOf[target] ?? -1;
      const known = opening[change] !== 1;
      if (rank > reached && outcome?.takenBack.has(position - first) !== true) {
        if (reached < mqlRank && rank >= mqlRank) mqlIndex[lead] = position;
        for (let passed = reached + 1; passed <= rank; passed++) {
          const column = firstAt[passed];
          if (column !== undefined) column[lead] = known ? instant : beforeRecords;
        }
        reached = rank;
      }
      if (from[change] === mql && (rank === -1 || rank >= sqlRank)) {
        answers.change.push(change);
        answers.lead.push(lead);
        answers.accepted.push(rank === -1 ? 0 : 1);
        lastAnswer[lead] = answerCount++;
      }
      if (target === mql && history.changes.byScore[change] === 1) byScore[lead] = 1;
      if (target === stage) continue;
      if (stage !== -1 && instant > since) {
        stays.lead.push(lead);
        stays.stage.push(stage);
        stays.start.push(since);
        stays.end.push(instant);
      }
      stage = target;
      since = known ? instant : never;
    }
    // The day of a purchase may be known from its deal alone.
    const customers = firstAt[customerRank];
    if (customers?.[lead] === beforeRecords) customers[lead] = outcome?.customerAt ?? beforeRecords;
    if (reached > -1) continue;
    // Never placed in the funnel: a stranger from the first line on, or from when it was made.
    const made = first === end ? (history.leads.createdAt[lead] ?? never) : (at[order[first] ?? 0] ?? never);
    const strangers = firstAt[0];
    if (strangers !== undefined && made <= asOf) strangers[lead] = made;
  }
  return {
    firstAt,
    mqlIndex,
    answers: { change: answers.change.done(), lead: answers.lead.done(), accepted: answers.accepted.done() },
    lastAnswer,
    byScore,
    losses: { lead: losses.lead.done(), at: losses.at.done() },
    dealClosedAt,
    stays: { lead: stays.lead.done(), stage: stays.stage.done(), start: stays.start.done(), end: stays.end.done() },
  };
}

const none: OutcomeDeal = { status: 'open', closedAt: null };

/** The outcomes of one lead, and the days of its deals put into `dealClosedAt`; null where nothing was won or lost. */
function outcomesIn(
  history: History,
  { start, order }: ByLead,
  dealsOf: ByLead,
  asOf: number,
  dealClosedAt: Float64Array,
): (lead: number) => LeadOutcomes | null {
  const { to, at, opening } = history.changes;
  return lead => {
    const [first, end] = [start[lead] ?? 0, start[lead + 1] ?? 0];
    const [firstDeal, endDeal] = [dealsOf.start[lead] ?? 0, dealsOf.start[lead + 1] ?? 0];
    let ended = endDeal > firstDeal;
    for (let i = first; i < end && !ended; i++) {
      const target = to[order[i] ?? 0];
      ended = target === customer || target === lost;
    }
    if (!ended) return null;
    const changes: OutcomeChange[] = [];
    for (let i = first; i < end; i++) {
      const change = order[i] ?? 0;
      changes.push({ to: stages[to[change] ?? 0] ?? 'stranger', at: at[change] ?? 0, known: opening[change] !== 1 });
    }
    const deals: OutcomeDeal[] = [];
    for (let i = firstDeal; i < endDeal; i++) deals.push(history.deals.rows[dealsOf.order[i] ?? 0] ?? none);
    const found = outcomesOf(changes, deals, asOf);
    for (const [i, closedAt] of found.closedAt.entries()) dealClosedAt[dealsOf.order[firstDeal + i] ?? 0] = closedAt;
    return found;
  };
}
