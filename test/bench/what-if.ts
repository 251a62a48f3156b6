// A draft in a real file of 100,000 leads and 1,000,000 activities: from the slider to the picture, and 5,000 promotions at once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { ROOT } from '../../build/paths.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import type { CallName, Input, Output } from '../../shared/contract.ts';
import { launchRipen } from '../e2e/support/launch.ts';
import type { Ripen } from '../e2e/support/ripen.ts';
import { bigFile } from './big-file.ts';
import { datasetEnd } from './dataset.ts';
import { type Figure, figure, timesOf } from './figure.ts';
import { untilPainted } from './in-electron.ts';

const frame = 1000 / 60;
const steps = 60;

/** Ms from each key on the threshold's slider to the frame in which the people of that threshold stand there. */
export async function redraws({ page }: Ripen, keys: number): Promise<number[]> {
  await page.evaluate(() => {
    location.hash = '/criteria';
  });
  await page.locator('[data-threshold="100"]').waitFor({ timeout: 120_000 });
  await page.getByLabel('Threshold', { exact: true }).focus();
  const times: number[] = [];
  for (let key = 1; key <= keys; key++) {
    times.push(await untilPainted(page, 'ArrowLeft', `[data-threshold="${100 - key}"]`, ''));
  }
  return times.slice(5);
}

async function* redraw(file: string, step: number): AsyncIterable<Figure> {
  const ripen = await launchRipen({ now: new Date(datasetEnd).toISOString(), workspace: file });
  const { p95, n } = timesOf(await redraws(ripen, steps));
  await ripen.close();
  yield figure('what-if-redraw-p95', p95, n, { base: step, limitMs: step + 2 * frame });
}

const wanted = 5000;

/** Publishes rules that about 5,000 people meet, against the bare INSERT of what it writes, in one transaction and unjournalled. */
async function* publishing(folder: string): AsyncIterable<Figure> {
  const file = await bigFile(folder);
  const migrationsFolder = join(ROOT, 'migrations');
  const app = makeApp({ file, migrationsFolder, now: () => datasetEnd, deviceId: 'bench' });
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await app.call(name, input);
    if (!result.ok) throw new Error(result.error.message);
    return result.value as Output<N>;
  };
  let [low, high] = [1, 1000];
  while (high - low > 1) {
    const threshold = (low + high) >> 1;
    await call('criteria.changeDraft', { changes: [{ part: 'limits', limits: { threshold } }] });
    const { count } = await call('criteria.promotions', {});
    if (count > wanted) low = threshold;
    else high = threshold;
  }
  await call('criteria.changeDraft', { changes: [{ part: 'limits', limits: { threshold: low } }] });
  const blocks = monitorEventLoopDelay({ resolution: 1 });
  blocks.enable();
  const began = performance.now();
  const { promoted } = await call('criteria.publish', { jobId: 'bench', reason: 'Measured' });
  const took = performance.now() - began;
  blocks.disable();
  const changes = app.reader.all<Record<string, string | number | null>>(
    'SELECT c.* FROM stage_change c JOIN receipt r ON r.stage_change_id = c.id',
  );
  const receipts = app.reader.all<Record<string, string | null>>('SELECT * FROM receipt');
  app.close();

  const bare = new Database(await bigFile(mkdtempSync(join(folder, 'bare-'))));
  bare.pragma('journal_mode = WAL');
  const inserts = { stage_change: changes, receipt: receipts };
  const bareBegan = performance.now();
  bare.transaction(() => {
    for (const [table, rows] of Object.entries(inserts)) {
      const columns = Object.keys(rows[0] ?? {});
      const insert = bare.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of rows) insert.run(...Object.values(row));
    }
  })();
  const bareTook = performance.now() - bareBegan;
  bare.close();
  yield figure(`publish-5k`, took, promoted, { base: bareTook });
  yield figure('publish-5k-longest-block', blocks.max / 1e6, promoted, { limitMs: 50 });
}

/** `step`: the replay alone (ms, p95), against which the redraw is held. */
export async function* inTheWorkspace(step: number): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  yield* redraw(await bigFile(folder), step);
  rmSync(folder, { recursive: true, force: true });
  const other = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  yield* publishing(other);
  rmSync(other, { recursive: true, force: true });
}
