// Writes the whole file anew, so that nothing of what was deleted is left in it or in the log beside it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { mergeSearch } from './erasures.ts';
import type { Writer } from './handle.ts';
import { mergeLog } from './log.ts';

/**
 * The search index is merged in slices; VACUUM is one piece, about a second per 100 MB. `secure_delete` overwrites what is
 * deleted, but not the copies that stay behind where SQLite moved rows between pages.
 */
export async function rewriteFile(connection: Database.Database, writer: Writer): Promise<void> {
  for (let first = true; mergeSearch(writer, first); first = false) await nextTurn();
  connection.exec('VACUUM');
  await nextTurn();
  mergeLog(connection);
}
