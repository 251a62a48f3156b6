// A journal of any length costs a command nothing, and what lies beyond the undo history is pruned in slices.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/db/file/open.ts';
import { createIdSource } from '../../electron/ids.ts';
import { contentOf } from '../support/content.ts';
import { insertBareLead, optionsFor } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { times } from '../support/long.ts';
import { aWorkspace, monday, type TestWorkspace } from '../support/workspace.ts';

const day = 86_400_000;

/** Adds steps below all others to a closed file, one change each; `at` is SQL over `i`, the oldest being 1. */
function addSteps(file: string, count: number, at: string, changes = 1): void {
  const { connection, close } = openDatabase(optionsFor(file));
  connection.exec(`
    INSERT INTO step (id, label, at, device_id, tables)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    SELECT 'old ' || i, 'edit lead', ${at}, 'test', '["lead"]' FROM n;
    INSERT INTO change (step_seq, table_name, row_id, lead_id, op, before, after)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${changes})
    SELECT seq, 'lead', 'gone', 'gone', 'update', '{"first_name":"Ada"}', '{"first_name":"Ada"}' FROM step, n
    WHERE step.id LIKE 'old %' ORDER BY seq;`);
  close();
}

/** A workspace with `count` more steps than it needs. */
function withSteps(count: number, at = `${monday}`, changes = 1): TestWorkspace {
  const workspace = aWorkspace();
  workspace.app().close();
  addSteps(workspace.file, count, at, changes);
  workspace.reopen();
  return workspace;
}

/** Years old but for those behind the first `many`. */
const oldUpTo = (many: number): string => `${monday} - CASE WHEN i <= ${many} THEN 4000 ELSE 0 END * ${day}`;

const countOf = ({ app }: TestWorkspace, table: 'step' | 'change'): number =>
  app().reader.pluck<number>(`SELECT count(*) FROM ${table}`)[0] ?? 0;
const oldest = ({ app }: TestWorkspace) => app().reader.pluck<string>('SELECT id FROM step ORDER BY seq LIMIT 1')[0];
const add = ({ call }: TestWorkspace, firstName: string) => call('leads.create', { attributes: { firstName } });

describe('a long journal', () => {
  it('costs a command nothing: not in doing, undoing, redoing and asking what can be undone', async () => {
    const [longer, empty] = [withSteps(times(100_000, 1_000_000)), aWorkspace()];
    const work = async (workspace: TestWorkspace, n: number): Promise<number> => {
      const began = performance.now();
      await add(workspace, `Ada ${n}`);
      await workspace.call('journal.undo', {});
      await workspace.call('journal.redo', {});
      await workspace.call('journal.state', {});
      return performance.now() - began;
    };
    const spans: { longer: number; empty: number }[] = [];
    for (let n = 0; n < 15; n += 1) spans.push({ longer: await work(longer, n), empty: await work(empty, n) });
    // Both some 10 ms; without an index five scans of 100,000 steps add 70 to the first. The quickest of each: the others tell how
    // busy the computer is.
    const quickest = (which: 'longer' | 'empty'): number => Math.min(...spans.map(span => span[which]));
    expect(quickest('longer') / quickest('empty')).toBeLessThan(3);
  });

  it.each([
    ['what can be redone', 'SELECT 1 FROM step WHERE undone = 1 ORDER BY seq LIMIT 1'],
    ['what is to be swept', 'SELECT 1 FROM step WHERE undone = 2 LIMIT 1'],
    ['the step of an import', "SELECT seq FROM step WHERE batch_id = 'a' AND undone = 0 ORDER BY seq LIMIT 1"],
  ])('is asked by an index: %s', (_, sql) => {
    const { app } = aWorkspace();
    const plan = app().reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
    expect(plan.map(({ detail }) => detail).join()).toMatch(/USING (COVERING )?INDEX/);
  });
});

