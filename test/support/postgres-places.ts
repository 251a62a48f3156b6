// Databases of a test's server as meeting places, that give up soon.
import { parseAddress } from '../../electron/sharing/postgres/address.ts';
import type { Timing } from '../../electron/sharing/postgres/connection.ts';
import { postgresPlace } from '../../electron/sharing/postgres/place.ts';
import { afterThisTest } from './cleanups.ts';
import type { PostgresServer } from './postgres.ts';

const timing: Timing = {
  ...{ connect: 60_000, answer: 60_000, ping: 60_000, retry: [1, 1] },
  ...{ poll: 20, recheck: 0 },
};

export type PlaceOptions = Partial<Timing> & {
  /** Of a proxy before the server. */
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly workspace?: string;
};

/** A database as a meeting place; its connection is closed after the test. */
export function placeIn(server: PostgresServer, database: string, options: PlaceOptions = {}) {
  const { port = server.port, user, password, workspace, ...times } = options;
  const address = { ...parseAddress(server.address(database, user, password)), port };
  const place = postgresPlace({
    address,
    ca: null,
    timing: { ...timing, ...times },
    ...(workspace === undefined ? {} : { workspace }),
  });
  afterThisTest.add(() => void place.close());
  return place;
}
