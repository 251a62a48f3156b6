// Overwrites what was deleted and still stands between the rows of an open file, in slices, while nothing else writes.
import { AppError } from '../../../shared/result.ts';
import { freePagesOf, maxPages, wipePage } from '../raw/dead-space.ts';
import { shapeOf } from '../raw/page.ts';
import type { OpenDatabase } from './open.ts';
import { logSize, mergeLog } from './wal.ts';

/** Pages read in one go: a quarter of a megabyte. */
const pagesAtOnce = 64;
/** SQLite locks bytes here, and keeps nothing in this page (https://www.sqlite.org/fileformat.html, 1.5). */
const lockByte = 2 ** 30;

export type WipeOptions = {
  readonly yieldToEventLoop: () => Promise<void>;
  /** Hears of whole megabytes of the file. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** Asked between two slices; true: the rest is left for another time. */
  readonly isStopped?: (() => boolean) | undefined;
};

const megabyte = 1024 * 1024;

const notWiped = (): AppError =>
  new AppError(
    'file',
    'The people were erased, and what is left of them between the rows of the file could not be overwritten yet. Free up space on the disk and open the workspace again; Ripen then finishes it.',
  );

/**
 * `secure_delete` overwrites what is deleted, but not the copies that stay behind where SQLite moved rows between pages, nor what
 * stands in pages that became free without it. There is no row, so zeros there change nothing: a kill at any moment leaves a whole file. No step may be open or begin meanwhile.
 * Answers whether all of it was done.
 */
export async function wipeDeadSpace(
  database: OpenDatabase,
  { yieldToEventLoop, progress, isStopped = () => false }: WipeOptions,
): Promise<boolean> {
  const { connection, held } = database;
  mergeLog(connection);
  // What lies in the log would be merged over what is wiped here.
  if (logSize(connection.name) > 0) throw notWiped();
  const shape = shapeOf(held.read(0, 100));
  const { pageSize } = shape ?? { pageSize: 0 };
  const count = Number(connection.pragma('page_count', { simple: true }));
  if (!shape || count >= maxPages) throw notWiped();
  const free = freePagesOf(shape, number => {
    const page = held.read((number - 1) * pageSize, pageSize);
    return number <= count && page.length === pageSize ? page : null;
  });
  const megabytes = Math.ceil((count * pageSize) / megabyte);
  let stopped = false;
  for (let first = 1; first <= count; first += pagesAtOnce) {
    stopped = isStopped();
    if (stopped) break;
    const bytes = held.read((first - 1) * pageSize, Math.min(pagesAtOnce, count + 1 - first) * pageSize);
    for (let at = 0; at + pageSize <= bytes.length; at += pageSize) {
      const number = first + at / pageSize;
      if ((number - 1) * pageSize === lockByte) continue;
      const page = bytes.subarray(at, at + pageSize);
      if (wipePage(page, number, shape, free)) held.write((number - 1) * pageSize, page);
    }
    progress?.(Math.floor(((first - 1) * pageSize + bytes.length) / megabyte), megabytes);
    await yieldToEventLoop();
  }
  progress?.(megabytes, megabytes);
  // Pages in memory are as they were before, and would be written back with the next change to them.
  connection.pragma('shrink_memory');
  await database.sync();
  return !stopped;
}
