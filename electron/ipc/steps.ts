// Runs work as steps: one transaction and one journal entry each, then emits one `changed` event.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { tables as allTables } from '../../shared/contract/entry.ts';
import type { Changed } from '../../shared/contract.ts';
import { Refusal } from '../../shared/result.ts';
import type { Settings } from '../../shared/workspace.ts';
import { undoHistoryLimits } from '../../shared/workspace.ts';
import { createDetour, manyRows, syncUnlocked } from '../db/detour.ts';
import { markRewritten } from '../db/erasures.ts';
import type { StepResult } from '../db/journal.ts';
import {
  beginStep,
  endLongStep,
  endStep,
  endUnrecorded,
  flipStep,
  hasStepsToSweep,
  nextStepHolds,
  sweepSteps,
  useBatch,
} from '../db/journal.ts';
import { markPrunable } from '../db/journal-prune.ts';
import { createFlusher, createLogKeeper, keepLittleInMemory, keepTheUsualInMemory } from '../db/log.ts';
import type { OpenDatabase } from '../db/open.ts';
import { rewriteFile } from '../db/rewrite-file.ts';
import type { CommandContext, ProcedureContext } from '../features/context.ts';
import type { HistoryStore } from '../features/history.ts';
import type { LeadLists } from '../features/lead-lists.ts';
import type { Scores } from '../features/scores.ts';
import { refuseMoved } from '../files/place.ts';
import { createPause } from '../jobs/pause.ts';
import { createTurns } from './turns.ts';

/** Recorded changes swept in one turn: some 5 ms. */
const sweptAtOnce = 500;
/** Steps that go out of reach in one turn, and steps after which the history is looked at again. */
const prunedAtOnce = 200;
const pruneEvery = 256;

export const closedMeanwhile = () =>
  new Refusal('conflict', 'This workspace was closed meanwhile. Nothing was changed.');

export type StepsOptions = {
  readonly database: OpenDatabase;
  readonly scores: Scores;
  readonly history: HistoryStore;
  readonly lists: LeadLists;
  /** What the work is given, as of the moment its turn comes. */
  readonly context: () => CommandContext;
  readonly deviceId: string;
  readonly changed: (changed: Changed) => void;
  readonly log: (error: unknown, name: string) => string;
};

export type Steps = Pick<ProcedureContext, 'flip' | 'longStep' | 'unrecordedStep'> & {
  /** Runs a command in one transaction that is over before anything else runs. */
  readonly step: <T>(label: string, work: (context: CommandContext) => T) => Promise<T>;
  /** Runs work that must not meet a step half done. */
  readonly between: <T>(work: () => Promise<T>) => Promise<T>;
  /** To be called before a query is answered: during a long step the answer may show what is taken back later. */
  readonly noteRead: () => void;
};

