// Rows that refer to rows which are not there: mended so that nothing readable is thrown away, each kind of mending counted.
import type Database from 'better-sqlite3';
import { quoted } from './names.ts';

type Violation = { readonly table: string; readonly rowid: number; readonly parent: string; readonly fkid: number };
type Column = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
};

export type Mended = {
  /** References that were emptied, for they may be. */
  readonly emptied: number;
  /** Rows made in place of those that are gone, named "Recovered". */
  readonly made: number;
  /** Rows that could be kept in no way. */
  readonly removed: number;
};

/** What columns hold that must hold one of a few words. */
const usual: Readonly<Record<string, string>> = { stage: 'lead', side: 'both', kind: 'text', status: 'open' };

/** The least a row needs, so that what refers to it stays. */
function makeRow(connection: Database.Database, table: string, id: unknown): boolean {
  const columns = connection
    .prepare('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)')
    .all(table) as Column[];
  const needed = columns.filter(
    ({ notnull, dflt_value, name }) => notnull === 1 && dflt_value === null && name !== 'id',
  );
  const values = needed.map(({ name, type }) => usual[name] ?? (type === 'INTEGER' ? 0 : 'Recovered'));
  const names = ['id', ...needed.map(({ name }) => name)];
  const named = table === 'lead' ? [...names, 'last_name'] : names;
  const row = [id, ...values, ...(table === 'lead' ? ['Recovered'] : [])];
  try {
    connection
      .prepare(
        `INSERT INTO ${quoted(table)} (${named.map(quoted).join(', ')}) VALUES (${named.map(() => '?').join(', ')})`,
      )
      .run(row);
    return true;
  } catch {
    return false;
  }
}

/** A lead that was made again stands where its last stage change put it; one without any begins now. */
function settleLead(connection: Database.Database, id: unknown): void {
  const last = connection
    .prepare('SELECT to_stage, at FROM stage_change WHERE lead_id = ? ORDER BY at DESC, id DESC LIMIT 1')
    .raw()
    .get(id) as readonly [string, number] | undefined;
  if (last) connection.prepare('UPDATE lead SET stage = ?, stage_since = ? WHERE id = ?').run(last[0], last[1], id);
  else {
    connection
      .prepare(
        "INSERT INTO stage_change (id, lead_id, at, from_stage, to_stage, cause) VALUES (?, ?, 0, NULL, 'lead', 'created')",
      )
      .run(`recovered ${String(id)}`, id);
  }
}

/** To be called inside a transaction, foreign keys off. Running it twice changes nothing the second time. */
export function mendOrphans(connection: Database.Database): Mended {
  const counts = { emptied: 0, made: 0, removed: 0 };
  // What is made or removed may leave others without what they refer to, but not for long.
  for (let round = 0; round < 10; round += 1) {
    const violations = connection
      .prepare('SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check')
      .all() as Violation[];
    if (violations.length === 0) break;
    for (const { table, rowid, parent, fkid } of violations) {
      const key = connection
        .prepare('SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?')
        .pluck()
        .get(table, fkid);
      const column = String(key);
      const where = `${quoted(table)} WHERE rowid = ${Number(rowid)}`;
      const id = connection
        .prepare(`SELECT ${quoted(column)} FROM ${where}`)
        .pluck()
        .get();
      if (id === undefined || id === null) continue;
      const mayBeEmpty =
        connection.prepare('SELECT "notnull" FROM pragma_table_info(?) WHERE name = ?').pluck().get(table, column) ===
        0;
      const isThere = connection
        .prepare(`SELECT 1 FROM ${quoted(parent)} WHERE ${parent === 'step' ? 'seq' : 'id'} = ?`)
        .get(id);
      if (isThere) continue;
      if (mayBeEmpty) {
        connection.prepare(`UPDATE ${quoted(table)} SET ${quoted(column)} = NULL WHERE rowid = ?`).run(rowid);
        counts.emptied += 1;
      } else if (parent !== 'step' && makeRow(connection, parent, id)) {
        if (parent === 'lead') settleLead(connection, id);
        counts.made += 1;
      } else {
        connection.prepare(`DELETE FROM ${where}`).run();
        counts.removed += 1;
      }
    }
  }
  return counts;
}
