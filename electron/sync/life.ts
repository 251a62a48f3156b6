// Which rows stand. A row is alive while something was added to it that no deletion knew of; it goes and returns with the row it belongs
// to; a row that is named stays for those that name it; of rows with one key the smallest id stands.
import type { Entities, Entity } from './entities.ts';
import { type ColumnValues, knew, type Packet, type Value } from './packet.ts';
import type { MergePlan, Reference } from './plan.ts';
import { type Register, unseenAdditions } from './registers.ts';
import { closingOf, valuesOf } from './values.ts';

/** A row that stands: its columns as they were written, and with references under the ids that stand. */
export type Standing = { readonly entity: Entity; readonly written: ColumnValues; readonly values: ColumnValues };

const keyOf = (table: string, id: Value | undefined): string => `${table} ${id}`;

/** Additions to each register, and to what belongs to it, that its deletions did not know of. */
function unseenIn(
  plan: MergePlan,
  { all }: Entities,
  valuesIn: (entity: Entity) => ColumnValues,
): ReadonlyMap<string, readonly Packet[]> {
  const unseen = new Map<string, readonly Packet[]>();
  const fromChildren = new Map<string, Packet[]>();
  for (const { name, references } of [...plan.tables].reverse()) {
    for (const entity of all.get(name) ?? []) {
      const added = entity.members.flatMap(({ id, additions, deletions }) => {
        const key = keyOf(name, id);
        const own = unseenAdditions([...additions, ...(fromChildren.get(key) ?? [])], deletions);
        unseen.set(key, own);
        return own;
      });
      for (const { column, table, onDelete } of references) {
        if (onDelete !== 'CASCADE') continue;
        const parent = keyOf(table, valuesIn(entity)[column]);
        fromChildren.set(parent, [...(fromChildren.get(parent) ?? []), ...added]);
      }
    }
  }
  return unseen;
}

/** Of rows that are one: the smallest id, and all their writes, each with the leads of its own row. */
function joined(group: readonly Entity[], leadsIn: (entity: Entity) => readonly string[]): Entity {
  const [first, ...others] = [...group].sort((a, b) => (a.id < b.id ? -1 : 1)) as [Entity, ...Entity[]];
  if (others.length === 0) return first;
  const all = [first, ...others];
  const writes = all.flatMap(entity => entity.writes.map(write => ({ ...write, leads: leadsIn(entity) })));
  return { ...first, members: all.flatMap(({ members }) => members), writes };
}

