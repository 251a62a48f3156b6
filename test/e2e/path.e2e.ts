// The main job at the keyboard, in real Electron: add, log, score, MQL by itself; and everything is there after kill -9.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../electron/open-workspace.ts';
import { migrationsFolder } from '../support/workspace.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

const now = '2026-06-03T09:00:00Z';
let userData: string;
let file: string;
let ripen: Ripen;

beforeEach(async () => {
  userData = await aUserData();
  file = join(userData, 'mine.ripen');
  createWorkspace({ file, migrationsFolder, now: () => Date.parse(now), deviceId: 'test' }, { timeZone: 'UTC' });
  ripen = await openShared({ now, workspace: file });
});

const started: Ripen[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) await one.close();
});

/** Adds a lead by the keyboard alone, from anywhere; afterwards its panel is open. */
async function addLead({ page }: Ripen, name: string, company: string): Promise<void> {
  const [first = '', last = ''] = name.split(' ');
  await page.locator('#screen-title').waitFor();
  await page.keyboard.press('Control+3');
  await page.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add lead' });
  await dialog.waitFor();
  await page.keyboard.type(first);
  await page.keyboard.press('Tab');
  await page.keyboard.type(last);
  await page.keyboard.press('Tab');
  await page.keyboard.type(company);
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name }).waitFor();
}

/** Logs by the shortcut, for the lead in sight. Answers how many keys it took. */
async function log({ page }: Ripen, what: string, when?: string): Promise<number> {
  const keys = ['Control+l', ...what, ...(when ? [' ', ...when] : []), 'Enter'];
  for (const key of keys) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    if (key === 'Control+l') await page.getByRole('dialog', { name: 'Log activity' }).waitFor();
  }
  await page.getByRole('dialog', { name: 'Log activity' }).waitFor({ state: 'detached' });
  return keys.length;
}

/** Enter twice in one turn, as a hasty finger does. */
const enterTwice = ({ page }: Ripen) =>
  page.evaluate(() => {
    const press = () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    const field = document.activeElement;
    field?.dispatchEvent(press());
    field?.dispatchEvent(press());
  });

const panelOf = ({ page }: Ripen, name: string) => page.getByRole('complementary', { name });

describe('3. Add and edit leads; log an activity from anywhere with one shortcut, also with a date in the past', () => {
  it('adds, edits in place, logs in at most 12 key presses, and logs for last Friday', async () => {
    await addLead(ripen, 'Ada Holm', 'Mill and Sons');
    const panel = panelOf(ripen, 'Ada Holm');
    await panel.getByLabel('Job title').fill('Owner');
    await panel.getByLabel('Job title').press('Enter');
    await expect.poll(() => panel.getByText('Job title is known').count()).toBe(1);
    expect(await log(ripen, 'demo')).toBeLessThanOrEqual(12);
    await expect.poll(() => panel.getByText('Demo requested').count()).toBeGreaterThan(0);
    await log(ripen, 'pricing', 'last friday');
    await panel.getByRole('group', { name: 'View' }).getByText('History').click();
    await panel.getByText('May 29', { exact: false }).first().waitFor();
    expect(ripen.troubles).toEqual([]);
  });
});

describe('one Enter too many', () => {
  it('logs once', async () => {
    await addLead(ripen, 'Ada Holm', 'Mill and Sons');
    const { page } = ripen;
    await page.keyboard.press('Control+l');
    await page.getByRole('dialog', { name: 'Log activity' }).waitFor();
    await page.keyboard.type('demo');
    await enterTwice(ripen);
    await panelOf(ripen, 'Ada Holm').getByRole('heading', { name: 'Why 50' }).waitFor();
    await page.getByRole('dialog', { name: 'Log activity' }).waitFor({ state: 'detached' });
    await expect.poll(() => panelOf(ripen, 'Ada Holm').getByRole('heading', { name: 'Why 50' }).count()).toBe(1);
    const menu = await ripen.electronApp.evaluate(({ Menu }) => {
      const labels = (items: Electron.MenuItem[]): string[] =>
        items.flatMap(item => [item.label, ...labels(item.submenu?.items ?? [])]);
      return labels(Menu.getApplicationMenu()?.items ?? []);
    });
    expect(menu).toContain('Undo log activity');
    await page.keyboard.press('Control+z');
    await panelOf(ripen, 'Ada Holm').getByRole('heading', { name: 'Why 0' }).waitFor();
  });
});

