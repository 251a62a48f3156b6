// The keys of a workspace that is locked with a passphrase, as they are stored in it: only the passphrase opens them.
import Database from 'better-sqlite3';
import type { Reader, Writer } from '../file/handle.ts';

const id = 'passphrase';
const write = 'INSERT INTO setting (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value';

/** JSON; null: the workspace has no passphrase. */
export const readPassphrase = (db: Reader): string | null =>
  db.pluck<string>('SELECT value FROM setting WHERE id = ?', [id])[0] ?? null;

export function writePassphrase(db: Writer, json: string | null): void {
  if (json === null) db.run('DELETE FROM setting WHERE id = ?', [id]);
  else db.run(write, [id, json]);
}

/** The same in a file that nobody has open, before it takes the place of a workspace. */
export function writePassphraseTo(file: string, json: string | null, addon: string | undefined): void {
  const connection = new Database(file, addon ? { nativeBinding: addon } : {});
  try {
    connection.pragma('trusted_schema = OFF');
    if (json === null) connection.prepare('DELETE FROM setting WHERE id = ?').run(id);
    else connection.prepare(write).run(id, json);
  } finally {
    connection.close();
  }
}
