// The five that a person feels, at 100,000 leads and 1,000,000 activities, in under a minute: search, log, move, open the board,
// what if.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchRipen } from '../e2e/support/launch.ts';
import type { Ripen } from '../e2e/support/ripen.ts';
import { bigFile } from './big-file.ts';
import { logs, moves } from './core.bench.ts';
import { datasetEnd } from './dataset.ts';
import { type Figure, figure, timesOf } from './figure.ts';
import { bareTimes, call, goTo, opens, screens, typing } from './screens.bench.ts';
import { redraws } from './what-if.ts';

const now = new Date(datasetEnd).toISOString();
const frame = 1000 / 60;
const [board] = screens;

async function openBoard(ripen: Ripen): Promise<number[]> {
  await call(ripen.page, 'today.get', {});
  return opens(ripen, board, 6);
}

async function onlyTheBoard(workspace: string): Promise<number> {
  const ripen = await launchRipen({ now, workspace });
  try {
    return timesOf(await openBoard(ripen)).p95;
  } finally {
    await ripen.close();
  }
}

export async function* run(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  const few = await onlyTheBoard(await bigFile(mkdtempSync(join(folder, 'small-')), 100));
  const file = await bigFile(mkdtempSync(join(folder, 'big-')));
  const bare = bareTimes(file);
  const ripen = await launchRipen({ now, workspace: file });
  const { page } = ripen;
  const opened = timesOf(await openBoard(ripen));
  yield figure('watch-open-board-p95', opened.p95, opened.n, { base: few, limit: 1.3 });
  await goTo(page, '/board');
  await page.locator('[data-list="lead"] [data-card]').first().waitFor();
  const typed = timesOf(await typing(page, ['mara', 'novak']));
  yield figure('watch-search-p95', typed.p95, typed.n, { base: bare.p95 + frame, limit: 3 });
  await page.getByRole('textbox', { name: 'Search the board' }).fill('');
  const moved = timesOf(await moves(ripen, 8));
  yield figure('watch-move-p95', moved.p95, moved.n, { base: bare.commit + frame });
  const { value } = await call(page, 'leads.list', { limit: 8, stages: ['customer'] });
  const ids = value.rows.map(({ id }) => id);
  const logged = timesOf(await logs(ripen, ids));
  yield figure('watch-log-p95', logged.p95, logged.n, { base: bare.commit + frame });
  const redrawn = timesOf(await redraws(ripen, 25));
  yield figure('watch-what-if-p95', redrawn.p95, redrawn.n, { limitMs: 33 });
  await ripen.close();
  rmSync(folder, { recursive: true, force: true });
}
