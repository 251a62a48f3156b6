// All SQL of sharing itself: this file's part in it, and the packets, its own and those of other computers.
import type { Change, Packet } from '../../sync/packet.ts';
import type { Reader, Writer } from '../file/handle.ts';

export type Sharing = {
  readonly workspace: string;
  readonly writer: string;
  readonly clock: string;
};

/** This file's part in a shared workspace; undefined: it is not shared. */
export const readSharing = (db: Reader): Sharing | undefined =>
  db.get<Sharing>('SELECT workspace, writer, clock FROM sharing');

/** From here on the file is shared. Undo stops here: what was done before is what all begin with. */
export function writeSharing(db: Writer, { workspace, writer, clock }: Sharing): void {
  db.run(
    `INSERT OR REPLACE INTO sharing (id, workspace, writer, clock, undo_after)
     VALUES (1, ?, ?, ?, (SELECT coalesce(max(seq), 0) FROM step))`,
    [workspace, writer, clock],
  );
}

const begun = "table_name = 'sharing'";

/** Remembers in which folder sharing began, until all of it is there; kept among the rows that are shared, of which it is none. */
export const noteSharingBegun = (db: Writer, folder: string): number =>
  db.run("INSERT INTO shared_row (table_name, row_id) VALUES ('sharing', ?)", [folder]);
export const noteSharingDone = (db: Writer): void => void db.run(`DELETE FROM shared_row WHERE ${begun}`);
/** The folder in which sharing began and did not end; undefined: there is none. */
export const sharingBegunIn = (db: Reader): string | undefined =>
  db.pluck<string>(`SELECT row_id FROM shared_row WHERE ${begun}`)[0];

/** The file is not shared, and never was: nobody has joined. */
export function forgetSharing(db: Writer): void {
  for (const table of ['sharing', 'packet_change', 'packet', 'conflict']) db.run(`DELETE FROM ${table}`);
  db.run("DELETE FROM shared_row WHERE table_name <> 'undo'");
}

/** The file is not shared any more. What others did is no step here, so undo does not reach behind it. */
export function leaveSharing(db: Writer): void {
  db.run('DELETE FROM shared_row');
  forgetSharing(db);
  db.run("INSERT INTO shared_row (table_name, row_id) VALUES ('undo', (SELECT coalesce(max(seq), 0) FROM step))");
}

export const writeClock = (db: Writer, clock: string): number => db.run('UPDATE sharing SET clock = ?', [clock]);

/** A packet as it is kept: all of it but the workspace, which is that of the file. */
export type StoredPacket = Omit<Packet, 'workspace'>;

