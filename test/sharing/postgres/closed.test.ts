// A database that was given up is not asked again, whatever was under way there.
import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { keptPlace } from '../../../electron/desktop/kept-place.ts';
import { placesWith } from '../../../electron/sharing/places.ts';
import { parseAddress } from '../../../electron/sharing/postgres/address.ts';
import { postgresPlace } from '../../../electron/sharing/postgres/place.ts';
import { eventually } from '../../support/eventually.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { it } from '../../support/with-postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());
afterEach(() => void vi.restoreAllMocks());

const spied = () => vi.spyOn(Socket.prototype, 'connect');

async function aPlace() {
  const database = await server.newDatabase();
  const place = postgresPlace({ address: parseAddress(server.address(database)), ca: null });
  const connected = () =>
    server.sql(
      'postgres',
      `SELECT pid FROM pg_stat_activity WHERE datname = '${database}' AND application_name = 'Ripen'`,
    );
  return { place, nobodyIsConnected: () => eventually(async () => expect(await connected()).toEqual([])) };
}

/** Closes within the first connection that is begun. */
function closeWhileConnecting(close: () => unknown): void {
  const { connect } = Socket.prototype;
  spied().mockImplementationOnce(function (this: Socket, ...args: unknown[]) {
    queueMicrotask(close);
    return (connect as (...args: unknown[]) => Socket).apply(this, args);
  });
}

const gone = 'Ripen no longer meets in';

it('asks nothing once it is closed', async () => {
  const { place, nobodyIsConnected } = await aPlace();
  await place.isReached();
  await place.close();
  const connects = spied();
  await expect(place.isReached()).rejects.toThrow(gone);
  expect(connects).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  await nobodyIsConnected();
});

it('does not connect when it is closed before that', async () => {
  const { place } = await aPlace();
  const connects = spied();
  const asked = place.isReached();
  await Promise.all([expect(asked).rejects.toThrow(gone), place.close()]);
  expect(connects).not.toHaveBeenCalled();
});

it('keeps no connection that was being made when it was closed', async () => {
  const { place, nobodyIsConnected } = await aPlace();
  closeWhileConnecting(place.close);
  await expect(place.isReached()).rejects.toThrow();
  await nobodyIsConnected();
});

it('listens no more where it listened', async () => {
  const { place, nobodyIsConnected } = await aPlace();
  let calls = 0;
  const end = place.watch?.('some', () => {
    calls += 1;
  });
  await eventually(() => expect(calls).toBeGreaterThan(0));
  end?.();
  const asked = [place.isReached(), place.isReached()];
  await place.close();
  await Promise.allSettled(asked);
  await nobodyIsConnected();
});

it('is made no more by a program that is closing, and what it had open ends', async () => {
  const database = await server.newDatabase();
  const places = keptPlace(
    placesWith(() => {
      throw new Error('No folder is asked for.');
    }),
  );
  const known = { kind: 'database', address: server.address(database), ca: null } as const;
  const first = places.bareFor(known);
  await first.isReached();
  const other = places.withOther(known, async bare => {
    await bare.isReached();
    places.close();
    return bare.isReached();
  });
  await expect(other).rejects.toThrow(gone);
  await expect(first.isReached()).rejects.toThrow(gone);
  expect(() => places.bareFor(known)).toThrow('Ripen is closing.');
});
