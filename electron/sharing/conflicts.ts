// What merging could not give to everybody: values that do not stand, and leads that were deleted and came back. Kept in the file until
// merging says otherwise, so that the owner can look at them later.
import { createHash } from 'node:crypto';
import type { Writer } from '../db/file/handle.ts';
import { type Conflict, replaceConflicts } from '../db/tables/conflicts.ts';
import type { Merged } from '../sync/merge.ts';
import type { ColumnValues } from '../sync/packet.ts';
import type { MergePlan, Table } from '../sync/plan.ts';
import type { Ids } from './region.ts';

/** The same whenever merging says it again. */
const idOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** Columns of which the owner never thinks as a value: the place of a card, and which row it is. */
const isSilent = ({ name, rule }: Table, column: string): boolean =>
  (name === 'lead' && column === 'position') || rule.key?.includes(column) === true;

function leadOf(table: string, id: string, row: ColumnValues | undefined): string | null {
  if (table === 'lead') return id;
  return typeof row?.lead_id === 'string' ? row.lead_id : null;
}

/** Keeps what merging said of these rows, in place of what it said of them before. */
export function keepConflicts(db: Writer, plan: MergePlan, decided: Ids, merged: Merged): void {
  const found: Conflict[] = [];
  for (const { table, id, columns, packet, by, decided: isDecided } of merged.overruled) {
    const rules = plan.table(table);
    const row = merged.rows.get(table)?.get(id);
    if (!rules || !row || !decided.get(table)?.has(id)) continue;
    const differing = Object.keys(columns).filter(name => columns[name] !== row[name] && !isSilent(rules, name));
    if (differing.length === 0) continue;
    found.push({
      id: idOf(table, id, columns, packet?.writer, packet?.n),
      table,
      rowId: id,
      leadId: leadOf(table, id, row),
      columns,
      packet,
      by,
      decided: isDecided,
    });
  }
  for (const { table, id, deletion } of merged.broughtBack) {
    if (table !== 'lead' || !decided.get(table)?.has(id)) continue;
    const about = { id: idOf('returned', id, deletion.writer, deletion.n), table, rowId: id, leadId: id };
    found.push({ ...about, columns: null, packet: deletion, by: null, decided: false });
  }
  replaceConflicts(db, decided, found);
}
