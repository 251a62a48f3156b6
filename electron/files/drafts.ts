// Drafts: a file is written beside its place under a name nobody else has, and takes its place when it is whole.

import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dayMs } from '../../shared/dates.ts';

const pattern = /^\.ripen-[0-9a-f]{16}\.part(?:-journal|-wal)?$/;
/** Ms after which a draft was left by a process that was killed. */
const leftAfter = dayMs;

/** Half the digits of a draft's name tell whose it is. */
const ownDigits = (file: string): string => createHash('sha256').update(basename(file)).digest('hex').slice(0, 8);

/** A new name beside `file`: short, since a name may have 255 bytes only, and never that of a file that is not ours. */
export const draftBeside = (file: string): string =>
  join(dirname(file), `.ripen-${ownDigits(file)}${randomBytes(4).toString('hex')}.part`);

/** Removes every draft of a file that this process alone may write: what a kill left of one may be readable where the file is not. */
export function sweepOwnDrafts(file: string): void {
  const start = `.ripen-${ownDigits(file)}`;
  for (const name of readdirSync(dirname(file)))
    if (pattern.test(name) && name.startsWith(start)) rmSync(join(dirname(file), name), { force: true });
}

/** Removes drafts beside `file` that were left a day ago or longer. Other files are left alone, whatever they end in. */
export function sweepDrafts(file: string): void {
  const folder = dirname(file);
  try {
    for (const name of readdirSync(folder)) {
      if (!pattern.test(name)) continue;
      const draft = join(folder, name);
      if (Date.now() - statSync(draft).mtimeMs > leftAfter) rmSync(draft, { force: true });
    }
  } catch {
    // Nothing depends on it.
  }
}
