// Exports from the review, in real Electron: charts and their tables, the PDF, the calendar file, the minutes.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Output } from '../../shared/contract.ts';
import { questionOf } from '../support/export-of-workspace.ts';
import { spanOf } from '../support/independent-dates.ts';
import { figuresBy, wilsonBySearch } from '../support/independent-figures.ts';
import { axeFindings } from './support/axe.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import { pdfInfo } from './support/pdf.ts';
import type { Ripen } from './support/ripen.ts';

/** Monday morning: the meeting about the week from 22 or 23 February. */
const now = '2026-03-02T08:30:00Z';
let ripen: Ripen;
let page: Page;
let folder: string;
let figures: Output<'review.get'>['figures'];

const call = <T>(name: string, input: unknown): Promise<T> =>
  page.evaluate(
    async ([request, given]) => {
      const result = (await window.ripen.call(request as string, given)) as { ok: boolean; value: unknown };
      if (!result.ok) throw new Error(JSON.stringify(result));
      return result.value;
    },
    [name, input] as const,
  ) as Promise<T>;

/** The next question for a place to save is answered with `path`. */
const saveAt = (path: string) =>
  ripen.electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, path);

const toast = () => page.locator('[aria-label="Notifications"] p');

beforeAll(async () => {
  folder = await aUserData();
  ripen = await launchRipen({ now, userData: folder });
  ({ page } = ripen);
  await page.evaluate(() => window.ripen.call('workspaces.openSample', {}));
  await page.locator('#screen-title').waitFor();
  ({ figures } = await call<Output<'review.get'>>('review.get', { kind: 'week', date: '2026-02-23' }));
});
afterAll(async () => {
  await ripen?.close().catch(() => undefined);
});

const rowsOf = async (table: Locator): Promise<string[][]> =>
  table.locator('tbody tr').evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent ?? '')));

/** The tables behind two charts, as they stood on the screen. */
const tables = { rates: [] as string[][], volume: [] as string[][] };

