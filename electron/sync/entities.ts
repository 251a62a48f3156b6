// Rows that are one: two records of one person that were merged, resolved through "B is A".
import { knew, type Packet } from './packet.ts';
import { type Register, type Registers, standing, unseenAdditions, type Write } from './registers.ts';

/** A row as the tables will show it, made of one register, or of those of several merged records. */
export type Entity = Pick<Register, 'id' | 'table' | 'writes'> & { readonly members: readonly Register[] };

type Alias = { readonly from: string; readonly to: string; readonly writes: readonly Packet[] };

/** Mergings of two leads that nobody has taken back. */
function aliasesOf(registers: Registers): readonly Alias[] {
  return [...(registers.get('lead_alias')?.values() ?? [])].flatMap(({ additions, deletions, writes }) => {
    const live = unseenAdditions(additions, deletions);
    const columns = standing(writes, ['lead_id', 'as_id'])?.columns;
    return live.length === 0 || !columns ? [] : [{ from: `${columns.lead_id}`, to: `${columns.as_id}`, writes: live }];
  });
}

/** Which leads are one, by id: the record into which the others were merged; of several, or in a circle, the smallest id. */
function classesOf(aliases: readonly Alias[]): ReadonlyMap<string, readonly [string, ...string[]]> {
  const classes = new Map<string, Set<string>>();
  for (const { from, to } of aliases) {
    const joined = new Set([...(classes.get(from) ?? [from]), ...(classes.get(to) ?? [to])]);
    for (const id of joined) classes.set(id, joined);
  }
  const merged = new Set(aliases.map(({ from }) => from));
  return new Map(
    [...classes].map(([id, members]) => {
      const sorted = [...members].sort();
      const root = sorted.find(one => !merged.has(one)) ?? sorted[0] ?? id;
      return [id, [root, ...sorted.filter(one => one !== root)] as const];
    }),
  );
}

/** Merging a record into another overrules what was known of it; what was not known goes on to the other. */
const carriedOn = (member: Register, aliases: readonly Alias[]): readonly Write[] => {
  const decided = aliases.filter(({ from }) => from === member.id).flatMap(({ writes }) => writes);
  return member.writes.filter(({ packet }) => !decided.some(one => packet === null || knew(one, packet)));
};

export type Entities = {
  readonly all: ReadonlyMap<string, readonly Entity[]>;
  /** The id under which a row goes on. */
  readonly idOf: (table: string, id: string) => string;
};

/** All entities by table. */
export function entitiesOf(registers: Registers): Entities {
  const aliases = aliasesOf(registers);
  const classes = classesOf(aliases);
  const idOf = (table: string, id: string): string => (table === 'lead' ? (classes.get(id)?.[0] ?? id) : id);
  const merging = new Map<string, readonly Packet[]>();
  for (const { from, to, writes } of aliases)
    for (const id of [from, to]) merging.set(id, [...(merging.get(id) ?? []), ...writes]);

  const entity = (name: string, register: Register): readonly Entity[] => {
    const ids = name === 'lead' ? classes.get(register.id) : undefined;
    if (!ids) return [{ ...register, members: [register] }];
    if (ids[0] !== register.id) return [];
    const found = ids.flatMap(id => registers.get(name)?.get(id) ?? []);
    // Merging is work on both records: deleting one of them without knowing of it does not delete the person.
    const members = found.map(one => ({ ...one, additions: [...one.additions, ...(merging.get(one.id) ?? [])] }));
    const writes = members.flatMap(member => (member.id === register.id ? member.writes : carriedOn(member, aliases)));
    return [{ ...register, members, writes }];
  };
  const all = [...registers].map(
    ([name, rows]) => [name, [...rows.values()].flatMap(row => entity(name, row))] as const,
  );
  return { all: new Map(all), idOf };
}
