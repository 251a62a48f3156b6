// Sharing through a PostgreSQL database as the program does it: two computers with a profile each, a real server, the program's own calls.
import { existsSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { freePort, type PostgresServer, startPostgres } from '../support/postgres.ts';
import {
  type Computer,
  computer,
  invited,
  joined,
  namesIn,
  passphrase,
  refusalOf,
  shared as sharedInFolder,
  stateOf,
} from '../support/sharing-computers.ts';
import { it } from '../support/with-postgres.ts';
import { aFolder } from '../support/workspace.ts';

const password = 'only-in-the-address';
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.sql('postgres', `CREATE ROLE ada LOGIN PASSWORD '${password}'`);
});
afterAll(() => server.remove());
afterEach(() => void vi.restoreAllMocks());

const rarely = { meetEveryMs: 600_000 };
const at = (address: string) => ({ kind: 'database', address, ca: null }) as const;

async function newAddress(): Promise<string> {
  const database = await server.newDatabase();
  await server.sql('postgres', `GRANT CREATE ON DATABASE ${database} TO ada`);
  return server.address(database, 'ada', password);
}

async function aComputer(more: Parameters<typeof computer>[1] = {}, profile = aFolder()) {
  const ada = computer('Ada’s laptop', more, profile);
  ada.lead.newWorkspace = join(aFolder(), 'Mill.ripen');
  await ada.call('workspaces.create', {});
  await ada.call('leads.create', { attributes: { firstName: 'Eve' } });
  return ada;
}

async function saveInvitation(ada: Computer): Promise<string> {
  ada.lead.save = join(aFolder(), 'Mill');
  await ada.call('sharing.saveInvitation', {});
  return `${ada.lead.save}.ripen-invite`;
}

async function sharedIn(address: string, more: Parameters<typeof computer>[1] = {}, profile = aFolder()) {
  const ada = await aComputer(more, profile);
  await ada.call('sharing.start', { place: at(address), passphrase });
  return { ada, file: ada.lead.newWorkspace ?? '', invitation: await saveInvitation(ada) };
}

const databaseOf = (address: string): string => address.split('/').at(-1) ?? '';
const isUpToDate = (one: Computer) =>
  eventually(async () => expect(await stateOf(one)).toMatchObject({ state: 'upToDate', toSend: 0 }));
const sees = (one: Computer, names: readonly string[]) =>
  eventually(async () => expect(await namesIn(one)).toEqual(names));

it('two computers share, hear of each other’s changes without asking, and connect to that address alone', async () => {
  const connects = vi.spyOn(Socket.prototype, 'connect');
  const address = await newAddress();
  const { ada, invitation } = await sharedIn(address, rarely);
  const bo = await joined(invitation, 'Bo’s laptop', rarely);
  await isUpToDate(ada);
  await isUpToDate(bo);
  await bo.call('leads.create', { attributes: { firstName: 'Cy' } });
  await sees(ada, ['Cy', 'Eve']);
  await ada.call('leads.create', { attributes: { firstName: 'Di' } });
  await sees(bo, ['Cy', 'Di', 'Eve']);
  const place = { kind: 'database', name: address.split('@')[1] };
  for (const one of [ada, bo]) expect((await stateOf(one))?.place).toEqual(place);
  const asked = new Set(connects.mock.calls.map(args => (args as unknown[]).slice(0, 2).join(' ')));
  expect([...asked]).toEqual([`${server.port} 127.0.0.1`]);
});

it('a workspace that is shared in a folder, or not at all, connects to nothing', async () => {
  const connects = vi.spyOn(Socket.prototype, 'connect');
  await aComputer();
  const { ada, invitation } = await sharedInFolder();
  const bo = await joined(invitation);
  await bo.call('leads.create', { attributes: { firstName: 'Cy' } });
  await sees(ada, ['Cy', 'Eve']);
  expect(connects).not.toHaveBeenCalled();
});

it('a program that ends while it connects keeps no connection, and makes none', async () => {
  const address = await newAddress();
  const profile = aFolder();
  const { ada } = await sharedIn(address, rarely, profile);
  await isUpToDate(ada);
  ada.host.close();
  const again = computer('Ada’s laptop', rarely, profile);
  const { connect } = Socket.prototype;
  const connects = vi.spyOn(Socket.prototype, 'connect').mockImplementationOnce(function (this: Socket, ...args) {
    queueMicrotask(again.host.close);
    return (connect as (...all: unknown[]) => Socket).apply(this, args);
  });
  await again.raw('sharing.meet', {});
  expect(connects).toHaveBeenCalledTimes(1);
  vi.restoreAllMocks();
  const open = `SELECT pid FROM pg_stat_activity WHERE datname = '${databaseOf(address)}'`;
  await eventually(async () => expect(await server.sql('postgres', open)).toEqual([]));
});

