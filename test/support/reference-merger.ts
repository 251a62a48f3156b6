// Merging once more, the plain way, to compare the real one with: a map of columns, sets of packets known, and rules repeated until
// nothing changes. It shares no code with electron/sync.
import type { FileSchema } from '../../electron/sync/plan.ts';
import { jsonColumns, jsonOf } from './reference-json.ts';

type Value = string | number | null;
type Row = Record<string, Value>;
export type Event = {
  readonly dot: string;
  readonly writer: string;
  readonly n: number;
  /** Milliseconds, counter and writer, as they were read. */
  readonly clock: readonly [number, number, string];
  /** Every packet its writer knew, by name. */
  readonly knew: ReadonlySet<string>;
  readonly changes: readonly {
    readonly op: string;
    readonly table: string;
    readonly id: string;
    readonly columns?: Row;
  }[];
};
type Write = {
  readonly by: Event | null;
  readonly clock: readonly [number, number, string];
  readonly table: string;
  readonly owner: string;
  readonly columns: Row;
};

const keys: Record<string, readonly string[]> = {
  review: ['week_start'],
  sla: ['review_id'],
  lead_tag: ['lead_id', 'tag_id'],
  custom_value: ['lead_id', 'field_id'],
  not_duplicate: ['lead_id', 'other_id'],
};
const closedBy: Record<string, string> = { review: 'closed_at', criteria: 'published_at' };
const atClosing: Record<string, readonly string[]> = {
  review: ['attendees', 'notes'],
  criteria: ['body', 'number'],
  decision: ['text', 'criteria_id', 'expected', 'comes_back'],
};
const withClosing = ['figures', 'minutes', 'closed_at', 'published_at', 'reason'];

const compareClocks = (a: Write, b: Write): number =>
  a.clock[0] - b.clock[0] || a.clock[1] - b.clock[1] || compare(a.clock[2], b.clock[2]) || -compare(a.owner, b.owner);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rows that stand, by table and id. */
