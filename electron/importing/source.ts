// Source of an import: file or pasted cells, its size, local defaults, errors.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { AppError } from '../../shared/result.ts';
import type { ImportSource } from '../jobs/import-parser/bytes.ts';
import type { QueryContext } from '../services/context.ts';
import { isDayFirst } from '../services/day-order.ts';

export const stopped = () => new AppError('conflict', 'Import stopped. Nothing was changed.');

export const fileNameOf = (source: ImportSource): string =>
  source.kind === 'file'
    ? nameOf(source.path)
    : source.kind === 'files'
      ? `${nameOf(source.paths[0] ?? '')} and ${source.paths.length - 1} more`
      : 'Pasted cells';

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Paths of a source; none of what was pasted. */
const pathsOf = (source: ImportSource): readonly string[] =>
  source.kind === 'file' ? [source.path] : source.kind === 'files' ? source.paths : [];

/** Tells a source as it is now, read in one way, from others: another size or time of a file is another file. */
export async function stampOf(source: ImportSource, ...how: readonly unknown[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([source.kind, how]));
  for (const path of pathsOf(source)) {
    const { size, mtimeNs } = await stat(path, { bigint: true });
    hash.update(JSON.stringify([path, String(size), String(mtimeNs)]));
  }
  if (source.kind === 'pasted') hash.update(source.text);
  if (source.kind === 'bytes') hash.update(source.bytes);
  return hash.digest('hex');
}

/** About how many rows a source has: a row takes some 100 bytes, in a workbook (which is packed) hardly less. */
export async function rowsOf(source: ImportSource): Promise<number> {
  let bytes = source.kind === 'pasted' ? source.text.length : source.kind === 'bytes' ? source.bytes.length : 0;
  for (const path of pathsOf(source)) bytes += (await stat(path)).size;
  return Math.ceil(bytes / 100);
}

/** How dates and decimals are usually written where the workspace is. */
export function homeOf(context: QueryContext): { readonly dateOrder: 'dmy' | 'mdy'; readonly decimal: '.' | ',' } {
  const { locale } = context;
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(part => part.type === 'decimal')?.value;
  return {
    dateOrder: isDayFirst(context) ? 'dmy' : 'mdy',
    decimal: decimal === '.' ? '.' : ',',
  };
}

/** How often waiting for something that cannot be stopped itself looks whether the owner still waits. */
const lookEveryMs = 100;

/** Waits for `work`, but no longer than the owner does: stopped, it goes on by itself, and its end is of no interest. */
export function unlessStopped(work: Promise<void>, isCancelled: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      if (isCancelled()) reject(stopped());
    }, lookEveryMs);
    work.then(resolve, reject).finally(() => clearInterval(timer));
  });
}

/** Says in a sentence what stopped the work: the owner, or the file. */
export async function withFriendlyErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'Canceled') throw stopped();
    const code = 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new AppError('file', 'This file no longer exists. Nothing was changed.');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR') {
      throw new AppError('file', 'Ripen has no permission to read this file. Nothing was changed.');
    }
    throw error;
  }
}