export function createSteps({
  database,
  scores,
  history,
  lists,
  context,
  deviceId,
  changed,
  log,
}: StepsOptions): Steps {
  const { connection, writer } = database;
  const takeTurn = createTurns();
  const logKeeper = createLogKeeper(connection, takeTurn);
  const detour = createDetour(connection);
  let readMeanwhile = false;
  let sweeping = false;
  let stepsToPrune = 0;
  let prunedBy: Settings['undoHistory'] | null = null;

  function returnToLog(): void {
    try {
      detour.back();
    } catch (error) {
      log(error, 'returning to the log');
    }
  }

  /** A turn starts when all scores are loaded: loading reads in slices, and would see a write in between by halves. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    takeTurn(async () => {
      if (!connection.open) throw closedMeanwhile();
      refuseMoved(connection.name, database.place());
      logKeeper.noteCall();
      returnToLog();
      await scores.ready().catch(() => undefined);
      return work();
    });

  const begin = (label: string, { newId, now, settings }: CommandContext): number =>
    beginStep(writer, { id: newId(), label, at: now, deviceId, memberId: settings.actingAs });

  /** The step is committed by now: whatever fails here must not look as if it were not. */
  async function tell(step: StepResult): Promise<void> {
    if (step.tables.length === 0) return;
    try {
      history.forget(step);
      await scores.refresh(step);
      // Only now is the mirror of the scores, by which lists are found, in step again.
      lists.forget(step.tables);
    } catch (error) {
      log(error, 'after a step');
    }
    changed({ tables: step.tables });
    void sweep();
  }

  /** Whether the undo history is to be looked at: at first, when the owner chose another one, and every few hundred steps. */
  function pruneIsDue(): boolean {
    const chosen = context().settings.undoHistory;
    stepsToPrune = chosen === prunedBy ? stepsToPrune - 1 : 0;
    if (stepsToPrune > 0) return false;
    stepsToPrune = pruneEvery;
    prunedBy = chosen;
    return true;
  }

  /** Takes turns in between, a short one each, until no step is left that nothing can reach. */
  async function sweep(): Promise<void> {
    let prune = pruneIsDue();
    if (sweeping || !(prune || hasStepsToSweep(writer))) return;
    sweeping = true;
    try {
      const sweepSome = connection.transaction((): boolean => {
        if (sweepSteps(writer, sweptAtOnce)) return true;
        const { settings, now } = context();
        prune &&= markPrunable(writer, undoHistoryLimits[settings.undoHistory], now, prunedAtOnce) > 0;
        return prune;
      });
      while (await takeTurn(() => connection.open && sweepSome())) {
        logKeeper.afterStep(false);
        await nextTurn();
      }
    } catch (error) {
      log(error, 'sweeping');
    } finally {
      sweeping = false;
    }
  }

  /** A transaction that stays open while the event loop turns; nothing else writes meanwhile, because of the turns. */
  async function openTransaction<T>(big: boolean, work: (pause: () => Promise<void>) => Promise<T>): Promise<T> {
    const direct = big && detour.leave();
    const flusher = createFlusher(async () => {
      await syncUnlocked(`${connection.name}${direct ? '-journal' : '-wal'}`);
      if (direct) await database.sync();
    });
    const giveWay = createPause();
    const pause = (): Promise<void> => {
      flusher.nudge();
      return giveWay();
    };
    keepLittleInMemory(connection);
    connection.exec('BEGIN IMMEDIATE');
    readMeanwhile = false;
    try {
      const value = await work(pause);
      await flusher.finish();
      // From here on each piece takes a moment; in one turn of the event loop they would be one long one.
      await nextTurn();
      connection.exec('COMMIT');
      return value;
    } catch (error) {
      if (connection.open && connection.inTransaction) connection.exec('ROLLBACK');
      history.forget({ tables: allTables, leadIds: null });
      lists.forget();
      if (readMeanwhile) changed({ tables: allTables });
      throw error;
    } finally {
      await flusher.stop();
      if (connection.open) keepTheUsualInMemory(connection);
      if (direct) await nextTurn();
      returnToLog();
      if (direct) await nextTurn();
    }
  }

  return {
    step: (label, work) =>
      inTurn(async () => {
        const given = context();
        const [value, step] = connection
          .transaction(() => {
            const seq = begin(label, given);
            const answer = work(given);
            return [answer, endStep(writer, seq)] as const;
          })
          .immediate();
        await tell(step);
        logKeeper.afterStep(false);
        return value;
      }),
    longStep: (label, work, rows = 0) =>
      inTurn(async () => {
        const given = context();
        const [value, step] = await openTransaction(rows >= manyRows, async pause => {
          const seq = begin(label, given);
          const answer = await work({ ...given, pause, useBatch: id => useBatch(writer, seq, id) });
          return [answer, await endLongStep(writer, seq, pause)] as const;
        });
        await tell(step);
        logKeeper.afterStep(true);
        return value;
      }),
    unrecordedStep: work =>
      inTurn(async () => {
        const unrecorded = async <R>(todo: (given: CommandContext & { pause: () => Promise<void> }) => Promise<R>) => {
          const given = context();
          return openTransaction(false, async pause => {
            const seq = begin('erase', given);
            const answer = await todo({ ...given, pause });
            return [answer, await endUnrecorded(writer, seq, pause)] as const;
          });
        };
        const [value, step] = await unrecorded(work);
        await rewriteFile(connection);
        await unrecorded(async ({ db }) => markRewritten(db));
        await tell(step);
        logKeeper.afterStep(true);
        return value;
      }),
    flip: direction =>
      inTurn(async () => {
        const big = nextStepHolds(writer, direction, manyRows);
        const flipped = await openTransaction(big, pause => flipStep(writer, direction, pause));
        if (flipped) await tell(flipped);
        logKeeper.afterStep(true);
        return flipped;
      }),
    between: work =>
      takeTurn(async () => {
        if (!connection.open) throw closedMeanwhile();
        return work();
      }),
    noteRead: () => {
      logKeeper.noteCall();
      readMeanwhile ||= connection.inTransaction;
    },
  };
}
