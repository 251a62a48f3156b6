// What makes the rules wise, by keyboard in real Electron: the ideal customer, a ready set, a learned suggestion, a rejection
// traced to a rule, another bar, and criteria that travel as a file. One window; axe looks at every part.
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { chooseFile, chooseNewFile } from './support/files.ts';
import { launchRipen } from './support/launch.ts';
import { today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';

let ripen: Ripen | undefined;
afterEach(() => ripen?.close());

/** The draft as it is kept; null: there is none. */
const draftOf = (page: Page) =>
  page.evaluate(async () => {
    const answer = await window.ripen.call('criteria.draft', {});
    return answer.ok ? (answer.value as { draft: { criteria: Criteria } | null }).draft : null;
  });
type Criteria = {
  readonly threshold: number;
  readonly fit: readonly { readonly id: string }[];
  readonly shortcuts: readonly { readonly label: string }[];
  readonly behavior: readonly { readonly typeId: string; readonly points: number }[];
};

/** Goes to a tab of the Criteria screen as arrows in the row of parts do. */
async function tab(page: Page, name: string, heading: string) {
  await page.getByRole('radio', { name, exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByText(heading).first().waitFor();
}

async function press(button: Locator, key = 'Enter') {
  await button.focus();
  await button.press(key);
}

it('an owner makes the rules wise with nothing but the keyboard', async () => {
  ripen = await launchRipen({ now: today });
  const { page } = ripen;
  await page.evaluate(() => window.ripen.call('workspaces.openSample', {}));
  await page.locator('#screen-title').waitFor();
  await page.keyboard.press('Control+6');
  await page.getByRole('heading', { level: 1, name: 'Criteria' }).waitFor();
  const clean = async (where: string) => expect(await axeFindings(page), where).toEqual([]);

  // The ideal customer.
  await tab(page, 'Start', 'Do you need scoring yet?');
  await page.getByLabel('Which job titles do your buyers have?').focus();
  await page.keyboard.type('owner, buyer');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByText('Job title contains “owner” or “buyer”: gives 20 points.').waitFor();
  await clean('start');
  await press(page.getByRole('button', { name: 'Add to draft' }));
  await page.getByText('Ideal customer added to the draft. Publish it under Rules.').waitFor();
  await expect.poll(async () => (await draftOf(page))?.criteria.fit.map(({ id }) => id)).toContain('fit-ideal-title');
  // Remembered after one has been elsewhere.
  await tab(page, 'Rules', 'Draft of version');
  await tab(page, 'Start', 'Templates');
  await page.getByRole('button', { name: 'Remove buyer' }).waitFor();

  // A template, previewed first; the ideal customer stays.
  await press(page.getByRole('button', { name: 'Preview Software company' }));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Changes' }).waitFor();
  await clean('a template');
  await press(dialog.getByRole('button', { name: 'Use template' }));
  await dialog.waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await draftOf(page))?.criteria.shortcuts.map(({ label }) => label))
    .toEqual(['Requested a demo']);
  expect((await draftOf(page))?.criteria.fit.map(({ id }) => id)).toContain('fit-ideal-title');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await draftOf(page))?.criteria.shortcuts).not.toEqual([{ label: 'Requested a demo' }]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => draftOf(page)).toBeNull();

  // A learned suggestion: its people, taken, put back.
  await tab(page, 'Learn', 'closed leads');
  await clean('learn');
  const suggestion = page.getByRole('table', { name: 'Suggestions' }).getByRole('row').nth(1);
  const sign = (await suggestion.getByRole('rowheader').innerText()).split('\n')[0] ?? '';
  const leads = suggestion.getByRole('button', { name: /^Show \d/ }).first();
  const count = Number(await leads.innerText());
  await press(leads);
  const panel = page.getByRole('complementary', { name: new RegExp(sign) });
  await expect.poll(() => panel.getByRole('listitem').count()).toBe(count);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await press(suggestion.getByRole('button', { name: /^Add to draft: / }));
  await suggestion.getByText('in the draft').waitFor();
  expect(await draftOf(page)).not.toBeNull();
  await press(suggestion.getByRole('button', { name: /^Revert/ }));
  await suggestion.getByRole('button', { name: /^Add to draft: / }).waitFor();
  await expect.poll(() => draftOf(page)).toBeNull();

  // A rejection traced to a rule.
  await tab(page, 'Rejections', 'Rules behind rejections');
  await press(page.getByRole('button', { name: 'Find a fix for Too small' }));
  const reason = page.getByRole('region', { name: 'Too small' });
  await reason
    .getByText(/^Prevents \d+ of \d+/)
    .first()
    .waitFor();
  await clean('rejections');
  await press(reason.getByRole('button', { name: /^Add to draft: / }).first());
  await page.getByText('Added to the draft. Publish it under Rules.').waitFor();
  await expect.poll(() => draftOf(page)).not.toBeNull();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => draftOf(page)).toBeNull();

  // Another threshold, from the picture of all of them; its table is one key away.
  await tab(page, 'MQL threshold', 'All thresholds');
  await clean('the threshold');
  const chart = page.getByRole('figure', { name: 'All thresholds' });
  await chart.getByRole('img').focus();
  await page.keyboard.press('t');
  await chart.getByRole('table').waitFor();
  await page.getByLabel('Try a threshold, as a number').focus();
  await page.keyboard.type('85');
  await press(page.getByRole('button', { name: 'Use 85 in the draft' }));
  await expect.poll(async () => (await draftOf(page))?.criteria.threshold).toBe(85);

  // Out as a file and in again, by the menu's own names in the palette.
  const path = join(await mkdtemp(join(tmpdir(), 'ripen-criteria-')), 'ours.json');
  await chooseNewFile(ripen, path);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+k');
  await page.getByLabel('Search leads, screens and commands').waitFor();
  await page.keyboard.type('export criteria');
  await page.getByRole('option', { name: 'Export criteria', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(`Saved as ${path}.`).waitFor();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    format: 'ripen-criteria',
    criteria: { threshold: 120 },
  });
  await chooseFile(ripen, path);
  await tab(page, 'Start', 'Criteria file');
  await press(page.getByRole('button', { name: 'Import criteria' }));
  await dialog.getByText('Threshold 120 instead of 85.').waitFor();
  await clean('a criteria file');
  await press(dialog.getByRole('button', { name: 'Add to draft' }));
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => draftOf(page)).toBeNull();
  await chooseFile(ripen, process.execPath);
  await press(page.getByRole('button', { name: 'Import criteria' }));
  await dialog.getByRole('alert').getByText('This file is too large to be a criteria file.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // The same in the dark.
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const [name, heading] of [
    ['Start', 'Do you need scoring yet?'],
    ['Learn', 'closed leads'],
    ['Rejections', 'Rules behind rejections'],
    ['MQL threshold', 'All thresholds'],
  ] as const) {
    await tab(page, name, heading);
    await clean(`${name} in the dark`);
  }

  // On the lead page the one question that matters most is answered where it stands; the next one takes its place.
  const open = await page.evaluate(async () => {
    const list = await window.ripen.call('leads.list', { sort: 'score' });
    const { rows } = (list.ok ? list.value : { rows: [] }) as { rows: { id: string }[] };
    for (const { id } of rows) {
      const lead = await window.ripen.call('leads.get', { id });
      if (!lead.ok) continue;
      const { score } = lead.value as {
        score: { total: number; missing: { field: string; question: string; upTo: number }[] };
      };
      if (score.missing[0]?.field === 'companySize' || score.missing[0]?.field === 'budget') return { id, score };
    }
    return null;
  });
  if (!open) throw new Error('The sample has nobody of whom size or budget is missing.');
  const { total, missing } = open.score;
  const [first] = missing;
  if (!first) throw new Error('Nothing is missing.');
  await page.evaluate(id => {
    location.hash = `/lead/${id}`;
  }, open.id);
  await page.getByText(`${total} now, up to ${total + first.upTo} if`).waitFor();
  const field = page.getByLabel(first.question, { exact: true });
  await field.focus();
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
  await page.getByText(new RegExp(`^${total} now, up to ${total + first.upTo} if`)).waitFor({ state: 'detached' });
  expect(ripen.troubles).toEqual([]);
});
