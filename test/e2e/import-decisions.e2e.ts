// What an owner decides about an import, by keyboard, in real Electron: who is who, what columns become, and coming back later.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../electron/open-workspace.ts';
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

const button = (name: string | RegExp) => ripen.page.getByRole('button', { name, exact: true });
const count = async () => {
  const list = await ripen.page.evaluate(() => window.ripen.call('leads.list', {}));
  return list.ok ? (list.value as { total: number }).total : -1;
};

/** Chooses a file as the system's dialog would. */
async function choose(name: string, lines: readonly string[], through = 'Choose file'): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  await ripen.electronApp.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  const { page } = ripen;
  await page.getByRole('button', { name: through }).focus();
  await page.keyboard.press('Enter');
  await button('Preview import').waitFor();
}
async function openImport() {
  await ripen.page.keyboard.press('Control+4');
  await ripen.page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
}
async function press(name: string | RegExp) {
  await button(name).focus();
  await ripen.page.keyboard.press('Enter');
}

/** Thirty people with a phone that somebody else has here, ten with an address like one that is here. */
const uncertain = [
  'First name;Last name;E-mail;Phone;City',
  ...Array.from({ length: 30 }, (_, i) => `Guest${i};Fox${i};guest${i}@fox.example;+49 30 1234567;Graz`),
  ...Array.from({ length: 10 }, (_, i) => `Tag${i};Holm${i};ann+${i}@acme.example;;Linz`),
];

describe('who is who', () => {
  it('is decided by single keys, one a row, with a way back and one answer for all alike', async () => {
    const { page } = ripen;
    const ann = { firstName: 'Ann', lastName: 'Lee', email: 'ann@acme.example', phone: '+49 30 1234567' };
    await page.evaluate(attributes => window.ripen.call('leads.create', { attributes }), ann);
    await openImport();
    await choose('bulkLog.csv', uncertain);
    await press('Preview import');
    await page.getByText('40 rows may be existing leads.').waitFor();
    await press('Review one by one');
    const card = page.getByRole('region', { name: 'Who is this?' });
    await card.getByText('Same phone, but a different name.').waitFor();
    await card.getByText('Line 2 of the file').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    for (let i = 0; i < 10; i++) await page.keyboard.press(i % 2 === 0 ? 'n' : 'l');
    await page.getByText('10 of 40').waitFor();
    await page.keyboard.press('u');
    await page.getByText('9 of 40').waitFor();
    await page.keyboard.press('s');
    // All others with the same phone are new; then the ten that are left, as suggested, one by one.
    await page.keyboard.press('Shift+N');
    await page.getByText('30 of 40').waitFor();
    await card.getByText('Similar e-mail, may be a different person.').waitFor();
    for (let i = 0; i < 9; i++) await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await page.getByText('40 of 40').waitFor();
    await page.keyboard.press('ArrowUp');
    await card.getByText('Tag8 Holm8').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await press('Update preview');
    await page.getByText('Nothing has been saved yet').waitFor();
    await expect.poll(() => page.getByText('may be existing leads').count()).toBe(0);
    await press('Import 39');
    await page.getByRole('main').getByText('File imported.').waitFor();
    // One answer for all alike includes those decided before it: thirty guests, nine with a tag, and Ann.
    await expect.poll(() => count()).toBe(40);
    expect(ripen.troubles).toEqual([]);
  });
});

const crowd = [
  'Name;Mail;Place;Contract end;Heard from;What happened;Day',
  'Ada Holm;ada@mill.example;Graz, Austria;31.12.2026;Fair;Sauna evening;03.05.2026',
  'Bo Lind;bo@quay.example;Linz, Austria;30.06.2027;Website;Demo;04.05.2026',
  'Cy Marsh;cy@fern.example;Wien, Austria;01.01.2027;Fair;Sauna evening;13.05.2026',
];

