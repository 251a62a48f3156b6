// Several computers in one process, each a real SQLite file in memory: steps are SQL under the real journal, and what stands after
// merging is written into real tables, whose constraints are asked.
import Database from 'better-sqlite3';
import { createHandle, type Reader, type Writer } from '../../electron/db/file/handle.ts';
import { migrate } from '../../electron/db/file/migrate.ts';
import { beginStep } from '../../electron/db/journal/journal.ts';
import { installJournal } from '../../electron/db/journal/journal-triggers.ts';
import { fileSchema } from '../../electron/db/tables/file-schema.ts';
import { quoted } from '../../electron/db/tables/names.ts';
import { changesOf, type Touched } from '../../electron/sync/changes.ts';
import { afterSeeing, type HybridClock, nextClock, startOfTime } from '../../electron/sync/clock.ts';
import { type Merged, merge } from '../../electron/sync/merge.ts';
import { type Change, dotText, type Packet } from '../../electron/sync/packet.ts';
import { planFor } from '../../electron/sync/plan.ts';
import type { SharedRow, SharedRows } from '../../electron/sync/registers.ts';
import { migrations } from './database.ts';

const emptyFile = (() => {
  const connection = new Database(':memory:');
  migrate(connection, migrations);
  const bytes = connection.serialize();
  connection.close();
  return bytes;
})();

/** Does something with an empty file in memory. */
export function withFile<T>(work: (connection: Database.Database, writer: Writer) => T): T {
  const connection = new Database(emptyFile);
  try {
    connection.pragma('foreign_keys = ON');
    return work(connection, createHandle(connection));
  } finally {
    connection.close();
  }
}

export const realSchema = withFile((_, writer) => fileSchema(writer));
export const plan = planFor(realSchema);
/** Tables of the plan that have no place in the file yet. */
const isInFile = (table: string): boolean => realSchema.tables.some(({ name }) => name === table);

/** Writes rows into an empty file, in one transaction; whatever constraint they break, throws. */
export function fill(connection: Database.Database, writer: Writer, rows: SharedRows): void {
  connection.transaction(() => {
    connection.pragma('defer_foreign_keys = ON');
    for (const [table, found] of rows) {
      if (!isInFile(table)) continue;
      for (const row of found.values()) {
        const names = Object.keys(row);
        const marks = names.map(() => '?').join(', ');
        writer.run(
          `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${marks})`,
          Object.values(row),
        );
      }
    }
  })();
}

/** The shared rows of a file. */
export function contentIn(reader: Reader): SharedRows {
  return new Map(
    plan.tables.map(({ name, rule }) => {
      if (!isInFile(name)) return [name, new Map<string, SharedRow>()];
      const rows = reader.all<SharedRow>(`SELECT * FROM ${quoted(name)} ORDER BY id`).map(row => {
        const shared = Object.entries(row).filter(([column]) => !rule.home?.columns?.includes(column));
        return [row.id, Object.fromEntries(shared) as SharedRow] as const;
      });
      return [name, new Map(rows)];
    }),
  );
}

/** Rows as they are, and before: from the journal's lines and the tables, as the product knows them. */
function touchedIn(reader: Reader): Touched[] {
  const lines = reader.all<{ table: string; id: string; op: string; before: string | null }>(
    'SELECT table_name AS "table", row_id AS id, op, before FROM change ORDER BY seq DESC',
  );
  const rows = new Map<string, Touched>();
  for (const { table, id, op, before } of lines) {
    const key = `${table} ${id}`;
    const now = reader.get<SharedRow>(`SELECT * FROM ${quoted(table)} WHERE id = ?`, [id]) ?? null;
    const known = rows.get(key) ?? { table, id, before: now, after: now };
    const old = JSON.parse(before ?? 'null') as SharedRow | null;
    rows.set(key, { ...known, before: op === 'insert' ? null : ({ ...known.before, ...old } as SharedRow) });
  }
  return [...rows.values()].reverse();
}

