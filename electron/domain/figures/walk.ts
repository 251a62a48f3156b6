// Walks the stage changes of every lead in order: first entries, answers, losses and stays.
import { funnelStages, stageRank, stages } from '../../../shared/stages.ts';
import { type ByLead, chunk } from './by-lead.ts';
import { floatColumn, intColumn } from './columns.ts';
import type { History } from './history.ts';

/** Stands for a moment that never came. */
export const never = Number.POSITIVE_INFINITY;
/** Stands for a moment before the records began, which nobody knows. */
export const beforeRecords = Number.NEGATIVE_INFINITY;

/** Place in the funnel by stage code; -1 for a tray. */
const rankOf = Int32Array.from(stages, stageRank);
const mql = stages.indexOf('mql');
const mqlRank = stageRank('mql');
const sqlRank = stageRank('sql');
const lost = stages.indexOf('lost');

export type StageWalk = {
  /**
   * By place in the funnel (0 Stranger to 6 Customer), per lead: UTC ms at which it first came to that stage or beyond, so that
   * a stage that was skipped is passed at the moment of the skip. `never` or `beforeRecords` where there is no such moment.
   */
  readonly firstAt: readonly Float64Array[];
  /** Per lead: the place in `order` of the change that first took it to MQL or beyond; -1 for none. */
  readonly mqlIndex: Int32Array;
  /** Answers to handoffs: changes from MQL to SQL or beyond (accepted) or to a tray (rejected). */
  readonly answers: { readonly change: Int32Array; readonly lead: Int32Array; readonly accepted: Int32Array };
  /** Per lead: its last row of `answers`; -1 for none. */
  readonly lastAnswer: Int32Array;
  /** Per lead: 1 when the score once made it MQL. */
  readonly byScore: Uint8Array;
  /** Changes to Lost. */
  readonly losses: Int32Array;
  /** Stays in a stage that have ended, of known length above 0. */
  readonly stays: {
    readonly lead: Int32Array;
    /** Place in `stages`. */
    readonly stage: Int32Array;
    readonly start: Float64Array;
    readonly end: Float64Array;
  };
};

export function* walkChanges(history: History, { start, order }: ByLead, asOf: number): Generator<void, StageWalk> {
  const leadCount = history.leads.ids.length;
  const { from, to, at, opening } = history.changes;
  const firstAt = funnelStages.map(() => new Float64Array(leadCount).fill(never));
  const mqlIndex = new Int32Array(leadCount).fill(-1);
  const answers = { change: intColumn(), lead: intColumn(), accepted: intColumn() };
  const lastAnswer = new Int32Array(leadCount).fill(-1);
  const byScore = new Uint8Array(leadCount);
  let answerCount = 0;
  const losses = intColumn();
  const stays = { lead: intColumn(), stage: intColumn(), start: floatColumn(), end: floatColumn() };

  for (let lead = 0; lead < leadCount; lead++) {
    if (lead % chunk === chunk - 1) yield;
    const first = start[lead] ?? 0;
    const end = start[lead + 1] ?? 0;
    let reached = -1;
    let stage = -1;
    let since = 0;
    for (let position = first; position < end; position++) {
      const change = order[position] ?? 0;
      const instant = at[change] ?? 0;
      const target = to[change] ?? 0;
      const rank = rankOf[target] ?? -1;
      const known = opening[change] !== 1;
      if (rank > reached) {
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
      if (target === lost) losses.push(change);
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
    losses: losses.done(),
    stays: { lead: stays.lead.done(), stage: stays.stage.done(), start: stays.start.done(), end: stays.end.done() },
  };
}
