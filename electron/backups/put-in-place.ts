// Puts a backup where the workspace is: at every moment either the old file is there or the new one, whole.
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../shared/result.ts';
import { syncFile, syncFolder } from '../db/whole-file.ts';

/**
 * Puts a copy of `backup` where `file` is. Up to the last moment the old file is there, after it the new one; a log of
 * the old one is never left beside the new one. `damaged`: the old one stays, under another name.
 */
export function putInPlace(backup: string, file: string, damaged: boolean): void {
  const draft = `${file}.restoring`;
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0 && !damaged) {
    throw new Refusal(
      'file',
      'The disk did not take the last changes in yet. Nothing was restored; make room and try again.',
    );
  }
  rmSync(draft, { force: true });
  copyFileSync(backup, draft);
  syncFile(draft);
  if (damaged) setAside(file);
  else rmSync(`${file}-wal`, { force: true });
  renameSync(draft, file);
  syncFolder(dirname(file));
}

/** Keeps a damaged file and its log under a new name: somebody may still get something out of it. */
function setAside(file: string): void {
  const name = (n: number): string =>
    file.replace(/(\.ripen)?$/i, n === 1 ? ' (damaged).ripen' : ` (damaged ${n}).ripen`);
  let n = 1;
  while (existsSync(name(n))) n += 1;
  // The log first: beside a new file it would be taken for that one's.
  for (const end of ['-wal', '']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${name(n)}${end}`);
}
