// Which rows a packet may change, so that merging looks at those and not at the whole workspace: the leads it touches with all that
// belongs to them, or everything that belongs to no lead; and the rows that these name.
import type { Reader } from '../db/file/handle.ts';
import {
  aliasesSaid,
  correctionsSaid,
  isAnyDeleted,
  packetsOn,
  type RowKey,
  rowsNaming,
} from '../db/tables/packets.ts';
import { allIds, idsOfLeads, leadsOfRows, rowsIn, startsOf, touchedLeads } from '../db/tables/shared-rows.ts';
import type { ColumnValues, Packet } from '../sync/packet.ts';
import type { MergePlan, Table } from '../sync/plan.ts';
import type { SharedRow, SharedRows } from '../sync/registers.ts';

export type Ids = ReadonlyMap<string, ReadonlySet<string>>;
type MutableIds = Map<string, Set<string>>;

/** What is merged at once. */
export type Region = {
  /** Rows whose fate is decided here; the others are only named by them. */
  readonly decided: Ids;
  readonly start: SharedRows;
  readonly packets: readonly Omit<Packet, 'workspace'>[];
  /** Rows as the tables have them. */
  readonly present: SharedRows;
};

const add = (ids: MutableIds, table: string, some: readonly string[]): void => {
  if (some.length > 0) ids.set(table, new Set([...(ids.get(table) ?? []), ...some]));
};
const columnsToLeads = ({ columns }: Table): readonly ('lead_id' | 'other_id')[] =>
  (['lead_id', 'other_id'] as const).filter(name => columns.some(column => column.name === name));

/** Tables whose rows belong to a lead, and those that such rows name. */
function kindsOf(plan: MergePlan) {
  const ofLead = plan.tables.filter(({ references }) => references.some(({ table }) => table === 'lead'));
  const leadSide = new Set(['lead', 'lead_alias', ...ofLead.map(({ name }) => name)]);
  const inFile = plan.tables.filter(({ name }) => name !== 'clock_correction');
  const rest = inFile.filter(({ name }) => !leadSide.has(name)).map(({ name }) => name);
  const named = new Set(
    inFile.filter(({ name }) => leadSide.has(name)).flatMap(({ references }) => references.map(({ table }) => table)),
  );
  return { ofLead, leadSide, rest, named };
}

/** Leads with those they are one with, and those of whom it was said that they are not. */
function withOthers(db: Reader, leads: ReadonlySet<string>): ReadonlySet<string> {
  const said = aliasesSaid(db).map(id => id.split(' '));
  const all = new Set(leads);
  const join = (ids: readonly string[]): void => ids.forEach(id => void all.add(id));
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const pair of said) if (pair.some(id => all.has(id))) join(pair);
    const some = [...all];
    const pairs = (['lead_id', 'other_id'] as const).flatMap(column => idsOfLeads(db, 'not_duplicate', column, some));
    for (const column of ['lead_id', 'other_id'] as const) join(leadsOfRows(db, 'not_duplicate', pairs, column));
  }
  return all;
}

/** Leads to whom rows belong. */
function leadsOf(db: Reader, plan: MergePlan, rows: readonly RowKey[]): ReadonlySet<string> {
  const { ofLead } = kindsOf(plan);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  const ids = (table: string): readonly string[] => (byTable.get(table) ?? []).map(({ id }) => id);
  return new Set([
    ...ids('lead'),
    ...ids('lead_alias').flatMap(id => id.split(' ')),
    ...ofLead.flatMap(table =>
      columnsToLeads(table).flatMap(column => leadsOfRows(db, table.name, ids(table.name), column)),
    ),
  ]);
}

