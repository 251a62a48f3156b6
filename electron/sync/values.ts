// Which values of a row stand, and which were overruled: a write that another one, later by clock, did not know of.
import type { Entity } from './entities.ts';
import { isIn, mergedJson } from './json.ts';
import { type ColumnValues, type Dot, knew, type Value } from './packet.ts';
import { standing, type Write, writesOf, wroteKnowing } from './registers.ts';

export type Overruled = {
  readonly table: string;
  readonly id: string;
  readonly columns: ColumnValues;
  /** Whose packet it was; null: it stood before sharing. */
  readonly packet: Dot | null;
  /** The packet of what stands; null: it stood before sharing, or is put together of several. */
  readonly by: Dot | null;
  /** The writer of what stands knew of it: nothing is left to be decided. */
  readonly decided: boolean;
};

/** The closing that stands of a row, if it is closed. */
export function closingOf({ table, writes }: Pick<Entity, 'table' | 'writes'>): Write | undefined {
  const by = table.rule.closing?.by;
  const group = table.groups.find(columns => by !== undefined && columns.includes(by));
  const write = group && standing(writes, group, by);
  return by !== undefined && write && write.columns[by] !== null ? write : undefined;
}

/** The writes known to the packet that closed it; all of them when nothing is closed, or nothing was there to know of. */
function knownTo(closing: Write | undefined, writes: readonly Write[]): readonly Write[] {
  if (!closing) return writes;
  const known = writes.filter(
    write => write.packet === null || (closing.packet !== null && knew(closing.packet, write.packet)),
  );
  return known.length > 0 ? known : writes;
}

type Limits = { readonly closing: Write | undefined; readonly columns: readonly string[] };

/** What is closed of a row: by its own closing, or by that of the row it belongs to. */
function limitsOf({ table, writes }: Pick<Entity, 'table' | 'writes'>, parentClosing: Write | undefined): Limits {
  if (table.rule.closing) return { closing: closingOf({ table, writes }), columns: table.rule.closing.columns };
  return { closing: parentClosing, columns: table.rule.closedWith?.columns ?? [] };
}

const pick = (columns: ColumnValues, names: readonly string[]): Record<string, Value> =>
  Object.fromEntries(names.map(name => [name, columns[name] ?? null]));

const jsonIn = ({ rule }: Entity['table'], group: readonly string[]): readonly string[] =>
  (rule.json ?? []).filter(name => group.includes(name));

/** The columns of a row as they stand; those nobody has written yet are absent. */
export function valuesOf(entity: Pick<Entity, 'table' | 'writes'>, parentClosing?: Write): ColumnValues {
  const { closing, columns: closed } = limitsOf(entity, parentClosing);
  const values: Record<string, Value> = {};
  for (const group of entity.table.groups) {
    const writes = group.some(name => closed.includes(name)) ? knownTo(closing, entity.writes) : entity.writes;
    const write = standing(writes, group, entity.table.rule.closing?.by);
    if (!write) continue;
    Object.assign(values, pick(write.columns, group));
    for (const name of jsonIn(entity.table, group)) values[name] = mergedJson(writes, group, name, write);
  }
  return values;
}

/** The writes that lost to one that did not know of them, and the columns they were for. Nothing that was entered is just gone. */
export function overruledOf({ id, table, writes }: Entity, stands: ColumnValues): readonly Overruled[] {
  return table.groups.flatMap(group => {
    const textOf = (columns: ColumnValues): string => JSON.stringify(pick(columns, group));
    const all = writesOf(writes, group);
    const stand = standing(writes, group, table.rule.closing?.by);
    return all.flatMap((write, at) => {
      const text = textOf(write.columns);
      if (text === textOf(stands)) return [];
      const merged = jsonIn(table, group);
      const differing = group.filter(name => write.columns[name] !== stands[name]);
      if (differing.every(name => merged.includes(name) && isIn(writes, group, name, write, stands[name] ?? null)))
        return [];
      const isReplaced = all.some(other => wroteKnowing(other, write));
      const lost = all.slice(at + 1).some(later => textOf(later.columns) !== text && !wroteKnowing(later, write));
      if (!lost && isReplaced) return [];
      const decided = stand !== undefined && wroteKnowing(stand, write);
      const by = stand ? dotOf(stand) : null;
      return [{ table: table.name, id, columns: pick(write.columns, group), packet: dotOf(write), by, decided }];
    });
  });
}

const dotOf = ({ packet }: Write): Dot | null => packet && { writer: packet.writer, n: packet.n };
