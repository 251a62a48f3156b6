// Rules behind rejections: rejected leads with their points, and changes that would have prevented them.
import { remediesJob } from '../../shared/contract/past.ts';
import { criteriaChanges } from '../../shared/criteria-change.ts';
import { dayNumber } from '../../shared/dates.ts';
import { currentCriteria, draftCriteria } from '../db/tables/criteria.ts';
import { accepted, rejected as rejectedLeads } from '../domain/figures/answers.ts';
import type { Scope } from '../domain/figures/scope.ts';
import { scopeOf } from '../domain/figures/scope.ts';
import { rejectedIn } from '../domain/figures/waiting-mqls.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import { greatestFit } from '../domain/scoring/possible.ts';
import { notMet } from '../domain/scoring/walk.ts';
import { shareOf } from '../domain/scoring/what-if/compare-replay.ts';
import { findRemedies } from '../domain/scoring/what-if/remedies.ts';
import { suspectFields } from '../domain/scoring/what-if/suspects.ts';
import { sliceSize } from '../engine/engine.ts';
import { replayColumns } from '../engine/replay.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { namesOf, reasonsBehind } from '../services/rejection-reasons.ts';
import { ruleNames } from '../services/subjects.ts';
import { figureSettings, runInSlices } from '../stores/history-store.ts';
import { outcomeSnapshot } from '../stores/outcome-store.ts';

type Span = { readonly from: string | null; readonly to: string | null };

const scopeOver = ({ settings }: QueryContext, index: Scope['index'], { from, to }: Span): Scope =>
  scopeOf(index, figureSettings(settings), {
    fromDay: from === null ? Number.NEGATIVE_INFINITY : dayNumber(from),
    toDay: to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
  });

const gone = 'Deleted lead';
/** Most people named in one list. */
const named = 200;

export const rejections: HandlersOfPrefix<'rejections'> = {
  'rejections.trace': async (context, span) => {
    const { db, history, zone, now } = context;
    const scope = scopeOver(context, await history.index(zone, now), span);
    const no = rejectedLeads(scope).length;
    return {
      rejected: shareOf(no, no + accepted(scope).length),
      reasons: reasonsBehind(db, scope).map(({ leads, ...reason }) => ({
        ...reason,
        count: leads.length,
        leads: leads.slice(0, named),
      })),
    };
  },

  'rejections.remedies': async (context, { reason, ...span }) => {
    const { db, scores } = context;
    const draft = draftCriteria(db);
    const { criteria } = draft ?? currentCriteria(db);
    for (;;) {
      await scores.ensureFields([...new Set([...suspectFields, ...fieldsOf(criteria)])]);
      const known = await outcomeSnapshot(context);
      const found = await remediesOf(context, known, criteria, { reason, ...span });
      if (found) return { ...found, onDraft: draft !== undefined };
    }
  },
};

type OutcomeSnapshot = Awaited<ReturnType<typeof outcomeSnapshot>>;
type Criteria = Parameters<typeof findRemedies>[0];

/** Null: something was changed meanwhile. */
async function remediesOf(
  context: QueryContext,
  { outcomes, index, size, revision }: OutcomeSnapshot,
  criteria: Criteria,
  { reason, ...span }: Span & { readonly reason: string },
) {
  const { db, scores } = context;
  const { engine } = scores;
  const ids = index.history.leads.ids;
  const positionOf = (lead: number) => engine.positionOf(ids[lead] ?? '') ?? -1;
  const turned = rejectedIn(scopeOver(context, index, span)).filter(row => row.reason === reason);
  const yieldToEventLoop = createYield();
  const rejectedAt = new Map(turned.map(({ lead, at }) => [positionOf(lead), at]));
  const customers: number[] = [];
  const others: number[] = [];
  // Until when each could have been promoted: the rejected until they were, customers until they bought.
  const until = outcomes.customerAt.slice();
  for (const [position, at] of rejectedAt) if (position >= 0) until[position] = at;
  for (let position = 0; position < size; position++) {
    if (outcomes.held[position] !== 1 || rejectedAt.has(position)) continue;
    if ((outcomes.customerAt[position] as number) < Infinity) customers.push(position);
    else if ((outcomes.mqlAt[position] as number) < Infinity) others.push(position);
  }
  await yieldToEventLoop();
  const rejected = [...rejectedAt.keys()].filter(position => position >= 0);
  const only = Int32Array.from([...rejected, ...customers, ...others]);
  const into = replayColumns(size);
  let tried = 0;
  function* replay(rules: Criteria) {
    tried++;
    for (let from = 0; from < only.length; from += sliceSize) {
      engine.replay(rules, { to: context.now, until, only, slice: { from, to: from + sliceSize }, into });
      yield;
    }
    return (position: number) => into.why[position] !== notMet;
  }
  const attributesOf = (position: number) => engine.attributesAt(position);
  const stillPromoted = rejected.filter(await runInSlices(replay(criteria))).length;
  if (scores.revision() !== revision) return null;
  const work = findRemedies(
    criteria,
    greatestFit(criteria),
    { rejected, customers, others, attributesOf },
    replay,
    ruleNames(db),
  );
  for (let reported = 0; ; ) {
    const step = work.next();
    if (scores.revision() !== revision) return null;
    if (!step.done) {
      if (tried > reported + 10) {
        reported = tried;
        context.progress({ jobId: remediesJob(reason), phase: 'trying', done: tried, total: null });
      }
      await yieldToEventLoop();
      continue;
    }
    const names = namesOf(
      db,
      step.value.flatMap(({ stops, costs }) =>
        [...stops.slice(0, named), ...costs.slice(0, named)].map(position => engine.leadIdAt(position) ?? ''),
      ),
    );
    const group = (positions: readonly number[]) => ({
      count: positions.length,
      leads: positions.slice(0, named).map(position => {
        const leadId = engine.leadIdAt(position) ?? '';
        return { leadId, name: names.get(leadId) ?? gone };
      }),
    });
    return {
      rejected: turned.length,
      stillPromoted,
      remedies: step.value.map(({ criteria: remedied, stops, costs, ...remedy }) => ({
        ...remedy,
        changes: criteriaChanges(criteria, remedied),
        stops: group(stops),
        of: stillPromoted,
        costs: group(costs),
      })),
    };
  }
}