/** `hash`: of its last segment. `stepId`: the step of this file that it was made of. */
export function insertPacket(
  db: Writer,
  packet: StoredPacket,
  { hash, stepId }: { readonly hash: string; readonly stepId: string | null },
): void {
  const { writer, n, clock, seen, schema, memberId, label, undoes } = packet;
  db.run(
    `INSERT INTO packet (writer, n, hash, clock, seen, schema, written_by, label, undoes, step_id, settled)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    [writer, n, hash, clock, JSON.stringify(seen), schema, memberId, label, undoes, stepId],
  );
  const id = db.pluck<number>('SELECT id FROM packet WHERE writer = ? AND n = ?', [writer, n])[0] ?? 0;
  for (const one of packet.changes)
    db.run('INSERT INTO packet_change (packet_id, op, table_name, row_id, columns) VALUES (?, ?, ?, ?, ?)', [
      id,
      one.op,
      one.table,
      one.id,
      'columns' in one ? JSON.stringify(one.columns) : null,
    ]);
}

type PacketRow = Omit<StoredPacket, 'seen' | 'changes'> & { readonly rowid: number; readonly seen: string };
const head = 'id AS rowid, writer, n, clock, seen, schema, written_by AS memberId, label, undoes';
type ChangeRow = { readonly packet: number; readonly op: string; readonly table: string; readonly id: string } & {
  readonly columns: string | null;
};
const change = 'packet_id AS packet, op, table_name AS "table", row_id AS id, columns';

const whole = ({ rowid: _, seen, ...packet }: PacketRow, changes: readonly ChangeRow[]): StoredPacket => ({
  ...packet,
  seen: JSON.parse(seen),
  changes: changes.map(
    ({ packet: __, columns, ...one }) => (columns === null ? one : { ...one, columns: JSON.parse(columns) }) as Change,
  ),
});

/** A writer's packet with all it says. */
export function packetOf(db: Reader, writer: string, n: number): StoredPacket | undefined {
  const row = db.get<PacketRow>(`SELECT ${head} FROM packet WHERE writer = ? AND n = ?`, [writer, n]);
  return (
    row &&
    whole(
      row,
      db.all<ChangeRow>(`SELECT ${change} FROM packet_change WHERE packet_id = ? ORDER BY packet_change.id`, [
        row.rowid,
      ]),
    )
  );
}

/** The packets that touched some rows, by table, each with what it says of them alone. */
export function packetsOn(db: Reader, rows: ReadonlyMap<string, ReadonlySet<string>>): readonly StoredPacket[] {
  const changes = [...rows].flatMap(([table, ids]) =>
    db.all<ChangeRow>(
      `SELECT ${change} FROM packet_change WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?)) ORDER BY packet_change.id`,
      [table, JSON.stringify([...ids])],
    ),
  );
  const byPacket = Map.groupBy(changes, ({ packet }) => packet);
  return db
    .all<PacketRow>(`SELECT ${head} FROM packet WHERE id IN (SELECT value FROM json_each(?)) ORDER BY packet.id`, [
      JSON.stringify([...byPacket.keys()]),
    ])
    .map(row => whole(row, byPacket.get(row.rowid) ?? []));
}

export type RowKey = { readonly table: string; readonly id: string; readonly op: string };

/** Rows that packets speak of which are not in the tables yet. */
export const unsettledRows = (db: Reader): readonly RowKey[] =>
  db.all<RowKey>(
    `SELECT DISTINCT c.table_name AS "table", c.row_id AS id, c.op FROM packet p JOIN packet_change c ON c.packet_id = p.id
     WHERE p.settled = 0`,
  );

export const hasUnsettled = (db: Reader): boolean =>
  db.get('SELECT 1 FROM packet WHERE settled = 0 LIMIT 1') !== undefined;
/**
 * When the earliest activity was (UTC ms) that packets of others add or move and that is not in the tables yet; infinity: they
 * speak of none. Null: no packet of others waits.
 */
export function earliestUnsettled(db: Reader, writer: string): number | null {
  const of = 'FROM packet p JOIN packet_change c ON c.packet_id = p.id WHERE p.settled = 0 AND p.writer <> ?';
  if (!db.get(`SELECT 1 ${of} LIMIT 1`, [writer])) return null;
  const earliest = `SELECT min(c.columns ->> 'at') ${of} AND c.table_name = 'activity'`;
  return db.pluck<number | null>(earliest, [writer])[0] ?? Number.POSITIVE_INFINITY;
}
export const settlePackets = (db: Writer): number => db.run('UPDATE packet SET settled = 1 WHERE settled = 0');

/** How far each writer's packets are here, and in the tables. Asked at every step: from index to index, however many there are. */
export const packetCounts = (db: Reader): readonly { writer: string; n: number; settled: number }[] =>
  db.all(
    `WITH RECURSIVE known (writer) AS (
       SELECT min(writer) FROM packet
       UNION ALL SELECT (SELECT min(p.writer) FROM packet p WHERE p.writer > known.writer) FROM known WHERE writer IS NOT NULL)
     SELECT writer, (SELECT max(p.n) FROM packet p WHERE p.writer = known.writer) AS n,
       coalesce((SELECT min(p.n) - 1 FROM packet p INDEXED BY packet_unsettled WHERE p.settled = 0 AND p.writer = known.writer),
         (SELECT max(p.n) FROM packet p WHERE p.writer = known.writer)) AS settled
     FROM known WHERE writer IS NOT NULL`,
  );

/** The last packet of a writer, by number, and the hash of its last segment. */
export const lastPacket = (db: Reader, writer: string): { readonly n: number; readonly hash: string } =>
  db.get('SELECT n, hash FROM packet WHERE writer = ? ORDER BY n DESC LIMIT 1', [writer]) ?? { n: 0, hash: '' };

export const packetHash = (db: Reader, writer: string, n: number): string =>
  db.pluck<string>('SELECT hash FROM packet WHERE writer = ? AND n = ?', [writer, n])[0] ?? '';

/** The last packet that a step was made into: undo and redo are packets too. */
export const packetOfStep = (db: Reader, writer: string, stepId: string): number | null =>
  db.pluck<number | null>('SELECT max(n) FROM packet WHERE step_id = ? AND writer = ?', [stepId, writer])[0] ?? null;

/** The place of the first or last packet that a step was made into, in the order in which packets came; 0: it is in none. */
export const placeOfStep = (db: Reader, which: 'first' | 'last', stepId: string): number =>
  db.pluck<number | null>(`SELECT ${which === 'first' ? 'min' : 'max'}(id) FROM packet WHERE step_id = ?`, [
    stepId,
  ])[0] ?? 0;

const ofOthers = `packet_change c JOIN packet p ON p.id = c.packet_id
  WHERE c.table_name = ? AND c.row_id = ? AND c.op IN ('add', 'set') AND p.id > ? AND p.writer <> (SELECT writer FROM sharing)`;

/** Whether somebody else's packet that came behind a place adds or changes a row. */
export const isWrittenByOthers = (db: Reader, table: string, id: string, behind: number): boolean =>
  db.get(`SELECT 1 FROM ${ofOthers} AND p.settled = 1 LIMIT 1`, [table, id, behind]) !== undefined;

/** Columns of a row that packets of others behind a place write. */
export const columnsOfOthers = (db: Reader, table: string, id: string, behind: number): ReadonlySet<string> =>
  new Set(
    db.pluck<string>(
      `SELECT DISTINCT e.key FROM (SELECT c.columns FROM ${ofOthers} AND p.settled = 1) o, json_each(o.columns) e`,
      [table, id, behind],
    ),
  );

/** Whether another computer ever spoke of a row. */
export const isKnownToOthers = (db: Reader, table: string, id: string): boolean =>
  db.get(
    `SELECT 1 FROM packet_change c JOIN packet p ON p.id = c.packet_id
     WHERE c.table_name = ? AND c.row_id = ? AND p.writer <> (SELECT writer FROM sharing) LIMIT 1`,
    [table, id],
  ) !== undefined;

/** Leads of which packets of other computers speak that came behind a place; also those that these are shown as. */
export const workedOnByOthers = (db: Reader, behind: number): string[] =>
  db.pluck(
    `WITH spoken (lead_id) AS (
       SELECT DISTINCT iif(c.table_name = 'lead', c.row_id, coalesce(c.columns ->> 'lead_id', r.lead_id))
       FROM packet p JOIN packet_change c ON c.packet_id = p.id
       LEFT JOIN shared_row r ON r.table_name = c.table_name AND r.row_id = c.row_id
       WHERE p.writer <> (SELECT writer FROM sharing) AND p.id > ?)
     SELECT lead_id FROM spoken WHERE lead_id IS NOT NULL
     UNION SELECT r.shown_as FROM spoken JOIN shared_row r ON r.table_name = 'lead' AND r.row_id = spoken.lead_id
       WHERE r.shown_as IS NOT NULL`,
    [behind],
  );

/** Whether any packet deletes one of these rows. */
export const isAnyDeleted = (db: Reader, table: string, ids: readonly string[]): boolean =>
  db.get(
    `SELECT 1 FROM packet_change WHERE table_name = ? AND op = 'delete' AND row_id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    [table, JSON.stringify(ids)],
  ) !== undefined;

/** Rows of packets that name another row. */
export const rowsNaming = (db: Reader, id: string): readonly RowKey[] =>
  db.all<RowKey>('SELECT table_name AS "table", row_id AS id, op FROM packet_change WHERE instr(columns, ?) > 0', [
    JSON.stringify(id),
  ]);

/** Mergings of two leads that any packet speaks of. */
export const aliasesSaid = (db: Reader): readonly string[] =>
  db.pluck<string>("SELECT DISTINCT row_id FROM packet_change WHERE table_name = 'lead_alias'");

export const correctionsSaid = (db: Reader): readonly string[] =>
  db.pluck<string>("SELECT row_id FROM packet_change WHERE table_name = 'clock_correction'");

/** Gives a packet another writer and number; what it says stays. */
export function writeAs(
  db: Writer,
  { writer, n }: { readonly writer: string; readonly n: number },
  to: StoredPacket,
  hash: string,
): void {
  db.run('UPDATE packet SET writer = ?, n = ?, clock = ?, seen = ?, undoes = ?, hash = ? WHERE writer = ? AND n = ?', [
    to.writer,
    to.n,
    to.clock,
    JSON.stringify(to.seen),
    to.undoes,
    hash,
    writer,
    n,
  ]);
}