test('every chart has a table one key away, whose numbers open the people', async () => {
  await page.keyboard.press('Control+5');
  await page.getByRole('link', { name: 'Over time' }).click();
  await page.getByRole('figure', { name: /^MQL volume/ }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const rates = page.getByRole('figure', { name: /^MQL to SQL, by/ });
  const volume = page.getByRole('figure', { name: /^MQL volume/ });
  for (const figure of [rates, volume]) {
    await figure.getByRole('img').focus();
    await page.keyboard.press('t');
  }
  tables.rates = await rowsOf(rates.getByRole('table'));
  tables.volume = await rowsOf(volume.getByRole('table'));
  const [first = ''] = tables.volume.map(row => row[1] ?? '').filter(cell => cell !== '0');
  await volume.getByRole('button', { name: first, exact: true }).first().click();
  const panel = page.getByRole('complementary', { name: 'Became MQL' });
  await expect.poll(() => panel.getByRole('listitem').count()).toBe(Number(first));
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('a chart is walked by arrows, saved as a picture, and copied', async () => {
  const spread = page.getByRole('figure', { name: /^Time to conversion/ });
  await spread.getByRole('img').focus();
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(() => page.getByRole('status').allInnerTexts())
    .toContainEqual(expect.stringMatching(/: People \d+/));
  // The arrows stay in the chart: the agenda has not moved on.
  await expect.poll(() => page.getByRole('heading', { level: 2 }).innerText()).toBe('Over time');
  const path = join(folder, 'spread.png');
  await saveAt(path);
  await spread.getByRole('button', { name: 'Save image' }).click();
  await expect.poll(() => toast().innerText()).toBe('Image saved.');
  const png = readFileSync(path);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  // 960 pixels at double sharpness, on white.
  expect(png.readUInt32BE(16)).toBe(1920);
  await spread.getByRole('button', { name: 'Show as table' }).click();
  await spread.getByRole('button', { name: 'Copy table' }).click();
  await expect.poll(() => toast().innerText()).toBe('Table copied.');
  const copied = await ripen.electronApp.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n')[0]).toBe('Days\tPeople');
});

test('the review goes on paper by one key: A4 and Letter, letters inside, white in the dark, a closed week as it was kept', async () => {
  await call('settings.update', { appearance: 'dark', paperSize: 'a4' });
  const sizes: Record<string, readonly [number, number]> = { a4: [596, 843], letter: [612, 792] };
  for (const [paper, date] of [
    ['a4', '2026-02-23'],
    ['letter', '2026-02-16'],
  ] as const) {
    await call('settings.update', { paperSize: paper });
    await page.evaluate(day => {
      location.hash = `/review/week.${day}.figures`;
    }, date);
    const { settings } = await call<Output<'workspace.get'>>('workspace.get', {});
    const [from, to] = spanOf('week', date, settings.firstDayOfWeek);
    await page.locator(`[data-from="${from}"][data-to="${to}"]`).waitFor();
    const path = join(folder, `${paper}.pdf`);
    await saveAt(path);
    await page.keyboard.press('Control+p');
    await expect.poll(() => toast().allInnerTexts()).toEqual(['Review saved as PDF.']);
    await page.locator('[aria-label="Notifications"] button').last().click();
    await toast().waitFor({ state: 'detached' });
    const attributes = await pdfInfo(path);
    expect(attributes).toMatchObject({ fontsOutside: 0, tagged: true });
    expect(attributes.fonts).toBeGreaterThan(0);
    expect(attributes.pages).toBeGreaterThanOrEqual(3);
    expect(attributes.pages).toBeLessThanOrEqual(8);
    expect(attributes.pictures).toBeGreaterThanOrEqual(4);
    const [width, height] = sizes[paper] ?? [0, 0];
    expect(Math.abs(attributes.size[0] - width)).toBeLessThanOrEqual(1);
    expect(Math.abs(attributes.size[1] - height)).toBeLessThanOrEqual(1);
  }
  // The window that drew it is gone again.
  await expect
    .poll(() => ripen.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1);
  expect(ripen.troubles).toEqual([]);
});

test('Today, the board, the leads and a lead go on paper by the same key', async () => {
  const { rows } = await call<Output<'leads.list'>>('leads.list', { search: '', limit: 1 });
  for (const [path, title, said] of [
    ['/today', 'Today', 'Call list'],
    ['/board', 'Board', 'Board'],
    ['/leads', 'Leads', 'Leads'],
    [`/lead/${rows[0]?.id}`, rows[0]?.name ?? '', 'Lead'],
  ] as const) {
    await page.evaluate(hash => {
      location.hash = hash;
    }, path);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await page.locator('[data-row], [data-card], [role=gridcell], article').first().waitFor();
    const file = join(folder, `${said}.pdf`);
    await saveAt(file);
    await page.keyboard.press('Control+p');
    await expect.poll(() => toast().allInnerTexts()).toEqual([`${said} saved as PDF.`]);
    await page.locator('[aria-label="Notifications"] button').last().click();
    const attributes = await pdfInfo(file);
    expect(attributes, said).toMatchObject({ fontsOutside: 0, tagged: true });
    expect(attributes.pages, said).toBeGreaterThan(0);
  }
  await page.keyboard.press('Control+5');
  await page.locator(`[data-from]`).waitFor();
  expect(ripen.troubles).toEqual([]);
});

test('a folder that is gone is one sentence, and no half file', async () => {
  await saveAt(join(folder, 'gone', 'review.pdf'));
  await page.keyboard.press('Control+p');
  await expect.poll(() => toast().innerText()).toContain('does not exist');
  await page.locator('[aria-label="Notifications"] button').last().click();
});

test('the minutes are copied by one key, and stand in an e-mail', async () => {
  await page.evaluate(() => {
    location.hash = '/review/week.2026-02-23.figures';
  });
  await page.keyboard.press('Control+Shift+c');
  await expect.poll(() => toast().innerText()).toBe('Minutes copied.');
  const text = await ripen.electronApp.evaluate(({ clipboard }) => clipboard.readText());
  const volume = figures.figures.find(({ id }) => id === 'mql-volume')?.value;
  expect(text).toContain(`- MQL volume: ${volume} (`);
  expect(text).toContain('COMMITMENTS');
  for (const { row } of await call<Output<'review.mqls'>>('review.mqls', { kind: 'week', date: '2026-02-23' })) {
    expect(text).toContain(row.name);
  }
  await ripen.electronApp.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: [] });
    shell.openExternal = async url => void (globalThis as unknown as { opened: string[] }).opened.push(url);
  });
  await page.getByRole('button', { name: 'E-mail' }).click();
  const opened = () => ripen.electronApp.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(async () => (await opened()).length).toBe(1);
  const mail = new URL((await opened())[0] ?? '');
  expect(mail.protocol).toBe('mailto:');
  expect(mail.searchParams.get('subject')).toContain('review of Week 9 of 2026');
});

