// Makes a closed workspace file large without anything in it: pages that are free.
import Database from 'better-sqlite3';

/** Adds so many megabytes of free pages. */
export function enlarge(file: string, megabytes: number): void {
  const connection = new Database(file);
  connection.exec('CREATE TABLE large (bytes BLOB)');
  const insert = connection.prepare('INSERT INTO large VALUES (zeroblob(1048576))');
  connection.transaction(() => {
    for (let n = 0; n < megabytes; n += 1) insert.run();
  })();
  connection.exec('DROP TABLE large');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}
