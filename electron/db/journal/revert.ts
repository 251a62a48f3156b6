// Takes one line of the journal back. In a shared workspace what others have done since stays.
import type { Reader, Writer } from '../file/handle.ts';
import { quoted } from '../tables/names.ts';

export type ChangeRow = {
  readonly seq: number;
  readonly table_name: string;
  readonly row_id: string;
  readonly op: 'insert' | 'update' | 'delete';
  readonly before: string | null;
  readonly after: string | null;
};

type RowBefore = Record<string, string | number | null>;

/** A deleted row as it was. The number of a lead means nothing outside this file: where another lead has it by now, it gets a new one. */
function rowBefore(writer: Writer, table: string, row: RowBefore): RowBefore {
  const { seq = null, ...rest } = row;
  const isTaken = table === 'lead' && writer.get('SELECT 1 FROM lead WHERE seq = ?', [seq]) !== undefined;
  return isTaken ? rest : row;
}

/** What other computers have worked on since. */
export type OthersWork = {
  /** Whether a row that the step made is to stay. */
  readonly row: (table: string, id: string) => boolean;
  /** Columns of a row that others have written since, also when they wrote what stood there. */
  readonly columns: (table: string, id: string) => ReadonlySet<string>;
  /** Columns of a table that say one thing together. */
  readonly groups: (table: string) => readonly (readonly string[])[];
};

/** The columns that are as the step left them; the others somebody else has changed since. */
function ownColumns(
  db: Reader,
  { table_name: table, row_id: id, after }: ChangeRow,
  before: RowBefore,
  { columns, groups }: OthersWork,
): RowBefore {
  const now = db.get<RowBefore>(`SELECT * FROM ${quoted(table)} WHERE id = ?`, [id]) ?? {};
  const left = JSON.parse(after ?? '{}') as RowBefore;
  const written = columns(table, id);
  const isChanged = (name: string): boolean => written.has(name) || (name in left && now[name] !== left[name]);
  const kept = new Set(
    groups(table)
      .filter(group => group.some(isChanged))
      .flat(),
  );
  return Object.fromEntries(Object.entries(before).filter(([name]) => !kept.has(name)));
}

/** Takes one recorded change back; with `others`, as far as nobody else has worked on it since. */
export function revert(writer: Writer, change: ChangeRow, others: OthersWork | null): void {
  const { table_name: name, row_id: id, op } = change;
  const table = `main.${quoted(name)}`;
  if (op === 'insert') {
    if (!others?.row(name, id)) writer.run(`DELETE FROM ${table} WHERE id = ?`, [id]);
    return;
  }
  const recorded = JSON.parse(change.before ?? '{}') as RowBefore;
  if (op === 'update') {
    const before = others ? ownColumns(writer, change, recorded, others) : recorded;
    const columns = Object.keys(before);
    if (columns.length === 0) return;
    writer.run(`UPDATE ${table} SET ${columns.map(column => `${quoted(column)} = ?`).join(', ')} WHERE id = ?`, [
      ...Object.values(before),
      id,
    ]);
    return;
  }
  const before = rowBefore(writer, name, recorded);
  const columns = Object.keys(before);
  // Somebody's work may have brought it back, or one like it.
  writer.run(
    `INSERT ${others ? 'OR IGNORE ' : ''}INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    Object.values(before),
  );
}