test('the weekly meeting goes into a calendar: day, time and length in place, remembered', async () => {
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('menuitem', { name: 'Add meeting to calendar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Weekly meeting' });
  await dialog.getByRole('combobox', { name: 'Day' }).fill('Thursday');
  await page.getByRole('option', { name: 'Thursday' }).click();
  await dialog.getByLabel('Time').fill('10:15');
  await dialog.getByText('45 min').click();
  expect(await axeFindings(page)).toEqual([]);
  const path = join(folder, 'meeting.ics');
  await saveAt(path);
  await dialog.getByRole('button', { name: 'Save calendar file' }).click();
  await dialog.waitFor({ state: 'detached' });
  const lines = readFileSync(path, 'utf8').split('\r\n');
  const { settings } = await call<Output<'workspace.get'>>('workspace.get', {});
  expect(settings.meetingTime).toMatchObject({ weekday: 4, time: '10:15', minutes: 45 });
  expect(lines).toContain(`DTSTART;TZID=${settings.timeZone}:20260305T101500`);
  expect(lines).toContain('RRULE:FREQ=WEEKLY;BYDAY=TH');
  expect(lines).toContain('DURATION:PT45M');
  expect(lines).toContain(`UID:${settings.meetingTime?.uid}`);
  await call('settings.update', { appearance: 'system' });
  rmSync(path);
});

test('behind a cost stand its bills and its people', async () => {
  await page.evaluate(() => {
    location.hash = '/review/month.2026-02-01.channels';
  });
  const month = await call<Output<'review.get'>>('review.get', { kind: 'month', date: '2026-02-01' });
  const table = month.figures.tables.find(({ by }) => by === 'channel');
  const at = table?.columns.findIndex(({ figureId }) => figureId === 'cost-per-mql') ?? -1;
  const row = table?.rows.find(({ cells }) => cells[at]?.value != null);
  const shown = page.getByRole('row', { name: new RegExp(`^${row?.label}`) });
  await shown.locator('td').nth(at).getByRole('button').click();
  const panel = page.getByRole('complementary', { name: new RegExp(`${row?.label}: Cost per MQL`) });
  const entries = await call<Output<'review.spend'>>('review.spend', {
    kind: 'month',
    date: '2026-02-01',
    only: { by: 'channel', id: row?.id },
  });
  await expect
    .poll(() => panel.getByRole('region', { name: 'Spend' }).getByRole('listitem').count())
    .toBe(entries.entries.length);
  await expect.poll(() => panel.getByRole('button').count()).toBe((row?.cells[at]?.n ?? 0) + 1);
  expect(entries.amount).toBe((row?.cells[at]?.value ?? 0) * (row?.cells[at]?.n ?? 0));
  expect(await axeFindings(page)).toEqual([]);
});

test('the tables of the charts say what an independent computation says', async () => {
  const { file } = await call<Output<'workspace.get'>>('workspace.get', {});
  await ripen.close();
  const question = questionOf(file, Date.parse(now));
  const points = figures.figures.find(({ id }) => id === 'mql-volume')?.series ?? [];
  expect(points.length).toBeGreaterThan(8);
  expect([tables.rates.length, tables.volume.length]).toEqual([points.length, points.length]);
  const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;
  let young = 0;
  points.forEach(({ from, to }, at) => {
    const customValues = figuresBy(question, from, to, null);
    const { value, n, numerator = 0 } = customValues['mql-to-sql-cohort'] ?? { value: null, n: 0 };
    const { low, high } = wilsonBySearch(numerator, n);
    const share = value === null ? '–' : `${percent(value)} (${percent(low)} to ${percent(high)})`;
    expect(tables.volume[at]?.[1], from).toBe(String(customValues['mql-volume']?.value));
    expect(tables.rates[at]?.slice(1, 3), from).toEqual([share, `${numerator} of ${n}`]);
    young += tables.rates[at]?.[3]?.includes('too recent') ? 1 : 0;
  });
  expect(young).toBeGreaterThan(0);
});
