// Long steps beside everything else: order is kept, nothing is seen that is taken back, and stopping leaves no trace.
import { existsSync, statSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../electron/db/file/open.ts';
import { countLeads } from '../../electron/db/tables/leads.ts';
import { createIdSource } from '../../electron/ids.ts';
import { createDispatch } from '../../electron/ipc/dispatch.ts';
import { inProcessParser } from '../../electron/jobs/import-parser/in-process.ts';
import { inProcessLineParser } from '../../electron/jobs/line-parser/in-process.ts';
import type { App } from '../../electron/open-workspace.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import { createOutbox } from '../../electron/sharing/sharing.ts';
import { createHistoryStore } from '../../electron/stores/history-store.ts';
import { createLeadLists } from '../../electron/stores/lead-lists.ts';
import { createScores } from '../../electron/stores/score-store.ts';
import type { Changed } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import { rowsToImport } from '../support/children/rows.ts';
import { openElsewhere } from '../support/children.ts';
import { contentHash } from '../support/content.ts';
import { optionsFor } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { aWorkspace, migrationsFolder, monday } from '../support/workspace.ts';

function anApp(file: string) {
  const changes: Changed[] = [];
  const bugs: unknown[] = [];
  const app = makeApp({
    file,
    migrationsFolder,
    now: () => monday,
    deviceId: 'test',
    emit: { changed: changed => changes.push(changed), progress: () => undefined },
    log: error => String(bugs.push(error)),
  });
  onTestFinished(app.close);
  return { app, changes, bugs };
}

function aClosedFile(): string {
  const { app, file } = aWorkspace();
  app().close();
  return file;
}

const value = <T>(result: Result<unknown>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value as T;
};
const rows = 1500;
const importing = { jobId: 'job', ...rowsToImport(rows) };

/** Starts the import and resolves when it is in the middle of writing. */
async function halfWay(app: App, call: 'imports.run' | 'imports.check' = 'imports.run') {
  const done = app.call(call, importing);
  const written = () => app.reader.pluck<number>('SELECT count(*) FROM lead')[0] ?? 0;
  while (written() < 100) await nextTurn();
  expect(written()).toBeLessThan(rows);
  return { done };
}

describe('a long step', () => {
  it('leaves the event loop turning: queries are answered meanwhile, and commands come after it, in order', async () => {
    const { app, bugs } = anApp(aClosedFile());
    const order: string[] = [];
    const note = (what: string) => () => void order.push(what);
    const { done } = await halfWay(app);
    await Promise.all([
      done.then(note('import')),
      app.call('leads.create', { attributes: { firstName: 'Ada' } }).then(note('command')),
      app.call('journal.undo', {}).then(note('undo')),
      app.call('workspace.get', {}).then(note('query')),
    ]);
    expect(order).toEqual(['query', 'import', 'command', 'undo']);
    expect(value<{ total: number }>(await app.call('leads.list', {})).total).toBe(rows);
    expect(bugs).toEqual([]);
  });

  it('that is stopped leaves nothing, and whoever had looked meanwhile is told to look again', async () => {
    const file = aClosedFile();
    const { app, changes, bugs } = anApp(file);
    const before = contentHash(app.reader);
    const { done } = await halfWay(app);
    expect(value<{ leadCount: number }>(await app.call('workspace.get', {})).leadCount).toBeGreaterThan(0);
    await app.call('review.get', {});
    await app.call('imports.cancel', { jobId: 'job' });
    expect(await done).toMatchObject({ ok: false, error: { kind: 'conflict' } });

    expect(contentHash(app.reader)).toBe(before);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.tables).toContain('lead');
    expect(value<{ total: number }>(await app.call('leads.list', {})).total).toBe(0);
    expect(await app.call('journal.state', {})).toEqual({ ok: true, value: { undo: null, redo: null } });
    expect(bugs).toEqual([]);
    const review = await app.call('review.get', {});
    app.close();
    expect(await anApp(file).app.call('review.get', {})).toEqual(review);
  });

  it('that is only tried out tells nobody, when nobody has looked', async () => {
    const { app, changes } = anApp(aClosedFile());
    const before = contentHash(app.reader);
    const { done } = await halfWay(app, 'imports.check');
    expect(await done).toMatchObject({ ok: true, value: { counts: { created: rows } } });
    expect(contentHash(app.reader)).toBe(before);
    expect(changes).toEqual([]);
  });

  it('that is cut short by closing leaves nothing, and the file is free at once', async () => {
    const file = aClosedFile();
    const { app } = anApp(file);
    const before = contentHash(app.reader);
    const { done } = await halfWay(app);
    app.close();
    expect(await done).toMatchObject({ ok: false });
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(await openElsewhere(file)).toMatchObject({ opened: true });
    expect(contentHash(anApp(file).app.reader)).toBe(before);
  });

  it('leaves a log beside the file that is merged when nobody has asked for anything for a moment', async () => {
    const file = aClosedFile();
    const { app } = anApp(file);
    const log = () => statSync(`${file}-wal`).size;
    // One person more, and it would not go through the log.
    const listedLeads = 1999;
    value(await app.call('imports.run', { ...importing, ...rowsToImport(listedLeads) }));
    const action = { do: 'log', typeId: 'website-visit', note: 'x'.repeat(5000) };
    value(await app.call('bulk.run', { jobId: 'log', who: { by: 'filter' }, action }));
    const left = log();
    expect(left).toBeGreaterThan(10 * 1024 * 1024);
    // Meanwhile work goes on, and none of it waits for the merging.
    value(await app.call('leads.create', { attributes: { firstName: 'Ada' } }));
    expect(log()).toBeGreaterThanOrEqual(left);
    await eventually(() => expect(log()).toBe(0));
    expect(value<{ total: number }>(await app.call('leads.list', {})).total).toBe(listedLeads + 1);
  });
});

