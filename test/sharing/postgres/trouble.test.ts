// What can be wrong with a database or its address: one sentence each, which holds no password; own work goes on.

import { once } from 'node:events';
import { chownSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { parseAddress } from '../../../electron/sharing/postgres/address.ts';
import { postgresPlace } from '../../../electron/sharing/postgres/place.ts';
import { tryAddress } from '../../../electron/sharing/postgres/try-address.ts';
import { type Authority, anAuthority } from '../../support/certificates.ts';
import { adminPassword, freePort, type PostgresServer, startPostgres, startProxy } from '../../support/postgres.ts';
import { placeIn } from '../../support/postgres-places.ts';
import { allMeet, computersIn, meetIn, shareIn } from '../../support/shared-folder.ts';
import { it } from '../../support/with-postgres.ts';
import { aFolder, atTheEnd, aWorkspace, type TestWorkspace } from '../../support/workspace.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const create = async ({ call }: TestWorkspace, firstName: string) =>
  (await call('leads.create', { attributes: { firstName } })).id;

/** The one sentence of an address that does not do. */
async function sentenceOf(address: string, ca: string | null = null): Promise<string> {
  const tried = await tryAddress(address, ca);
  if (tried.ok) throw new Error('It was accepted.');
  expect(tried.sentence).not.toContain(adminPassword);
  expect(tried.sentence).not.toContain(encodeURIComponent(adminPassword));
  return tried.sentence;
}

describe('an address', () => {
  it.each([
    ['', 'It looks like postgresql://user:password@host:5432/database'],
    ['https://ada:pw@db.example.com/ripen', 'not the address of a PostgreSQL database'],
    ['postgresql://:pw@db.example.com/ripen', 'The address has no user'],
    ['postgresql://ada@db.example.com/ripen', 'The address has no password'],
    ['postgresql://ada:pw@db.example.com', 'The address has no database'],
    ['postgresql:///ripen', 'The address has no host'],
    ['postgresql://ada:pw@db.example.com/ripen?sslmode=disable', 'not encrypted'],
    ['postgresql://ada:pw@db.example.com/ripen?sslrootcert=/etc/passwd', 'an option that Ripen does not know'],
  ])('%j is refused in a sentence', async (address, part) => {
    expect(await sentenceOf(address)).toContain(part);
  });

  it('is read as it is typed, and encrypts beyond this computer', () => {
    const typed = ' postgres://ada:a%40b%25c@db.example.com/ripen?sslmode=require&channel_binding=require ';
    const rest = { user: 'ada', password: 'a@b%c', database: 'ripen' };
    expect(parseAddress(typed)).toEqual({ ...rest, host: 'db.example.com', port: 5432, encrypted: true });
    expect(parseAddress('postgresql://ada:100%@[::1]:5433/ripen')).toMatchObject({
      ...{ host: '::1', port: 5433, password: '100%', encrypted: false },
    });
  });

  it('that works is said to, and nothing is written there', async () => {
    const database = await server.newDatabase();
    const name = `127.0.0.1:${server.port}/${database}`;
    expect(await tryAddress(server.address(database), null)).toEqual({ ok: true, name, isShared: false });
    expect(await server.sql(database, "SELECT 1 FROM pg_namespace WHERE nspname = 'ripen'")).toEqual([]);
    await shareIn(placeIn(server, database), aWorkspace());
    expect(await tryAddress(server.address(database), null)).toEqual({ ok: true, name, isShared: true });
  });
});

describe('what answers there', () => {
  async function listening(other: Server): Promise<string> {
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    atTheEnd(() => void other.close());
    const { port } = other.address() as { port: number };
    return `postgresql://ada:secret@127.0.0.1:${port}/ripen`;
  }

  it('is nothing', async () => {
    const address = `postgresql://ada:secret@127.0.0.1:${await freePort()}/ripen`;
    expect(await sentenceOf(address)).toContain('No PostgreSQL server answers at 127.0.0.1');
  });

  it.each(['', '?sslmode=require'])('is a web server%s', async mode => {
    const web = createHttpServer((_, response) => response.end('Hello'));
    expect(await sentenceOf((await listening(web)) + mode)).toContain('is no PostgreSQL server');
  });

  it.each(['', '?sslmode=require'])('is a server that greets first%s', async mode => {
    const greets = createServer(socket => {
      socket.on('error', () => undefined);
      socket.write('220 mail.example.com ready\r\n');
    });
    expect(await sentenceOf((await listening(greets)) + mode)).toContain('is no PostgreSQL server');
  });

  it('does not know the password, the user or the database', async () => {
    const database = await server.newDatabase();
    for (const address of [server.address(database, 'owner', 'wrong'), server.address(database, 'nobody', 'wrong')])
      expect(await sentenceOf(address)).toContain('does not accept this user and password');
    expect(await sentenceOf(server.address('nowhere'))).toContain('There is no database named nowhere');
  });

  it('is too old', async () => {
    const [{ version } = { version: '' }] = await server.sql<{ version: string }>(
      'postgres',
      "SELECT current_setting('server_version_num') AS version",
    );
    const proxy = await startProxy(server.port);
    atTheEnd(proxy.close);
    proxy.change = bytes => Buffer.from(bytes.toString('latin1').replace(version, '120022'), 'latin1');
    const address = server.address(await server.newDatabase()).replace(`${server.port}`, `${proxy.port}`);
    expect(await sentenceOf(address)).toContain('is PostgreSQL 12, which is too old. Ripen needs 13 or later');
  });

  it('has no connection free', async () => {
    const database = await server.newDatabase();
    await server.sql('postgres', `ALTER DATABASE ${database} CONNECTION LIMIT 0`);
    await server.sql('postgres', `CREATE ROLE guest LOGIN PASSWORD 'guest'`);
    expect(await sentenceOf(server.address(database, 'guest', 'guest'))).toContain('has no connection free');
  });
});

describe('a database', () => {
  it('that can only be read gives what others did, and keeps nobody from working', async () => {
    const database = await server.newDatabase();
    const [a, b] = (await computersIn(placeIn(server, database), 2)) as [TestWorkspace, TestWorkspace];
    await create(a, 'Ada');
    await meetIn(placeIn(server, database), a);
    await server.sql('postgres', `ALTER DATABASE ${database} SET default_transaction_read_only = on`);
    await create(b, 'Bo');
    const { received, problems } = await meetIn(placeIn(server, database), b);
    expect([received, problems.map(({ reason }) => reason)]).toEqual([1, ['unwritable']]);
    expect(problems[0]?.sentence).toContain('can only be read now. Your work is safe here');
    await expect(shareIn(placeIn(server, database), aWorkspace())).rejects.toThrow('can only be read now');
    await server.sql('postgres', `ALTER DATABASE ${database} SET default_transaction_read_only = off`);
    await allMeet(placeIn(server, database), [b, a]);
  });

  it.each(['CREATE TABLE ripen.packet (id int)', 'CREATE TABLE ripen.migration (name text)'])(
    'with tables of another program is left alone: %s',
    async made => {
      const database = await server.newDatabase();
      await server.sql(database, `CREATE SCHEMA ripen; ${made}`);
      const a = aWorkspace();
      await create(a, 'Ada');
      await expect(shareIn(placeIn(server, database), a)).rejects.toThrow('holds tables of another program');
      expect(a.app().isShared()).toBe(false);
      expect(await a.call('journal.state', {})).toMatchObject({ undo: 'add lead' });
      const tables = "SELECT relname FROM pg_class WHERE relnamespace = 'ripen'::regnamespace";
      expect(await server.sql(database, tables)).toHaveLength(1);
    },
  );

  it('with tables of a newer Ripen is not touched', async () => {
    const database = await server.newDatabase();
    const a = aWorkspace();
    await shareIn(placeIn(server, database), a);
    await server.sql(database, 'INSERT INTO ripen.migration VALUES (99, now())');
    await create(a, 'Ada');
    await expect(meetIn(placeIn(server, database), a)).rejects.toThrow('was set up by a newer Ripen. Update Ripen');
    await server.sql(database, 'DELETE FROM ripen.migration WHERE n = 99');
    expect((await meetIn(placeIn(server, database), a)).sent).toBe(1);
  });

  it('needs the rights that are documented, and no more', async () => {
    const database = await server.newDatabase();
    await server.sql(
      database,
      `CREATE ROLE priya LOGIN PASSWORD 'p'; REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`,
    );
    const asPriya = () => placeIn(server, database, { user: 'priya', password: 'p' });
    await expect(shareIn(asPriya(), aWorkspace())).rejects.toThrow('priya may not do this in');
    const [a, b] = (await computersIn(placeIn(server, database), 2)) as [TestWorkspace, TestWorkspace];
    await create(a, 'Ada');
    await expect(meetIn(asPriya(), a)).rejects.toThrow('priya may not do this in');
    await server.sql(
      database,
      'GRANT USAGE ON SCHEMA ripen TO priya; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ripen TO priya',
    );
    expect((await meetIn(asPriya(), a)).sent).toBe(1);
    await allMeet(asPriya(), [b, a]);
  });
});

describe('an encrypted connection', () => {
  let authority: Authority;
  async function showCertificate(names: string): Promise<void> {
    const { certificate, key } = authority.sign(names);
    const { uid, gid } = statSync(server.data);
    for (const [name, text] of [
      ['server.crt', certificate],
      ['server.key', key],
    ] as const) {
      const file = join(server.data, name);
      writeFileSync(file, text, { mode: 0o600 });
      chownSync(file, uid, gid);
    }
    await server.sql('postgres', 'ALTER SYSTEM SET ssl = on');
    await server.kill();
    await server.start();
  }
  const encrypted = (database: string) => `${server.address(database)}?sslmode=require`;

  it('is required where the address asks for it', async () => {
    expect(await sentenceOf(encrypted('postgres'))).toContain('does not encrypt connections. Nothing was sent');
  });

  it('needs a certificate that is trusted and fits the name', async () => {
    authority = anAuthority(aFolder());
    await showCertificate('DNS:localhost,IP:127.0.0.1');
    const database = await server.newDatabase();
    expect(await sentenceOf(encrypted(database))).toContain('is not from an authority that this computer knows');
    expect(await sentenceOf(encrypted(database), anAuthority(aFolder()).ca)).toContain('is not from an authority');
    const place = () => {
      const made = postgresPlace({ address: parseAddress(encrypted(database)), ca: authority.ca });
      atTheEnd(() => void made.close());
      return made;
    };
    const [a, b] = (await computersIn(place(), 2)) as [TestWorkspace, TestWorkspace];
    await create(a, 'Ada');
    await allMeet(place(), [a, b]);
    const [used] = await server.sql<{ ssl: boolean }>(
      database,
      "SELECT bool_and(ssl) AS ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'Ripen'",
    );
    expect(used?.ssl).toBe(true);
    await showCertificate('DNS:other.example');
    expect(await sentenceOf(encrypted(database), authority.ca)).toContain('is not for 127.0.0.1');
  });
});
