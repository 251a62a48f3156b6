// Computers share a workspace through a real PostgreSQL server: what one does, the others have, whatever becomes of server and line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { joinWorkspace } from '../../../electron/open-workspace.ts';
import { eventually } from '../../support/eventually.ts';
import { killedAfter, worksOnce } from '../../support/killed-computer.ts';
import { times } from '../../support/long.ts';
import { type PostgresServer, startPostgres, startProxy } from '../../support/postgres.ts';
import { type PlaceOptions, placeIn } from '../../support/postgres-places.ts';
import { allMeet, computersIn, joined, meetIn, placeAt, sharedContent, shareIn } from '../../support/shared-folder.ts';
import { it } from '../../support/with-postgres.ts';
import {
  aCopyOf,
  aFolder,
  atTheEnd,
  aWorkspace,
  migrationsFolder,
  monday,
  type TestWorkspace,
} from '../../support/workspace.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const create = async ({ call }: TestWorkspace, firstName: string) =>
  (await call('leads.create', { attributes: { firstName } })).id;
const namesIn = ({ app }: TestWorkspace) => app().reader.pluck<string>('SELECT first_name FROM lead ORDER BY 1');

async function two(options: PlaceOptions = {}) {
  const database = await server.newDatabase();
  const place = placeIn(server, database);
  const [a, b] = (await computersIn(place, 2)) as [TestWorkspace, TestWorkspace];
  return { database, a, b, ofA: placeIn(server, database, options), ofB: place };
}

async function aProxy() {
  const proxy = await startProxy(server.port);
  atTheEnd(proxy.close);
  return proxy;
}

describe('a workspace in a database', () => {
  it('is joined, and has what each of two did; then nobody has anything to send', async () => {
    const { a, b, ofA, ofB } = await two();
    expect(sharedContent(b)).toEqual(sharedContent(a));
    const ada = await create(a, 'Ada');
    await create(b, 'Bo');
    await meetIn(ofA, a);
    await allMeet(ofB, [a, b]);
    await a.call('leads.remove', { ids: [ada] });
    await allMeet(ofA, [a, b]);
    const c = await joined(ofB, a.clock.now);
    await allMeet(ofB, [c, a, b]);
    expect(namesIn(c)).toEqual(['Bo']);
  });

  it('lies beside others there, each with an invitation of its own', async () => {
    const { database, ofA } = await two();
    const other = aWorkspace();
    await create(other, 'Other');
    await shareIn(ofA, other);
    await expect(joined(ofA, other.clock.now)).rejects.toThrow('Several workspaces are shared in');
    const [workspace = ''] = other.app().reader.pluck<string>('SELECT workspace FROM sharing');
    const c = await joined(placeIn(server, database, { workspace }), other.clock.now);
    await create(c, 'More');
    await allMeet(ofA, [c, other]);
    expect(namesIn(other)).toEqual(['More', 'Other']);
  });

  it('is not where nothing is shared, or only another one is', async () => {
    const { a, b } = await two();
    const empty = placeIn(server, await server.newDatabase());
    await expect(meetIn(empty, a)).rejects.toThrow('nothing is shared in it. Your work is safe here');
    await expect(joined(empty, a.clock.now)).rejects.toThrow('No workspace is shared in');
    await shareIn(empty, aWorkspace());
    await expect(meetIn(empty, b)).rejects.toThrow('belongs to another workspace');
  });

  it('has a packet of several megabytes in rows of one at most, and gets again what it has lost of it', async () => {
    const { database, a, b, ofA, ofB } = await two();
    const lines = Array.from({ length: 2500 }, (_, n) => `Ada${n} ${'x'.repeat(900)}`);
    const source = { kind: 'pasted', text: ['Name', ...lines].join('\n') } as const;
    const mapping = {
      ...{ rows: 'leads', columns: [{ column: 0, target: 'firstName' }], fixed: [], values: [] },
      ...{ policy: 'overwrite', unknownLeads: 'create' },
    } as never;
    await a.call('imports.run', { jobId: crypto.randomUUID(), source, mapping });
    expect((await meetIn(ofA, a)).sent).toBe(1);
    const [rows] = await server.sql<{ count: number; most: number }>(
      database,
      'SELECT count(*)::int AS count, max(octet_length(bytes)) AS most FROM ripen.packet',
    );
    expect(rows?.count).toBeGreaterThan(2);
    expect(rows?.most).toBeLessThanOrEqual(1_000_000);
    for (const loss of ['part = 2', 'part = 1', 'true']) {
      await server.sql(database, `DELETE FROM ripen.packet WHERE ${loss}`);
      expect((await meetIn(ofB, b)).received).toBe(0);
      expect((await meetIn(ofA, a)).sent).toBe(1);
    }
    await allMeet(ofB, [b, a]);
    expect(namesIn(b)).toHaveLength(2500);
  });

  it('takes no packet of which a row is damaged, and says so', async () => {
    const { database, a, b, ofA, ofB } = await two();
    for (const name of ['Ada', 'Bo', 'Cy']) await create(a, name);
    await meetIn(ofA, a);
    const turn =
      'UPDATE ripen.packet SET bytes = set_byte(bytes, octet_length(bytes) - 1, get_byte(bytes, octet_length(bytes) - 1) # 1) WHERE n = 2';
    await server.sql(database, turn);
    const { received, problems } = await meetIn(ofB, b);
    expect([received, problems.map(({ n, reason }) => [n, reason])]).toEqual([1, [[2, 'damaged']]]);
    expect(namesIn(b)).toEqual(['Ada']);
    await create(b, 'Own');
    expect((await meetIn(ofB, b)).sent).toBe(1);
    await server.sql(database, turn);
    await allMeet(ofB, [b, a]);
    expect(namesIn(a)).toEqual(['Ada', 'Bo', 'Cy', 'Own']);
  });

  it('is at the address that was given, whatever the environment says', async () => {
    const names = {
      PGHOST: '203.0.113.1',
      PGPORT: '1',
      PGPASSWORD: 'x',
      PGSSLMODE: 'require',
      PGDATABASE: 'x',
      PGUSER: 'x',
    };
    Object.assign(process.env, names);
    atTheEnd(() => {
      for (const name of Object.keys(names)) delete process.env[name];
    });
    const { a, b, ofB } = await two();
    await create(a, 'Ada');
    await allMeet(ofB, [a, b]);
    expect(namesIn(b)).toEqual(['Ada']);
  });
});

