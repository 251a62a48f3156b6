// Reads every row of a table that can be read at all, around whatever is damaged.
import type Database from 'better-sqlite3';
import type { SqlValue } from '../file/handle.ts';
import { quoted } from './names.ts';

export type Row = readonly SqlValue[];

/** How far behind the last row that was seen more are looked for, when the table's end cannot be read. */
const farther = 10_000;

/** Rows met again beyond those that were seen from the other end: a page that leads to itself would be followed for ever. */
const inCircles = 1000;

/** The widest gap between two rowids in which rows are looked for. */
const widest = 200_000;

export type Reading = {
  /** Rows that were there for their index or their neighbors, and could not be read. */
  readonly unread: number;
};

/**
 * Calls `take` with each readable row, its rowid first. SQLite stops at a damaged page: then the table is read from its other end too, and
 * each rowid that was not seen from either is asked for by itself. `isDamaged`: asked for in any case, for a page may lead astray without an error.
 */
export function readRows(
  source: Database.Database,
  table: string,
  { columns, isDamaged }: { readonly columns: readonly string[]; readonly isDamaged: boolean },
  take: (row: Row) => void,
): Reading {
  const list = ['rowid', ...columns.map(quoted)].join(', ');
  const select = `SELECT ${list} FROM main.${quoted(table)} NOT INDEXED`;
  const seen = new Set<number>();
  let repeated = 0;
  const meet = (row: Row): void => {
    const rowid = Number(row[0]);
    if (seen.has(rowid)) {
      repeated += 1;
      return;
    }
    seen.add(rowid);
    take(row);
  };
  const readAll = (order: 'ASC' | 'DESC'): boolean => {
    try {
      repeated = 0;
      for (const row of source.prepare(`${select} ORDER BY rowid ${order}`).raw().iterate()) {
        meet(row as Row);
        if (repeated > seen.size + inCircles) return false;
      }
      return true;
    } catch {
      return false;
    }
  };
  if (readAll('ASC') && !isDamaged) return { unread: 0 };
  readAll('DESC');
  const one = source.prepare(`${select} WHERE rowid = ?`).raw();
  let unread = 0;
  const end = lastRowid(source, table, seen);
  for (let rowid = 1; rowid <= end; rowid += 1) {
    if (seen.has(rowid)) continue;
    try {
      const row = one.get(rowid);
      if (row !== undefined) meet(row as Row);
    } catch {
      unread += 1;
    }
  }
  return { unread };
}

/** The last rowid a table may have: asked of the table, of its indexes, and of what was seen. */
function lastRowid(source: Database.Database, table: string, seen: ReadonlySet<number>): number {
  const indexes = source
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?")
    .pluck()
    .all(table)
    .map(String);
  const ways = ['NOT INDEXED', ...indexes.map(name => `INDEXED BY ${quoted(name)}`)];
  let [last, isSure] = [0, false];
  // A damaged number may be as large as any: what lies that far behind all others is no row that has a neighbor.
  for (const rowid of [...seen].sort((a, b) => a - b)) if (rowid - last <= widest) last = Math.max(last, rowid);
  for (const way of ways) {
    try {
      const found = Number(
        source
          .prepare(`SELECT max(rowid) FROM main.${quoted(table)} ${way}`)
          .pluck()
          .get() ?? 0,
      );
      if (found - last <= widest) last = Math.max(last, found);
      isSure = true;
    } catch {
      // Damaged as well, or an index that holds a part of the rows only.
    }
  }
  return isSure ? last : last + farther;
}
