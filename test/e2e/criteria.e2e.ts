// Criteria in real Electron: rules edited like a sheet, the threshold dragged, a draft published, versions compared, points by hand.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

/** Cleo has 85 points, Bo 100 and is MQL, Dana has 10 and was moved to MQL manually. */
const someLeads = () =>
  aFileWith(async ({ call, at }) => {
    const add = async (firstName: string, ...did: string[]) => {
      const { id } = await call('leads.create', {
        attributes: { firstName, lastName: 'Marsh', company: `${firstName} & Co` },
      });
      for (const typeId of did) await call('activities.log', { leadIds: [id], typeId });
      return id;
    };
    at('2026-02-02T09:00:00Z');
    await add('Cleo', 'demo-requested', 'pricing-page-visit', 'email-clicked');
    at('2026-02-10T09:00:00Z');
    await add('Bo', 'demo-requested', 'demo-requested');
    const dana = await add('Dana', 'website-visit');
    await call('leads.move', { ids: [dana], move: { to: 'mql' } });
    at(today);
  });

async function openCriteria(options: { colorScheme?: 'light' | 'dark' } = {}): Promise<Ripen> {
  const ripen = await openShared({ workspace: await someLeads(), now: today, ...options });
  await ripen.page.keyboard.press('Control+6');
  await ripen.page.getByRole('heading', { level: 1, name: 'Criteria' }).waitFor();
  await ripen.page.getByText('has been current since').waitFor();
  return ripen;
}

const cell = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const gained = (page: Page) => page.getByRole('region', { name: 'Gained' });
const draft = (page: Page) => page.getByRole('region', { name: 'Draft' });
/** By the palette: types, waits for what is meant, Enter. */
async function find(page: Page, typed: string, option: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /./ }).last().waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: option }).waitFor();
  await page.keyboard.press('Enter');
}
const journal = (page: Page) =>
  page.evaluate(async () => {
    const state = await window.ripen.call('journal.state', {});
    return state.ok ? (state.value as { undo: string | null }) : { undo: null };
  });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

