// Writes the whole file anew, so that nothing of what was deleted is left in it or in the WAL beside it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { mergeLog } from '../file/wal.ts';

/**
 * VACUUM is one piece, about a second per 100 MB. `secure_delete` overwrites what is deleted, but not the copies that stay
 * behind where SQLite moved rows between pages.
 */
export async function rewriteFile(connection: Database.Database): Promise<void> {
  connection.exec('VACUUM');
  await nextTurn();
  mergeLog(connection);
}
