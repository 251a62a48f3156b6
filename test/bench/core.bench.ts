// The core at 100,000 leads and 1,000,000 activities: first paint, loading, replay against SQL, search, and from key to screen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../build/paths.ts';
import { runtimeEnv } from '../../build/runtime/resolve.ts';
import { readMigrations } from '../../electron/db/file/migrate.ts';
import type { OpenDatabase } from '../../electron/db/file/open.ts';
import { openDatabase } from '../../electron/db/file/open.ts';
import type { LoadedActivity } from '../../electron/db/tables/activities.ts';
import { activitiesAfter } from '../../electron/db/tables/activities.ts';
import { currentCriteria } from '../../electron/db/tables/criteria.ts';
import { attributeRowsAfter } from '../../electron/db/tables/leads.ts';
import { fieldsOf } from '../../electron/domain/scoring/fit.ts';
import { createEngine } from '../../electron/engine/engine.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import { fillEngine } from '../../electron/stores/fill-engine.ts';
import { launchRipen } from '../e2e/support/launch.ts';
import type { Ripen } from '../e2e/support/ripen.ts';
import { runtime } from '../e2e/support/runtime.ts';
import { bareSearch } from './bare-search.ts';
import { bigFile } from './big-file.ts';
import { drag } from './criteria.ts';
import { datasetEnd } from './dataset.ts';
import { type Figure, figure, measure, timesOf } from './figure.ts';
import { blankApp, startToPaint, untilPainted } from './in-electron.ts';
import { barePass } from './replay.bench.ts';

const frame = 1000 / 60;
const migrationsFolder = join(ROOT, 'migrations');
const now = new Date(datasetEnd).toISOString();

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Reads the same rows as loading the engine does, and does nothing with them. */
function readRows({ writer }: OpenDatabase): number {
  const fields = fieldsOf(currentCriteria(writer).criteria);
  let rows = 0;
  for (let after = ''; ; ) {
    const leads = attributeRowsAfter(writer, fields, after, 2000);
    rows += leads.length;
    after = leads.at(-1)?.[0] ?? after;
    if (leads.length < 2000) break;
  }
  for (let after: LoadedActivity | undefined; ; ) {
    const activities = activitiesAfter(writer, after, 5000);
    rows += activities.length;
    after = activities.at(-1) ?? after;
    if (activities.length < 5000) return rows;
  }
}

/** Other points at each step, with caps and half-lives; without rules on facts that this engine has not loaded. */
const changedPoints = (step: number) => ({ ...drag(step, 'points'), fit: [], disqualifiers: [], minimumFit: 0 });

async function* loading(database: OpenDatabase): AsyncIterable<Figure> {
  const { writer } = database;
  const version = currentCriteria(writer);
  const engine = createEngine();
  const reads: number[] = [];
  const loads: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    reads.push(await timed(() => readRows(database)));
    loads.push(await timed(() => fillEngine(engine, writer, version)));
  }
  yield figure('engine-load', timesOf(loads).median, loads.length, { base: timesOf(reads).median, limit: 1.3 });
  engine.scoreAll(version.criteria, datasetEnd);
  let sink = 0;
  const replays = measure(30, step => (sink += engine.replay(changedPoints(step)).count));
  const bare = measure(30, () => (sink += barePass(engine.columns(), engine.size)));
  yield figure('replay', replays.median, replays.n, { base: bare.median, limit: 8 });
  const groups = measure(
    5,
    () => (sink += writer.raw('SELECT lead_id, type_id, count(*) FROM activity GROUP BY lead_id, type_id').length),
    1,
  );
  yield figure('replay-against-group-by', replays.median, replays.n, { base: groups.median, limit: 0.15 });
}

async function* searching(database: OpenDatabase, file: string): AsyncIterable<Figure> {
  const text = ['mara holm', 'software', 'firm42', 'novak food', 'example'];
  const bare = bareSearch(database.writer);
  const typed = text.flatMap(word =>
    [...word].map((_, end) => word.slice(0, end + 1)).filter(text => text.trim().length >= 3),
  );
  const baseline = typed.map(text => {
    const began = performance.now();
    const match = text
      .trim()
      .split(' ')
      .filter(part => part.length >= 3)
      .map(part => `"${part}"`)
      .join(' AND ');
    bare(match);
    return performance.now() - began;
  });
  database.close();
  const app = makeApp({ file, migrationsFolder, now: () => datasetEnd, deviceId: 'bench' });
  await app.call('leads.list', {});
  const ours: number[] = [];
  for (const search of typed) ours.push(await timed(() => app.call('leads.list', { search })));
  app.close();
  yield figure('search-p95', timesOf(ours).p95, ours.length, { base: timesOf(baseline).p95 + frame, limit: 3 });
}

