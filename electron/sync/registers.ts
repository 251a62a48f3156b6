// What a set of packets says of each row: who added to it, who deleted it, and every write of its columns. Nothing is decided here, so
// the order in which packets come leaves no trace.
import { clockParts, clockText, type HybridClock, startOfTime } from './clock.ts';
import { type ColumnValues, dotText, knew, type Packet, type Value } from './packet.ts';
import type { MergePlan, Table } from './plan.ts';

export type SharedRow = ColumnValues & { readonly id: string };
/** Rows by table: what was in the file before it was shared, or what stands after merging. */
export type SharedRows = ReadonlyMap<string, ReadonlyMap<string, SharedRow>>;

/** A write of some columns. What stood before sharing has no packet, and everybody knew of it. */
export type Write = {
  readonly id: string;
  readonly packet: Packet | null;
  readonly clock: HybridClock;
  readonly columns: ColumnValues;
  /** The leads by which its row is known, as it was written: the lead itself, or those in the key of the row. */
  readonly leads: readonly string[];
  /** Whether its writer knew that two leads are one. */
  readonly knewAsOne: (a: string, b: string | undefined) => boolean;
};

export type Register = {
  readonly id: string;
  readonly table: Table;
  /** In the file before it was shared. */
  isFromStart: boolean;
  /** Packets that added the row, wrote to it, or returned it. */
  readonly additions: Packet[];
  readonly deletions: Packet[];
  readonly writes: Write[];
};
export type Registers = ReadonlyMap<string, ReadonlyMap<string, Register>>;

/** Whether a write was made in place of another one: knowing of it, and that both are of the same row. */
export const wroteKnowing = (later: Write, earlier: Write): boolean =>
  later.packet !== null &&
  later.packet !== earlier.packet &&
  (earlier.packet === null || knew(later.packet, earlier.packet)) &&
  later.leads.every((lead, at) => lead === earlier.leads[at] || later.knewAsOne(lead, earlier.leads[at]));

/** Which leads a writer knew to be one, by the mergings of leads that it knew of. */
function mergingsKnown(packets: Iterable<Packet>): (packet: Packet) => Write['knewAsOne'] {
  const mergings = [...packets].flatMap(packet =>
    packet.changes
      .filter(({ table, op }) => table === 'lead_alias' && op !== 'delete')
      .map(change => ({ packet, pair: change.id.split(' ') })),
  );
  return packet => (a, b) => {
    const known = mergings.filter(merging => knew(packet, merging.packet)).map(({ pair }) => pair);
    const same = new Set([a]);
    for (let size = 0; size < same.size; ) {
      size = same.size;
      for (const pair of known) if (pair.some(id => same.has(id))) for (const id of pair) same.add(id);
    }
    return b !== undefined && same.has(b);
  };
}

/** Clocks as corrected: where several corrections are of one packet, the lowest clock counts. */
function correctedClocks(packets: Iterable<Packet>): (packet: Packet) => HybridClock {
  const corrections = [...packets].flatMap(({ changes }) =>
    changes.flatMap(change => (change.table === 'clock_correction' && change.op === 'add' ? [change.columns] : [])),
  );
  return ({ writer, n, clock }) => {
    const by = corrections
      .filter(one => one.writer === writer && Number(one.from_n) <= n && n <= Number(one.to_n))
      .map(one => Number(one.by_ms));
    const parts = clockParts(clock);
    return clockText({ ...parts, ms: Math.max(0, parts.ms + Math.min(0, ...by)) });
  };
}

/** Indexes packets by row. A packet that comes twice counts once. */
export function index(plan: MergePlan, start: SharedRows, packets: readonly Packet[]): Registers {
  const registers = new Map(plan.tables.map(({ name }) => [name, new Map<string, Register>()]));
  const registerOf = (table: Table, id: string): Register => {
    const rows = registers.get(table.name);
    const known = rows?.get(id);
    if (known) return known;
    const made: Register = { id, table, isFromStart: false, additions: [], deletions: [], writes: [] };
    rows?.set(id, made);
    return made;
  };
  for (const table of plan.tables) {
    for (const [id, row] of start.get(table.name) ?? []) {
      if (table.rule.home?.ids?.includes(id)) continue;
      const register = registerOf(table, id);
      register.isFromStart = true;
      register.writes.push({ ...writeOf(table, id), packet: null, clock: startOfTime, columns: row });
    }
  }
  const once = new Map(packets.map(packet => [dotText(packet), packet]));
  const clockOf = correctedClocks(once.values());
  const knownTo = mergingsKnown(once.values());
  for (const packet of once.values()) {
    const clock = clockOf(packet);
    const knewAsOne = knownTo(packet);
    for (const change of packet.changes) {
      const table = plan.table(change.table);
      if (!table) continue;
      const { id } = change;
      const register = registerOf(table, id);
      (change.op === 'delete' ? register.deletions : register.additions).push(packet);
      if (!('columns' in change)) continue;
      const columns = change.op === 'add' ? { ...standardsOf(table), ...change.columns } : change.columns;
      register.writes.push({ ...writeOf(table, id), packet, clock, columns, knewAsOne });
    }
  }
  return registers;
}

/** What a write has of its row. Before sharing, nobody knew of any merging. */
const writeOf = ({ name }: Table, id: string) => ({ id, leads: name === 'lead' ? [id] : [], knewAsOne: () => false });

const standardsOf = ({ columns }: Table): Record<string, Value> =>
  Object.fromEntries(columns.filter(({ name }) => name !== 'id').map(({ name, standard }) => [name, standard]));

/** Additions that no deletion of the row knew of: while there are any, the row is alive. */
export const unseenAdditions = (additions: readonly Packet[], deletions: readonly Packet[]): readonly Packet[] =>
  additions.filter(addition => !deletions.some(deletion => knew(deletion, addition)));

const before = (a: Write, b: Write): number => {
  if (a.clock !== b.clock) return a.clock < b.clock ? -1 : 1;
  // Two records of before sharing that became one: the smallest id stands.
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
};

/** The writes of a group, earliest first by clock. */
export const writesOf = (writes: readonly Write[], group: readonly string[]): readonly Write[] =>
  writes.filter(({ columns }) => group.every(name => name in columns)).sort(before);

/**
 * The write of a group that stands: the latest by clock of those that nobody has knowingly replaced. With `closing` the column that closes
 * the row: of several closings that did not know of each other, the first.
 */
export function standing(writes: readonly Write[], group: readonly string[], closing?: string): Write | undefined {
  const all = writesOf(writes, group);
  const latest = all.filter(one => !all.some(other => wroteKnowing(other, one)));
  const closed =
    closing !== undefined && group.includes(closing) ? latest.filter(({ columns }) => columns[closing] !== null) : [];
  return closed[0] ?? latest.at(-1);
}
