// When the undo history is looked at for steps to prune.
import type { Settings } from '../../shared/workspace.ts';

/** Steps after which the history is looked at again. */
const pruneEvery = 256;

/** Says of each step whether the history is to be looked at: at first, when the owner chose another one, and every few hundred steps. */
export function createPruneClock(): (chosen: Settings['undoHistory']) => boolean {
  let stepsToPrune = 0;
  let prunedBy: Settings['undoHistory'] | null = null;
  return chosen => {
    stepsToPrune = chosen === prunedBy ? stepsToPrune - 1 : 0;
    if (stepsToPrune > 0) return false;
    stepsToPrune = pruneEvery;
    prunedBy = chosen;
    return true;
  };
}