/** Takes a step back as undo does: row by row, latest first, without the numbers of leads. */
function undo(writer: Writer, touched: readonly Touched[]): void {
  for (const { table, id, before, after } of [...touched].reverse()) {
    const { seq: _, ...row }: Record<string, SharedRow[string]> = before ?? {};
    const names = Object.keys(row);
    if (before === null) writer.run(`DELETE FROM ${table} WHERE id = ?`, [id]);
    else if (after === null)
      writer.run(`INSERT INTO ${table} (${names}) VALUES (${names.map(() => '?')})`, Object.values(row));
    else
      writer.run(`UPDATE ${table} SET ${names.map(name => `${name} = ?`)} WHERE id = ?`, [...Object.values(row), id]);
  }
}

export type Computer = {
  readonly id: string;
  readonly packets: () => readonly Packet[];
  readonly merged: () => Merged;
  /** How far ahead of the true time its clock is. */
  readonly skew: number;
  /** Does something as one step; null when nothing changed. */
  readonly step: (now: number, work: (writer: Writer) => void) => Packet | null;
  /** The same for work that the file may refuse: then it is not done. */
  readonly tryStep: Computer['step'];
  /** Takes its last step back; one that was taken back is done again. */
  readonly undo: (now: number) => Packet | null;
  /** Its own packets, in order. */
  readonly own: () => readonly Packet[];
  /** A packet that is no step of the tables. */
  readonly say: (now: number, changes: readonly Change[]) => Packet;
  readonly receive: (packet: Packet, now: number) => void;
};

export const workspace = 'w1';

/** A computer that has joined a workspace. */
export function aComputer(id: string, start: SharedRows, skew = 0): Computer {
  const packets = new Map<string, Packet>();
  const waiting = new Map<string, Packet>();
  const seen: Record<string, number> = {};
  let clock: HybridClock = startOfTime;
  let n = 0;
  let now: Merged | undefined;
  const merged = (): Merged => (now ??= merge(plan, start, [...packets.values()]));

  function isKnown(table: string, row: string): boolean {
    if (start.get(table)?.has(row)) return true;
    return [...packets.values()].some(({ changes }) => changes.some(one => one.table === table && one.id === row));
  }
  const done: { readonly touched: readonly Touched[]; readonly packet: Packet }[] = [];
  function put(changes: readonly Change[], time: number, undoes: number | null = null): Packet {
    n += 1;
    clock = nextClock(clock, time + skew, id);
    const head = { workspace, writer: id, n, clock, seen: { ...seen }, schema: plan.version, memberId: null };
    const packet: Packet = { ...head, label: 'a step', undoes, changes };
    packets.set(dotText(packet), packet);
    now = undefined;
    return packet;
  }
  /** One step on what stands, under the journal. */
  const inFile = (time: number, work: (writer: Writer) => void, undoes: Packet | null = null): Packet | null =>
    withFile((connection, writer) => {
      fill(connection, writer, merged().rows);
      installJournal(connection);
      const touched = connection.transaction(() => {
        beginStep(writer, { id: 'step', label: 'a step', at: time, deviceId: id, memberId: null });
        work(writer);
        return touchedIn(writer);
      })();
      const changes = changesOf(plan, touched, {
        isKnown,
        idsBehind: (table, row) => merged().idsBehind.get(`${table} ${row}`) ?? [],
        undoes,
      });
      if (changes.length === 0) return null;
      const packet = put(changes, time, undoes?.n ?? null);
      done.push({ touched, packet });
      return packet;
    });
  const attempt = (work: () => Packet | null): Packet | null => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Database.SqliteError || (error instanceof Error && error.message === 'nothing there'))
        return null;
      throw error;
    }
  };
  return {
    id,
    skew,
    packets: () => [...packets.values()],
    merged,
    own: () => [...packets.values()].filter(({ writer }) => writer === id),
    say: (time, changes) => put(changes, time),
    step: inFile,
    tryStep: (time, work) => attempt(() => inFile(time, work)),
    undo: time => {
      const last = done.at(-1);
      return last ? attempt(() => inFile(time, writer => undo(writer, last.touched), last.packet)) : null;
    },
    receive: (packet, time) => {
      waiting.set(dotText(packet), packet);
      // Each writer's packets in order, without a hole; what comes early waits.
      const { writer } = packet;
      const follower = (): Packet | undefined => waiting.get(dotText({ writer, n: (seen[writer] ?? 0) + 1 }));
      for (let next = follower(); next; next = follower()) {
        seen[writer] = next.n;
        packets.set(dotText(next), next);
        clock = afterSeeing(clock, next.clock, time + skew);
      }
      now = undefined;
    },
  };
}
