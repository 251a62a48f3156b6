// A workspace locked with a passphrase, in the real window: locked, asked for at the next start, changed, unlocked for good.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindingsInBoth } from './support/axe.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';

let ripen: Ripen | undefined;
afterEach(() => ripen?.close());

const passphrase = 'four random words here';
const pictures = process.env.RIPEN_PICTURES;
const picture = (page: Ripen['page'], name: string) => async (scheme: string) => {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-${scheme}.png`) });
};

/** The words that are printed. */
async function printed(page: Ripen['page']): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'passphrase')('print');
  const text = await page.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: 'screen' });
  return text;
}

describe.each(['passphrase', 'recovery key'])('a workspace that is unlocked with its %s', means => {
  /** The dialogs are the same for both. */
  const look = async (page: Ripen['page'], name: string) => {
    if (means === 'passphrase') expect(await axeFindingsInBoth(page, picture(page, `passphrase-${name}`))).toEqual([]);
  };

  it('is locked by keyboard, prints the recovery sheet, and is asked for at the next start', async () => {
    const workspace = await aFileWith(
      async ({ call }) => void (await call('leads.create', { attributes: { lastName: 'Quillfeather' } })),
    );
    const userData = await aUserData();
    ripen = await launchRipen({ userData, workspace, now: today });
    const { page } = ripen;
    await page.keyboard.press('Control+k');
    await page.getByLabel('Search leads, screens and commands').fill('lock with pass');
    await page.getByRole('option', { name: /Lock with passphrase/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('This workspace is not locked.').waitFor();
    await page.getByRole('button', { name: 'Lock this workspace' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Lock this workspace' });
    await dialog.getByText('A forgotten passphrase cannot be replaced.').waitFor();
    await dialog.getByLabel('New passphrase', { exact: true }).fill(passphrase);
    await dialog.getByLabel('Repeat new passphrase').fill(`${passphrase}s`);
    await page.keyboard.press('Enter');
    await dialog.getByText('The two passphrases are not the same.').waitFor();
    await look(page, 'set');
    await dialog.getByLabel('Repeat new passphrase').fill(passphrase);
    await page.keyboard.press('Enter');

    const sheet = page.getByRole('dialog', { name: 'Recovery sheet' });
    await sheet.getByText('Forgotten means lost.').waitFor();
    const key = (await sheet.getByRole('status').textContent()) ?? '';
    expect(key).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    await page.keyboard.press('Escape');
    await sheet.getByText('Print the sheet or write the key down').waitFor();
    await look(page, 'sheet');
    const paper = await printed(page);
    expect(paper).toMatch(new RegExp(`^Recovery sheet: .+${key}.+type the key in place of the passphrase`, 's'));
    expect(paper).not.toContain('Settings\n');
    await sheet.getByRole('checkbox').check();
    await sheet.getByRole('button', { name: 'Done' }).press('Enter');
    await page.getByText('This workspace is locked: it is encrypted whenever it is closed.').waitFor();
    await look(page, 'settings');
    expect(ripen.troubles).toEqual([]);
    await ripen.close();
    expect(readFileSync(workspace).includes('Quillfeather')).toBe(false);

    ripen = await launchRipen({ userData, now: today });
    const { page: next } = ripen;
    const question = next.getByRole('dialog', { name: /^Unlock / });
    await question.getByLabel('Passphrase').fill('not this one at all');
    await next.keyboard.press('Enter');
    await question.getByText('This passphrase is not right. Nothing was changed; try again.').waitFor();
    await look(next, 'unlock');
    await question.getByLabel('Passphrase').fill(means === 'passphrase' ? passphrase : key);
    await next.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    await next.getByRole('navigation', { name: 'Screens' }).waitFor();

    await next.evaluate(() => {
      location.hash = '/settings/passphrase';
    });
    await next.getByRole('button', { name: 'Unlock for good' }).press('Enter');
    const last = next.getByRole('dialog', { name: 'Unlock for good' });
    await last.getByLabel('Passphrase').fill(means === 'passphrase' ? passphrase : key);
    await look(next, 'unlock-for-good');
    await next.keyboard.press('Enter');
    await next.getByText('This workspace is not locked.').waitFor();
    expect(ripen.troubles).toEqual([]);
    await ripen.close();
    expect(readFileSync(workspace).includes('Quillfeather')).toBe(true);
  });
});
