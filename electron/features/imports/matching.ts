// Who is here already: everybody of the workspace by every key, and whoever the file has brought so far.
import type { Reader } from '../../db/handle.ts';
import { matchRowsAfter } from '../../db/imports.ts';
import type { DuplicateIndex } from '../../domain/import/duplicates.ts';
import { duplicateIndex } from '../../domain/import/duplicates.ts';
import { matchKeys } from '../../domain/import/keys.ts';

/** By the ids of leads. */
export type Matcher = DuplicateIndex<string>;

const chunk = 1000;

/** Reads what is there to be found, giving way between chunks. */
export async function createMatcher(db: Reader, country: string | null, pause: () => Promise<void>): Promise<Matcher> {
  const index = duplicateIndex<string>();
  for (let after = ''; ; ) {
    const rows = matchRowsAfter(db, after, chunk);
    for (const { id, ...facts } of rows) {
      index.add(id, matchKeys(facts, country));
      await pause();
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < chunk) break;
  }
  return index;
}
