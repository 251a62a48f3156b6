// WAL checkpoints: fsync before a large commit, checkpoint when idle.
import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';

const megabyte = 1024 * 1024;
/** From here on a log is worth merging. */
const long = 4 * megabyte;
/** How much a log may grow on small steps before it is merged whether or not somebody is waiting. */
const maxGrowth = 10 * megabyte;
/** Ms without a call before a long log is merged. */
const quietMs = 1000;
/** Ms between two times of asking the disk to go ahead. */
const flushEveryMs = 250;

/** Endings of the files that may lie beside a workspace file. They belong to it alone: beside another file they damage it. */
export const sidecarFiles = ['-wal', '-journal'] as const;

export const logSize = (file: string): number => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** Connections of which it is not known whether the next commit goes on with the log or begins a new one. */
const uncertain = new WeakSet<Database.Database>();
export const hasUncertainLog = (connection: Database.Database): boolean => uncertain.has(connection);
export const noteUncertainLog = (connection: Database.Database): void => void uncertain.add(connection);
export const noteCertainLog = (connection: Database.Database): void => void uncertain.delete(connection);

/** Merges the log into the file and empties it. */
export function mergeLog(connection: Database.Database): void {
  noteUncertainLog(connection);
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // No room to merge, say: the log stays beside the file, whole, and is read at the next start.
  }
}

export type Flusher = {
  /** To be called often while much is written: asks the disk to take what has come together, and does not wait. */
  readonly nudge: () => void;
  /** Resolves when all that has been written so far is on the disk. */
  readonly finish: () => Promise<void>;
  /** Resolves when nothing runs in the background any more. */
  readonly stop: () => Promise<void>;
};

/**
 * Makes the sync of a big commit short: most of it is on the disk by then. It only hurries; what makes a commit last is
 * SQLite's own sync.
 */
export function createFlusher(sync: () => Promise<void>): Flusher {
  let ended = performance.now();
  let running: Promise<void> | null = null;
  // Nothing depends on it.
  const flush = (): Promise<void> => sync().catch(() => undefined);
  return {
    nudge: () => {
      if (running || performance.now() - ended < flushEveryMs) return;
      running = flush().finally(() => {
        running = null;
        ended = performance.now();
      });
    },
    finish: async () => {
      await running;
      await flush();
    },
    stop: async () => void (await running),
  };
}

/** KB of pages a long transaction may hold in memory, and what SQLite holds otherwise. */
const littleCache = 4000;
const usualCache = 16_000;

/**
 * A transaction keeps what it has changed in memory until its cache is full, and its commit has to write the rest: with a
 * small cache that is little. It costs the import nothing measurable; the operating system has the pages as well.
 */
export const keepLittleInMemory = (connection: Database.Database): void =>
  void connection.pragma(`cache_size = -${littleCache}`);
export const keepTheUsualInMemory = (connection: Database.Database): void =>
  void connection.pragma(`cache_size = -${usualCache}`);

export type Checkpointer = {
  /** There was a call just now. */
  readonly noteCall: () => void;
  /** After a step that is over. A long one may leave a log as big as itself for a moment. */
  readonly afterStep: (long: boolean) => void;
};

/** `exclusively` runs work when nothing else writes. */
export function createCheckpointer(
  connection: Database.Database,
  exclusively: (work: () => void) => Promise<unknown>,
): Checkpointer {
  let lastCall = 0;
  let allowed = maxGrowth;
  let before = 0;
  let timer: NodeJS.Timeout | undefined;
  const merge = (): void => {
    if (!connection.open || connection.inTransaction) return;
    mergeLog(connection);
    allowed = maxGrowth;
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (performance.now() - lastCall < quietMs) later();
      else void exclusively(merge);
    }, quietMs);
    timer.unref();
  };
  return {
    noteCall: () => {
      lastCall = performance.now();
    },
    afterStep: isLong => {
      lastCall = performance.now();
      const size = logSize(connection.name);
      if (isLong && size - before > long) allowed = Math.max(allowed, size + maxGrowth);
      before = size;
      if (size > allowed) merge();
      else if (size > long) later();
    },
  };
}
