// Files of a lead and a plan that starts by itself, in real Electron: added, opened only after a question, removed; and said at once.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { answerQuestions, chooseFile, questionsOf } from './support/files.ts';
import { aFileWith, today } from './support/leads.ts';
import { inMain } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

/** Paths handed to the system since; nothing is opened. */
const catchOpened = (ripen: Ripen) =>
  inMain(ripen, ({ shell }) => {
    const handed: string[] = [];
    Object.assign(globalThis, { handed });
    shell.openPath = async path => {
      handed.push(path);
      return '';
    };
  });
const handedOver = (ripen: Ripen): Promise<readonly string[]> =>
  inMain(ripen, () => (globalThis as never as { handed: string[] }).handed);

async function openLead(): Promise<Ripen> {
  const workspace = await aFileWith(async ({ call }) => {
    await call('leads.create', { attributes: { firstName: 'Dana', lastName: 'Weber', email: 'dana@mill.example' } });
    await call('nurture.savePlan', {
      id: null,
      label: 'Warm',
      archived: false,
      touches: [{ id: null, day: 0, label: 'Guide', subject: '', body: '' }],
      starts: { download: { content: null, campaignId: null }, rejected: [] },
    });
  });
  const ripen = await openShared({ workspace, now: today });
  await ripen.page.keyboard.press('Control+3');
  await ripen.page.getByText('Dana Weber').first().click();
  await ripen.page.getByRole('region', { name: 'Files' }).waitFor();
  return ripen;
}

describe('a file of a lead', () => {
  it('is added, opened as a copy after a question that names it, and removed', async () => {
    const ripen = await openLead();
    const { page, troubles } = ripen;
    const quote = join(mkdtempSync(join(tmpdir(), 'ripen-quote-')), 'Quote.pdf');
    writeFileSync(quote, 'a quote for stairs');
    await chooseFile(ripen, quote);
    await catchOpened(ripen);
    const files = page.getByRole('region', { name: 'Files' });
    await files.getByRole('button', { name: 'Add file' }).click();
    const form = page.getByRole('form', { name: 'Add files' });
    await form.getByText('The workspace grows by 18 bytes').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await form.getByRole('button', { name: 'Add file' }).click();
    await page.getByText('“Quote.pdf” added.').waitFor();

    await answerQuestions(ripen, 0);
    await files.getByRole('button', { name: 'Quote.pdf', exact: true }).click();
    await expect
      .poll(async () => (await questionsOf(ripen)).map(({ message }) => message))
      .toEqual(['Open “Quote.pdf”?']);
    expect(await handedOver(ripen)).toEqual([]);
    await answerQuestions(ripen, 1);
    await files.getByRole('button', { name: 'Quote.pdf', exact: true }).click();
    await expect.poll(() => handedOver(ripen)).toHaveLength(1);
    const [copy = ''] = await handedOver(ripen);
    expect(copy).not.toBe(quote);
    expect(readFileSync(copy, 'utf8')).toBe('a quote for stairs');

    await files.getByRole('button', { name: 'Remove Quote.pdf' }).click();
    await page.getByText('“Quote.pdf” removed.').waitFor();
    await files.getByRole('button', { name: 'Quote.pdf', exact: true }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Z');
    await files.getByRole('button', { name: 'Quote.pdf', exact: true }).waitFor();
    expect(existsSync(quote)).toBe(true);
    expect(troubles).toEqual([]);
  });
});

describe('a nurture plan', () => {
  it('starts by itself on a download, says so with the name, and goes with its one undo', async () => {
    const ripen = await openLead();
    const { page, troubles } = ripen;
    await page.keyboard.press('Control+l');
    const box = page.getByRole('dialog', { name: 'Log activity' });
    await box.waitFor();
    await page.keyboard.type('Dana Weber downloaded the guide');
    await box.getByRole('button', { name: /^Activity Content downloaded/ }).waitFor();
    await box.getByRole('button', { name: /^Person Dana Weber/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('“Warm” started by itself for Dana Weber, after a download.').waitFor();
    await page.getByText('Started by itself on').waitFor();
    await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('Started by itself on').waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
  });
});
