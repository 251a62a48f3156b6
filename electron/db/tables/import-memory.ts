// What was corrected about imported files, as one setting of the workspace.
import { type ImportMemory, importMemorySchema, noImportMemory } from '../../../shared/import-memory.ts';
import type { Reader, Writer } from '../file/handle.ts';

const id = 'importMemory';

/** Nothing when there is none, or none that can be understood. */
export function readImportMemory(db: Reader): ImportMemory {
  const [stored] = db.pluck<string>('SELECT value FROM setting WHERE id = ?', [id]);
  return stored === undefined ? noImportMemory : importMemorySchema.catch(noImportMemory).parse(JSON.parse(stored));
}

export const writeImportMemory = (db: Writer, memory: ImportMemory): void =>
  void db.run('INSERT INTO setting (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value', [
    id,
    JSON.stringify(memory),
  ]);
