// Where things of a workspace lie: beside its file, under names that follow from its own.
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/result.ts';

/**
 * The folder of a workspace's backups: "Mill.ripen" has "Mill backups" beside it. "Mill.RIPEN" may be another file on the same
 * disk, so it has a folder of its own.
 */
export const backupFolder = (file: string): string =>
  join(dirname(file), `${basename(file).replace(/\.ripen$/, '')} backups`);

/** Bytes a disk takes for a name, less those of the longest ending that SQLite puts behind it (-journal). */
const longestName = 255 - 8;

export function refuseLongName(file: string): void {
  if (Buffer.byteLength(basename(file)) <= longestName) return;
  throw new AppError('file', 'This name is too long for a workspace. Choose a shorter one; nothing was changed.');
}
