// All SQL of rows that several computers share: as they were before sharing, and as they are in the tables.
import type { SharedRow } from '../../sync/registers.ts';
import type { Reader, SqlValue, Writer } from '../file/handle.ts';
import { quoted } from './names.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Keeps a row as it is before the first packet touches it; what is kept already stays. A row that comes says to which leads it belongs. */
export function keepStart(
  db: Writer,
  table: string,
  id: string,
  start: SharedRow | null,
  columns: object = start ?? {},
): void {
  const { lead_id: lead, other_id: other } = columns as { lead_id?: unknown; other_id?: unknown };
  db.run(
    `INSERT INTO shared_row (table_name, row_id, start, lead_id, other_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (table_name, row_id) DO UPDATE SET lead_id = coalesce(lead_id, excluded.lead_id),
       other_id = coalesce(other_id, excluded.other_id) WHERE lead_id IS NULL AND excluded.lead_id IS NOT NULL`,
    [table, id, start && JSON.stringify(start), text(lead), text(other)],
  );
}

export const isShared = (db: Reader, table: string, id: string): boolean =>
  db.get('SELECT 1 FROM shared_row WHERE table_name = ? AND row_id = ?', [table, id]) !== undefined;

/** Further ids of a row that is several. */
export const idsShownAs = (db: Reader, table: string, id: string): readonly string[] =>
  db.pluck<string>('SELECT row_id FROM shared_row WHERE table_name = ? AND shown_as = ? ORDER BY row_id', [table, id]);

/** From now on these rows are shown as another one; null: as themselves. */
export function showAs(db: Writer, table: string, ids: readonly string[], as: string | null): void {
  db.run(
    `UPDATE shared_row SET shown_as = ? WHERE table_name = ? AND shown_as IS NOT ?
     AND row_id IN (SELECT value FROM json_each(?))`,
    [as, table, as, JSON.stringify(ids)],
  );
}

/** Rows that were kept as they were before sharing, of those asked for. */
export const startsOf = (
  db: Reader,
  table: string,
  ids: readonly string[],
): readonly { id: string; start: SharedRow | null }[] =>
  db
    .raw<readonly [string, string | null]>(
      'SELECT row_id, start FROM shared_row WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?))',
      [table, JSON.stringify(ids)],
    )
    .map(([id, start]) => ({ id, start: start === null ? null : JSON.parse(start) }));

/** Rows as they are in the table. */
export const rowsIn = (db: Reader, table: string, ids: readonly string[]): readonly SharedRow[] =>
  db.all<SharedRow>(`SELECT * FROM ${quoted(table)} WHERE id IN (SELECT value FROM json_each(?))`, [
    JSON.stringify(ids),
  ]);

/** Ids of a table: of rows that are there, and of those that were or came. */
export const allIds = (db: Reader, table: string): readonly string[] =>
  db.pluck<string>(`SELECT id FROM ${quoted(table)} UNION SELECT row_id FROM shared_row WHERE table_name = ?`, [table]);

/** Ids of the rows that belong to leads by a column, there or not. */
export const idsOfLeads = (
  db: Reader,
  table: string,
  column: 'lead_id' | 'other_id',
  leadIds: readonly string[],
): readonly string[] =>
  db.pluck<string>(
    `SELECT id FROM ${quoted(table)} WHERE ${column} IN (SELECT value FROM json_each(?1))
     UNION SELECT row_id FROM shared_row WHERE ${column} IN (SELECT value FROM json_each(?1)) AND table_name = ?2`,
    { 1: JSON.stringify(leadIds), 2: table },
  );

/** The leads to which some rows of a table belong, there or not. */
export const leadsOfRows = (
  db: Reader,
  table: string,
  ids: readonly string[],
  column: 'lead_id' | 'other_id',
): readonly string[] =>
  db
    .pluck<string | null>(
      `SELECT ${column} FROM ${quoted(table)} WHERE id IN (SELECT value FROM json_each(?1))
       UNION SELECT ${column} FROM shared_row WHERE table_name = ?2 AND row_id IN (SELECT value FROM json_each(?1))`,
      { 1: JSON.stringify(ids), 2: table },
    )
    .filter(id => id !== null);

/** All leads of which anything was touched since sharing began. */
export const touchedLeads = (db: Reader): readonly string[] =>
  db.pluck<string>(
    `SELECT lead_id FROM shared_row WHERE lead_id IS NOT NULL UNION SELECT other_id FROM shared_row WHERE other_id IS NOT NULL
     UNION SELECT row_id FROM shared_row WHERE table_name = 'lead'`,
  );

export const rowsReferringTo = (db: Reader, table: string, column: string, id: string): readonly SharedRow[] =>
  db.all<SharedRow>(`SELECT * FROM ${quoted(table)} WHERE ${quoted(column)} = ?`, [id]);

export const deleteRow = (db: Writer, table: string, id: string): number =>
  db.run(`DELETE FROM ${quoted(table)} WHERE id = ?`, [id]);

export function insertWhole(db: Writer, table: string, row: SharedRow): void {
  const names = Object.keys(row);
  db.run(
    `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    Object.values(row),
  );
}

export function writeColumns(db: Writer, table: string, id: string, columns: Readonly<Record<string, SqlValue>>): void {
  const names = Object.keys(columns);
  if (names.length === 0) return;
  db.run(`UPDATE ${quoted(table)} SET ${names.map(name => `${quoted(name)} = ?`).join(', ')} WHERE id = ?`, [
    ...Object.values(columns),
    id,
  ]);
}
