// Campaigns in real Electron: the week's numbers by keyboard, a table pasted, undo, and a look by axe.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindingsInBoth } from './support/axe.ts';
import { aSampleAt } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

let ripen: Ripen;
async function openCampaigns(): Promise<Page> {
  ripen = await openShared({ now: '2026-03-02T08:30:00Z', workspace: await aSampleAt('2026-03-02T08:30:00Z') });
  const { page } = ripen;
  await page.keyboard.press('Control+7');
  await page.getByRole('heading', { name: 'Week 9 of 2026' }).waitFor();
  return page;
}

test("a week's numbers are entered by keyboard, counted at once, and taken back", async () => {
  const page = await openCampaigns();
  const spend = page.getByLabel('Spend, Trade show');
  const visitors = page.getByLabel('Visitors, Trade show');
  const row = page.getByRole('table', { name: /^Spend and reach/ }).getByRole('row', { name: 'Total' });
  /** What all channels cost together, as it stands on screen. */
  const together = async () => Number((/€([\d,.]+)/.exec(await row.innerText())?.[1] ?? '0').replaceAll(',', ''));
  const before = await together();
  await spend.focus();
  await page.keyboard.type('1,250.50');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect.poll(() => visitors.evaluate(cell => cell === document.activeElement)).toBe(true);
  await page.keyboard.type('64');
  // Enter goes down the column, to the next channel.
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByLabel('Visitors, Webinar').evaluate(cell => cell === document.activeElement))
    .toBe(true);
  await expect.poll(() => spend.inputValue()).toBe('€1,250.50');
  await expect.poll(() => visitors.inputValue()).toBe('64');
  await expect.poll(together).toBe(before + 1250.5);

  // What is not a number is not taken, and Escape brings back what was there.
  await spend.focus();
  await page.keyboard.type('much');
  await page.keyboard.press('Tab');
  await page.getByText('Enter a number.').waitFor();
  await spend.focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => spend.inputValue()).toBe('€1,250.50');

  await page.getByRole('heading', { name: 'Week 9 of 2026' }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => visitors.inputValue()).toBe('');
  await page.keyboard.press('Control+z');
  await expect.poll(() => spend.inputValue()).toBe('');
  expect(ripen.troubles).toEqual([]);
});

test('a table is pasted from a sheet, seen before it is taken, and taken back in one step', async () => {
  const page = await openCampaigns();
  await page.getByRole('button', { name: 'Paste from a sheet' }).click();
  const box = page.getByLabel('Cells copied from a spreadsheet');
  await box.fill(
    'Woche\tKanal\tKosten\tBesucher\nKW 9/2026\tTrade show\t1.250,50 €\t64\nKW 9/2026\tPosters\t80,00 €\t\nsometime\tPosters\t5\t',
  );
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2 to add, 1 cannot be added.').waitFor();
  await dialog.getByText('The date was not recognized.').waitFor();
  await dialog.getByRole('button', { name: 'Add 2 lines' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.getByLabel('Spend, Trade show').inputValue()).toBe('€1,250.50');
  await expect.poll(() => page.getByLabel('Spend, Posters').inputValue()).toBe('€80');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByLabel('Spend, Posters').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByLabel('Spend, Trade show').inputValue()).toBe('');
});

test('a block of cells pasted into the sheet itself is understood the same way', async () => {
  const page = await openCampaigns();
  await page.getByLabel('Spend, Trade show').focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '2026-02-23\tWebinar\t€ 420');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Add 1 line' }).click();
  await expect.poll(() => page.getByLabel('Spend, Webinar', { exact: true }).inputValue()).toBe('€420');
});

test('every part of Campaigns is clean for axe, in light and dark', async () => {
  const page = await openCampaigns();
  const look = async (part: string) => expect(await axeFindingsInBoth(page), part).toEqual([]);
  await look('week');
  for (const part of ['All spend', 'Channels and campaigns']) {
    await page.getByText(part, { exact: true }).click();
    await look(part);
  }
  await page.getByRole('button', { name: 'Paste from a sheet' }).click();
  await page.getByLabel('Cells copied from a spreadsheet').fill('Week\tChannel\tSpend\n2026-02-23\tPosters\t80');
  await look('paste');
  expect(ripen.troubles).toEqual([]);
});
