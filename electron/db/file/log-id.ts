// The id that ties the log beside a workspace to the file: written as the first commit of each new log.
import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { SqlValue } from './handle.ts';
import { hasUncertainLog, logSize, noteCertainLog } from './wal.ts';

/** Its row in `sqlite_sequence`: every file has this table since its first version, it has no triggers, and undo does not know it. */
const rowName = 'ripen-log';
const none = '0'.repeat(32);

export type LogId = {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** The one before it; zeros: there was none. */
  readonly previous: string;
};

const pattern = /^[0-9a-f]{32}:[0-9a-f]{32}$/;

/** Reads the id out of a row of `sqlite_sequence`; null: it is another row. */
export function logIdIn(values: readonly SqlValue[]): LogId | null {
  const [name, text] = values;
  if (name !== rowName || values.length !== 2 || typeof text !== 'string' || !pattern.test(text)) return null;
  return { id: text.slice(0, 32), previous: text.slice(33) };
}

/** By its first digit: a large write goes straight into the file, so its old pages hold the id before this one. */
const isOfLargeWrite = ({ id }: LogId): boolean => id.startsWith('d');

/** Whether old pages with this id belong to a file with that one. */
export const arePagesOf = (old: LogId, file: LogId): boolean =>
  old.id === file.id || (isOfLargeWrite(file) && old.id === file.previous);

/** Digits that two ids do not have in common by chance. */
const telling = 8;

/** Whether an id begins or ends as one of others does: a digit of it rotted, or it was written over in part. */
export const isPartOf = (id: string, others: readonly string[]): boolean =>
  // The first digit says of which kind it is.
  others.some(other => id.slice(1, 1 + telling) === other.slice(1, 1 + telling) || id.endsWith(other.slice(-telling)));

export const isFirst = ({ previous }: LogId): boolean => previous === none;

// Always as long as before, so that SQLite writes it in its place.
const renew = "UPDATE main.sqlite_sequence SET seq = ? || ':' || substr(seq, 1, 32) WHERE name = ?";
const first = "INSERT INTO main.sqlite_sequence (seq, name) VALUES (? || ':' || ?, ?)";

/** Gives the file a new id, inside the transaction that is open or in one of its own. */
export function renewLogId(connection: Database.Database, by: 'log' | 'large write' = 'log'): void {
  const id = `${by === 'log' ? '0' : 'd'}${randomBytes(16).toString('hex').slice(1)}`;
  if (connection.prepare(renew).run(id, rowName).changes === 0) connection.prepare(first).run(id, none, rowName);
}

/** To be called before each transaction: a log that begins with it begins with a new id, in a commit of its own. */
export function beginLogWithId(connection: Database.Database): void {
  if (logSize(connection.name) > 0 && !hasUncertainLog(connection)) return;
  renewLogId(connection);
  noteCertainLog(connection);
}
