// The tables in a database where computers meet, made by numbered migrations of their own.
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { AppError } from '../../../shared/result.ts';

/** Bytes in a row at most: some hosts take no larger ones in a reasonable time. */
export const rowBytes = 1_000_000;
/** PostgreSQL before 13 is no longer kept by its makers. */
const oldestServer = 13;

/** Each is run once, in order, in one transaction with all that are due. Never changed once released. */
export const migrations: readonly string[] = [
  `CREATE TABLE ripen.workspace (
     id text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 300),
     seal text NOT NULL DEFAULT '' CHECK (length(seal) <= 10000)
   );
   -- The segments of a packet, one after the other, in rows; the row with which a segment begins says which one it is.
   CREATE TABLE ripen.packet (
     workspace text NOT NULL, writer text NOT NULL, n bigint NOT NULL CHECK (n > 0), part int NOT NULL CHECK (part > 0),
     parts int NOT NULL CHECK (parts >= part), segment int NOT NULL CHECK (segment > 0), size int NOT NULL,
     bytes bytea NOT NULL CHECK (octet_length(bytes) <= ${rowBytes}),
     PRIMARY KEY (workspace, writer, n, part)
   );
   CREATE TABLE ripen.start (
     workspace text NOT NULL, part int NOT NULL CHECK (part > 0), is_last boolean NOT NULL,
     bytes bytea NOT NULL CHECK (octet_length(bytes) <= ${rowBytes}),
     PRIMARY KEY (workspace, part)
   );
   CREATE TABLE ripen.device (
     workspace text NOT NULL, writer text NOT NULL, bytes bytea NOT NULL CHECK (octet_length(bytes) <= ${rowBytes}),
     PRIMARY KEY (workspace, writer)
   );
   -- They are sealed: trying to make them smaller takes time for nothing.
   ALTER TABLE ripen.packet ALTER bytes SET STORAGE EXTERNAL;
   ALTER TABLE ripen.start ALTER bytes SET STORAGE EXTERNAL;`,
];

/** 'none': Ripen has no tables there yet. */
export type Tables = 'none' | 'ready';

/** Looks what a new connection leads to. Throws an AppError for a server or tables that this Ripen does not work with. */
export async function checkTables(client: Client, name: string, steps = migrations): Promise<Tables> {
  const { rows } = await client.query<{ server: number; schema: boolean; made: boolean; tables: number }>(
    `SELECT current_setting('server_version_num')::int AS server, to_regnamespace('ripen') IS NOT NULL AS schema,
       EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = to_regnamespace('ripen') AND relname = 'migration') AS made,
       (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('ripen') AND relkind IN ('r', 'p', 'v'))::int AS tables`,
  );
  const [{ server = 0, made = false, tables = 0 } = {}] = rows;
  if (server < oldestServer * 10_000)
    throw new AppError(
      'file',
      `${name} is PostgreSQL ${Math.floor(server / 10_000)}, which is too old. Ripen needs ${oldestServer} or later; your work is safe here.`,
    );
  if (!made && tables > 0) throw foreign(name);
  if (!made) return 'none';
  const version = await versionOf(client, name);
  if (version > steps.length)
    throw new AppError(
      'file',
      `${name} was set up by a newer Ripen. Update Ripen to meet there; your work is safe here.`,
    );
  if (version < steps.length) await makeTables(client, name, steps);
  return 'ready';
}

const foreign = (name: string): AppError =>
  new AppError(
    'file',
    `The schema "ripen" in ${name} holds tables of another program. Nothing was written; choose another database.`,
  );

async function versionOf(client: Client, name: string): Promise<number> {
  try {
    const { rows } = await client.query<{ n: number }>('SELECT coalesce(max(n), 0)::int AS n FROM ripen.migration');
    return rows[0]?.n ?? 0;
  } catch (error) {
    // A table named so with other columns.
    if (['42703', '42883', '42804'].includes(`${(error as { code?: unknown }).code}`)) throw foreign(name);
    throw error;
  }
}

/** Makes or renews the tables. Two computers may do so at once: the second waits and finds them made. */
export async function makeTables(client: Client, name: string, steps = migrations): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber]);
    const { rows } = await client.query<{ there: boolean; made: boolean }>(
      `SELECT to_regnamespace('ripen') IS NOT NULL AS there,
         EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = to_regnamespace('ripen') AND relname = 'migration') AS made`,
    );
    if (!rows[0]?.there) await client.query('CREATE SCHEMA ripen');
    if (!rows[0]?.made) await client.query('CREATE TABLE ripen.migration (n int PRIMARY KEY, at timestamptz NOT NULL)');
    for (let n = (await versionOf(client, name)) + 1; n <= steps.length; n += 1) {
      await client.query(steps[n - 1] ?? '');
      await client.query('INSERT INTO ripen.migration (n, at) VALUES ($1, now())', [n]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Of this program alone, the same on all computers. */
const lockNumber = createHash('sha256').update('ripen tables').digest().readUInt32BE();

/**
 * Throws what the server would say when something is written: that it can only be read, or that this user may not. The tables are looked
 * at where they are there, else where they would be made.
 */
export async function requireWritable({
  client,
  tables,
}: {
  readonly client: Client;
  readonly tables: Tables;
}): Promise<void> {
  const may =
    tables === 'ready'
      ? "has_table_privilege('ripen.packet', 'INSERT')"
      : `CASE WHEN to_regnamespace('ripen') IS NULL THEN has_database_privilege(current_database(), 'CREATE')
           ELSE has_schema_privilege('ripen', 'CREATE') END`;
  const { rows } = await client.query<{ readOnly: boolean; may: boolean }>(
    `SELECT current_setting('transaction_read_only') = 'on' AS "readOnly", ${may} AS may`,
  );
  if (rows[0]?.readOnly) throw Object.assign(new Error(), { code: '25006' });
  if (!rows[0]?.may) throw Object.assign(new Error(), { code: '42501' });
}
