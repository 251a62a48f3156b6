// Nothing of people is outside the workspace file and its backups: the whole profile is searched after a session of use.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aUserData, launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';

const running: Ripen[] = [];
afterEach(async () => {
  for (const ripen of running.splice(0)) await ripen.close();
});

/** Words that stand nowhere but in what was typed about people. */
const planted = ['Quillfeather', 'quill@zymurgy.example', 'Zymurgy', 'sesquipedalian', '555 019 8844', 'Vexillum'];

/** Every file below a folder that holds one of the words, in UTF-8 or UTF-16, as Chromium's storage has it. */
function filesWith(folder: string, text: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(name => {
    const file = join(folder, name);
    if (!statSync(file).isFile()) return [];
    const bytes = readFileSync(file);
    return text
      .filter(word => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))
      .map(word => `${name}: ${word}`);
  });
}

describe('the profile after a session', () => {
  it('holds nothing that was typed about people, in the log box, filters, searches and fields', async () => {
    let id = '';
    const file = await aFileWith(async ({ call }) => {
      const attributes = {
        firstName: 'Ida',
        lastName: 'Quillfeather',
        email: 'quill@zymurgy.example',
        company: 'Zymurgy',
      };
      id = (await call('leads.create', { attributes: { ...attributes, phone: '+1 555 019 8844' } })).id;
    });
    const userData = await aUserData();
    const ripen = await launchRipen({ workspace: file, now: today, userData });
    running.push(ripen);
    const { page } = ripen;
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();

    await page.evaluate(lead => {
      location.hash = `/lead/${lead}`;
    }, id);
    await page.getByLabel('Job title').click();
    await page.keyboard.type('Vexillum officer');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+l');
    const box = page.getByRole('dialog', { name: 'Log activity' });
    await box.getByRole('textbox', { name: 'What happened' }).fill('demo about a sesquipedalian talk');
    await page.keyboard.press('Enter');
    await box.waitFor({ state: 'detached' });

    await page.evaluate(() => {
      location.hash = '/leads';
    });
    await page.getByLabel('Search leads').fill('Quillfeather');
    await page.getByText('Quillfeather').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByLabel('Search leads, screens and commands').fill('Quillfeather');
    await page
      .getByRole('option', { name: /Quillfeather/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    expect(ripen.troubles).toEqual([]);
    await ripen.close();

    expect(filesWith(userData, ['sidebar', 'log-last']), 'The search would find what the page stores.').not.toEqual([]);
    expect(filesWith(userData, planted)).toEqual([]);
    await rm(userData, { recursive: true, force: true });
  });
});
