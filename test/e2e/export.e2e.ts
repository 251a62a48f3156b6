// Data out of Ripen, in real Electron and by keyboard: every kind of file, for other programs, some leads only, and a folder that refuses.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';

let folder: string;
let ripen: Ripen;
beforeAll(async () => {
  folder = await aUserData();
  const workspace = await aFileWith(async ({ call }) => {
    for (const firstName of ['Ada', 'Bo', 'Cy']) {
      const email = `${firstName.toLowerCase()}@mill.example`;
      const { id } = await call('leads.create', {
        attributes: { firstName, lastName: '=Holm', email, phone: '+49 30 1234567' },
      });
      await call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
    }
  });
  ripen = await launchRipen({ workspace, now: today });
  await ripen.page.getByRole('navigation', { name: 'Screens' }).waitFor();
});
afterAll(() => ripen?.close());

const dialog = () => ripen.page.getByRole('dialog', { name: /^Export/ });
const saveTo = (path: string | null) =>
  ripen.electronApp.evaluate(({ dialog: system }, chosen) => {
    system.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);

async function open() {
  await ripen.page.keyboard.press('Control+Shift+E');
  await dialog().waitFor();
}
/** Radio buttons: the keyboard comes to the chosen one, arrows move on. */
async function pick(group: string, label: string) {
  const radio = dialog().getByRole('group', { name: group }).getByRole('radio', { name: label });
  await radio.focus();
  await ripen.page.keyboard.press('Space');
  await expect.poll(() => radio.isChecked()).toBe(true);
}
async function save(name: string) {
  const path = join(folder, name);
  await saveTo(path);
  const button = dialog().getByRole('button', { name: /^Export/ });
  await button.focus();
  await ripen.page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'detached' });
  return readFile(path);
}

describe('an export', () => {
  it('is asked for by key, says what it will be, and is safe to open', async () => {
    const { page } = ripen;
    await open();
    await dialog().getByRole('button', { name: 'Export 3 leads' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const csv = (await save('leads.csv')).toString('utf8');
    expect(csv).toContain("'=Holm");
    await page.getByText('3 rows exported to').waitFor();
  });

  it('is a workbook, a list of activities, a list for another program', async () => {
    await open();
    await pick('Data', 'Activities');
    await pick('File type', 'Excel workbook');
    await dialog().getByRole('button', { name: 'Export 3 activities' }).waitFor();
    expect((await save('activities.xlsx')).subarray(0, 2).toString()).toBe('PK');
    await open();
    await pick('Format for', 'HubSpot');
    expect((await save('hubspot.csv')).toString('utf8')).toContain("Ada,'=Holm,ada@mill.example,+49 30 1234567");
  });

  it('has only those selected in Leads', async () => {
    const { page } = ripen;
    await page.keyboard.press('Control+3');
    await page.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
    await page.getByRole('checkbox', { name: /Bo/ }).first().press('Space');
    await page.getByRole('region', { name: 'Selected' }).getByRole('button', { name: 'Export' }).press('Enter');
    await page.getByRole('dialog', { name: 'Export of 1 lead' }).waitFor();
    expect((await save('some.csv')).toString('utf8').match(/Ada|Bo|Cy/g)).toEqual(['Bo']);
  });

  it('says in a sentence why a place cannot be written to, leaves nothing there, and lets another be chosen', async () => {
    const { page } = ripen;
    await open();
    await saveTo(join(folder, 'nowhere', 'leads.csv'));
    await dialog()
      .getByRole('button', { name: /^Export/ })
      .press('Enter');
    await dialog().getByRole('alert').filter({ hasText: 'This folder no longer exists.' }).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page)).toEqual([]);
    await save('again.csv');
    expect((await readdir(folder)).filter(name => name.endsWith('.part'))).toEqual([]);
    expect(ripen.troubles).toEqual([]);
  });
});
