// A workspace locked with a passphrase, in the real window: locked, asked for at the next start, changed, unlocked for good.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aFolder } from '../support/workspace.ts';
import { axeFindings } from './support/axe.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import { pdfInfo } from './support/pdf.ts';
import type { Ripen } from './support/ripen.ts';

let ripen: Ripen | undefined;
afterEach(() => ripen?.close());

const passphrase = 'four random words here';
const pictures = process.env.RIPEN_PICTURES;
const picture = async (page: Ripen['page'], name: string) => {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
};

/** What a printer is given: the words on it, and how many pages. */
async function printed({ electronApp, page }: Ripen): Promise<{ readonly text: string; readonly pages: number }> {
  await page.emulateMedia({ media: 'print' });
  const text = await page.evaluate(() => document.body.innerText);
  await picture(page, 'passphrase-print');
  await page.emulateMedia({ media: 'screen' });
  const bytes = await electronApp.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({});
    return pdf?.toString('base64') ?? '';
  });
  const file = join(aFolder(), 'sheet.pdf');
  writeFileSync(file, Buffer.from(bytes, 'base64'));
  return { text, pages: (await pdfInfo(file)).pages };
}

describe.each(['light', 'dark'] as const)('a passphrase (%s)', colorScheme => {
  it('locks the workspace by keyboard, prints the recovery sheet, and is asked for at the next start', async () => {
    const workspace = await aFileWith(
      async ({ call }) => void (await call('leads.create', { attributes: { lastName: 'Quillfeather' } })),
    );
    const userData = await aUserData();
    ripen = await launchRipen({ userData, workspace, now: today, colorScheme });
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
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, `passphrase-set-${colorScheme}`);
    await dialog.getByLabel('Repeat new passphrase').fill(passphrase);
    await page.keyboard.press('Enter');

    const sheet = page.getByRole('dialog', { name: 'Recovery sheet' });
    await sheet.getByText('Forgotten means lost.').waitFor();
    const key = (await sheet.getByRole('status').textContent()) ?? '';
    expect(key).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    await page.keyboard.press('Escape');
    await sheet.getByText('Print the sheet or write the key down').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, `passphrase-sheet-${colorScheme}`);
    const paper = await printed(ripen);
    expect(paper.text).toMatch(new RegExp(`^Recovery sheet: .+${key}.+type the key in place of the passphrase`, 's'));
    expect(paper.text).not.toContain('Settings\n');
    expect(paper.pages).toBe(1);
    await sheet.getByRole('checkbox').check();
    await sheet.getByRole('button', { name: 'Done' }).press('Enter');
    await page.getByText('This workspace is locked: it is encrypted whenever it is closed.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, `passphrase-settings-${colorScheme}`);
    expect(ripen.troubles).toEqual([]);
    await ripen.close();
    expect(readFileSync(workspace).includes('Quillfeather')).toBe(false);

    ripen = await launchRipen({ userData, now: today, colorScheme });
    const { page: next } = ripen;
    const question = next.getByRole('dialog', { name: /^Unlock / });
    await question.getByLabel('Passphrase').fill('not this one at all');
    await next.keyboard.press('Enter');
    await question.getByText('This passphrase is not right. Nothing was changed; try again.').waitFor();
    expect(await axeFindings(next)).toEqual([]);
    await picture(next, `passphrase-unlock-${colorScheme}`);
    await question.getByLabel('Passphrase').fill(colorScheme === 'light' ? passphrase : key);
    await next.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    await next.getByRole('navigation', { name: 'Screens' }).waitFor();

    await next.evaluate(() => {
      location.hash = '/settings/passphrase';
    });
    await next.getByRole('button', { name: 'Unlock for good' }).press('Enter');
    const last = next.getByRole('dialog', { name: 'Unlock for good' });
    await last.getByLabel('Passphrase').fill(colorScheme === 'light' ? passphrase : key);
    expect(await axeFindings(next)).toEqual([]);
    await next.keyboard.press('Enter');
    await next.getByText('This workspace is not locked.').waitFor();
    expect(ripen.troubles).toEqual([]);
    await ripen.close();
    expect(readFileSync(workspace).includes('Quillfeather')).toBe(true);
  });
});
