// A computer hears when others have put something, also after the server was gone; where it hears nothing it looks by itself.
import { afterAll, beforeAll, expect } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { type PostgresServer, startPostgres, startProxy } from '../../support/postgres.ts';
import { type PlaceOptions, placeIn } from '../../support/postgres-places.ts';
import { computersIn, meetIn } from '../../support/shared-folder.ts';
import { it } from '../../support/with-postgres.ts';
import { atTheEnd, type TestWorkspace } from '../../support/workspace.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

/** Two computers, of which one meets whenever it is called; how often it was. */
async function watching(options: PlaceOptions = {}) {
  const database = await server.newDatabase();
  const ofA = placeIn(server, database);
  const [a, b] = (await computersIn(ofA, 2)) as [TestWorkspace, TestWorkspace];
  const ofB = placeIn(server, database, options);
  const [workspace = ''] = b.app().reader.pluck<string>('SELECT workspace FROM sharing');
  const calls = { count: 0 };
  const end = ofB.watch?.(workspace, () => {
    calls.count += 1;
    void meetIn(ofB, b).catch(() => undefined);
  });
  atTheEnd(() => end?.());
  await eventually(() => expect(calls.count).toBeGreaterThan(0));
  const comes = async (name: string): Promise<void> => {
    await a.call('leads.create', { attributes: { firstName: name } });
    await eventually(() => meetIn(ofA, a));
    await eventually(() => expect(b.app().reader.pluck<string>('SELECT first_name FROM lead')).toContain(name));
  };
  return { ofA, a, b, ofB, calls, comes };
}

it('is called when others put something, and not otherwise', async () => {
  const { ofA, ofB, a, b, calls, comes } = await watching({ ping: 40 });
  await comes('Ada');
  await meetIn(ofB, b);
  const before = calls.count;
  // What is called in the meantime comes before what is called last.
  await b.call('leads.create', { attributes: { firstName: 'Own' } });
  await meetIn(ofB, b);
  await meetIn(ofA, a);
  await comes('Bo');
  expect(calls.count).toBe(before + 1);
});

it('is called again after the server was gone', async () => {
  const { comes } = await watching();
  await comes('Ada');
  await server.kill();
  await server.start();
  await comes('Bo');
});

it('looks by itself where calls do not come through, as behind a pooler', async () => {
  const proxy = await startProxy(server.port);
  atTheEnd(proxy.close);
  // It listens, to a channel on which nobody calls.
  proxy.changeSent = bytes => Buffer.from(bytes.toString('latin1').replace('LISTEN ripen_', 'LISTEN rapen_'), 'latin1');
  const { calls, comes } = await watching({ port: proxy.port });
  await comes('Ada');
  const before = calls.count;
  await eventually(() => expect(calls.count).toBeGreaterThan(before + 3));
});