it('a known database is reached again after a restart; its password lies open in no file, and the invitation holds no address', async () => {
  const address = await newAddress();
  const profile = aFolder();
  const { ada, file, invitation } = await sharedIn(address, {}, profile);
  await isUpToDate(ada);
  ada.host.close();
  const kept = readFileSync(join(profile, 'sharing.json'), 'utf8');
  for (const text of [kept, readFileSync(invitation, 'utf8'), readFileSync(file, 'latin1')]) {
    expect(text).not.toContain(password);
    expect(text).not.toContain('127.0.0.1:');
  }
  const again = computer('Ada', {}, profile);
  await isUpToDate(again);
  again.host.close();
  const copied = computer('Ada', { secrets: { seal: () => null, open: () => null } }, profile);
  expect(await stateOf(copied)).toMatchObject({ state: 'needsPlace', place: null });
  await copied.call('sharing.setPlace', { place: at(address) });
  await copied.call('sharing.givePassphrase', { passphrase });
  await isUpToDate(copied);
});

it('a wrong passphrase opens no invitation and connects to nothing', async () => {
  const { invitation } = await sharedIn(await newAddress(), rarely);
  const bo = computer('Bo');
  const { token, found } = await invited(bo, invitation);
  expect(found).toBe(true);
  bo.lead.newWorkspace = join(aFolder(), 'Joined.ripen');
  const input = { invitation: token, folder: null, passphrase: 'wrong horse battery' };
  const connects = vi.spyOn(Socket.prototype, 'connect');
  expect(await refusalOf(bo, 'sharing.join', input)).toMatchObject({ kind: 'invalid', field: 'passphrase' });
  expect(connects).not.toHaveBeenCalled();
  expect(existsSync(bo.lead.newWorkspace)).toBe(false);
});

it('another address of the same database is taken, one where another workspace meets is not; stopping ends the connection', async () => {
  const address = await newAddress();
  const { ada } = await sharedIn(address);
  const elsewhere = await newAddress();
  await sharedIn(elsewhere, rarely);
  const refused = await refusalOf(ada, 'sharing.setPlace', { place: at(elsewhere) });
  expect(refused?.message).toContain('Another workspace meets in');
  await server.sql('postgres', `ALTER ROLE ada CONNECTION LIMIT -1`);
  await server.sql('postgres', `CREATE ROLE bea LOGIN PASSWORD 'bea' IN ROLE ada`);
  const database = databaseOf(address);
  await ada.call('sharing.setPlace', { place: at(server.address(database, 'bea', 'bea')) });
  await ada.call('leads.create', { attributes: { firstName: 'Cy' } });
  await isUpToDate(ada);
  const connected = () =>
    server.sql<{ usename: string }>('postgres', `SELECT usename FROM pg_stat_activity WHERE datname = '${database}'`);
  await eventually(async () => expect(await connected()).toEqual([{ usename: 'bea' }]));
  await ada.call('sharing.stop', {});
  await eventually(async () => expect(await connected()).toEqual([]));
});

it('an address that does not do is refused with a sentence, and the workspace is not shared', async () => {
  const ada = await aComputer();
  const readOnly = await newAddress();
  await server.sql('postgres', `ALTER DATABASE ${databaseOf(readOnly)} SET default_transaction_read_only = on`);
  const noRights = server.address(await server.newDatabase(), 'ada', password);
  const foreign = await newAddress();
  await server.sql(databaseOf(foreign), 'CREATE SCHEMA ripen; CREATE TABLE ripen.other (id int)');
  const good = await newAddress();
  const bad: readonly (readonly [address: string, part: string])[] = [
    ['', 'is not the address of a PostgreSQL database'],
    ['mysql://ada:x@localhost/ripen', 'is not the address of a PostgreSQL database'],
    [`postgres://ada:${password}@127.0.0.1:${await freePort()}/x`, 'No PostgreSQL server answers'],
    [good.replace(password, 'wrong'), 'does not accept this user and password'],
    [server.address('nowhere', 'ada', password), 'There is no database named nowhere'],
    [`${good}?sslmode=require`, 'does not encrypt connections'],
    [readOnly, 'can only be read'],
    [noRights, 'may not do this'],
    [foreign, 'tables of another program'],
  ];
  for (const [address, part] of bad) {
    const refused = await refusalOf(ada, 'sharing.start', { place: at(address), passphrase });
    expect(refused).toMatchObject({ kind: 'invalid', field: 'address' });
    expect(refused?.message).toContain(part);
    expect(refused?.message).not.toContain(password);
    expect(await stateOf(ada)).toBeNull();
  }
  await ada.call('sharing.start', { place: at(good), passphrase });
  await isUpToDate(ada);
});
