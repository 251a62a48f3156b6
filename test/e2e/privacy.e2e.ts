// Privacy in the real window: restrictions, a copy of the data on paper, erasing by keyboard, the settings.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../support/workspace.ts';
import { axeFindingsInBoth } from './support/axe.ts';
import { chooseNewFile } from './support/files.ts';
import { aFileWith, today } from './support/leads.ts';
import { pdfInfo } from './support/pdf.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

const pictures = process.env.RIPEN_PICTURES;
const picture = (page: Ripen['page'], name: string) => async (scheme: string) => {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-${scheme}.png`) });
};

async function start() {
  let id = '';
  const workspace = await aFileWith(async ({ call, at }) => {
    at('2025-01-20T09:00:00Z');
    await call('leads.create', { attributes: { firstName: 'Cy', lastName: 'Fern', email: 'cy@fern.example' } });
    at('2026-02-20T09:00:00Z');
    const attributes = {
      firstName: 'Ottoline',
      lastName: 'Quillfeather',
      email: 'otto@zymurgy.example',
      phone: '+43 1 5550198',
    };
    id = (await call('leads.create', { attributes })).id;
    await call('activities.log', { leadIds: [id], typeId: 'pricing-page-visit' });
    await call('leads.create', { attributes: { firstName: 'Mara', notes: 'Sister of Ottoline Quillfeather.' } });
    await call('settings.update', { retentionMonths: 12 });
    at(today);
  });
  const ripen = await openShared({ workspace, now: today });
  const { page } = ripen;
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await page.evaluate(lead => {
    location.hash = `/leads/with/${lead}`;
  }, id);
  await page.getByRole('heading', { name: 'Privacy' }).waitFor();
  return { ...ripen, ripen, workspace };
}

describe('erasing from the search', () => {
  it('asks about the lead in sight, and Escape erases no one', async () => {
    const { page } = await start();
    await page.keyboard.press('Control+k');
    await page.getByLabel('Search leads, screens and commands').fill('erase person');
    await page.getByRole('option', { name: /Erase person/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Erase Ottoline Quillfeather' });
    await dialog.getByText('Ottoline Quillfeather with 1 activity and 1 stage change.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('grid', { name: 'Leads' }).getByText('Ottoline Quillfeather').waitFor();
  });
});

describe('privacy', () => {
  it('forbids contact, hands over the data, and erases by keyboard after the name was typed', async () => {
    const { ripen, page, workspace, troubles } = await start();
    const section = page.getByRole('region', { name: 'Privacy' });
    await section.getByRole('textbox', { name: 'Do not contact' }).fill('Asked by phone on 2 March');
    await page.keyboard.press('Tab');
    await page.getByText('This lead asked not to be contacted.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Write e-mail' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Call', exact: true }).count()).toBe(0);
    await section.scrollIntoViewIfNeeded();
    expect(await axeFindingsInBoth(page, picture(page, 'privacy-lead'))).toEqual([]);

    const folder = aFolder();
    for (const [name, file] of [
      ['Save all data as PDF', 'person.pdf'],
      ['Save as JSON', 'person.json'],
    ] as const) {
      await chooseNewFile(ripen, join(folder, file));
      await section.getByRole('button', { name }).click();
      await page.getByText(`Everything about Ottoline Quillfeather is in ${join(folder, file)}.`).waitFor();
    }
    expect(await pdfInfo(join(folder, 'person.pdf'))).toMatchObject({ tagged: true, fontsOutside: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'person.json'), 'utf8')).lead.lastName).toBe('Quillfeather');

    await section.getByRole('button', { name: 'Erase person' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Erase Ottoline Quillfeather' });
    await dialog.getByText('Also remove the name from 1 note about other people').waitFor();
    expect(await dialog.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true);
    expect(await axeFindingsInBoth(page, picture(page, 'privacy-erase'))).toEqual([]);
    await dialog.getByLabel('Type Ottoline Quillfeather to confirm').fill('Ottoline Quillfeather');
    await page.keyboard.press('Enter');
    await page.getByText('Ottoline Quillfeather was erased. This cannot be undone.').waitFor();
    await dialog.waitFor({ state: 'detached' });

    await page.evaluate(() => {
      location.hash = '/settings/privacy';
    });
    await page.getByText('1 person, 1 activity, on request').waitFor();
    await page.getByText('1 lead without activity for 12 months.').waitFor();
    expect(await axeFindingsInBoth(page, picture(page, 'privacy-settings'))).toEqual([]);
    await page.getByRole('button', { name: 'Keep a year: Cy Fern' }).click();
    await page.getByText('No leads to review.').waitFor();
    await page.getByRole('button', { name: 'Show licenses' }).click();
    const licenses = page.getByRole('dialog', { name: 'Licenses' });
    await expect.poll(() => licenses.getByLabel('License notices').inputValue()).toContain('better-sqlite3');
    expect(await axeFindingsInBoth(page, picture(page, 'privacy-licenses'))).toEqual([]);
    await page.keyboard.press('Escape');
    expect(troubles).toEqual([]);
    await ripen.close();
    expect(['Quillfeather', 'otto@zymurgy.example'].filter(word => readFileSync(workspace).includes(word))).toEqual([]);
  });
});
