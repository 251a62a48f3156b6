// Everything a workspace file holds, apart from the journal: for comparing before and after.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Reader } from '../../electron/db/file/handle.ts';

type Row = Readonly<Record<string, string | number | null>>;
export type Content = Readonly<Record<string, readonly Row[]>>;

/** The file's tables, without SQLite's own; also those of the journal when `all`. */
export const tablesOf = (reader: Reader, all = false): string[] =>
  reader
    .pluck<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
    .filter(name => !name.startsWith('sqlite_') && (all || (name !== 'step' && name !== 'change')));

/** All rows of all tables but the journal's, by id. */
export const contentOf = (reader: Reader): Content =>
  Object.fromEntries(tablesOf(reader).map(table => [table, reader.all<Row>(`SELECT * FROM "${table}" ORDER BY id`)]));

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** One hash of the content: equal only when every row of every table is. */
export const contentHash = (reader: Reader): string => sha256(JSON.stringify(contentOf(reader)));

/** A hash of the file's bytes. */
export const fileHash = (file: string): string => sha256(readFileSync(file));
