// Brings the tables to what merging says: of the rows that packets touched, and of nothing else. Constraints hold when it is done.
import type { Writer } from '../db/file/handle.ts';
import { settlePackets, unsettledRows } from '../db/tables/packets.ts';
import {
  deleteRow,
  insertWhole,
  isShared,
  keepStart,
  rowsIn,
  rowsReferringTo,
  showAs,
  writeColumns,
} from '../db/tables/shared-rows.ts';
import { type Merged, merge } from '../sync/merge.ts';
import type { Packet, Value } from '../sync/packet.ts';
import type { MergePlan, Table } from '../sync/plan.ts';
import type { SharedRow, SharedRows } from '../sync/registers.ts';
import { keepConflicts } from './conflicts.ts';
import { type Region, regionOf } from './region.ts';

export type Settled = Pick<Merged, 'overruled' | 'broughtBack'> & {
  /** Leads that were looked at. */
  readonly leadIds: readonly string[];
};

type Work = { readonly db: Writer; readonly plan: MergePlan; readonly region: Region; readonly rows: SharedRows };

/** Decided rows of a table that are there and are not to be, or not under this key. */
function toDelete({ region, rows }: Work, table: Table): readonly SharedRow[] {
  const key = table.rule.key?.filter(name => table.references.some(({ column }) => column === name)) ?? [];
  const decided = region.decided.get(table.name);
  return [...(region.present.get(table.name)?.values() ?? [])].filter(row => {
    const merged = rows.get(table.name)?.get(row.id);
    return decided?.has(row.id) && (!merged || key.some(name => merged[name] !== row[name]));
  });
}

/** Rows that go, or lose a reference, when this one goes. */
function keepDependents({ db, plan }: Work, table: string, id: string): void {
  for (const other of plan.tables)
    for (const { column, table: target, onDelete } of other.references)
      if (target === table && onDelete !== 'NO ACTION')
        for (const row of rowsReferringTo(db, other.name, column, id)) keep(db, other, row);
}

function keep(db: Writer, { name, rule }: Table, row: SharedRow): void {
  if (isShared(db, name, row.id)) return;
  const home = rule.home?.columns ?? [];
  const shared = Object.entries(row).filter(([column]) => !home.includes(column));
  keepStart(db, name, row.id, Object.fromEntries(shared) as SharedRow);
}

/** Columns in which a row that is there differs from what it is to be. */
const differing = (row: SharedRow, merged: SharedRow): Record<string, Value> =>
  Object.fromEntries(Object.entries(merged).filter(([name, value]) => row[name] !== value));

/** Closed rows are opened while they are written, as undo does, and closed again with what stands: a trigger refuses anything else. */
const openFirst: Readonly<Record<string, (row: SharedRow) => Record<string, Value>>> = {
  review: () => ({ closed_at: null }),
  criteria: row => ({ published_at: null, number: -Number(row.number) - 1 }),
};

function write(work: Work): void {
  const { db, plan, region, rows } = work;
  const tables = plan.tables.filter(({ name }) => region.decided.has(name) && name !== 'clock_correction');
  for (const table of [...tables].reverse()) {
    for (const row of toDelete(work, table)) {
      keepDependents(work, table.name, row.id);
      keep(db, table, row);
      deleteRow(db, table.name, row.id);
    }
  }
  const changes = tables.flatMap(table => {
    const ids = [...(region.decided.get(table.name) ?? [])];
    const present = new Map(rowsIn(db, table.name, ids).map(row => [row.id, row]));
    return ids.flatMap(id => {
      const merged = rows.get(table.name)?.get(id);
      const now = present.get(id);
      const columns = merged && now ? differing(now, merged) : {};
      return merged && (!now || Object.keys(columns).length > 0) ? [{ table, merged, now, columns }] : [];
    });
  });
  const decisions = changes.filter(({ table }) => table.name === 'decision').map(({ merged }) => `${merged.review_id}`);
  for (const row of rowsIn(db, 'review', decisions)) {
    if (row.closed_at === null || changes.some(({ table, merged }) => table.name === 'review' && merged.id === row.id))
      continue;
    const review = plan.table('review');
    if (review) changes.push({ table: review, merged: row, now: row, columns: { closed_at: row.closed_at ?? null } });
  }
  for (const { table, now } of changes) {
    if (!now) continue;
    keep(db, table, now);
    const first = openFirst[table.name]?.(now);
    if (first) writeColumns(db, table.name, now.id, first);
  }
  // What a closed row holds is written before it is closed.
  const isLast = ({ table: { name } }: (typeof changes)[number]) => name === 'review';
  for (const { table, merged, now, columns } of [...changes.filter(one => !isLast(one)), ...changes.filter(isLast)]) {
    if (now) {
      const reopened = Object.keys(openFirst[table.name]?.(now) ?? {});
      const again = Object.fromEntries(reopened.map(name => [name, merged[name] ?? null]));
      writeColumns(db, table.name, now.id, { ...columns, ...again });
    } else {
      keepStart(db, table.name, merged.id, null, merged);
      insertWhole(db, table.name, merged);
    }
  }
}

/** Notes which rows are shown as another one. */
function noteShown({ db, region }: Work, { idsBehind }: Merged): void {
  for (const [table, ids] of region.decided) showAs(db, table, [...ids], null);
  for (const [key, behind] of idsBehind) {
    const [table = '', id = ''] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
    if (!region.decided.get(table)?.has(id)) continue;
    for (const one of behind) keepStart(db, table, one, region.start.get(table)?.get(one) ?? null);
    showAs(db, table, behind, id);
  }
}

/**
 * Merges what packets say that are not in the tables yet, inside the running transaction. `everything`: looks at all that was ever touched.
 * Null: there was nothing to merge.
 */
export function settle(db: Writer, plan: MergePlan, workspace: string, everything = false): Settled | null {
  const touched = unsettledRows(db);
  if (touched.length === 0 && !everything) return null;
  db.run('PRAGMA defer_foreign_keys = ON');
  const region = regionOf(db, plan, touched, everything);
  const packets = region.packets.map((packet): Packet => ({ ...packet, workspace }));
  const merged = merge(plan, region.start, packets);
  const work: Work = { db, plan, region, rows: merged.rows };
  write(work);
  noteShown(work, merged);
  keepConflicts(db, plan, region.decided, merged);
  settlePackets(db);
  const leadIds = [...(region.decided.get('lead') ?? [])];
  return { overruled: merged.overruled, broughtBack: merged.broughtBack, leadIds };
}
