// What of a step travels: the rows it touched, as they were and as they are, without what follows from the rest by the schema.
import type { Change, ColumnValues, Packet } from './packet.ts';
import type { MergePlan, Table } from './plan.ts';
import type { SharedRow } from './registers.ts';

/** A row that a step touched. Null: not there. */
export type Touched = {
  readonly table: string;
  readonly id: string;
  readonly before: SharedRow | null;
  readonly after: SharedRow | null;
};

export type Known = {
  /** Whether the others have heard of a row, also of one that was deleted. */
  readonly isKnown: (table: string, id: string) => boolean;
  /** Further ids of a row that is several: they go with it. */
  readonly idsBehind: (table: string, id: string) => readonly string[];
  /** The packet that the step takes back, or makes again. */
  readonly undoes?: Packet | null;
};

const keyOf = (table: string, id: unknown): string => `${table} ${id}`;

/** Leads that the step merged, or took apart again. */
function mergedIn(touched: readonly Touched[]): ReadonlySet<string> {
  const rows = touched.filter(({ table }) => table === 'lead_alias').map(({ before, after }) => before ?? after);
  return new Set(rows.flatMap(row => [keyOf('lead', row?.lead_id), keyOf('lead', row?.as_id)]));
}

/** The changes of a step, in the order in which its rows were touched. */
export function changesOf(
  plan: MergePlan,
  touched: readonly Touched[],
  { isKnown, idsBehind, undoes = null }: Known,
): readonly Change[] {
  const moved = touched.filter(({ before, after }) => before === null || after === null);
  /** Rows that went or came; a row that both was and is there did neither. */
  const flipped = new Set(moved.map(({ table, id }) => keyOf(table, id)));
  const aliased = mergedIn(touched);

  /**
   * The row went with one it belongs to, or returned with it. A record that was merged into another one did neither: for the others
   * both are there, so what was dropped of it was dropped for its own sake.
   */
  const wentAlong = ({ references }: Table, row: SharedRow): boolean =>
    references.some(({ column, table, onDelete }) => {
      const parent = keyOf(table, row[column]);
      return onDelete === 'CASCADE' && flipped.has(parent) && !aliased.has(parent);
    });
  /**
   * The reference went or returned with its row, or is that of a row that belongs to a lead: only merging moves those, and where they
   * are shown follows from who is whom. Each stays with the lead it was added with.
   */
  const followed = ({ references }: Table, name: string, before: SharedRow, after: SharedRow): boolean =>
    references
      .filter(({ column }) => column === name)
      .some(
        ({ table, onDelete }) =>
          (table === 'lead' && onDelete === 'CASCADE') ||
          (onDelete === 'SET NULL' && flipped.has(keyOf(table, before[name] ?? after[name]))),
      );

  const pick = (row: SharedRow, names: readonly string[]): ColumnValues =>
    Object.fromEntries(names.map(name => [name, row[name] ?? null]));
  const changesOfRow = ({ table: name, id, before, after }: Touched): readonly Change[] => {
    const table = plan.table(name);
    if (!table || table.rule.home?.ids?.includes(id) || (before === null && after === null)) return [];
    if (after === null) {
      if (aliased.has(keyOf(name, id)) || (before && wentAlong(table, before))) return [];
      return [id, ...idsBehind(name, id)].map(one => ({ op: 'delete', table: name, id: one }));
    }
    if (before === null) {
      if (isKnown(name, id))
        return aliased.has(keyOf(name, id)) || wentAlong(table, after) ? [] : [{ op: 'return', table: name, id }];
      return [{ op: 'add', table: name, id, columns: pick(after, table.groups.flat()) }];
    }
    const written = table.groups.filter(group =>
      group.some(column => before[column] !== after[column] && !followed(table, column, before, after)),
    );
    return written.length === 0 ? [] : [{ op: 'set', table: name, id, columns: pick(after, written.flat()) }];
  };
  /** Undoing a deletion brings back all that it deleted, also rows that are not shown because they are one with a row that is. */
  const behind = (undoes?.changes ?? []).filter(
    ({ op, table, id }) => op === 'delete' && !touched.some(one => one.table === table && one.id === id),
  );
  const returned = behind.map(({ table, id }): Change => ({ op: 'return', table, id }));
  return [...touched.flatMap(changesOfRow), ...returned];
}
