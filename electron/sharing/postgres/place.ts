// A PostgreSQL database as a meeting place. Every statement may be run again: a connection that breaks is no reason to ask anybody.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/result.ts';
import type { BarePlace, Start } from '../meeting-place.ts';
import { addressName } from './address.ts';
import { createConnection, type DatabaseAccess, type Live, usualTiming } from './connection.ts';
import { packetReader, rowsOf, writeRows } from './packet-rows.ts';
import { startParts } from './start-parts.ts';
import { makeTables, requireWritable } from './tables.ts';
import { channelOf, watchOver } from './watch.ts';

/** `workspace`: the one that is meant where several meet in one database. */
export type Database = DatabaseAccess & { readonly workspace?: string };

const writerName = '^[0-9a-z]{1,40}$';

/** A database as a meeting place. Nothing is connected until something is asked. */
export function postgresPlace({ workspace: meant, ...reach }: Database): BarePlace {
  const name = addressName(reach.address);
  const timing = reach.timing ?? usualTiming;
  const connection = createConnection(reach);
  const rows = <T extends object>(sql: string, values: readonly unknown[]): Promise<readonly T[]> =>
    connection.run(async ({ client }) => (await client.query<T>(sql, [...values])).rows);

  /** Without tables nothing is there. */
  const ifReady = <T>(otherwise: T, work: (live: Live) => Promise<T>): Promise<T> =>
    connection.run(async live => (live.tables === 'ready' ? work(live) : otherwise));

  return {
    name,
    id: `postgresql://${name}`,
    workspace: wanted =>
      ifReady<string | null>(null, async ({ client }) => {
        const one = wanted ?? meant;
        const sql = 'SELECT id FROM ripen.workspace ORDER BY id = $1 DESC NULLS LAST, id LIMIT 2';
        const [first, second] = (await client.query<{ id: string }>(sql, [one ?? null])).rows;
        if (one === undefined && second)
          throw new AppError('file', `Several workspaces are shared in ${name}. Open the invitation to yours.`);
        return first?.id ?? null;
      }),
    isReached: () => connection.run(async () => true),
    // Several workspaces can meet in one database.
    requireFree: () => connection.run(requireWritable),
    putStart: async (workspace, { chunks }) => {
      await connection.run(async live => {
        if (live.tables === 'none') await makeTables(live.client, name);
        live.tables = 'ready';
      });
      await rows('DELETE FROM ripen.start WHERE workspace = $1', [workspace]);
      for await (const { part, isLast, bytes } of startParts(chunks))
        await rows(
          `INSERT INTO ripen.start (workspace, part, is_last, bytes) VALUES ($1, $2, $3, $4)
           ON CONFLICT (workspace, part) DO UPDATE SET is_last = excluded.is_last, bytes = excluded.bytes`,
          [workspace, part, isLast, bytes],
        );
    },
    getStart: workspace =>
      ifReady<Start | null>(null, async ({ client }) => {
        const found = await client.query<{ parts: number; size: number; whole: boolean }>(
          `SELECT count(*)::int AS parts, coalesce(sum(octet_length(bytes)), 0)::float8 AS size,
             count(*) = max(part) AND count(*) FILTER (WHERE is_last) = 1 AS whole
           FROM ripen.start WHERE workspace = $1`,
          [workspace],
        );
        const [{ parts, size, whole } = { parts: 0, size: 0, whole: false }] = found.rows;
        return whole ? { size, chunks: chunksOf(workspace, parts) } : null;
      }),
    writeWorkspace: async (workspace, seal) => {
      await rows(
        'INSERT INTO ripen.workspace (id, seal) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET seal = excluded.seal',
        [workspace, seal],
      );
    },
    sealOf: workspace =>
      ifReady<string | null>(null, async ({ client }) => {
        const sql = 'SELECT seal FROM ripen.workspace WHERE id = $1';
        return (await client.query<{ seal: string }>(sql, [workspace])).rows[0]?.seal ?? null;
      }),
    dropStart: workspace =>
      ifReady<void>(undefined, async ({ client }) => {
        await client.query('DELETE FROM ripen.start WHERE workspace = $1', [workspace]);
      }),
    put: async (key, packets) => {
      for (const group of rowsOf(packets)) await connection.run(({ client }) => writeRows(client, key, group));
    },
    announce: async workspace => {
      // Where it cannot be told, the others look by themselves.
      await rows('SELECT pg_notify($1, $2)', [channelOf(workspace), '']).catch(() => undefined);
    },
    greatest: async ({ workspace, writer }, most) => {
      const sql = `SELECT coalesce(max(n), 0)::float8 AS n FROM ripen.packet
        WHERE workspace = $1 AND writer = $2 AND n <= $3 AND part = 1`;
      return (await rows<{ n: number }>(sql, [workspace, writer, most]))[0]?.n ?? 0;
    },
    missing: ({ workspace, writer }, last) =>
      connection.run(async ({ client, found }) => {
        const now = performance.now();
        const known = found.get(writer);
        const from = known && now - known.at < timing.recheck ? known : { n: 0, at: now };
        if (from.n >= last) return [];
        const sql = `SELECT n::float8 AS n FROM generate_series($3::bigint + 1, $4::bigint) n WHERE NOT EXISTS (
          SELECT 1 FROM ripen.packet p WHERE p.workspace = $1 AND p.writer = $2 AND p.n = n.n AND p.part = 1 AND p.parts = (
            SELECT count(*) FROM ripen.packet q WHERE q.workspace = $1 AND q.writer = $2 AND q.n = n.n
              AND q.part <= p.parts AND q.parts = p.parts AND octet_length(q.bytes) = q.size)) ORDER BY 1`;
        const missing = (await client.query<{ n: number }>(sql, [workspace, writer, from.n, last])).rows.map(
          ({ n }) => n,
        );
        found.set(writer, { n: (missing[0] ?? last + 1) - 1, at: from.at });
        return missing;
      }),
    writersBeyond: async (workspace, known) => {
      // From writer to writer by the key, however many packets there are.
      const sql = `WITH RECURSIVE writers (writer) AS (
          (SELECT writer FROM ripen.packet WHERE workspace = $1 ORDER BY writer LIMIT 1)
          UNION ALL SELECT (SELECT p.writer FROM ripen.packet p WHERE p.workspace = $1 AND p.writer > w.writer ORDER BY p.writer LIMIT 1)
          FROM writers w WHERE w.writer IS NOT NULL)
        SELECT writer FROM writers WHERE writer ~ $3 AND coalesce(($2::jsonb ->> writer)::bigint, 0)
          < (SELECT max(n) FROM ripen.packet p WHERE p.workspace = $1 AND p.writer = writers.writer) ORDER BY writer COLLATE "C"`;
      const found = await rows<{ writer: string }>(sql, [workspace, JSON.stringify(known), writerName]);
      return found.map(({ writer }) => writer);
    },
    segmentsBehind: async (key, n) => packetReader(connection, key, n),
    putDevice: async ({ workspace, writer }, bytes) => {
      await rows(
        `INSERT INTO ripen.device (workspace, writer, bytes) VALUES ($1, $2, $3)
         ON CONFLICT (workspace, writer) DO UPDATE SET bytes = excluded.bytes`,
        [workspace, writer, bytes],
      );
    },
    devices: workspace =>
      rows('SELECT writer, bytes FROM ripen.device WHERE workspace = $1 AND writer ~ $2 ORDER BY writer COLLATE "C"', [
        workspace,
        writerName,
      ]),
    watch: (workspace, changed) => watchOver(connection, timing, channelOf(workspace), randomUUID(), changed),
    close: connection.close,
  };

  async function* chunksOf(workspace: string, parts: number): AsyncIterable<Uint8Array> {
    for (let part = 1; part <= parts; part += 1) {
      const sql = "SELECT encode(bytes, 'base64') AS text FROM ripen.start WHERE workspace = $1 AND part = $2";
      const found = await rows<{ text: string }>(sql, [workspace, part]);
      if (!found[0]) throw new AppError('file', `What is shared in ${name} was changed meanwhile. Try again.`);
      yield Buffer.from(found[0].text, 'base64');
    }
  }
}
