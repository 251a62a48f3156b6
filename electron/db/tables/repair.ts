// Repairs a copy of a workspace in place: what is made from the rows is made again, and what refers to nothing is mended.
import Database from 'better-sqlite3';
import { createHandle } from '../file/handle.ts';
import { brokenInvariants } from './invariants.ts';
import { type Mended, mendOrphans } from './orphans.ts';

export type Repaired = {
  /** What was done, each in words; empty: there was nothing to do. */
  readonly done: readonly string[];
  /** What is wrong still, each in words; empty: all is sound. */
  readonly left: readonly string[];
};

const count = (n: number, one: string, many: string): string => (n === 1 ? `one ${one}` : `${n} ${many}`);

function mendedWords({ emptied, made, removed }: Mended): string[] {
  return [
    ...(emptied > 0
      ? [
          `${count(emptied, 'reference', 'references')} to something that is gone ${emptied === 1 ? 'was' : 'were'} emptied`,
        ]
      : []),
    ...(made > 0
      ? [`${count(made, 'missing entry was', 'missing entries were')} made again under the name “Recovered”`]
      : []),
    ...(removed > 0
      ? [`${count(removed, 'entry', 'entries')} that belonged to nothing ${removed === 1 ? 'was' : 'were'} removed`]
      : []),
  ];
}

/** What is wrong with the file itself. */
function integrity(connection: Database.Database): string[] {
  try {
    const lines = connection.pragma('integrity_check(20)') as { readonly integrity_check: string }[];
    return lines.map(line => line.integrity_check).filter(line => line !== 'ok');
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** True when it could be done; a damaged index cannot even be taken away, and then the whole file has to be written anew. */
function reindex(connection: Database.Database): boolean {
  try {
    connection.exec('REINDEX');
    return true;
  } catch {
    return false;
  }
}

/** Does what can be done without losing a row. A second run does nothing. Throws when the file cannot be written. */
export function repair(file: string, addon?: string): Repaired {
  const connection = new Database(file, addon ? { nativeBinding: addon } : {});
  try {
    connection.pragma('trusted_schema = OFF');
    connection.pragma('journal_mode = DELETE');
    connection.pragma('secure_delete = ON');
    connection.pragma('foreign_keys = OFF');
    const done: string[] = [];
    const wrong = integrity(connection);
    if (wrong.length > 0) {
      if (!reindex(connection)) return { done: [], left: wrong };
      done.push('the indexes were built anew');
    }
    connection.transaction(() => done.push(...mendedWords(mendOrphans(connection))))();
    const left = [...integrity(connection), ...Object.keys(brokenInvariants(createHandle(connection)))];
    return { done, left };
  } finally {
    connection.close();
  }
}
