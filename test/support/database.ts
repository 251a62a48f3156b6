// An open workspace file below the dispatch: for tests of the journal, the settings and the migrations themselves.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { Reader, SqlValue, Writer } from '../../electron/db/file/handle.ts';
import { createHandle } from '../../electron/db/file/handle.ts';
import { migrate, readMigrations } from '../../electron/db/file/migrate.ts';
import type { OpenDatabase, OpenOptions } from '../../electron/db/file/open.ts';
import { createDatabase, openDatabase } from '../../electron/db/file/open.ts';
import type { StepResult, UndoneOrRedone } from '../../electron/db/journal/journal.ts';
import { beginBatch, beginStep, endStep, undoOrRedoStep } from '../../electron/db/journal/journal.ts';
import { tablesOf } from './content.ts';
import { aFolder, migrationsFolder, monday } from './workspace.ts';

export const migrations = readMigrations(migrationsFolder);

export const optionsFor = (file: string): OpenOptions => ({ file, migrations });

let emptyFile: Buffer | undefined;

/** A new, empty file that is closed again: made once, then copied. */
export function anEmptyFile(): string {
  const file = join(aFolder(), 'test.ripen');
  if (emptyFile) writeFileSync(file, emptyFile);
  else {
    createDatabase(optionsFor(file), () => undefined);
    emptyFile = readFileSync(file);
  }
  return file;
}

export type TestDatabase = OpenDatabase & {
  /** Runs `work` as one step in one transaction, as dispatch does. */
  readonly step: (label: string, work: (writer: Writer) => void, batchId?: string) => StepResult;
  readonly undoOrRedo: (direction: 'undo' | 'redo') => Promise<UndoneOrRedone | null>;
};

/** Opens a file (a new, empty one unless named); it is closed after the test. */
export function aDatabase(file: string = anEmptyFile()): TestDatabase {
  const database = openDatabase(optionsFor(file));
  const { connection, writer } = database;
  onTestFinished(() => database.close());
  return {
    ...database,
    step: (label, work, batchId) =>
      connection.transaction(() => {
        const id = `step ${crypto.randomUUID()}`;
        const seq = beginStep(writer, { id, label, at: monday, deviceId: 'test', memberId: null });
        if (batchId !== undefined) beginBatch(writer, seq, batchId);
        work(writer);
        return endStep(writer, seq);
      })(),
    undoOrRedo: async direction => {
      connection.exec('BEGIN');
      const undoneOrRedone = await undoOrRedoStep(writer, direction, async () => undefined);
      connection.exec('COMMIT');
      return undoneOrRedone;
    },
  };
}

/** The least a lead needs. */
export const insertBareLead = (writer: Writer, id: string, batchId: string | null = null): number =>
  writer.run('INSERT INTO lead (id, stage, stage_since, created_at, batch_id) VALUES (?, ?, ?, ?, ?)', [
    id,
    'lead',
    monday,
    monday,
    batchId,
  ]);

export type Column = { readonly name: string; readonly type: 'TEXT' | 'INTEGER'; readonly notnull: number };

export const columnsOf = (reader: Reader, table: string): Column[] =>
  reader.all<Column>('SELECT name, type, "notnull" FROM pragma_table_info(?)', [table]);

/** The tables as the migrations make them, with their columns; known before any test runs, for `it.each`. */
export const schema: readonly (readonly [table: string, columns: readonly Column[]])[] = (() => {
  const connection = new Database(':memory:');
  migrate(connection, migrations);
  const reader = createHandle(connection);
  const tables = tablesOf(reader).map(table => [table, columnsOf(reader, table)] as const);
  connection.close();
  return tables;
})();

/** A row that says as little as the columns allow. */
export const bareRow = (columns: readonly Column[], id: string): Record<string, SqlValue> =>
  Object.fromEntries(
    columns.map(({ name, type, notnull }) => {
      if (name === 'id') return [name, id];
      return [name, notnull === 0 ? null : type === 'TEXT' ? '1' : 1];
    }),
  );

export const insertAny = (writer: Writer, table: string, row: Readonly<Record<string, SqlValue>>): number => {
  const names = Object.keys(row);
  return writer.run(
    `INSERT INTO "${table}" (${names.map(name => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    Object.values(row),
  );
};
