// Deletes bytes of files that neither a lead nor the undo history needs any more, a few at a time.
import type Database from 'better-sqlite3';
import type { Writer } from '../db/file/handle.ts';
import { beginLogWithId } from '../db/file/log-id.ts';
import { dropUnneededChunks } from '../db/tables/lead-files.ts';

/** Pieces deleted in one turn: some 10 ms. */
const atOnce = 4;

/** One turn; answers whether another one is needed. */
export const createFileSweep = (connection: Database.Database, writer: Writer) => (): boolean => {
  if (!connection.open) return false;
  beginLogWithId(connection);
  return dropUnneededChunks(writer, atOnce);
};
