// Every table from which a query's SQL reads is named in the contract. SQLite itself is asked which tables those are.
import type Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Params, Writer } from '../../electron/db/file/handle.ts';
import { openDatabase } from '../../electron/db/file/open.ts';
import { createDispatch } from '../../electron/ipc/dispatch.ts';
import { inProcessParser } from '../../electron/jobs/import-parser/in-process.ts';
import { inProcessLineParser } from '../../electron/jobs/line-parser/in-process.ts';
import type { WorkspaceCall } from '../../electron/services/context.ts';
import { createOutbox } from '../../electron/sharing/sharing.ts';
import { createHistoryStore } from '../../electron/stores/history-store.ts';
import { createLeadLists } from '../../electron/stores/lead-lists.ts';
import { createScores } from '../../electron/stores/score-store.ts';
import type { TableName } from '../../shared/contract/entry.ts';
import { host } from '../../shared/contract/workspace.ts';
import { contract } from '../../shared/contract.ts';
import { optionsFor } from '../support/database.ts';
import { aFilledWorkspace, examplesFor } from '../support/examples.ts';

/** What the program around the workspace answers reads no table by itself. */
const queries = (Object.keys(contract) as WorkspaceCall[]).filter(
  name => contract[name].kind === 'query' && !Object.hasOwn(host, name),
);

/** A score is computed from these; the score cache stands for all of them. */
const behindScores: readonly TableName[] = ['lead', 'activity', 'score_adjustment', 'criteria'];

/** Keeps every SQL text that goes through, with the values it was last given. */
function recording(writer: Writer): { readonly writer: Writer; readonly seen: Map<string, Params> } {
  const seen = new Map<string, Params>();
  const note =
    <T>(run: (sql: string, params?: Params) => T) =>
    (sql: string, params?: Params) => {
      seen.set(sql, params ?? []);
      return run(sql, params);
    };
  const { get, all, pluck, raw, run } = writer;
  const recorder = { get: note(get), all: note(all), pluck: note(pluck), raw: note(raw), run: note(run) } as Writer;
  return { writer: recorder, seen };
}

/** The tables whose trees a statement opens, by SQLite's own program for it; indexes count as their table. */
function tablesRead(connection: Database.Database, sql: string, params: Params): Set<string> {
  const owner = (schema: 'sqlite_schema' | 'sqlite_temp_schema') =>
    new Map(connection.prepare(`SELECT rootpage, tbl_name FROM ${schema}`).raw().all() as [number, string][]);
  const roots = [owner('sqlite_schema'), owner('sqlite_temp_schema')];
  const program = connection.prepare(`EXPLAIN ${sql}`).all(params) as { opcode: string; p2: number; p3: number }[];
  const read = program
    .filter(({ opcode }) => opcode === 'OpenRead' || opcode === 'ReopenIdx')
    .map(({ p2, p3 }) => roots[p3]?.get(p2));
  return new Set(read.filter(name => name !== undefined));
}

async function anObservedWorkspace() {
  const filled = await aFilledWorkspace();
  filled.app().close();
  const database = openDatabase(optionsFor(filled.file));
  const { writer, seen } = recording(database.writer);
  const now = () => filled.clock.now;
  const scores = createScores(writer, now);
  const history = createHistoryStore(writer);
  const { call } = createDispatch({
    database: { ...database, writer },
    file: filled.file,
    deviceId: 'test',
    sharing: createOutbox(writer),
    now,
    newId: () => 'x',
    scores,
    history,
    lists: createLeadLists(writer, scores),
    locale: 'en',
    parser: inProcessParser,
    lineParser: inProcessLineParser,
    emit: { changed: () => undefined, progress: () => undefined },
    log: String,
  });
  await scores.ready();
  return { filled, database, seen, call };
}

describe('what SQLite reads', () => {
  it.each(queries)('for %s is named in the contract', async name => {
    const { filled, database, seen, call } = await anObservedWorkspace();
    seen.clear();
    const { ok } = await call(name, examplesFor(filled)[name]);
    expect(ok).toBe(true);
    const read = new Set([...seen].flatMap(([sql, params]) => [...tablesRead(database.connection, sql, params)]));
    database.close();
    expect(read.size).toBeGreaterThan(0);

    const entry = contract[name];
    const named = new Set<string>(entry.kind === 'query' ? entry.reads : []);
    // The settings come with every call; whether they matter to this one is shown by the answers, in changed.test.ts.
    const needed = [...read]
      .flatMap((table): string[] => {
        if (table === 'score_cache') return [...behindScores];
        // What is recorded changes with what it is recorded of, in a step.
        if (table === 'change') return ['step'];
        // Where undo ends, which changes when sharing does.
        if (table === 'shared_row') return ['sharing'];
        return [table];
      })
      .filter(table => table !== 'setting');
    expect(needed.filter(table => !named.has(table))).toEqual([]);
  });
});