export function referenceMerge(
  schema: FileSchema,
  start: ReadonlyMap<string, ReadonlyMap<string, Row>>,
  events: readonly Event[],
): Map<string, Row> {
  // Rows of an import name it, though no reference says so.
  const tables = schema.tables.map(table => ({
    ...table,
    references: table.columns.some(({ name }) => name === 'batch_id')
      ? [...table.references, { column: 'batch_id', table: 'import_batch', onDelete: 'NO ACTION' }]
      : table.references,
  }));
  const tableOf = (key: string) => tables.find(({ name }) => name === key.slice(0, key.indexOf(' ')));
  const idIn = (key: string) => key.slice(key.indexOf(' ') + 1);
  const corrections = events.flatMap(({ changes }) =>
    changes.filter(({ table }) => table === 'clock_correction').map(({ columns }) => columns ?? {}),
  );
  const clockOf = ({ writer, n, clock: [ms, counter, by] }: Event) => {
    const offsets = corrections
      .filter(one => one.writer === writer && n >= Number(one.from_n) && n <= Number(one.to_n))
      .map(one => Number(one.by_ms));
    return [Math.max(0, Math.min(ms, ...offsets.map(offset => ms + offset))), counter, by] as const;
  };
  const has = (later: Event, earlier: Event | null) =>
    later !== earlier && (earlier === null || later.knew.has(earlier.dot));

  const writes = new Map<string, Write[]>();
  const adds = new Map<string, (Event | null)[]>();
  const deletes = new Map<string, Event[]>();
  const push = <T>(map: Map<string, T[]>, key: string, value: T) => map.set(key, [...(map.get(key) ?? []), value]);
  for (const [table, rows] of start)
    for (const [id, columns] of rows) {
      push(adds, `${table} ${id}`, null);
      push(writes, `${table} ${id}`, { by: null, clock: [0, 0, ''], table, owner: id, columns });
    }
  for (const event of events)
    for (const { op, table, id, columns } of event.changes) {
      if (op === 'delete') push(deletes, `${table} ${id}`, event);
      else push(adds, `${table} ${id}`, event);
      if (columns) push(writes, `${table} ${id}`, { by: event, clock: clockOf(event), table, owner: id, columns });
    }

  // One person out of two records.
  const said = events.flatMap(event =>
    event.changes
      .filter(({ table, op }) => table === 'lead_alias' && op !== 'delete')
      .map(({ id }) => ({ event, id, from: id.split(' ')[0] ?? '', to: id.split(' ')[1] ?? '' })),
  );
  const merges = said.filter(({ event, id }) => !(deletes.get(`lead_alias ${id}`) ?? []).some(one => has(one, event)));
  const samePerson = (id: string): string[] => {
    const all = new Set([id]);
    for (let size = 0; size < all.size; ) {
      size = all.size;
      for (const { from, to } of merges) if (all.has(from) || all.has(to)) all.add(from).add(to);
    }
    return [...all].sort();
  };
  const person = (id: string): string => {
    const all = samePerson(id);
    return all.find(one => !merges.some(({ from }) => from === one)) ?? all[0] ?? id;
  };
  const real = (table: string, id: Value): string => (table === 'lead' ? person(String(id)) : String(id));
  for (const { event, from, to } of merges)
    for (const id of [from, to]) if (adds.has(`lead ${id}`)) push(adds, `lead ${id}`, event);

  const allWrites = (key: string): Write[] => {
    if (tableOf(key)?.name !== 'lead') return writes.get(key) ?? [];
    return samePerson(idIn(key)).flatMap(id =>
      (writes.get(`lead ${id}`) ?? []).filter(
        ({ by }) =>
          id === idIn(key) ||
          !merges.some(({ from, event }) => from === id && (by === null || by === event || has(event, by))),
      ),
    );
  };
  /** Whether a writer, when it wrote to one row, knew that another one was the same: not before it knew that two leads are one. */
  const knewAsOne = (later: Write, earlier: Write): boolean => {
    const leads = ({ table, owner }: Write): Value[] =>
      table === 'lead'
        ? [owner]
        : (keys[table] ?? [])
            .filter(column => ['lead_id', 'other_id'].includes(column))
            .map(
              column =>
                writes.get(`${table} ${owner}`)?.find(({ columns }) => column in columns)?.columns[column] ?? null,
            );
    const [mine, theirs] = [leads(later), leads(earlier)];
    return mine.every((lead, at) => {
      const reach = new Set([lead]);
      for (let round = 0; round < said.length; round += 1)
        for (const { event, from, to } of said)
          if ((later.by === event || later.by?.knew.has(event.dot)) && (reach.has(from) || reach.has(to)))
            reach.add(from).add(to);
      return reach.has(theirs[at] ?? null);
    });
  };
  const over = (later: Write, earlier: Write) =>
    later.by !== null && has(later.by, earlier.by) && knewAsOne(later, earlier);
  const stand = (all: readonly Write[], column: string, close?: string): Write | undefined => {
    const of = all.filter(({ columns }) => column in columns).sort(compareClocks);
    const open = of.filter(one => !of.some(other => over(other, one)));
    return (close ? open.find(({ columns }) => columns[close] !== null) : undefined) ?? open.at(-1);
  };
  const closing = (table: string, all: readonly Write[]): Write | undefined => {
    const by = closedBy[table];
    const write = by && stand(all, by, by);
    return write && write.columns[by] !== null ? write : undefined;
  };
  const rowOf = (table: string, all: readonly Write[], closed = closing(table, all)): Row => {
    const row: Row = {};
    for (const { name } of tables.find(one => one.name === table)?.columns ?? []) {
      const seen = all.filter(({ by }) => by === null || (closed?.by && (closed.by === by || has(closed.by, by))));
      const isClosed = closed && atClosing[table]?.includes(name) && seen.length > 0;
      const write = stand(
        isClosed ? seen : all,
        name,
        closedBy[table] && withClosing.includes(name) ? closedBy[table] : undefined,
      );
      if (write) row[name] = write.columns[name] ?? null;
      const json = write && jsonColumns[table]?.find(([column]) => column === name);
      if (json) row[name] = jsonOf((isClosed ? seen : all).toSorted(compareClocks), write, json, over);
    }
    return row;
  };

  // Which rows there are at all, whole: what they cannot be without is there.
  const rows = new Map<string, Row>();
  for (const key of writes.keys()) {
    const table = tableOf(key);
    if (table && real(table.name, idIn(key)) === idIn(key)) rows.set(key, rowOf(table.name, allWrites(key)));
  }
  const travels = (table: string, name: string) =>
    name !== 'id' &&
    !['lead seq', 'lead stage_since', 'stage_change from_stage', 'erasure rewritten'].includes(`${table} ${name}`);
  for (let size = -1; size !== rows.size; ) {
    size = rows.size;
    for (const [key, row] of rows) {
      const table = tableOf(key);
      const lacks = table?.columns.some(({ name, required }) => {
        const reference = table.references.find(({ column }) => column === name);
        return (
          required &&
          travels(table.name, name) &&
          ((row[name] ?? null) === null ||
            (reference && !rows.has(`${reference.table} ${real(reference.table, row[name] ?? null)}`)))
        );
      });
      if (lacks) rows.delete(key);
    }
  }

  // Alive: something was added to it, or to what belongs to it, of which its deletions did not know.
  const unseen = (table: string, id: string, depth = 0): Event[] => {
    const below =
      depth > 4
        ? []
        : tables.flatMap(({ name, references }) =>
            references
              .filter(one => one.onDelete === 'CASCADE' && one.table === table)
              .flatMap(({ column }) =>
                [...writes.keys()]
                  .filter(key => tableOf(key)?.name === name)
                  .filter(key => {
                    const row =
                      real(name, idIn(key)) === idIn(key)
                        ? rowOf(name, allWrites(key))
                        : rowOf(name, writes.get(key) ?? []);
                    return row[column] === id;
                  })
                  .flatMap(key => unseen(name, idIn(key), depth + 1)),
              ),
          );
    const own = (adds.get(`${table} ${id}`) ?? []).filter(one => one !== null);
    return [...own, ...below].filter(
      event => !(deletes.get(`${table} ${id}`) ?? []).some(one => has(one, event) || one === event),
    );
  };
  const isAlive = (key: string): boolean => {
    const table = tableOf(key)?.name ?? '';
    const ids = table === 'lead' ? samePerson(idIn(key)) : [idIn(key)];
    return ids.some(
      id =>
        (adds.get(`${table} ${id}`)?.includes(null) && !deletes.has(`${table} ${id}`)) || unseen(table, id).length > 0,
    );
  };
  const alive = new Set([...rows.keys()].filter(isAlive));
  const refersTo = (key: string, kind: string) =>
    (tableOf(key)?.references ?? [])
      .filter(({ onDelete, column }) => onDelete === kind && (rows.get(key)?.[column] ?? null) !== null)
      .map(({ table, column }) => `${table} ${real(table, rows.get(key)?.[column] ?? null)}`);
  let shown = new Set(rows.keys());
  for (let text = ''; text !== [...shown].sort().join(); ) {
    text = [...shown].sort().join();
    const before = shown;
    const named = new Set([...before].flatMap(key => refersTo(key, 'NO ACTION')));
    const belongs = (key: string) => refersTo(key, 'CASCADE').every(parent => before.has(parent));
    const next = new Set([...rows.keys()].filter(key => named.has(key) || (alive.has(key) && belongs(key))));
    // A lead always has a stage change.
    for (const lead of [...next].filter(key => key.startsWith('lead '))) {
      const own = [...rows].filter(
        ([key, row]) => key.startsWith('stage_change ') && real('lead', row.lead_id ?? null) === idIn(lead),
      );
      if (own.length > 0 && !own.some(([key]) => next.has(key)))
        next.add(own.sort(([a, one], [b, other]) => Number(one.at) - Number(other.at) || compare(a, b))[0]?.[0] ?? '');
    }
    shown = next;
  }

  // Rows with one key are one: parents first, so that their children find them.
  const goesBy = new Map([...shown].map(key => [key, idIn(key)]));
  for (const name of ['review', ...Object.keys(keys).filter(one => one !== 'review')]) {
    const own = [...shown].filter(key => tableOf(key)?.name === name).sort();
    const key = (one: string) =>
      JSON.stringify(
        keys[name]?.map(column => {
          const reference = tableOf(one)?.references.find(({ column: of }) => of === column);
          const value = rows.get(one)?.[column] ?? null;
          return reference ? goesBy.get(`${reference.table} ${real(reference.table, value)}`) : value;
        }),
      );
    for (const one of own) {
      const group = own.filter(other => key(other) === key(one));
      goesBy.set(one, idIn(group[0] ?? one));
      if (group[0] === one && group.length > 1) rows.set(one, rowOf(name, group.flatMap(allWrites)));
    }
  }
  const result = new Map<string, Row>();
  for (const one of [...shown].filter(key => goesBy.get(key) === idIn(key))) {
    const table = tableOf(one);
    let row = rows.get(one) ?? {};
    if (table?.name === 'decision') {
      const review = `review ${goesBy.get(`review ${row.review_id}`)}`;
      const group = [...shown].filter(key => key.startsWith('review ') && `review ${goesBy.get(key)}` === review);
      row = rowOf('decision', allWrites(one), closing('review', group.flatMap(allWrites)));
    }
    const links = (table?.references ?? []).map(({ column, table: other }) => [
      column,
      row[column] == null ? null : (goesBy.get(`${other} ${real(other, row[column])}`) ?? null),
    ]);
    result.set(one, { ...row, ...Object.fromEntries(links), id: idIn(one) });
  }

  // What follows from other rows.
  const of = (table: string) => [...result].filter(([key]) => key.startsWith(`${table} `)).map(([, row]) => row);
  for (const lead of of('lead')) {
    const changes = of('stage_change')
      .filter(({ lead_id }) => lead_id === lead.id)
      .sort((a, b) => Number(a.at) - Number(b.at) || compare(String(a.id), String(b.id)));
    changes.forEach((change, index) => {
      change.from_stage = changes[index - 1]?.to_stage ?? null;
    });
    const last = changes.at(-1);
    if (last?.to_stage !== lead.stage) Object.assign(lead, { position: null, nurture_until: null });
    Object.assign(lead, { stage: last?.to_stage, stage_since: last?.at });
    if (lead.stage !== 'nurture') lead.nurture_until = null;
    if (lead.do_not_contact != null) lead.consent = 'no';
  }
  const since = (row: Row): Write | undefined =>
    allWrites(`criteria ${row.id}`)
      .filter(({ columns }) => row.published_at === null || (columns.published_at ?? null) !== null)
      .sort(compareClocks)[0];
  const taken = new Set<Value>();
  const versions = of('criteria').map(row => ({ row, since: since(row) }));
  versions.sort(
    (a, b) =>
      Number(a.row.published_at === null) - Number(b.row.published_at === null) ||
      (a.since && b.since ? compareClocks({ ...a.since, owner: '' }, { ...b.since, owner: '' }) : 0) ||
      compare(String(a.row.id), String(b.row.id)),
  );
  for (const { row } of versions) {
    while (taken.has(row.number ?? null)) row.number = Number(row.number) + 1;
    taken.add(row.number ?? null);
  }
  return result;
}
