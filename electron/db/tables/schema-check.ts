// Whether a file's schema is ours: a stranger's file may hold triggers, views and names that would run when it is used.
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { type Migration, migrate } from '../file/migrate.ts';
import { quoted } from './names.ts';

type Part = {
  readonly type: 'table' | 'index' | 'trigger' | 'view';
  readonly name: string;
  /** As it was written; null for the index of a PRIMARY KEY or UNIQUE, which follows from its table. */
  readonly sql: string | null;
};

const keyOf = ({ type, name }: Part): string => `${type} ${name}`;

/** Tables that SQLite makes by itself. None can have a trigger. */
const sqlitesOwn: ReadonlySet<string> = new Set(['sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4']);

/** Strings, quoted names, comments, words, and every other sign by itself. */
const token =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[\p{L}\p{N}_$.]+|\S/gu;

/**
 * The same for two statements that differ in spaces, comments and quotes around names only: versions of SQLite write these in their own
 * ways when a table is renamed.
 */
function normalized(sql: string | null): string {
  return (sql?.match(token) ?? [])
    .filter(part => !part.startsWith('--') && !part.startsWith('/*'))
    .map(part => (/^["`[][\p{L}_][\p{L}\p{N}_]*["`\]]$/u.test(part) ? part.slice(1, -1) : part))
    .join(' ');
}

const partsOf = (connection: Database.Database): Part[] =>
  connection.prepare('SELECT type, name, sql FROM main.sqlite_schema').all() as Part[];

/** By what makes them, and not by the list of migrations, which is read anew with each file that is opened. */
const made = new Map<string, ReadonlyMap<string, Part>>();

/** The schema that the migrations make up to a version. */
function expectedParts({ migrations, version, addon }: Asked): ReadonlyMap<string, Part> {
  const upTo = migrations.filter(one => one.version <= version);
  const key = createHash('sha256').update(JSON.stringify(upTo)).digest('hex');
  const found = made.get(key);
  if (found) return found;
  const connection = new Database(':memory:', addon ? { nativeBinding: addon } : {});
  try {
    migrate(connection, upTo);
    const parts = new Map(partsOf(connection).map(part => [keyOf(part), part]));
    made.set(key, parts);
    return parts;
  } finally {
    connection.close();
  }
}

export type Asked = {
  readonly migrations: readonly Migration[];
  /** The file's own: what its schema should be. */
  readonly version: number;
  readonly addon?: string | undefined;
};

/** What has to be done before the file may be used: code that is not ours goes, code of ours that is missing comes back. */
export type Repairs = {
  readonly drop: readonly Part[];
  readonly make: readonly Part[];
};

/** A stranger's name, so that it can stand in a sentence. */
const told = (name: string): string => `“${name.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 60)}”`;

/**
 * Compares the schema with ours and writes nothing; to be asked before anything else is done with a file. Throws an AppError when a table is
 * missing, changed or not ours: what is in it cannot be judged. Triggers, views and indexes hold no data.
 */
export function checkSchema(connection: Database.Database, file: string, request: Asked): Repairs {
  const expected = expectedParts(request);
  const present = new Map(partsOf(connection).map(part => [keyOf(part), part]));
  const isRight = (part: Part): boolean => {
    const sql = expected.get(keyOf(part))?.sql ?? '?';
    return sql === part.sql || normalized(sql) === normalized(part.sql);
  };
  const isCustom = (part: Part): boolean => expected.has(keyOf(part)) && (part.sql === null || isRight(part));
  const strange = [...present.values()].filter(
    part => !isCustom(part) && !(part.type === 'table' && sqlitesOwn.has(part.name)),
  );
  const missing = [...expected.values()].filter(part => !present.has(keyOf(part)));
  const table = strange.find(({ type }) => type === 'table');
  if (table) {
    const name = told(table.name);
    const what = expected.has(keyOf(table))
      ? `its table ${name} was changed`
      : `it holds a table ${name} of another program`;
    throw new AppError(
      'damaged',
      `${file} is not as Ripen made it: ${what}. It was not opened and not changed. Open another file, or restore a backup.`,
    );
  }
  const gone = missing.find(({ type }) => type === 'table');
  if (gone) {
    throw new AppError(
      'damaged',
      `${file} lacks something that every Ripen file has (${told(gone.name)}). It was not changed. Restore a backup.`,
    );
  }
  // The index of a PRIMARY KEY or UNIQUE has no text of its own; a stranger's one goes with its table, which is refused.
  const code = strange.filter(({ sql }) => sql !== null);
  const replaced = code.flatMap(part => expected.get(keyOf(part)) ?? []);
  return { drop: code, make: [...missing.filter(({ sql }) => sql !== null), ...replaced] };
}

export const needsRepair = ({ drop, make }: Repairs): boolean => drop.length > 0 || make.length > 0;

const kinds = { table: 'a table', index: 'an index', trigger: 'a trigger', view: 'a view' } as const;

/** Does it, in one transaction; answers what was done in a sentence. Nothing that is dropped runs. */
export function repairSchema(connection: Database.Database, { drop, make }: Repairs): string {
  connection.transaction(() => {
    for (const { type, name } of drop) connection.exec(`DROP ${type} IF EXISTS main.${quoted(name)}`);
    for (const { sql } of make) if (sql !== null) connection.exec(sql);
    // Rows written while its triggers were missing are not in the search.
    if (make.some(({ name }) => name.startsWith('lead_search_'))) {
      connection.exec("INSERT INTO lead_search (lead_search) VALUES ('rebuild')");
    }
  })();
  const names = drop.map(({ type, name }) => `${told(name)} (${kinds[type]})`);
  const dropped =
    names.length === 0
      ? []
      : [
          `${list(names)} did not come from Ripen and ${names.length === 1 ? 'was' : 'were'} removed from this workspace.`,
        ];
  const brought = make.length === 0 ? [] : ['Parts of Ripen’s own were missing or changed; they are restored.'];
  return [...dropped, ...brought, 'A backup of how it was before is among the backups.'].join(' ');
}

const list = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