describe('steps that were taken back', () => {
  it('are swept away after the next command, in turns of their own', async () => {
    const { app, bugs } = anApp(aClosedFile());
    const recorded = () => app.reader.pluck<number>('SELECT count(*) FROM change')[0] ?? 0;
    value(await app.call('imports.run', importing));
    value(await app.call('journal.undo', {}));
    expect(recorded()).toBeGreaterThan(rows);
    value(await app.call('leads.create', { attributes: { firstName: 'Ada' } }));
    expect(await app.call('journal.state', {})).toEqual({ ok: true, value: { undo: 'add lead', redo: null } });
    expect(recorded()).toBeGreaterThan(rows);
    while (recorded() > 2) await nextTurn();
    expect(app.reader.pluck('SELECT label FROM step')).toEqual(['add lead']);
    value(await app.call('journal.undo', {}));
    expect(bugs).toEqual([]);
  });
});

describe('commands while the scores are still loading', () => {
  it('wait for it: loading in slices would see a write in between by halves', async () => {
    const database = openDatabase(optionsFor(aClosedFile()));
    onTestFinished(database.close);
    const now = () => monday;
    const scores = createScores(database.writer, now);
    let loaded = () => {};
    const loading = new Promise<void>(resolve => {
      loaded = resolve;
    });
    const { call } = createDispatch({
      database,
      file: 'test.ripen',
      deviceId: 'test',
      sharing: createOutbox(database.writer),
      now,
      newId: createIdSource(now),
      scores: { ...scores, ready: () => loading.then(scores.ready) },
      history: createHistoryStore(database.writer),
      lists: createLeadLists(database.writer, scores),
      locale: 'en',
      parser: inProcessParser,
      lineParser: inProcessLineParser,
      emit: { changed: () => undefined, progress: () => undefined },
      log: String,
    });
    const created = call('leads.create', { attributes: { firstName: 'Ada' } });
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    expect(countLeads(database.writer)).toBe(0);
    loaded();
    expect(await created).toMatchObject({ ok: true });
    expect(countLeads(database.writer)).toBe(1);
  });
});