/** Rows whose fate these ones may change. */
function decidedBy(db: Reader, plan: MergePlan, rows: readonly RowKey[], everything: boolean): MutableIds {
  const { ofLead, leadSide, rest, named } = kindsOf(plan);
  const others = rows.filter(({ table }) => !leadSide.has(table));
  const names = others.filter(({ table }) => named.has(table));
  const isWhole =
    everything ||
    others.some(({ table }) => table === 'clock_correction') ||
    names.some(({ table, id }) => isAnyDeleted(db, table, [id]));
  // What named a row before it came waits for it.
  const waiting = names.filter(({ op }) => op === 'add').flatMap(({ id }) => rowsNaming(db, id));
  const leads = [...withOthers(db, isWhole ? new Set(touchedLeads(db)) : leadsOf(db, plan, [...rows, ...waiting]))];
  const ids: MutableIds = new Map();
  add(ids, 'lead', leads);
  for (const table of ofLead)
    for (const column of columnsToLeads(table)) add(ids, table.name, idsOfLeads(db, table.name, column, leads));
  const known = new Set(leads);
  add(
    ids,
    'lead_alias',
    allIds(db, 'lead_alias').filter(id => id.split(' ').some(lead => known.has(lead))),
  );
  if (isWhole || others.length > 0) for (const table of rest) add(ids, table, allIds(db, table));
  return ids;
}

const withoutHome = ({ rule }: Table, row: SharedRow): SharedRow => {
  const home = rule.home?.columns ?? [];
  return home.length === 0
    ? row
    : (Object.fromEntries(Object.entries(row).filter(([name]) => !home.includes(name))) as SharedRow);
};

/** Rows as the tables have them, and as they were before sharing. */
function rowsOf(db: Reader, plan: MergePlan, ids: Ids): Pick<Region, 'start' | 'present'> {
  const start = new Map<string, ReadonlyMap<string, SharedRow>>();
  const present = new Map<string, ReadonlyMap<string, SharedRow>>();
  for (const [name, some] of ids) {
    const table = plan.table(name);
    if (!table || name === 'clock_correction') continue;
    const wanted = [...some].filter(id => !table.rule.home?.ids?.includes(id));
    const now = new Map(rowsIn(db, name, wanted).map(row => [row.id, withoutHome(table, row)]));
    const before = new Map(now);
    for (const { id, start: row } of startsOf(db, name, wanted)) {
      before.delete(id);
      if (row) before.set(id, withoutHome(table, row));
    }
    present.set(name, now);
    start.set(name, before);
  }
  return { start, present };
}

/** Rows that these ones name and that are not among them. */
function namedBy(plan: MergePlan, ids: Ids, start: SharedRows, packets: Region['packets']): MutableIds {
  const found: MutableIds = new Map();
  const look = (name: string, columns: ColumnValues): void => {
    for (const { column, table } of plan.table(name)?.references ?? []) {
      const id = columns[column];
      if (typeof id === 'string' && !ids.get(table)?.has(id)) add(found, table, [id]);
    }
  };
  for (const [name, rows] of start) for (const row of rows.values()) look(name, row);
  for (const { changes } of packets) for (const one of changes) if ('columns' in one) look(one.table, one.columns);
  return found;
}

/** What is to be merged when these rows were touched. */
export function regionOf(db: Reader, plan: MergePlan, rows: readonly RowKey[], everything = false): Region {
  const decided = decidedBy(db, plan, rows, everything);
  const ids: MutableIds = new Map(decided);
  for (;;) {
    // Who is whom, and whose clock was wrong, everybody must know.
    const packets = packetsOn(
      db,
      new Map<string, ReadonlySet<string>>([
        ...ids,
        ['lead_alias', new Set([...(ids.get('lead_alias') ?? []), ...aliasesSaid(db)])],
        ['clock_correction', new Set(correctionsSaid(db))],
      ]),
    );
    const { start, present } = rowsOf(db, plan, ids);
    const named = namedBy(plan, ids, start, packets);
    if (named.size === 0) return { decided, start, packets, present };
    // Whether a deleted row stays depends on all who name it.
    if (!everything && [...named].some(([table, some]) => isAnyDeleted(db, table, [...some])))
      return regionOf(db, plan, rows, true);
    for (const [table, some] of named) add(ids, table, [...some]);
  }
}
