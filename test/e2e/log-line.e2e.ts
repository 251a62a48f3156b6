// The log box as one line in real Electron: by keys alone, by clicks alone, in both schemes and at 200 %.
import { describe, expect, it } from 'vitest';
import { axeFindingsInBoth } from './support/axe.ts';
import { aFileWith, today } from './support/leads.ts';
import { zoomTo } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

const aFile = () =>
  aFileWith(async ({ call }) => {
    const { id } = await call('leads.create', {
      attributes: { firstName: 'Jane', lastName: 'Smith', company: 'Oak Ltd' },
    });
    await call('activities.log', { leadIds: [id], typeId: 'content-downloaded', content: 'Staircase guide' });
    for (const label of ['Bath Show', 'Spring mailing'])
      await call('campaigns.save', {
        id: null,
        channelId: 'trade-show',
        label,
        startsOn: null,
        endsOn: null,
        archived: false,
      });
  });

async function openBox(): Promise<Ripen> {
  const ripen = await openShared({ workspace: await aFile(), now: today });
  await ripen.page.getByRole('heading', { name: 'Today' }).waitFor();
  return ripen;
}
const boxOf = ({ page }: Ripen) => page.getByRole('dialog', { name: 'Log activity' });
const chip = (ripen: Ripen, name: RegExp) => boxOf(ripen).getByRole('button', { name });
const toast = ({ page }: Ripen) => page.getByRole('region', { name: 'Notifications' });

describe('the one line', () => {
  it('is logged by keys alone, with a near miss and a direction that are asked', async () => {
    const ripen = await openBox();
    const { page } = ripen;
    await page.keyboard.press('Control+l');
    await boxOf(ripen).waitFor();
    await page.keyboard.type('call with Jane Smiht, 2k, quote by friday');
    await chip(ripen, /^Next step quote/).waitFor();
    await page.keyboard.press('Enter');
    await boxOf(ripen).getByRole('heading', { name: 'Did you mean Jane Smith (Oak Ltd)?' }).waitFor();
    // Escape goes back to the line, not out of the box.
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('What happened');
    await page.keyboard.press('Enter');
    await boxOf(ripen).getByRole('heading', { name: 'Did you mean Jane Smith (Oak Ltd)?' }).waitFor();
    await page.keyboard.press('1');
    await boxOf(ripen).getByRole('heading', { name: '“call”: by you, or by the lead?' }).waitFor();
    await page.keyboard.press('2');
    await toast(ripen).getByText('Logged: Inbound call, Jane Smith. Deal: €2,000. Next step: quote').waitFor();
    await boxOf(ripen).waitFor({ state: 'detached' });
    // Alt and a digit open a part; a digit alone writes in the line.
    await page.keyboard.press('Control+l');
    await boxOf(ripen).waitFor();
    await page.keyboard.type('Jane Smith rang 3');
    await page.keyboard.press('Alt+4');
    await boxOf(ripen).getByRole('heading', { name: 'When did it happen?' }).waitFor();
    await page.keyboard.type('last month');
    await boxOf(ripen).getByRole('option', { name: 'Mon, Feb 2' }).waitFor();
    await page.keyboard.press('Enter');
    await chip(ripen, /^When Mon, Feb 2/).waitFor();
    expect(await boxOf(ripen).getByRole('textbox', { name: 'What happened' }).inputValue()).toBe('Jane Smith rang 3');
    await page.keyboard.press('Escape');
    await boxOf(ripen).waitFor({ state: 'detached' });
    expect(ripen.troubles).toEqual([]);
  });

  it('is logged by clicks alone', async () => {
    const ripen = await openBox();
    const { page } = ripen;
    await page.getByRole('button', { name: /^Log/ }).first().click();
    await chip(ripen, /^Person Choose/).click();
    await boxOf(ripen)
      .getByRole('option', { name: /Jane Smith/ })
      .click();
    await chip(ripen, /^Activity Choose/).click();
    await boxOf(ripen)
      .getByRole('option', { name: /Demo requested/ })
      .click();
    await chip(ripen, /^When now/).click();
    await boxOf(ripen)
      .getByRole('option', { name: /yesterday/ })
      .click();
    await boxOf(ripen).getByRole('button', { name: 'Log', exact: true }).click();
    await toast(ripen).getByText('Logged: Demo requested, Jane Smith.').waitFor();
  });

  it('reads campaign and content, and one key each changes them', async () => {
    const ripen = await openBox();
    const { page } = ripen;
    await page.keyboard.press('Control+l');
    await boxOf(ripen).waitFor();
    await page.keyboard.type('Jane Smith downloaded the staircase guide at the bath show');
    await chip(ripen, /^Campaign Bath Show/).waitFor();
    await chip(ripen, /^Content Staircase guide/).waitFor();
    await chip(ripen, /^Note None/).waitFor();
    // Another campaign: the words of the line go back to the note.
    await page.keyboard.press('Alt+9');
    await boxOf(ripen).getByRole('heading', { name: 'Campaign' }).waitFor();
    await page.keyboard.type('spring');
    await page.keyboard.press('Enter');
    await chip(ripen, /^Campaign Spring mailing/).waitFor();
    await chip(ripen, /^Note bath show/).waitFor();
    await page.keyboard.press('Alt+0');
    await boxOf(ripen).getByRole('option', { name: 'No content' }).click();
    await chip(ripen, /^Content Staircase guide\? not set/).waitFor();
    await page.keyboard.press('Alt+0');
    await page.keyboard.press('1');
    await chip(ripen, /^Content Staircase guide/).waitFor();
    await page.keyboard.press('Enter');
    await toast(ripen).getByText('Logged: Content downloaded, Jane Smith.').waitFor();
    await boxOf(ripen).waitFor({ state: 'detached' });
    // Content of a new name is offered, not asked: the line is logged without it, too.
    await page.keyboard.press('Control+l');
    await boxOf(ripen).waitFor();
    await page.keyboard.type('Jane Smith downloaded the porch guide');
    await chip(ripen, /^Content porch guide\? not set/).waitFor();
    await page.keyboard.press('Alt+0');
    await boxOf(ripen).getByRole('option', { name: 'porch guide new' }).waitFor();
    await page.keyboard.press('1');
    await chip(ripen, /^Content porch guide/).waitFor();
    await page.keyboard.press('Enter');
    await boxOf(ripen).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+l');
    await boxOf(ripen).waitFor();
    await page.keyboard.type('Jane Smith downloaded the porch guide');
    await chip(ripen, /^Content porch guide$/).waitFor();
    expect(ripen.troubles).toEqual([]);
  });

  it('axe finds nothing in light and dark, at 100 and 200 %', async () => {
    const ripen = await openBox();
    const { page } = ripen;
    for (const zoom of [1, 2]) {
      await zoomTo(ripen, zoom);
      await page.keyboard.press('Control+l');
      await boxOf(ripen)
        .getByRole('textbox', { name: 'What happened' })
        .fill('Jane Smiht rang about a gate, 3-4k, call friday');
      await chip(ripen, /^Person Jane Smiht not sure/).waitFor();
      expect(await axeFindingsInBoth(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await boxOf(ripen).getByRole('listbox').waitFor();
      expect(await axeFindingsInBoth(page)).toEqual([]);
      for (const [key, part] of [
        ['5', 'Note'],
        ['7', 'Next step'],
      ]) {
        await page.keyboard.press(`Alt+${key}`);
        await boxOf(ripen).getByRole('form', { name: part, exact: true }).waitFor();
        expect(await axeFindingsInBoth(page)).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await boxOf(ripen).waitFor({ state: 'detached' });
    }
  });
});
