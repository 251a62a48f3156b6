// Drafts: a file is written beside its place under a name nobody else has, and takes its place when it is whole.

import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dayMs } from '../../shared/dates.ts';

const pattern = /^\.ripen-[0-9a-f]{16}\.part(?:-journal|-wal)?$/;
/** Ms after which a draft was left by a process that was killed. */
const leftAfter = dayMs;

/** A new name beside `file`: short, since a name may have 255 bytes only, and never that of a file that is not ours. */
export const draftBeside = (file: string): string =>
  join(dirname(file), `.ripen-${randomBytes(8).toString('hex')}.part`);

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
