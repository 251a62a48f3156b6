// Whether two paths name the same file: by what the disk says, since one file has many spellings.
import { type BigIntStats, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Device and inode; on Windows volume and file index. The same for every path to one file. */
export type FileId = string;

export const idOf = ({ dev, ino }: BigIntStats): FileId => `${dev}:${ino}`;

/** The identity of what a path leads to, links followed; null: there is nothing, or it cannot be asked. Opens nothing. */
export function fileId(path: string): FileId | null {
  try {
    return idOf(statSync(path, { bigint: true }));
  } catch {
    return null;
  }
}

/** A path with every link of it followed, also of a file that is not there yet: then its folder's real path and its name. */
export function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync.native(whole);
  } catch {
    const folder = dirname(whole);
    return folder === whole ? whole : join(realPath(folder), basename(whole));
  }
}

/** Letter case and Unicode form told apart by some disks and not by others: equal here means "may be the same". */
export const looseName = (path: string): string => path.normalize('NFC').toLowerCase();
