// Formats of spreadsheets in real Electron: an old workbook and an OpenDocument sheet come in; what cannot be read is named.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorkspace } from '../../electron/open-workspace.ts';
import { writeXls } from '../support/old-workbook.ts';
import { migrationsFolder } from '../support/workspace.ts';
import { chooseFile } from './support/files.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import type { Ripen } from './support/ripen.ts';

const now = '2026-06-03T09:00:00Z';
let folder: string;
let ripen: Ripen;

beforeEach(async () => {
  folder = await aUserData();
  const file = join(folder, 'mine.ripen');
  createWorkspace(
    { file, migrationsFolder, now: () => Date.parse(now), deviceId: 'test' },
    { timeZone: 'Europe/London' },
  );
  ripen = await launchRipen({ userData: folder, now, workspace: file });
});
afterEach(async () => {
  await ripen.close();
});

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/imports/workbooks/${name}`, import.meta.url));
const leadCount = () =>
  ripen.page.evaluate(async () => {
    const result = await window.ripen.call('leads.list', {});
    return result.ok ? (result.value as { total: number }).total : -1;
  });

async function choose(path: string): Promise<void> {
  await chooseFile(ripen, path);
  await ripen.page.keyboard.press('Control+4');
  await ripen.page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await ripen.page.getByRole('button', { name: 'Choose file' }).click();
}

it.each(['book.xls', 'book.ods'])('%s is imported, from the sheet with the list', async name => {
  const { page } = ripen;
  await choose(fixture(name));
  await page.getByText('Zoë Müller').first().waitFor();
  await page.getByRole('button', { name: 'Preview import' }).click();
  await page.getByRole('button', { name: 'Import 3' }).click();
  await page.getByRole('main').getByText('File imported.').waitFor();
  expect(await leadCount()).toBe(3);
  expect(ripen.troubles).toEqual([]);
});

it('a workbook with a password and a calendar are named, with what to do; nothing is written', async () => {
  const { page } = ripen;
  const locked = join(folder, 'customers.xls');
  await writeFile(locked, writeXls({ password: true, sheets: [{ name: 'One', rows: [['Name']] }] }));
  await choose(locked);
  await page.getByText('This workbook has a password. Open it in Excel').waitFor();
  const calendar = join(folder, 'contacts.csv');
  await writeFile(calendar, 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n');
  await choose(calendar);
  await page.getByText('This is a calendar (.ics)').waitFor();
  expect(await leadCount()).toBe(0);
});
