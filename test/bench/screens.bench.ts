// The screens at 100,000 leads and 1,000,000 activities, in real Electron: opening, scrolling, dragging, typing, memory. What
// scales is compared with the same screen with 100 leads, in the same minute.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../build/paths.ts';
import { readMigrations } from '../../electron/db/file/migrate.ts';
import { openDatabase } from '../../electron/db/file/open.ts';
import { launchRipen } from '../e2e/support/launch.ts';
import type { Ripen } from '../e2e/support/ripen.ts';
import { bareSearch } from './bare-search.ts';
import { bigFile } from './big-file.ts';
import { logs, moves } from './core.bench.ts';
import { datasetEnd } from './dataset.ts';
import { type Figure, figure, measure, timesOf } from './figure.ts';
import { untilPainted } from './in-electron.ts';

const now = new Date(datasetEnd).toISOString();
const frame = 1000 / 60;
const rounds = 12;

/** The key that opens a screen, from where, and what is there once it has been drawn. */
export const screens = [
  { name: 'open-board', from: 'today', key: 'Control+2', drawn: '[data-list="lead"] [data-card]' },
  { name: 'open-leads', from: 'today', key: 'Control+3', drawn: '[role=grid] [role=row] [role=gridcell]' },
  { name: 'open-today', from: 'criteria', key: 'Control+1', drawn: '[data-row]' },
  { name: 'open-lead', from: 'board', key: 'Enter', drawn: 'aside table' },
] as const;

type Bridge = { ripen: { call: (name: string, input: unknown) => Promise<{ value: { rows: { id: string }[] } }> } };
export const call = (page: Page, name: string, input: unknown) =>
  page.evaluate(([n, i]) => (window as unknown as Bridge).ripen.call(n, i), [name, input] as const);

export const goTo = (page: Page, path: string) =>
  page.evaluate(index => {
    location.hash = index;
  }, path);