describe('the rules', () => {
  it('are edited like a sheet, read back in words, kept as a draft, and taken back step by step', async () => {
    const { page, troubles } = await openCriteria();
    await cell(page, 'Points, Pricing page visit').focus();
    await page.keyboard.type('30');
    // Enter keeps it and goes down the column.
    await page.keyboard.press('Enter');
    await page.getByText('A pricing page visit gives 30 points, every time.').waitFor();
    await draft(page).getByText('Pricing page visit gives 30 points instead of 25.').waitFor();
    await expect
      .poll(() => cell(page, 'Points, Product comparison visit').evaluate(one => one === document.activeElement))
      .toBe(true);
    await cell(page, 'Half-life in days, Pricing page visit').first().focus();
    await page.keyboard.type('60');
    await page.keyboard.press('Tab');
    await page
      .getByText('A pricing page visit gives 30 points, every time, with a half-life of 60 days.')
      .first()
      .waitFor();
    // What is no number is not taken, and Escape brings back what was there.
    await cell(page, 'Points, Live chat').focus();
    await page.keyboard.type('many');
    await page.keyboard.press('Tab');
    await page.getByText('Enter a number.').waitFor();
    await cell(page, 'Points, Live chat').focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => cell(page, 'Points, Live chat').inputValue()).toBe('20');

    await page.getByRole('button', { name: 'New activity type' }).click();
    await cell(page, 'Name of a new activity type').fill('Sample ordered');
    await page.keyboard.press('Enter');
    await draft(page).getByText('New: “Sample ordered” gives 10 points, every time.').waitFor();
    await expect
      .poll(() => cell(page, 'Points, Sample ordered').evaluate(one => one === document.activeElement))
      .toBe(true);
    await page.getByRole('button', { name: 'Remove Live chat' }).click();
    await draft(page).getByRole('button', { name: 'Show 1 more' }).waitFor({ state: 'detached' });
    await expect.poll(() => draft(page).innerText()).toContain('3 changes');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await cell(page, 'Points, Live chat').waitFor();

    await page.getByText('Fit', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await draft(page).getByText('New: Company size is at least 10: gives 10 points.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // Step by step back; the draft is gone with the last.
    for (const step of [
      'add a rule to the draft',
      'add a rule to the draft',
      'add activity type',
      'change the rule on pricing page visit',
      'change the rule on pricing page visit',
    ]) {
      await expect.poll(async () => (await journal(page)).undo).toBe(step);
      await title(page).click();
      await page.keyboard.press('Control+z');
    }
    await page.getByText('has been current since').waitFor();
    expect(troubles).toEqual([]);
  });

  it('show whom a lower threshold finds while it is dragged, and publishing promotes them by name', async () => {
    const { page, troubles } = await openCriteria();
    await gained(page).getByText('nobody').waitFor();
    const slider = cell(page, 'Threshold');
    const box = await slider.boundingBox();
    if (!box) throw new Error('There is no slider.');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.41, y, { steps: 8 });
    // Still held: the picture follows the hand, and nothing is kept yet.
    await gained(page)
      .getByRole('button', { name: /^Cleo Marsh.*Never MQL/ })
      .waitFor();
    await expect.poll(() => draft(page).count()).toBe(0);
    await page.mouse.up();
    await draft(page)
      .getByText(/^Threshold 8\d instead of 100/)
      .waitFor();
    await slider.focus();
    await page.keyboard.press('End');
    await gained(page).getByText('nobody').waitFor();
    await page
      .getByRole('region', { name: 'Lost' })
      .getByRole('button', { name: /^Bo Marsh/ })
      .waitFor();
    await cell(page, 'Threshold, as a number').fill('80');
    await page.keyboard.press('Enter');
    await draft(page).getByText('Threshold 80 instead of 100.').waitFor();

    await page.getByRole('button', { name: 'Publish…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish version 2' });
    await dialog.getByText('1 person becomes MQL:').waitFor();
    await expect.poll(() => dialog.getByRole('list').last().innerText()).toContain('Cleo Marsh');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.getByText(/^Enter a short reason/).waitFor();
    await page.keyboard.type('Sales has capacity for more calls');
    await page.keyboard.press('Enter');
    await page.getByText('Version 2 published. 1 person became MQL.').first().waitFor();
    await dialog.waitFor({ state: 'detached' });

    // The receipt names the version, and leads to it.
    await page.evaluate(() => {
      location.hash = '/criteria/versions';
    });
    const changes = page.getByRole('region', { name: 'Compare two versions' });
    await changes.getByText('Threshold 80 instead of 100.').waitFor();
    await find(page, 'Cleo', /Cleo Marsh/);
    await page.getByText('Stages and receipts').click();
    await page.getByText('Receipt: 80 points reached, 85 points under criteria 2').click();
    await page.getByRole('link', { name: 'version 2 of the criteria' }).click();
    await page.getByText('A lead becomes an MQL at 80 points').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Version 2');
    expect(await axeFindings(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('stand back behind a word of the owner: points by hand, taken back, and never MQL', async () => {
    const { page, troubles } = await openCriteria({ colorScheme: 'dark' });
    await find(page, 'Dana', /Dana Marsh/);
    await page.getByRole('heading', { name: 'Why 10' }).waitFor();
    await page.getByRole('button', { name: 'Adjust score' }).click();
    await cell(page, 'Points').fill('25');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Met at the fair');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Why 35' }).waitFor();
    await page.getByText('Met at the fair').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove adjustment: Met at the fair' }).click();
    await page.getByRole('heading', { name: 'Why 10' }).waitFor();
    // The same by the palette: whoever is in sight is meant.
    await find(page, 'exclude', /Exclude from MQL/);
    await page.getByRole('dialog', { name: 'Exclude from MQL: Dana Marsh' }).waitFor();
    await page.keyboard.type('Supplier');
    await page.keyboard.press('Enter');
    await page.getByText('Never an MQL: Supplier').waitFor();
    expect(troubles).toEqual([]);
  });
});
