// The tables of a database are made and renewed by numbered migrations, by one computer at a time.
import pg from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { checkTables, makeTables, migrations } from '../../../electron/sharing/postgres/tables.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { it } from '../../support/with-postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

async function withClients<T>(database: string, count: number, work: (clients: readonly pg.Client[]) => Promise<T>) {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: server.address(database) }));
  await Promise.all(clients.map(client => client.connect()));
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map(client => client.end()));
  }
}
const columns = `SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'ripen'
  ORDER BY 1, 2`;

it('are made once, whoever comes first', async () => {
  const database = await server.newDatabase();
  await withClients(database, 4, clients => Promise.all(clients.map(client => makeTables(client, 'x'))));
  expect(await server.sql(database, 'SELECT n FROM ripen.migration')).toEqual(
    migrations.map((_, at) => ({ n: at + 1 })),
  );
});

it('of an older Ripen become the newer one’s with what is in them, all or nothing', async () => {
  const database = await server.newDatabase();
  const newer = [...migrations, 'ALTER TABLE ripen.device ADD COLUMN seen int NOT NULL DEFAULT 7'];
  await withClients(database, 1, async ([client]) => {
    if (!client) return;
    await makeTables(client, 'x');
    await client.query(`INSERT INTO ripen.device (workspace, writer, bytes) VALUES ('w', 'a', '\\x01')`);
    const before = await server.sql(database, columns);
    await expect(checkTables(client, 'x', [...newer, 'ALTER TABLE ripen.none ADD COLUMN a int'])).rejects.toThrow();
    expect(await server.sql(database, columns)).toEqual(before);
    expect(await checkTables(client, 'x', newer)).toBe('ready');
    expect(await server.sql(database, 'SELECT writer, seen FROM ripen.device')).toEqual([{ writer: 'a', seen: 7 }]);
    await expect(checkTables(client, 'x')).rejects.toThrow('newer Ripen');
  });
});