/** Decides over every row, in the order of the plan. Answers those that stand, by table. */
export function standingRows(plan: MergePlan, entities: Entities): ReadonlyMap<string, readonly Standing[]> {
  const { all, idOf } = entities;
  const raw = new Map([...all.values()].flat().map(entity => [entity, valuesOf(entity)] as const));
  const valuesIn = (entity: Entity): ColumnValues => raw.get(entity) ?? {};
  const unseen = unseenIn(plan, entities, valuesIn);
  const byKey = new Map([...all].flatMap(([table, rows]) => rows.map(one => [keyOf(table, one.id), one] as const)));
  const entityOf = (table: string, id: Value | undefined) => byKey.get(keyOf(table, idOf(table, `${id}`)));
  const named = new Set<Entity>();
  const stands = new Map<string, Entity>();
  const standsAs = (table: string, id: Value | undefined) => stands.get(keyOf(table, idOf(table, `${id}`)));

  /** All that the table requires is there: the packets that add the row, and what it cannot be without, have come. */
  function isWhole(entity: Entity): boolean {
    const values = valuesIn(entity);
    const { columns, groups, references } = entity.table;
    const travels = new Set(groups.flat());
    return columns.every(({ name, required }) => {
      if (!required || !travels.has(name)) return true;
      if ((values[name] ?? null) === null) return false;
      const reference = references.find(({ column }) => column === name);
      const target = reference && entityOf(reference.table, values[name]);
      return !reference || (target !== undefined && isWhole(target));
    });
  }

  const isAlive = ({ table, id, isFromStart, deletions }: Register): boolean =>
    (isFromStart && deletions.length === 0) || (unseen.get(keyOf(table.name, id)) ?? []).length > 0;
  const belongs = (entity: Entity): boolean =>
    entity.table.references.every(({ column, table, onDelete }) => {
      const parent = valuesIn(entity)[column] ?? null;
      return onDelete !== 'CASCADE' || parent === null || standsAs(table, parent) !== undefined;
    });

  /** A reference as it is shown. One that SQLite would keep from being deleted keeps the row it names. */
  function resolved({ column, table, onDelete }: Reference, entity: Entity): Value {
    const value = valuesIn(entity)[column] ?? null;
    if (value === null || onDelete === 'SET NULL') return value;
    if (onDelete === 'CASCADE') return standsAs(table, value)?.id ?? null;
    const target = entityOf(table, value);
    if (!target || !isWhole(target)) return null;
    named.add(target);
    return target.id;
  }

  /** For every parent that stands and has lost all of its rows here, the earliest of them. */
  function kept(column: string, whole: readonly Entity[], chosen: readonly Entity[]): readonly Entity[] {
    const parentOf = (entity: Entity): string => {
      const { table = '' } = entity.table.references.find(one => one.column === column) ?? {};
      return idOf(table, `${valuesIn(entity)[column]}`);
    };
    const has = new Set(chosen.map(parentOf));
    const lost = whole.filter(entity => belongs(entity) && !has.has(parentOf(entity)));
    const at = (entity: Entity): number => Number(valuesIn(entity).at);
    return [...Map.groupBy(lost, parentOf).values()].flatMap(rows =>
      rows.sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1)).slice(0, 1),
    );
  }

  const leadsIn = (entity: Entity): readonly string[] => {
    const { references, rule } = entity.table;
    const toLeads = references.filter(({ table, column }) => table === 'lead' && rule.key?.includes(column));
    return toLeads.map(({ column }) => `${valuesIn(entity)[column]}`);
  };

  const result = new Map<string, readonly Standing[]>();
  for (const { name, references, rule } of plan.tables) {
    const whole = (all.get(name) ?? []).filter(isWhole);
    const alive = whole.filter(entity => named.has(entity) || (entity.members.some(isAlive) && belongs(entity)));
    const chosen = rule.keepsOne === undefined ? alive : [...alive, ...kept(rule.keepsOne, whole, alive)];
    const keyIn = (entity: Entity): string =>
      JSON.stringify(
        rule.key?.map(column => {
          const reference = references.find(one => one.column === column);
          return reference ? resolved(reference, entity) : valuesIn(entity)[column];
        }) ?? entity.id,
      );
    const rows = [...Map.groupBy(chosen, keyIn).values()].map(group => {
      const entity = joined(group, leadsIn);
      for (const { id } of group) stands.set(keyOf(name, id), entity);
      raw.set(entity, valuesOf(entity, closingAbove(entity, standsAs)));
      return entity;
    });
    // Every row of the table is known by now, so that what refers to it finds it.
    result.set(
      name,
      rows.map(entity => {
        const links = references.map(reference => [reference.column, resolved(reference, entity)]);
        const written = valuesIn(entity);
        return { entity, written, values: { ...written, ...Object.fromEntries(links) } };
      }),
    );
  }
  return new Map([...result].map(([name, rows]) => [name, rows.map(row => withoutLostLinks(row, standsAs))]));
}

type StandsAs = (table: string, id: Value | undefined) => Entity | undefined;

/** The closing of the row that a row belongs to. */
function closingAbove({ table, writes }: Entity, standsAs: StandsAs) {
  const reference = table.references.find(({ column }) => column === table.rule.closedWith?.reference);
  const parent = reference && standsAs(reference.table, valuesOf({ table, writes })[reference.column]);
  return parent && closingOf(parent);
}

/** References that SQLite sets to null when a row goes: they return with it. */
function withoutLostLinks(row: Standing, standsAs: StandsAs): Standing {
  const { entity, values } = row;
  const lost = entity.table.references
    .filter(({ onDelete }) => onDelete === 'SET NULL')
    .map(({ column, table }) => [column, standsAs(table, values[column])?.id ?? null]);
  return { ...row, values: { ...values, ...Object.fromEntries(lost) } };
}

/** The first deletion of a row that stands although it was deleted, with work on it of which the deletion did not know; undefined: there is none. */
export function deletionOfReturned({ members }: Entity): Packet | undefined {
  const unheeded = members.map(({ additions, deletions }) =>
    deletions.filter(deletion => !additions.some(addition => knew(addition, deletion))),
  );
  if (!unheeded.every(some => some.length > 0)) return undefined;
  return unheeded.flat().reduce((first, one) => (one.clock < first.clock ? one : first));
}
