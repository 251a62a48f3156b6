// How many columns each table had when it was made: rows written then have no more values, also after columns were added.
import Database from 'better-sqlite3';
import { type Migration, migrate } from '../file/migrate.ts';

/** By the table's name of today, or the last one it had. */
export function firstWidths(migrations: readonly Migration[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  const connection = new Database(':memory:');
  try {
    const tables = connection.prepare(
      "SELECT name, ncol FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
    );
    for (let count = 1; count <= migrations.length; count += 1) {
      migrate(connection, migrations.slice(0, count));
      for (const { name, ncol } of tables.all() as { name: string; ncol: number }[])
        widths.set(name, Math.min(ncol, widths.get(name) ?? ncol));
    }
  } finally {
    connection.close();
  }
  return widths;
}
