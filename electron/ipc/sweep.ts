// Takes out of the file, between steps, what neither undo nor a lead needs any more.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { undoHistoryLimits } from '../../shared/workspace.ts';
import { beginLogWithId } from '../db/file/log-id.ts';
import type { OpenDatabase } from '../db/file/open.ts';
import type { createCheckpointer } from '../db/file/wal.ts';
import { hasStepsToPurge, purgeSteps } from '../db/journal/journal.ts';
import { markPrunable } from '../db/tables/journal-prune.ts';
import type { CommandContext } from '../services/context.ts';
import { createFileSweep } from './file-sweep.ts';
import type { createMutex } from './mutex.ts';
import { createPruneClock } from './prune-clock.ts';

/** Recorded changes swept in one turn: some 5 ms. */
const purgedAtOnce = 500;
/** Steps that go out of reach in one turn. */
const prunedAtOnce = 200;

export type SweepOptions = Pick<OpenDatabase, 'connection' | 'writer'> & {
  readonly checkpointer: ReturnType<typeof createCheckpointer>;
  readonly runExclusive: ReturnType<typeof createMutex>;
  readonly context: () => CommandContext;
  readonly log: (error: unknown, name: string) => string;
};

/** Takes turns between steps, a short one each, until no step is left that nothing can reach. One sweep runs at a time. */
export function createSweep({
  connection,
  writer,
  checkpointer,
  runExclusive,
  context,
  log,
}: SweepOptions): () => Promise<void> {
  const pruneIsDue = createPruneClock();
  let sweeping = false;
  return async () => {
    // A file that was handed over closes with the step that was the last of it.
    if (!connection.open) return;
    let prune = pruneIsDue(context().settings.undoHistory);
    if (sweeping || !(prune || hasStepsToPurge(writer))) return;
    sweeping = true;
    try {
      const purgeSome = connection.transaction((): boolean => {
        if (purgeSteps(writer, purgedAtOnce)) return true;
        const { settings, now } = context();
        prune &&= markPrunable(writer, undoHistoryLimits[settings.undoHistory], now, prunedAtOnce) > 0;
        return prune;
      });
      const turn = (): boolean => {
        if (!connection.open) return false;
        beginLogWithId(connection);
        return purgeSome();
      };
      for (const work of [turn, createFileSweep(connection, writer)]) {
        while (await runExclusive(work)) {
          checkpointer.afterStep(false);
          await nextTurn();
        }
      }
    } catch (error) {
      log(error, 'sweeping');
    } finally {
      sweeping = false;
    }
  };
}