describe('the undo history', () => {
  const untilPruned = (workspace: TestWorkspace, steps: number) =>
    eventually(() => expect(countOf(workspace, 'step')).toBe(steps));

  it('keeps a year, and what is older goes with its changes', async () => {
    // One step a day; the last of them today.
    const workspace = withSteps(3000, `${monday} - (3000 - i) * ${day}`);
    await add(workspace, 'Ada');
    // The latest thousand stay whatever their age.
    await untilPruned(workspace, 1001 - 1);
    expect(countOf(workspace, 'change')).toBeLessThan(1010);
    expect(oldest(workspace)).toBe('old 2002');
  });

  it('keeps what is young however much it is', async () => {
    const ago = 'CASE WHEN i <= 1500 THEN 368 WHEN i <= 3800 THEN 364 ELSE 0 END';
    const workspace = withSteps(4000, `${monday} - ${ago} * ${day}`);
    await add(workspace, 'Ada');
    await untilPruned(workspace, 2501);
    expect(oldest(workspace)).toBe('old 1501');
  });

  it('keeps a number of steps when the owner chose that, and a month when they chose that', async () => {
    const workspace = withSteps(100_400, oldUpTo(100_200));
    await workspace.call('settings.update', { undoHistory: 'steps' });
    await untilPruned(workspace, 100_000);
    await workspace.call('settings.update', { undoHistory: 'month' });
    await untilPruned(workspace, 1000);
  });

  it('keeps everything when the owner chose that', async () => {
    const workspace = withSteps(3000, oldUpTo(2800));
    await workspace.call('settings.update', { undoHistory: 'unlimited' });
    await add(workspace, 'Ada');
    await workspace.call('journal.state', {});
    workspace.app().close();
    workspace.reopen();
    expect(countOf(workspace, 'step')).toBe(3002);
  });

  it('is not cut by a clock that is years ahead', async () => {
    const workspace = withSteps(3000, `${monday} - (3000 - i) * ${day} / 10`);
    workspace.clock.now = monday + 3650 * day;
    for (const name of ['Ada', 'Ben', 'Cy']) {
      await add(workspace, name);
      workspace.app().close();
      workspace.reopen();
    }
    await add(workspace, 'Dot');
    await workspace.call('settings.update', { undoHistory: 'month' });
    await workspace.call('settings.update', { undoHistory: 'year' });
    expect(countOf(workspace, 'step')).toBe(3006);
  });

  it('is cut in slices between which others have their turn', async () => {
    const workspace = withSteps(21_000, oldUpTo(20_800), 5);
    await add(workspace, 'Ada');
    const seen: number[] = [];
    for (let left = countOf(workspace, 'change'); left > 5010; left = countOf(workspace, 'change')) {
      seen.push(left);
      // A command of its own in the middle of it.
      if (seen.length === 20) await add(workspace, 'Ben');
      await nextTurn();
    }
    const most = seen.map((left, n) => (seen[n - 1] ?? left) - left).reduce((a, b) => Math.max(a, b), 0);
    expect(most).toBeLessThanOrEqual(4 * 500);
    expect(seen.length).toBeGreaterThan(50);
  });

  it('can still be undone to its end, and redone', async () => {
    const workspace = withSteps(1100, oldUpTo(900));
    await add(workspace, 'Ada');
    await workspace.call('settings.update', { name: 'Mill' });
    await untilPruned(workspace, 1000);
    const content = contentOf(workspace.app().reader);
    let undone = 0;
    while ((await workspace.call('journal.undo', {})).label !== null) undone += 1;
    expect(undone).toBe(1000);
    expect(workspace.app().reader.pluck('SELECT count(*) FROM lead')).toEqual([0]);
    while ((await workspace.call('journal.redo', {})).label !== null) undone -= 1;
    expect(undone).toBe(0);
    expect(contentOf(workspace.app().reader)).toEqual(content);
  });

  it('that no longer reaches an import says so instead of guessing what was edited since', async () => {
    const workspace = aWorkspace();
    const { batchId } = await workspace.call('imports.run', {
      jobId: 'a',
      source: { kind: 'pasted', text: 'Name;E-mail\nCy Fern;cy@fern.example' },
      mapping: {
        rows: 'leads',
        columns: [
          { column: 0, target: 'fullName' },
          { column: 1, target: 'email' },
        ],
        fixed: [],
        values: [],
        policy: 'fill',
        unknownLeads: 'create',
      },
    });
    workspace.app().close();
    addSteps(workspace.file, 1200, `${monday} + 500 * ${day} + i`);
    workspace.reopen();
    workspace.clock.now = monday + 501 * day;
    await add(workspace, 'Ada');
    await eventually(() =>
      expect(workspace.app().reader.pluck('SELECT count(*) FROM step WHERE batch_id IS NOT NULL')).toEqual([0]),
    );
    expect(await workspace.appError('imports.undo', { jobId: 'b', batchId: batchId ?? '' })).toMatch(/undo history/);
    expect(workspace.app().reader.pluck('SELECT last_name FROM lead WHERE last_name IS NOT NULL')).toEqual(['Fern']);
  });
});

describe('ids', () => {
  const greatest = ({ app }: TestWorkspace) =>
    ['lead', 'step', 'stage_change', 'activity'].flatMap(table =>
      app().reader.pluck<string>(`SELECT max(id) FROM ${table} WHERE id LIKE '0%-7%'`),
    );

  it.each([
    ['a year back', -365 * day],
    ['ten years back', -3650 * day],
    ['before 1970', -monday - day],
    ['by one millisecond', -1],
  ])('sort behind those in the file after the clock was set %s', async (_, back) => {
    const workspace = aWorkspace();
    const { id } = await add(workspace, 'Ada');
    await workspace.call('activities.log', { leadIds: [id], typeId: 'call-made' });
    const before = greatest(workspace).reduce((a, b) => (b > a ? b : a));
    workspace.clock.now += back;
    workspace.reopen();
    const { id: later } = await add(workspace, 'Ben');
    expect(later > before).toBe(true);
  });

  it('are not led astray by what is no id of ours', async () => {
    const workspace = aWorkspace();
    workspace.app().close();
    const { connection, writer, close } = openDatabase(optionsFor(workspace.file));
    connection.exec("INSERT INTO step (id, label, at, device_id) VALUES ('rest', 'rest', 0, 'test')");
    writer.run('INSERT INTO temp.journal_now VALUES ((SELECT max(seq) FROM step), NULL)');
    for (const id of ['0zzz', 'zebra', '0fffffff-ffff-7fff-bfff-ffffffffffff', '01980000-zzzz-7000-8000-000000000000'])
      insertBareLead(writer, id);
    close();
    workspace.reopen();
    const { id } = await add(workspace, 'Ada');
    expect(id.slice(0, 13)).toBe(createIdSource(() => monday)().slice(0, 13));
  });
});
