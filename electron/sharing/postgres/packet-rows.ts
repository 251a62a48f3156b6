// Packets as rows of a database: their segments one after the other, cut where a row would get too large.
import type { Client } from 'pg';
import { Refused } from '../../sync/segment.ts';
import type { Copies, PacketBytes, WriterKey } from '../meeting-place.ts';
import type { Connection } from './connection.ts';
import { rowBytes } from './tables.ts';

type PacketRow = {
  readonly n: number;
  /** Of how many rows of the packet this is which. */
  readonly part: number;
  readonly parts: number;
  readonly segment: number;
  readonly bytes: Buffer;
};

/** Rows written or read at once. */
const rowsAtOnce = 500;
/** No packet of ours has more. */
const mostParts = 20_000;
/** More of one segment is not read, whatever it is. */
const mostBytes = 17_000_000;

function* rowsOfPacket({ n, segments }: PacketBytes): Iterable<PacketRow> {
  const pieces = segments.flatMap((bytes, index) =>
    Array.from({ length: Math.max(1, Math.ceil(bytes.length / rowBytes)) }, (_, at) => ({
      segment: index + 1,
      bytes: Buffer.from(bytes.subarray(at * rowBytes, (at + 1) * rowBytes)),
    })),
  );
  for (const [index, piece] of pieces.entries()) yield { n, part: index + 1, parts: pieces.length, ...piece };
}

/** The rows of packets in groups that one statement writes. */
export function rowsOf(packets: readonly PacketBytes[]): readonly (readonly PacketRow[])[] {
  const groups: PacketRow[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const packet of packets)
    for (const row of rowsOfPacket(packet)) {
      const last = groups.at(-1);
      if (!last || size + row.bytes.length > rowBytes || last.length === rowsAtOnce) {
        groups.push([row]);
        size = row.bytes.length;
      } else {
        last.push(row);
        size += row.bytes.length;
      }
    }
  return groups;
}

/** Writes rows in one statement, over what is there. */
export async function writeRows(client: Client, { workspace, writer }: WriterKey, rows: readonly PacketRow[]) {
  const places = rows.map((_, at) => {
    const first = 3 + at * 5;
    return `($1, $2, $${first}, $${first + 1}, $${first + 2}, $${first + 3}, octet_length($${first + 4}::bytea), $${first + 4}::bytea)`;
  });
  await client.query(
    `INSERT INTO ripen.packet (workspace, writer, n, part, parts, segment, size, bytes) VALUES ${places.join(', ')}
     ON CONFLICT (workspace, writer, n, part) DO UPDATE
       SET parts = excluded.parts, segment = excluded.segment, size = excluded.size, bytes = excluded.bytes`,
    [workspace, writer, ...rows.flatMap(({ n, part, parts, segment, bytes }) => [n, part, parts, segment, bytes])],
  );
}

/** Reads the packets of a writer behind a number, a few megabytes at a time. */
export function packetReader(connection: Connection, key: WriterKey, behind: number): Copies {
  let rows: PacketRow[] = [];
  let last = { n: behind, part: mostParts };
  let packet: { readonly n: number; readonly segments: readonly Buffer[] } = { n: 0, segments: [] };

  async function readOn(): Promise<boolean> {
    const read = await readRows(connection, key, last);
    rows.push(...read);
    last = read.at(-1) ?? last;
    return read.length > 0;
  }

  /** The segments of packet `n`, when all its rows are there. */
  async function segmentsOf(n: number): Promise<readonly Buffer[]> {
    for (;;) {
      rows = rows.filter(row => row.n >= n);
      const own = rows.filter(row => row.n === n);
      const parts = own[0]?.parts ?? 1;
      if (own.length >= parts) return joined(own.slice(0, parts));
      if (rows.length > own.length || !(await readOn())) return [];
    }
  }

  return async (n, part) => {
    if (packet.n !== n) packet = { n, segments: await segmentsOf(n) };
    const bytes = packet.segments[part - 1];
    if (!bytes) return [];
    return [
      async () => {
        if (bytes.length > mostBytes) throw new Refused('damaged');
        return bytes;
      },
    ];
  };
}

/** None, where a row between is missing or belongs to an older writing of the packet. */
function joined(rows: readonly PacketRow[]): readonly Buffer[] {
  const [first] = rows;
  if (rows.some((row, index) => row.part !== index + 1 || row.parts !== first?.parts)) return [];
  return [...Map.groupBy(rows, ({ segment }) => segment).values()].map(own =>
    Buffer.concat(own.map(({ bytes }) => bytes)),
  );
}

/** The next rows behind one, as many as make some megabytes. */
async function readRows(
  connection: Connection,
  { workspace, writer }: WriterKey,
  last: { readonly n: number; readonly part: number },
): Promise<readonly PacketRow[]> {
  const sql = `SELECT n::float8 AS n, part, parts, segment, encode(bytes, 'base64') AS text FROM (
      SELECT *, sum(octet_length(bytes)) OVER (ORDER BY n, part) - octet_length(bytes) AS before FROM (
        SELECT n, part, parts, segment, bytes FROM ripen.packet
        WHERE workspace = $1 AND writer = $2 AND (n, part) > ($3::bigint, $4::int) AND parts <= ${mostParts}
        ORDER BY n, part LIMIT ${rowsAtOnce}) next) sized
    WHERE before < ${4 * rowBytes} ORDER BY n, part`;
  const values = [workspace, writer, last.n, last.part];
  const found = await connection.run(({ client }) =>
    client.query<Omit<PacketRow, 'bytes'> & { text: string }>(sql, values),
  );
  // `pg` reads answers as text: this is a third longer than the bytes, the usual text of bytes twice as long.
  return found.rows.map(({ text, ...row }) => ({ ...row, bytes: Buffer.from(text, 'base64') }));
}