describe('somebody new in the log box', () => {
  it('comes in when it is logged, not before, and goes again with it', async () => {
    const { page } = ripen;
    const leads = () =>
      page.evaluate(async () => {
        const found = await window.ripen.call('leads.list', { limit: 5 });
        return found.ok ? (found.value as { rows: { name: string }[] }).rows.map(({ name }) => name) : [];
      });
    const box = page.getByRole('dialog', { name: 'Log activity' });
    await page.locator('#screen-title').waitFor();
    await page.keyboard.press('Control+l');
    await box.waitFor();
    await page.keyboard.type('Nele Neu, zzz');
    await box.getByRole('button', { name: /^Person Nele Neu new/ }).waitFor();
    await page.keyboard.press('Enter');
    await box.getByRole('heading', { name: 'What happened?' }).waitFor();
    await page.keyboard.press('Escape');
    await box.getByRole('heading', { name: 'What happened?' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    await expect.poll(() => leads()).toEqual([]);

    await page.keyboard.press('Control+l');
    await box.getByText('Your draft is back.').waitFor();
    await box.getByRole('textbox', { name: 'What happened' }).fill('Nele Neu demo');
    await page.keyboard.press('Enter');
    await page.getByText('Logged: Demo requested, Nele Neu. New lead added.').waitFor();
    await expect.poll(() => leads()).toEqual(['Nele Neu']);
    await page.keyboard.press('Control+z');
    await expect.poll(leads).toEqual([]);
  });
});

describe('4. The score follows at once; "Why this score" adds up; at 100 points MQL by itself, with a frozen receipt', () => {
  it('makes an MQL of somebody with two demo requests', async () => {
    await addLead(ripen, 'Ada Holm', 'Mill and Sons');
    await log(ripen, 'demo');
    const panel = panelOf(ripen, 'Ada Holm');
    await panel.getByRole('heading', { name: 'Why 50' }).waitFor();
    const told = ripen.page.getByText('Ada Holm became MQL: 100 points.').waitFor();
    await log(ripen, 'demo');
    await told;
    await panel.getByRole('heading', { name: 'Why 100' }).waitFor();
    const points = await panel
      .getByRole('table')
      .first()
      .locator('tbody tr:not([class*=group]) td:last-child')
      .allInnerTexts();
    expect(points.reduce((sum, text) => sum + Number(text.replace('+', '') || 0), 0)).toBe(100);
    await panel.getByText('MQL', { exact: true }).first().waitFor();
    await panel.getByRole('group', { name: 'View' }).getByText('Stages and receipts').click();
    await panel.getByText('Receipt: 100 points reached', { exact: false }).waitFor();
  });
});

describe('8. Everything is still there after kill -9', () => {
  it('finds the lead, its activity and its stage again', async () => {
    const customValues = join(userData, 'own.ripen');
    createWorkspace(
      { file: customValues, migrationsFolder, now: () => Date.parse(now), deviceId: 'test' },
      { timeZone: 'UTC' },
    );
    const killed = await launchRipen({ userData, now, workspace: customValues });
    started.push(killed);
    await addLead(killed, 'Ada Holm', 'Mill and Sons');
    await log(killed, 'demo');
    const told = killed.page.getByText('Ada Holm became MQL: 100 points.').waitFor();
    await log(killed, 'demo');
    await told;
    await killed.kill9();
    const again = await launchRipen({ userData, now });
    started.push(again);
    await again.page.locator('#screen-title').waitFor();
    await again.page.keyboard.press('Control+3');
    await again.page.getByRole('row', { name: /Ada Holm/ }).click();
    await panelOf(again, 'Ada Holm').getByRole('heading', { name: 'Why 100' }).waitFor();
    await panelOf(again, 'Ada Holm').getByText('MQL', { exact: true }).first().waitFor();
  });
});