describe('a server that ends', () => {
  it('stops nobody’s work, and has all of it when it is back', async () => {
    const { a, b, ofA, ofB } = await two();
    await create(a, 'Ada');
    await meetIn(ofA, a);
    await server.kill();
    await create(a, 'Bo');
    await expect(meetIn(ofA, a)).rejects.toThrow(/^No PostgreSQL server answers at .* Your work is safe here/);
    await create(b, 'Cy');
    await server.start();
    await meetIn(ofA, a);
    await allMeet(ofB, [b, a]);
    expect(namesIn(b)).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('in the middle of a meeting leaves nothing by halves', async () => {
    const { database, a, b, ofA, ofB } = await two();
    for (let n = 0; n < 30; n += 1) await create(a, `Ada${n}`);
    const stop =
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL';
    for (let round = 0; round < 4; round += 1) {
      const meeting = Promise.allSettled([meetIn(ofA, a), meetIn(ofB, b)]);
      await server.sql(database, stop);
      await meeting;
    }
    await allMeet(ofB, [b, a]);
    expect(namesIn(b)).toHaveLength(30);
  });
});

describe('a bad line', () => {
  it('that is cut after any number of bytes loses nothing and doubles nothing', async () => {
    const proxy = await aProxy();
    const { a, b, ofA, ofB } = await two({ port: proxy.port });
    for (let n = 0; n < 5; n += 1) await create(a, `Ada${n}`);
    for (let bytes = 300; bytes < 12_000; bytes += times(900, 37)) {
      proxy.cut();
      proxy.cutAfter = bytes;
      await meetIn(ofA, a).catch(error => expect(`${error.message}`).toContain('Your work is safe here'));
    }
    proxy.cutAfter = null;
    proxy.cut();
    await eventually(() => meetIn(ofA, a));
    await allMeet(ofB, [b, a]);
    expect(namesIn(b)).toHaveLength(5);
  });

  it('on which nothing comes back counts as not reached after a while, and works when it is well again', async () => {
    const proxy = await aProxy();
    const { a, b, ofA, ofB } = await two({ port: proxy.port, connect: 300, answer: 300 });
    await create(a, 'Ada');
    proxy.isSilent = true;
    await expect(meetIn(ofA, a)).rejects.toThrow('is not reached. Your work is safe here');
    proxy.isSilent = false;
    await eventually(() => meetIn(ofA, a));
    proxy.isSilent = true;
    await create(a, 'Bo');
    await expect(meetIn(ofA, a)).rejects.toThrow('is not reached. Your work is safe here');
    proxy.isSilent = false;
    proxy.delay = 5;
    await eventually(() => meetIn(ofA, a));
    await allMeet(ofB, [b, a]);
    expect(namesIn(b)).toEqual(['Ada', 'Bo']);
  });
});

it('a computer that is killed while it meets loses nothing that it had answered', async () => {
  const { database, a, ofA } = await two();
  const file = join(aFolder(), 'killed.ripen');
  await joinWorkspace({ file, migrationsFolder, now: () => monday, deviceId: 'child' }, placeAt(ofA));
  let made = 0;
  for (let words = 1; words <= times(2, 20); words += 1)
    made += await killedAfter(words, file, server.address(database));
  await worksOnce(file, server.address(database));
  const b = aCopyOf(readFileSync(file), monday);
  await allMeet(ofA, [b, a]);
  expect(namesIn(a).length).toBeGreaterThan(made);
});