/** Ms from the key to the painted screen, each time after something has changed, so that nothing is shown from memory. */
export async function opens({ page }: Ripen, screen: (typeof screens)[number], rounds: number): Promise<number[]> {
  const { value } = await call(page, 'leads.list', { limit: 20, stages: ['lead'] });
  const times: number[] = [];
  for (let round = 0; round < rounds + 2; round++) {
    await goTo(page, `/${screen.from}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (screen.name === 'open-lead') {
      await page.locator('[data-list="lead"] [data-card]').first().waitFor();
      await page.locator('[data-list="lead"]').focus();
      await page.keyboard.press('Home');
    }
    const id = value.rows[round % value.rows.length]?.id ?? '';
    await call(page, 'leads.setNextStep', { id, nextStep: `Call ${round}`, nextStepOn: null });
    await page.waitForTimeout(400);
    times.push(await untilPainted(page, screen.key, screen.drawn, ''));
    if (screen.name === 'open-lead') {
      await page.keyboard.press('Escape');
      await page.locator('aside table').waitFor({ state: 'detached' });
    }
  }
  return times.slice(2);
}

/** Percent of frames that came late while `work` ran: a frame was missed when the next came after one and a half. */
async function lateFrames(page: Page, work: () => Promise<void>): Promise<{ late: number; n: number }> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    let on = true;
    const look = (at: number) => {
      frames.push(at - last);
      last = at;
      if (on) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, {
      endFrames: () => {
        on = false;
        return frames.slice(1);
      },
    });
  });
  await work();
  const frames = await page.evaluate(() => (window as unknown as { endFrames: () => number[] }).endFrames());
  return {
    late: (100 * frames.filter(ms => ms > 1.5 * (1000 / 60)).length) / Math.max(1, frames.length),
    n: frames.length,
  };
}

/** Rolls the wheel over an element, some notches a second, as one looks for somebody in a long list. */
async function roll(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`There is no ${selector} to scroll.`);
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(200, box.height / 2));
  for (let notch = 0; notch < 90; notch++) {
    await page.mouse.wheel(0, notch % 30 === 29 ? 6000 : 240);
    await page.waitForTimeout(30);
  }
}

async function dragAbout(page: Page): Promise<void> {
  const box = await page.locator('[data-list="lead"] [data-card]').first().boundingBox();
  if (!box) throw new Error('There is no card to drag.');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(200 + ((step * 17) % 900), 300 + ((step * 7) % 300));
    await page.waitForTimeout(16);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

/** Ms from each key to the frame in which the count beside the title is another one. */
export async function typing(page: Page, text: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const word of text) {
    await page.getByRole('textbox', { name: 'Search the board' }).fill('');
    await page.waitForTimeout(500);
    await page.getByRole('textbox', { name: 'Search the board' }).focus();
    for (const letter of word) {
      await page.evaluate(() => {
        const count = () => document.querySelector('header')?.textContent ?? '';
        (window as unknown as { measured: Promise<number | null> }).measured = new Promise(resolve => {
          const onKey = () => {
            const began = performance.now();
            const before = count();
            const look = () => {
              if (count() !== before) requestAnimationFrame(() => resolve(performance.now() - began));
              else if (performance.now() - began > 1500) resolve(null);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          };
          addEventListener('keydown', onKey, { capture: true, once: true });
        });
      });
      await page.keyboard.press(letter);
      const ms = await page.evaluate(() => (window as unknown as { measured: Promise<number | null> }).measured);
      // A letter that changes nothing has no moment at which it is done.
      if (ms !== null) times.push(ms);
    }
  }
  return times;
}

async function opening(file: string): Promise<Map<string, number>> {
  const ripen = await launchRipen({ now, workspace: file });
  const found = new Map<string, number>();
  try {
    await call(ripen.page, 'today.get', {});
    for (const screen of screens) found.set(screen.name, timesOf(await opens(ripen, screen, rounds)).p95);
  } finally {
    await ripen.close();
  }
  return found;
}

export function bareTimes(file: string): { p95: number; commit: number } {
  const database = openDatabase({ file, migrations: readMigrations(join(ROOT, 'migrations')) });
  const text = ['mar', 'mara', 'nov', 'nova', 'novak', 'qui', 'quis', 'quist'];
  const bare = bareSearch(database.writer);
  const search = measure(40, step => bare(`"${text[step % text.length]}"`));
  const commit = measure(40, step =>
    database.connection.transaction(() =>
      database.writer.run("INSERT INTO step (id, label, at, device_id) VALUES (?, 'bench', 0, 'bench')", [`b${step}`]),
    )(),
  );
  database.close();
  return { p95: search.p95, commit: commit.p95 };
}

export async function* run(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  const small = await bigFile(mkdtempSync(join(folder, 'small-')), 100);
  const big = await bigFile(mkdtempSync(join(folder, 'big-')));
  const bare = bareTimes(big);
  const few = await opening(small);
  const many = await opening(big);
  for (const { name } of screens) {
    yield figure(`${name}-p95`, many.get(name) ?? Number.NaN, rounds, { base: few.get(name) ?? null, limit: 1.5 });
  }
  const ripen = await launchRipen({ now, workspace: big });
  const { page } = ripen;
  await goTo(page, '/board');
  await page.locator('[data-list="lead"] [data-card]').first().waitFor();
  // Percent of late frames, in the place of milliseconds: a line has no other.
  const board = await lateFrames(page, () => roll(page, '[data-list="lead"]'));
  yield figure('scroll-board-late-percent', board.late, board.n, { limitMs: 2 });
  await page.locator('[data-list="lead"]').evaluate(list => list.scrollTo({ top: 0 }));
  await page.waitForTimeout(500);
  const drag = await lateFrames(page, () => dragAbout(page));
  yield figure('drag-card-late-percent', drag.late, drag.n, { limitMs: 2 });
  const typed = timesOf(await typing(page, ['mara', 'novak', 'quist']));
  yield figure('search-per-key-p95', typed.p95, typed.n, { base: bare.p95 + frame, limit: 3 });
  await page.getByRole('textbox', { name: 'Search the board' }).fill('');
  await goTo(page, '/leads');
  await page.locator('[role=grid] [role=row]').nth(5).waitFor();
  const table = await lateFrames(page, () => roll(page, '[role=grid]'));
  yield figure('scroll-table-late-percent', table.late, table.n, { limitMs: 2 });
  const { value } = await call(page, 'leads.list', { limit: 20, stages: ['customer'] });
  const logged = timesOf(
    await logs(
      ripen,
      value.rows.map(row => row.id),
    ),
  );
  yield figure('log-activity-p95', logged.p95, logged.n, { base: bare.commit + frame });
  const moved = timesOf(await moves(ripen, 15));
  yield figure('move-card-p95', moved.p95, moved.n, { base: bare.commit + frame });
  yield* memory(ripen);
  await ripen.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Megabytes, in the place of milliseconds, before and after going round the screens for a while. */
async function* memory({ page, electronApp }: Ripen): AsyncIterable<Figure> {
  const weigh = () =>
    electronApp.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, memory: used }) => ({ type, mb: Math.round(used.workingSetSize / 1024) })),
    );
  const before = new Map((await weigh()).map(({ type, mb }) => [type, mb]));
  for (let round = 0; round < 20; round++) {
    for (const index of ['/today', '/board', '/leads', '/review', '/criteria']) {
      await goTo(page, index);
      await page.waitForTimeout(300);
    }
  }
  const aims: Readonly<Record<string, number>> = { Browser: 300, Tab: 350 };
  for (const { type, mb } of await weigh()) {
    yield figure(`memory-mb-${type.toLowerCase()}`, mb, 100, {
      base: before.get(type) ?? null,
      limitMs: aims[type] ?? null,
    });
  }
}
