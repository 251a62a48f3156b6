// Replaces the workspace with a backup; at every moment either the old or the new file is complete.
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../shared/result.ts';
import { companions } from '../db/log.ts';
import { syncFile, syncFolder } from '../db/whole-file.ts';

/**
 * Puts a copy of `backup` where `file` is. Up to the last moment the old file is there, after it the new one; what lay
 * beside the old one, a log or old pages, is never left beside the new one. `damaged`: the old one stays, under another name.
 */
export function putInPlace(backup: string, file: string, damaged: boolean): void {
  const draft = `${file}.restoring`;
  const left = companions.some(end => (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0) > 0);
  if (left && !damaged) {
    throw new Refusal(
      'file',
      'The last changes could not be written to disk. Nothing was restored. Free up disk space and try again.',
    );
  }
  rmSync(draft, { force: true });
  copyFileSync(backup, draft);
  syncFile(draft);
  if (damaged) setAside(file);
  else for (const end of companions) rmSync(file + end, { force: true });
  renameSync(draft, file);
  syncFolder(dirname(file));
}

/** Keeps a damaged file and its sidecar files under a new name, for later recovery. */
function setAside(file: string): void {
  const name = (n: number): string =>
    file.replace(/(\.ripen)?$/i, n === 1 ? ' (damaged).ripen' : ` (damaged ${n}).ripen`);
  let n = 1;
  while (existsSync(name(n))) n += 1;
  // The companions first: beside a new file they would be taken for that one's.
  for (const end of [...companions, ''])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${name(n)}${end}`);
}