async function* starting(): AsyncIterable<Figure> {
  const found = await runtime();
  const blank = blankApp();
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  const env = { ...runtimeEnv(found), RIPEN_USER_DATA: folder } as Record<string, string>;
  const times = { blank: [] as number[], ripen: [] as number[] };
  for (let round = 0; round < 7; round += 1) {
    times.blank.push(await startToPaint([blank], env));
    times.ripen.push(await startToPaint([ROOT], env));
  }
  rmSync(blank, { recursive: true });
  rmSync(folder, { recursive: true });
  yield figure('open-first-paint', timesOf(times.ripen).median, 7, { base: timesOf(times.blank).median, limit: 1.5 });
}

const toast = '[aria-label="Notifications"]';

async function closeToast(page: Page): Promise<void> {
  await page.locator(`${toast} button`).last().click();
  await page.locator(`${toast} p`).waitFor({ state: 'detached' });
}

/** Ms from Enter to the toast, for each of these leads. */
export async function logs({ page }: Ripen, ids: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const id of ids) {
    await page.evaluate(lead => {
      location.hash = `/leads/with/${lead}`;
    }, id);
    await page.locator('aside table').first().waitFor();
    await page.keyboard.press('Control+l');
    await page.getByRole('dialog', { name: 'Log activity' }).waitFor();
    await page.keyboard.type('website');
    await page.getByRole('button', { name: /^Activity Website visit/ }).waitFor();
    times.push(await untilPainted(page, 'Enter', `${toast} p`, 'Logged'));
    await closeToast(page);
    await page.getByRole('dialog', { name: 'Log activity' }).waitFor({ state: 'detached' });
  }
  return times;
}

/** Ms from the key to the toast, for cards moved from Lead to MQL. */
export async function moves({ page }: Ripen, rounds: number): Promise<number[]> {
  await page.evaluate(() => {
    location.hash = '/board';
  });
  const times: number[] = [];
  await page.locator('[data-list="lead"] [data-card]').first().waitFor();
  for (let round = 0; round < rounds; round += 1) {
    await page.locator('[data-list="lead"]').focus();
    await page.keyboard.press('Home');
    times.push(await untilPainted(page, 'Shift+ArrowRight', `${toast} p`, 'is now'));
    await closeToast(page);
  }
  return times;
}

async function* inUse(file: string, commit: number): AsyncIterable<Figure> {
  const ripen = await launchRipen({ now, workspace: file });
  const listed = await ripen.page.evaluate(() =>
    (
      window as unknown as {
        ripen: { call: (name: string, input: unknown) => Promise<{ value: { rows: { id: string }[] } }> };
      }
    ).ripen.call('leads.list', { limit: 25, stages: ['customer'] }),
  );
  const logged = await logs(
    ripen,
    listed.value.rows.map(row => row.id),
  );
  yield figure('log-activity-p95', timesOf(logged).p95, logged.length, { base: commit + frame });
  const moved = await moves(ripen, 20);
  yield figure('move-card-p95', timesOf(moved).p95, moved.length, { base: commit + frame });
  const metrics = await ripen.electronApp.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, memory }) => ({ type, mb: Math.round(memory.workingSetSize / 1024) })),
  );
  await ripen.close();
  // Megabytes, in the place of milliseconds: a line has no other.
  for (const { type, mb } of metrics) yield figure(`memory-mb-${type.toLowerCase()}`, mb, 1, {});
}

export async function* run(): AsyncIterable<Figure> {
  yield* starting();
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  const file = await bigFile(folder);
  const database = openDatabase({ file, migrations: readMigrations(migrationsFolder) });
  const commits = measure(40, step =>
    database.connection.transaction(() =>
      database.writer.run("INSERT INTO step (id, label, at, device_id) VALUES (?, 'bench', 0, 'bench')", [
        `bench-${step}`,
      ]),
    )(),
  );
  yield* loading(database);
  yield* searching(database, file);
  yield* inUse(file, commits.p95);
  rmSync(folder, { recursive: true, force: true });
}
