// Runs work as steps: one transaction and one journal entry each, then emits one `changed` event.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { tables as allTables } from '../../shared/contract/entry.ts';
import type { Changed } from '../../shared/contract.ts';
import { AppError } from '../../shared/result.ts';
import { beginLogWithId, renewLogId } from '../db/file/log-id.ts';
import type { OpenDatabase } from '../db/file/open.ts';
import { createRollbackMode, manyRows, syncUnlocked } from '../db/file/rollback-mode.ts';
import { createCheckpointer, createFlusher, keepLittleInMemory, keepTheUsualInMemory } from '../db/file/wal.ts';
import { wipeDeadSpace } from '../db/file/wipe.ts';
import type { StepResult } from '../db/journal/journal.ts';
import { beginBatch, beginStep, endLongStep, endStep, endUnrecorded, undoOrRedoStep } from '../db/journal/journal.ts';
import { nextStepHolds, requireNextStep } from '../db/journal/next-step.ts';
import { markRewritten } from '../db/tables/erasures.ts';
import { refuseMoved } from '../files/file-state.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { CommandContext, ProcedureContext } from '../services/context.ts';
import { endAllUnwantedPlans, endUnwantedPlans } from '../services/self-start.ts';
import type { Outbox } from '../sharing/sharing.ts';
import type { HistoryStore } from '../stores/history-store.ts';
import type { LeadLists } from '../stores/lead-lists.ts';
import type { Scores } from '../stores/score-store.ts';
import { createMutex } from './mutex.ts';
import { createSweep } from './sweep.ts';

export const closedMeanwhile = () =>
  new AppError('conflict', 'This workspace was closed meanwhile. Nothing was changed.');

export type StepsOptions = {
  readonly database: OpenDatabase;
  readonly scores: Scores;
  readonly history: HistoryStore;
  readonly lists: LeadLists;
  /** What the work is given, as of the moment its turn comes. */
  readonly context: () => CommandContext;
  readonly deviceId: string;
  readonly sharing: Outbox;
  readonly changed: (changed: Changed) => void;
  readonly log: (error: unknown, name: string) => string;
};

/** Hears the id of the undo step that was made or taken; nothing when the work changed nothing. */
export type NoteStep = (id: string) => void;

