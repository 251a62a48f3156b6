// Random work of the whole program on computers that share a database, while rows are lost and damaged, connections end and the server is
// killed: all end with the same.
import fc from 'fast-check';
import { afterAll, beforeAll } from 'vitest';
import { times } from '../../support/long.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { placeIn } from '../../support/postgres-places.ts';
import { type BetweenSteps, scenarioWith, workIn } from '../../support/random-sharing.ts';
import { seed } from '../../support/seed.ts';
import { allMeet, meetIn } from '../../support/shared-folder.ts';
import { it } from '../../support/with-postgres.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const scenario = scenarioWith('meet', 'meet', 'meet', 'lose', 'damage', 'end', 'kill', 'restart');
type DatabaseEvent = BetweenSteps<'meet' | 'lose' | 'damage' | 'end' | 'kill' | 'restart'>;

async function happen(
  database: string,
  all: readonly TestWorkspace[],
  { kind, who, which }: DatabaseEvent,
): Promise<void> {
  const computer = all[who % all.length] as TestWorkspace;
  const [{ rows } = { rows: 0 }] = await server.sql<{ rows: number }>(
    database,
    'SELECT count(*)::int AS rows FROM ripen.packet',
  );
  const one = `(SELECT ctid FROM ripen.packet ORDER BY writer, n, part OFFSET ${which % Math.max(1, rows)} LIMIT 1)`;
  const meet = () => meetIn(placeIn(server, database), computer);
  if (kind === 'meet') await meet();
  else if (kind === 'restart') computer.reopen();
  else if (kind === 'lose') await server.sql(database, `DELETE FROM ripen.packet WHERE ctid = ${one}`);
  else if (kind === 'damage')
    await server.sql(database, `UPDATE ripen.packet SET bytes = substr(bytes, 1, ${which * 5}) WHERE ctid = ${one}`);
  else {
    const meeting = Promise.allSettled([meet()]);
    if (kind === 'kill') await server.kill();
    else
      await server.sql(
        database,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Ripen'",
      );
    await meeting;
    if (kind === 'kill') await server.start();
  }
}

it(
  'all end with the same, whatever they do and whatever becomes of the database',
  () =>
    fc.assert(
      fc.asyncProperty(scenario, async work => {
        const database = await server.newDatabase();
        const place = placeIn(server, database);
        const all = await workIn(place, work, (computers, what) => happen(database, computers, what));
        await allMeet(place, all);
      }),
      {
        seed,
        numRuns: times(2, 300),
        interruptAfterTimeLimit: times(240_000, 6_000_000),
        markInterruptAsFailure: true,
      },
    ),
  times(600_000, 7_200_000),
);
