// Import in real Electron, on real files: chosen and dropped, understood, tried out, done, taken back; and its parser killed.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../electron/open-workspace.ts';
import { writeContacts } from '../bench/import-files.ts';
import { migrationsFolder } from '../support/workspace.ts';
import { axeFindings } from './support/axe.ts';
import { aUserData } from './support/launch.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

const now = '2026-06-03T09:00:00Z';
let folder: string;
let ripen: Ripen;

beforeEach(async () => {
  folder = await aUserData();
  const file = join(folder, 'mine.ripen');
  createWorkspace({ file, migrationsFolder, now: () => Date.parse(now), deviceId: 'test' }, { timeZone: 'UTC' });
  ripen = await openShared({ now, workspace: file });
});

const contacts = [
  'First name;Last name;E-mail;Company;Lead source;Lead status;Shoe size',
  'Ada;Holm;ada@mill.example;Mill & Sons;Trade show;New;38',
  'Bo;Lind;bo@quay.example;Quay Ltd;Website;Customer;44',
  'Cy;Marsh;cy@fern.example;Fern GmbH;Referral;New;41',
  ';;;;;;40',
];

async function aFile(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

/** Answers the system's dialogs, which nobody can see here, with a path. */
const answerDialogs = (path: string) =>
  ripen.electronApp.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);

/** Drops real files on the middle of the window, as a file manager would. */
async function drop(files: readonly string[]): Promise<void> {
  const session = await ripen.page.context().newCDPSession(ripen.page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}

const leadCount = () =>
  ripen.page.evaluate(async () => {
    const result = await window.ripen.call('leads.list', {});
    return result.ok ? (result.value as { total: number }).total : -1;
  });
const button = (name: string | RegExp) => ripen.page.getByRole('button', { name });

async function openImport(): Promise<void> {
  await ripen.page.keyboard.press('Control+4');
  await ripen.page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
}

describe('2. Import a CSV: choose or drop a file, see a preview, map columns (guessed), counts of new and existing, import with progress, undo the import', () => {
  it('by keyboard alone, with somebody who is here already', async () => {
    const { page } = ripen;
    await page.evaluate(() =>
      window.ripen.call('leads.create', { attributes: { firstName: 'Ada', email: 'ADA@mill.example' } }),
    );
    await answerDialogs(await aFile('contacts.csv', contacts));
    await openImport();
    await button('Choose file').focus();
    await page.keyboard.press('Enter');

    await page.getByText('7 of 7 columns recognized').waitFor();
    const becomes = (column: string) => page.getByRole('combobox', { name: `Map ${column} to` }).inputValue();
    await expect.poll(() => becomes('E-mail')).toBe('E-mail');
    await expect.poll(() => becomes('Lead status')).toBe('Stage');
    await expect.poll(() => leadCount()).toBe(1);

    await button('Preview import').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Nothing has been saved yet').waitFor();
    await page.getByText('Bo Lind, Cy Marsh').waitFor();
    await page.getByText('One row cannot be imported').waitFor();
    await expect.poll(() => leadCount()).toBe(1);

    await button('Import 3').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByText('File imported.').waitFor();
    await expect.poll(() => leadCount()).toBe(3);

    const refused = join(folder, 'refused.csv');
    await answerDialogs(refused);
    await button('Save rejected rows').click();
    await page.getByText('1 row saved').waitFor();
    expect(await readFile(refused, 'utf8')).toContain('40,5,"This row has no name, company, e-mail, phone or ID');

    await button('Undo import').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Import undone: 2 removed, 1 restored.').waitFor();
    await expect.poll(() => leadCount()).toBe(1);
    await page.getByRole('row', { name: /contacts\.csv.*undone/ }).waitFor();
    expect(ripen.troubles).toEqual([]);
  });

  it('dropped on another screen, two files one after the other, by clicks alone, and undone by Ctrl+Z', async () => {
    const { page } = ripen;
    const second = ['First name,E-mail', 'Dora,dora@dock.example'];
    await drop([await aFile('contacts.csv', contacts), await aFile('more.csv', second)]);
    for (const count of [3, 1]) {
      await button('Preview import').click();
      await button(`Import ${count}`).click();
      await page.getByRole('main').getByText('File imported.').waitFor();
      if (count === 3) await button('Continue with more.csv').click();
    }
    await expect.poll(() => leadCount()).toBe(4);
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: import more.csv').waitFor();
    await expect.poll(() => leadCount()).toBe(3);
  });

  it('asks what the file does not decide, and only that', async () => {
    const { page } = ripen;
    await drop([
      await aFile('dates.csv', ['Name,E-mail,Create Date,Budget', 'Ada Holm,ada@mill.example,03/04/2026,CHF 900']),
    ]);
    await page.getByText('one question is open').waitFor();
    await page.getByText('Amounts in this file are in CHF; this workspace uses').waitFor();
    await page.getByText('Mar 4').click();
    await button('Preview import').click();
    // Money in another currency is asked, never done.
    await expect.poll(() => button('Import 1').isDisabled()).toBe(true);
    await page.getByLabel('This is right').check();
    await button('Import 1').click();
    await page.getByRole('main').getByText('File imported.').waitFor();
    const created = await page.evaluate(async () => {
      const list = await window.ripen.call('leads.list', {});
      const id = list.ok ? (list.value as { rows: { id: string }[] }).rows[0]?.id : '';
      const lead = await window.ripen.call('leads.get', { id });
      return lead.ok ? (lead.value as { lead: { createdAt: number } }).lead.createdAt : 0;
    });
    expect(new Date(created).toISOString().slice(0, 10)).toBe('2026-03-04');
  });
});

describe('the parser', () => {
  it('is a process of its own: killed in the middle, it leaves the app alive, nothing written, and a sentence', async () => {
    const { page, electronApp } = ripen;
    const path = join(folder, 'long.csv');
    writeContacts(path, 60_000);
    await drop([path]);
    await button('Preview import').waitFor({ timeout: 300_000 });
    await button('Preview import').click();
    await button('Stop').waitFor();
    const killed = await electronApp.evaluate(({ app }) => {
      const parser = app.getAppMetrics().find(({ name }) => name === 'Ripen import');
      if (parser) process.kill(parser.pid, 'SIGKILL');
      return parser !== undefined;
    });
    expect(killed).toBe(true);
    await page.getByRole('alert').filter({ hasText: 'Nothing was imported.' }).waitFor();
    await expect.poll(() => leadCount()).toBe(0);
    // And the next file is read by a new one.
    await page.getByRole('button', { name: '1 Choose' }).click();
    await drop([await aFile('contacts.csv', contacts)]);
    await page.getByText('7 of 7 columns recognized').waitFor();
  });

  it('is stopped in the middle, leaving nothing', async () => {
    const { page } = ripen;
    const path = join(folder, 'long.csv');
    writeContacts(path, 60_000);
    await drop([path]);
    await button('Preview import').click({ timeout: 300_000 });
    await button('Stop').waitFor();
    await button('Stop').click();
    await page.getByRole('alert').filter({ hasText: 'Nothing was changed.' }).waitFor();
    await expect.poll(() => leadCount()).toBe(0);
  });
});

describe('axe', () => {
  it('finds nothing on any step', async () => {
    const { page } = ripen;
    await openImport();
    expect(await axeFindings(page)).toEqual([]);
    await drop([await aFile('contacts.csv', contacts)]);
    await button('Preview import').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button('Preview import').click();
    await button('Import 3').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button('Import 3').click();
    await page.getByRole('main').getByText('File imported.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
