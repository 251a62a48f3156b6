// Duplicates in the real window: found, compared side by side, merged by keyboard, taken back, told apart.
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';

let ripen: Ripen | undefined;
afterEach(() => ripen?.close());

describe('two records of one person', () => {
  it('are suggested with the reason, merged with the values chosen, and taken back; or told apart for good', async () => {
    const workspace = await aFileWith(async ({ call, at }) => {
      at('2026-02-20T09:00:00Z');
      const one = { firstName: 'Ada', lastName: 'Holm', email: 'ada@mill.example', city: 'Graz' };
      await call('leads.create', { attributes: one });
      at('2026-02-24T09:00:00Z');
      const other = { firstName: 'Ada', email: 'ada@mill.example', city: 'Wien', jobTitle: 'Owner' };
      const { id } = await call('leads.create', { attributes: other });
      await call('activities.log', { leadIds: [id], typeId: 'website-visit' });
      at(today);
    });
    ripen = await launchRipen({ workspace, now: today });
    const { page, troubles } = ripen;

    // By keyboard, from the palette.
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('find dupl');
    await page.getByRole('option', { name: /duplicates/i, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Duplicates' }).waitFor();
    await page.getByText('Same e-mail.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Compare' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Same person?' });
    await dialog.getByRole('radio', { name: 'City: Wien' }).focus();
    await page.keyboard.press('Space');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('No duplicates').waitFor();

    await page.keyboard.press('Control+3');
    const grid = page.getByRole('grid', { name: 'Leads' });
    await expect.poll(() => grid.getByText('Ada').count()).toBe(1);
    await grid.getByText('Ada Holm').click();
    const panel = page.getByRole('complementary', { name: /Ada Holm/ });
    await expect.poll(() => panel.getByRole('textbox', { name: 'City' }).inputValue()).toBe('Wien');
    await panel.getByRole('group', { name: 'View' }).getByText('History').click();
    await panel.getByText('City: Wien, was Graz').waitFor();
    await panel.getByText('Website visit').first().waitFor();

    // Taken back, and said on the lead's own page; told apart by a click there.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(() => grid.getByText('Ada').count()).toBe(2);
    await grid.getByText('Ada Holm').click();
    await page.getByText('Possible duplicate of').waitFor();
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Different people' }).click();
    await expect.poll(() => page.getByText('Possible duplicate of').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