export type Steps = Pick<ProcedureContext, 'unrecordedStep' | 'between'> & {
  /** What a procedure may do with steps; `note` hears of each. */
  readonly noting: (note: NoteStep) => Pick<ProcedureContext, 'undoOrRedo' | 'longStep'>;
  /** Runs a command in one transaction that is over before anything else runs. */
  readonly step: <T>(label: string, work: (context: CommandContext) => T, note: NoteStep) => Promise<T>;
  /** Runs work in one transaction of which the journal keeps nothing, and which undo cannot reach. */
  readonly stepOutsideUndo: (work: (db: CommandContext['db']) => void) => Promise<void>;
  /** The same for work of other computers, of which everybody here is told. `stepSeq`: the step that it is while it runs. */
  readonly receive: <T>(work: (db: CommandContext['db'], stepSeq: number) => T) => Promise<T>;
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
  sharing,
  changed,
  log,
}: StepsOptions): Steps {
  const { connection, writer } = database;
  const runExclusive = createMutex();
  const checkpointer = createCheckpointer(connection, runExclusive);
  const rollbackMode = createRollbackMode(connection);
  let readMeanwhile = false;
  const sweep = createSweep({ connection, writer, checkpointer, runExclusive, context, log });

  function returnToWal(): void {
    try {
      rollbackMode.back();
    } catch (error) {
      log(error, 'returning to the log');
    }
  }

  /** A turn starts when all scores are loaded: loading reads in slices, and would see a write in between by halves. */
  const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
    runExclusive(async () => {
      if (!connection.open) throw closedMeanwhile();
      refuseMoved(connection.name, database.fileState());
      checkpointer.noteCall();
      returnToWal();
      await scores.ready().catch(() => undefined);
      return work();
    });

  function begin(
    label: string,
    { newId, now, settings }: CommandContext,
  ): { readonly seq: number; readonly id: string } {
    const id = newId();
    return { id, seq: beginStep(writer, { id, label, at: now, deviceId, memberId: settings.actingAs }) };
  }

  /** The step is committed by now: whatever fails here must not look as if it were not. */
  async function emitChanged(step: StepResult): Promise<void> {
    if (step.tables.length === 0) return;
    try {
      history.forget(step);
      lists.forget(step.tables);
      await scores.refresh(step);
      // Only now does the score cache, by which lists are found, hold what the step changed.
      lists.forget(step.tables);
    } catch (error) {
      log(error, 'after a step');
    }
    changed({ tables: step.tables });
    void sweep();
  }

  /** A transaction that stays open while the event loop turns; nothing else writes meanwhile, because of the turns. */
  async function openTransaction<T>(
    big: boolean,
    work: (yieldToEventLoop: () => Promise<void>) => Promise<T>,
  ): Promise<T> {
    const yieldNow = createYield();
    const direct = big && rollbackMode.leave();
    const flusher = createFlusher(async () => {
      await syncUnlocked(`${connection.name}${direct ? '-journal' : '-wal'}`);
      if (direct) await database.sync();
    });
    const yieldToEventLoop = (): Promise<void> => {
      flusher.nudge();
      return yieldNow();
    };
    if (!direct) beginLogWithId(connection);
    keepLittleInMemory(connection);
    connection.exec('BEGIN IMMEDIATE');
    readMeanwhile = false;
    try {
      // The file changes without a log: the old pages beside it are told from those of another state by the id.
      if (direct) renewLogId(connection, 'large write');
      const value = await work(yieldToEventLoop);
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
      returnToWal();
      if (direct) await nextTurn();
    }
  }

  /** One transaction of which the journal keeps nothing. */
  function unrecorded<R>(
    todo: (given: CommandContext & { yieldToEventLoop: () => Promise<void>; stepSeq: number }) => Promise<R>,
    rows = 0,
  ): Promise<readonly [R, StepResult]> {
    const given = context();
    return openTransaction(rows >= manyRows, async yieldToEventLoop => {
      const { seq } = begin('erase', given);
      const answer = await todo({ ...given, yieldToEventLoop, stepSeq: seq });
      return [answer, await endUnrecorded(writer, seq, yieldToEventLoop)] as const;
    });
  }

  const noting: Steps['noting'] = note => ({
    longStep: (label, work, rows = 0) =>
      exclusively(async () => {
        const given = context();
        const [value, step, id] = await openTransaction(rows >= manyRows, async yieldToEventLoop => {
          const { seq, id } = begin(label, given);
          const answer = await work({
            ...given,
            yieldToEventLoop,
            beginBatch: batch => beginBatch(writer, seq, batch),
          });
          await endAllUnwantedPlans(given, yieldToEventLoop);
          const result = await endLongStep(writer, seq, yieldToEventLoop);
          sharing.put({ stepSeq: seq, stepId: id, label, memberId: given.settings.actingAs }, given.now);
          return [answer, result, id] as const;
        });
        if (step.tables.length > 0) note(id);
        await emitChanged(step);
        checkpointer.afterStep(true);
        return value;
      }),
    undoOrRedo: (direction, only) =>
      exclusively(async () => {
        if (only !== undefined) requireNextStep(writer, direction, only);
        const big = nextStepHolds(writer, direction, manyRows);
        const { now, settings } = context();
        const undoneOrRedone = await openTransaction(big, async yieldToEventLoop => {
          const putFlipped = sharing.beforeFlip();
          const flipped = await undoOrRedoStep(writer, direction, yieldToEventLoop, sharing.othersWork(direction));
          return flipped && putFlipped(flipped, settings.actingAs, now);
        });
        if (undoneOrRedone) {
          note(undoneOrRedone.id);
          await emitChanged(undoneOrRedone);
        }
        checkpointer.afterStep(true);
        return undoneOrRedone;
      }),
  });

  return {
    noting,
    step: (label, work, note) =>
      exclusively(async () => {
        const given = context();
        beginLogWithId(connection);
        const [value, step, id] = connection
          .transaction(() => {
            const { seq, id } = begin(label, given);
            const answer = work(given);
            endUnwantedPlans(given, seq);
            const result = endStep(writer, seq);
            sharing.put({ stepSeq: seq, stepId: id, label, memberId: given.settings.actingAs }, given.now);
            return [answer, result, id] as const;
          })
          .immediate();
        if (step.tables.length > 0) note(id);
        await emitChanged(step);
        checkpointer.afterStep(false);
        return value;
      }),
    stepOutsideUndo: work => exclusively(async () => void (await unrecorded(async ({ db }) => work(db)))),
    receive: work =>
      exclusively(async () => {
        const [value, step] = await unrecorded(async ({ db, stepSeq }) => work(db, stepSeq));
        await emitChanged(step);
        return value;
      }),
    unrecordedStep: (work, watch = {}, rows) =>
      exclusively(async () => {
        const [value, step] = await unrecorded(work, rows);
        // Before the file is wiped: that takes long, and what was erased is gone by now.
        await emitChanged(step);
        try {
          const wiped = await wipeDeadSpace(database, { ...watch, yieldToEventLoop: createYield() });
          if (wiped) await unrecorded(async ({ db }) => markRewritten(db));
          return { value, wiped };
        } finally {
          if (connection.open) checkpointer.afterStep(true);
        }
      }),
    between: work =>
      runExclusive(async () => {
        if (!connection.open) throw closedMeanwhile();
        return work();
      }),
    noteRead: () => {
      checkpointer.noteCall();
      readMeanwhile ||= connection.inTransaction;
    },
  };
}
