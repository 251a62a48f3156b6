// Who of an import becomes MQL: an engine of its own rules out nearly everybody; the rest are promoted one by one.
import { allHandPoints } from '../../db/hand-points.ts';
import { factsAndMoments } from '../../db/imports.ts';
import { fieldsOf } from '../../domain/scoring/fit.ts';
import { notMet } from '../../domain/scoring/walk.ts';
import { createEngine, sliceSize } from '../../engine/engine.ts';
import type { CommandContext } from '../context.ts';

const chunk = 250;

/** Those of `leadIds` that may meet the rules now or met them at some moment of their history; all others do not. */
export async function mayPromote(
  { db, now, scores }: Pick<CommandContext, 'db' | 'now' | 'scores'>,
  leadIds: readonly string[],
  pause: () => Promise<void>,
): Promise<string[]> {
  const { criteria } = scores.criteria();
  const fields = fieldsOf(criteria);
  const engine = createEngine();
  engine.beginLoad(fields);
  for (let from = 0; from < leadIds.length; from += chunk) {
    const { facts, moments } = factsAndMoments(db, fields, leadIds.slice(from, from + chunk));
    engine.addLeads(facts);
    engine.addActivities(moments);
    await pause();
  }
  engine.finishLoad();
  const byHand = new Set(allHandPoints(db).map(({ leadId }) => leadId));
  const found: string[] = [];
  for (let from = 0; from < engine.size; from += sliceSize) {
    const to = Math.min(from + sliceSize, engine.size);
    const { met, why } = engine.scoreAll(criteria, now, { from, to });
    for (let position = from; position < to; position++) {
      const id = engine.leadIdAt(position);
      if (id !== null && (met[position] === 1 || why[position] !== notMet || byHand.has(id))) found.push(id);
    }
    await pause();
  }
  return found;
}