describe('what columns become', () => {
  it('is searched, divided, made a field of the owner’s own; holds for every row; is remembered, shown and used again', async () => {
    const { page } = ripen;
    const becomes = (name: string) => page.getByRole('combobox', { name, exact: true });
    await openImport();
    await choose('crowd.csv', crowd);

    // A column is cut in two.
    await press('More options for Place');
    await page.getByRole('menuitem', { name: 'Split at comma' }).press('Enter');
    await expect.poll(() => becomes('Map Place, part 1, to').inputValue()).toBe('City');
    await expect.poll(() => becomes('Map Place, part 2, to').inputValue()).toBe('Country');
    // A target is found by typing part of its name.
    const heard = becomes('Map Heard from to');
    await heard.focus();
    await page.keyboard.type('chann');
    await page.keyboard.press('Enter');
    await expect.poll(() => heard.inputValue()).toBe('Channel');
    // What nobody has a field for becomes one of the owner's own.
    await press('More options for Contract end');
    await page.getByRole('menuitem', { name: 'Create custom field' }).press('Enter');
    await expect.poll(() => becomes('Map Contract end to').inputValue()).toBe('New custom field “Contract end”');
    // What happened, and when.
    for (const [column, typed] of [
      ['What happened', 'activity type'],
      ['Day', 'activity date'],
    ] as const) {
      await becomes(`Map ${column} to`).focus();
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('combobox', { name: 'Each row is' }).focus();
    await page.keyboard.type('what they did');
    await page.keyboard.press('Enter');
    await press('Create a new type');
    // The same value for every row.
    await press('Same value for every row');
    await page.getByRole('menuitem', { name: 'Tags' }).press('Enter');
    await page.getByLabel('Tags', { exact: true }).fill('Spring');
    await page.keyboard.press('Enter');
    expect(await axeFindings(page)).toEqual([]);

    // Leaving the screen and coming back loses nothing.
    await page.keyboard.press('Control+3');
    await page.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
    await openImport();
    await expect.poll(() => heard.inputValue()).toBe('Channel');

    await press('Preview import');
    await press('Import 3');
    await page.getByRole('main').getByText('File imported.').waitFor();
    const tags = await page.evaluate(() => window.ripen.call('tags.list', {}));
    expect(tags.ok && tags.value).toMatchObject([{ label: 'Spring', used: 3 }]);

    // The history knows how it was understood; another file like it needs no answer.
    await press('Import another file');
    await press('Mapping of crowd.csv');
    await page.getByText('Place, part 2').waitFor();
    const [header = '', first = ''] = crowd;
    await choose(
      'other.csv',
      [header.replace('Mail', 'Address'), first.replaceAll('ada@', 'eve@')],
      'Import another file like this',
    );
    await page.getByText('You imported a file like this before').waitFor();
    await expect.poll(() => becomes('Map Place, part 2, to').inputValue()).toBe('Country');
    expect(ripen.troubles).toEqual([]);
  });
});

describe('several files', () => {
  it('chosen at once are imported one after the other the same way; one with other headers is asked about', async () => {
    const { page } = ripen;
    await openImport();
    const names = ['one.csv', 'two.csv', 'three.csv', 'other.csv'];
    const paths = names.map(name => join(folder, name));
    for (const [i, path] of paths.entries()) {
      const header = i === 3 ? 'Company;Phone' : 'Name;Mail;Shoe size';
      await writeFile(
        path,
        `${header}\n${i === 3 ? 'Quay;+49 30 1' : `Guest${i} Fox${i};guest${i}@fox.example;4${i}`}`,
      );
    }
    await ripen.electronApp.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: chosen });
    }, paths);
    await press('Choose file');
    await page
      .getByRole('combobox', { name: 'Map Shoe size to' })
      .or(page.getByText('One column is skipped'))
      .first()
      .waitFor();
    await press('Preview import');
    await press('Import 1');
    await press('Import the other 3 the same way');
    await page.getByRole('combobox', { name: 'Map Company to' }).waitFor();
    await expect.poll(() => count()).toBe(3);
    expect(ripen.troubles).toEqual([]);
  });
});
