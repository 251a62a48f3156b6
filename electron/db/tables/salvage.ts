// Takes out of a damaged or foreign file whatever of ours can be read, row by row, into a new one.
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { syncFile } from '../file/atomic-write.ts';
import { renewLogId } from '../file/log-id.ts';
import { type Migration, migrate } from '../file/migrate.ts';
import { applicationId } from '../file/open.ts';
import { quoted } from './names.ts';
import { type Mended, mendOrphans } from './orphans.ts';
import { readRows } from './read-rows.ts';
import { type RawSalvaged, salvageRaw } from './salvage-raw.ts';

export type Salvaged = {
  /** Rows read, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows that were read and fit nowhere: they break a rule of the table, or say what another row says. */
  readonly rejected: number;
  /** Places where a row may have been and nothing could be read. */
  readonly unread: number;
  readonly mended: Mended;
};

export type SalvageRequest = {
  /** A copy: opening it may change it. */
  readonly source: string;
  /** Must not exist. */
  readonly target: string;
  readonly migrations: readonly Migration[];
  readonly addon?: string | undefined;
};

const tablesIn = (connection: Database.Database): Set<string> =>
  new Set(connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all().map(String));

const columnsOf = (connection: Database.Database, table: string): string[] =>
  connection.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);

/** Its pages are read from the file itself afterwards, and the last rows may be in its log still. */
function mergeIfPossible(from: Database.Database): void {
  try {
    from.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // What the damage leaves in the log is not read.
  }
}

/** Answers what came out; throws an AppError when nothing can be read at all. */
export function salvage({ source, target, migrations, addon }: SalvageRequest): Salvaged {
  const options = addon ? { nativeBinding: addon } : {};
  const from = new Database(source, options);
  const to = new Database(target, options);
  try {
    from.pragma('trusted_schema = OFF');
    to.pragma('journal_mode = MEMORY');
    to.pragma('synchronous = OFF');
    to.pragma('secure_delete = ON');
    to.pragma('foreign_keys = OFF');
    to.pragma(`application_id = ${applicationId}`);
    const isOpen = opens(from);
    migrate(to, migrations.slice(0, isOpen ? versionOf(from, migrations) : migrations.length));
    to.exec('BEGIN');
    const isDamaged = !isOpen || !isSound(from);
    const copied = isOpen ? copyTables(from, to, isDamaged) : { rows: {}, rejected: 0, unread: 0 };
    // What SQLite does not reach is decoded from the bytes of its pages.
    if (isDamaged) {
      mergeIfPossible(from);
      addRaw(copied, salvageRaw(source, to, migrations));
    }
    if (Object.values(copied.rows).every(count => count === 0)) throw new Error('No row can be read.');
    const mended = mendOrphans(to);
    to.exec('COMMIT');
    migrate(to, migrations);
    renewLogId(to);
    return { ...copied, mended };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'file',
      `Nothing could be read out of this file (${why}). It was not changed; restore a backup.`,
    );
  } finally {
    from.close();
    to.close();
    syncFile(target);
  }
}

/** The file's own version where it says one that exists. */
function versionOf(from: Database.Database, migrations: readonly Migration[]): number {
  const told = Number(from.pragma('user_version', { simple: true }));
  return told >= 1 && told <= migrations.length ? told : migrations.length;
}

/** False: SQLite cannot even read its list of tables. */
function opens(from: Database.Database): boolean {
  try {
    return tablesIn(from).size > 0;
  } catch {
    return false;
  }
}

type Copied = { rows: Record<string, number>; rejected: number; unread: number };

function addRaw(copied: Copied, raw: RawSalvaged): void {
  for (const [table, count] of Object.entries(raw.rows)) copied.rows[table] = (copied.rows[table] ?? 0) + count;
  copied.rejected += raw.rejected;
  copied.unread = Math.max(copied.unread, raw.unread);
}

function isSound(from: Database.Database): boolean {
  try {
    return from.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

function copyTables(from: Database.Database, to: Database.Database, isDamaged: boolean): Copied {
  const there = tablesIn(from);
  const ours = to
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
    .map(String)
    .filter(name => there.has(name));
  const rows: Record<string, number> = {};
  let [rejected, unread] = [0, 0];
  for (const table of ours) {
    const known = new Set(columnsOf(from, table));
    const columns = columnsOf(to, table).filter(name => known.has(name));
    const insert = to.prepare(
      `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    rows[table] = 0;
    const reading = readRows(from, table, { columns, isDamaged }, ([, ...row]) => {
      try {
        insert.run(row);
        rows[table] = (rows[table] ?? 0) + 1;
      } catch {
        rejected += 1;
      }
    });
    unread += reading.unread;
  }
  return { rows, rejected, unread };
}
