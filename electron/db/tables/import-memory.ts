// What was corrected about imported files, as one setting of the workspace.
import { type ImportMemory, importMemorySchema, noImportMemory } from '../../../shared/import-memory.ts';
import type { Reader, Writer } from '../file/handle.ts';

/** The id of the setting that holds it. */
export const importMemoryId = 'importMemory';
const id = importMemoryId;

/** Nothing when there is none, or none that can be understood. */
export function readImportMemory(db: Reader): ImportMemory {
  const [stored] = db.pluck<string>('SELECT value FROM setting WHERE id = ?', [id]);
  return stored === undefined ? noImportMemory : importMemorySchema.catch(noImportMemory).parse(JSON.parse(stored));
}

/** Addresses of the owner's own firm. */
export const ownAddresses = (db: Reader): readonly string[] =>
  readImportMemory(db).addresses.map(({ address }) => address);

export const writeImportMemory = (db: Writer, memory: ImportMemory): void =>
  void db.run('INSERT INTO setting (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value', [
    id,
    JSON.stringify(memory),
  ]);

/** The row of the setting; -1: nothing is remembered. */
export const importMemoryRow = (db: Reader): number =>
  db.pluck<number>('SELECT rowid FROM setting WHERE id = ?', [id])[0] ?? -1;

/** The same stored text without own addresses of which only `erasedMark` is left: they are nobody's any more. */
export function withoutErasedAddresses(stored: string, erasedMark: string): string {
  const memory = importMemorySchema.safeParse(JSON.parse(stored));
  if (!memory.success) return stored;
  const addresses = memory.data.addresses.filter(({ address }) => address !== erasedMark);
  return JSON.stringify({ ...memory.data, addresses });
}
