// Outcomes of all leads beside the engine's columns, cached.
import type { HistoryIndex } from '../domain/figures/index-history.ts';
import { outcomesOf } from '../domain/scoring/what-if/from-history.ts';
import type { Outcomes } from '../domain/scoring/what-if/outcomes.ts';
import type { QueryContext } from '../services/context.ts';
import { runInSlices } from './history-store.ts';
import type { Scores } from './score-store.ts';

export type OutcomeSnapshot = {
  readonly outcomes: Outcomes;
  readonly index: HistoryIndex;
  /** Positions of the engine the columns cover. */
  readonly size: number;
  /** Of the scores, when this was laid down. */
  readonly revision: number;
};

/** One per open workspace. */
const kept = new WeakMap<Scores, OutcomeSnapshot>();

/** Waits for scores and history. What comes back holds as long as `scores.revision()` stays what it says. */
export async function outcomeSnapshot(
  context: Pick<QueryContext, 'scores' | 'history' | 'zone' | 'now'>,
): Promise<OutcomeSnapshot> {
  const { scores, history, zone, now } = context;
  for (;;) {
    await scores.ready();
    const index = await history.index(zone, now);
    const before = kept.get(scores);
    const revision = scores.revision();
    // An index as of a later moment shares its columns with the one before, unless something has happened in between.
    if (before?.revision === revision && before.index.firstAt === index.firstAt) return before;
    const { engine } = scores;
    const { size } = engine;
    const outcomes = await runInSlices(outcomesOf(index, id => engine.positionOf(id), size));
    if (scores.revision() !== revision) continue;
    const known = { outcomes, index, size, revision };
    kept.set(scores, known);
    return known;
  }
}
