// The first week of a new owner, in real Electron: twelve sentences by hand, a sheet of 120 jobs, a day's work, two meetings.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Stage } from '../../shared/stages.ts';
import { chooseFile, chooseNewFile } from './support/files.ts';
import { type Sentence, sentences, writeSheet } from './support/first-week.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import type { Ripen } from './support/ripen.ts';

let running: Ripen | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Ripen on another day, with the workspace of the day before. */
async function onDay(day: string, userData: string): Promise<Ripen> {
  await running?.close();
  running = await launchRipen({ userData, now: `${day}T09:00:00Z` });
  await running.page.getByRole('heading', { level: 1 }).first().waitFor();
  return running;
}

const toast = (page: Page): Locator => page.getByRole('region', { name: 'Notifications' });
const section = (page: Page, name: RegExp): Locator => page.getByRole('region', { name });
const row = (page: Page, list: RegExp, name: string): Locator =>
  section(page, list).getByRole('listitem').filter({ hasText: name });
const card = (page: Page, stage: Stage, name: string): Locator =>
  page.locator(`[data-list=${stage}]`).getByRole('row', { name: new RegExp(`^${name},`) });
/** A sentence on the screen, not one for screen readers or for paper. */
const seen = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
const go = async (page: Page, screen: string) => {
  await page.getByRole('link', { name: screen, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: screen }).waitFor();
};

async function logBySentence(page: Page, [typed, answers, logged]: Sentence): Promise<void> {
  await page.keyboard.press('Control+l');
  const box = page.getByRole('dialog', { name: 'Log activity' });
  await box.waitFor();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  for (const [question, key] of answers) {
    await box.getByRole('region', { name: question }).waitFor();
    await page.keyboard.press(key);
  }
  await toast(page).getByText(logged, { exact: true }).waitFor();
  await box.waitFor({ state: 'detached' });
}

async function choose(page: Page, column: string, target: string): Promise<void> {
  const box = page.getByRole('combobox', { name: `Map ${column} to` });
  await box.click();
  await box.fill(target);
  await page.getByRole('option', { name: target, exact: true }).first().click();
  await expect.poll(() => box.inputValue()).toBe(target);
}

/** A column's head on the board: people and money. */
const onBoard = (page: Page, stage: Stage): Promise<string> =>
  page
    .locator(`[data-list=${stage}]`)
    .locator('..')
    .innerText()
    .then(text => text.split('\n').filter(Boolean).slice(1, 4).join(' '));

/** The people who came in on Monday, and what the board says of the money. */
async function monday(userData: string): Promise<void> {
  running = await launchRipen({ userData, now: '2026-03-02T09:00:00Z' });
  const { page } = running;
  await page.getByRole('heading', { level: 1, name: 'Ripen' }).waitFor();
  await chooseNewFile(running, join(userData, 'Porch & Co.ripen'));
  await page.getByRole('button', { name: 'New workspace' }).click();
  await section(page, /^First steps/)
    .getByRole('button', { name: 'Change' })
    .click();
  const currency = page.getByRole('combobox', { name: 'Currency' });
  await currency.fill('pound');
  await page.getByRole('option', { name: /British Pound/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => currency.inputValue()).toMatch(/^GBP/);
  await page.getByRole('dialog').getByRole('button', { name: 'Done', exact: true }).click();

  for (const sentence of sentences) await logBySentence(page, sentence);
  const answer = section(page, /^\d+ calls, replies and inquiries to answer/);
  await answer.getByText('Nigel Frost').waitFor();
  await answer.getByText('today: asking price for a gate').waitFor();
  await go(page, 'Board');
  await expect.poll(() => onBoard(page, 'lead')).toBe('12 people £40.1K');
  await card(page, 'lead', 'Sarah Holt, Holt Kitchens').waitFor();

  // The sheet: what is not understood is seen and put right before anything is saved.
  const file = join(userData, 'jobs.csv');
  await writeSheet(file);
  await chooseFile(running, file);
  await go(page, 'Import');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await page
    .getByText('122 rows.')
    .or(page.getByText('122', { exact: true }))
    .first()
    .waitFor();
  await seen(page, /£2,300 \+ VAT/);
  await choose(page, 'Est. value', 'Deal amount');
  await choose(page, 'Who', 'Owner');
  await choose(page, 'Site visit', 'Opportunity');
  await choose(page, 'Booked in', 'Opportunity');
  await page.getByRole('button', { name: 'Preview import' }).click();
  for (const said of [
    /^14 of 120 become Customer, because the file says Won; first: Alan Holt/,
    /^13 of 120 become Lost, because the file says Lost; first: Holt/,
    /^13 of 120 become Disqualified, because the file says Dead/,
    /^30 rows may be contacted/,
    /^96 amounts, £535,206 in all/,
    /^12 rows with an amount that is a range; the lower end is taken; first: Beth Pike/,
    /This is a divider\. --- WINTER ---/,
    /This is a totals row\. TOTAL/,
  ])
    await seen(page, said);
  await page.getByRole('button', { name: 'Import 120' }).click();
  await page.getByRole('main').getByText('File imported.').waitFor();

  await go(page, 'Board');
  await expect.poll(() => onBoard(page, 'lead')).toBe('38 people £140.8K');
  await expect.poll(() => onBoard(page, 'opportunity')).toBe('54 people £237.8K');
  await expect.poll(() => onBoard(page, 'customer')).toBe('14 people £68.5K');
  await card(page, 'opportunity', 'Beth Pike').getByText('£3,000').waitFor();
  // A newsletter refused is no wish not to be contacted, and a couple keeps its names.
  await page.getByPlaceholder('Search').fill('07700 900003');
  await page.getByRole('button', { name: /^Lost/ }).first().click();
  await page.getByRole('row', { name: /^Holt/ }).first().click();
  const panel = page.getByRole('complementary');
  await expect
    .poll(() => panel.getByLabel('Notes').last().inputValue())
    .toBe('Name: Mr & Mrs Holt\nNewsletter?: N\nNext step: send samples');
  await expect.poll(() => panel.getByRole('textbox', { name: 'Do not contact' }).inputValue()).toBe('');
}

/** A day's work on Today and on the board. */
async function tuesday(userData: string): Promise<void> {
  const { page } = await onDay('2026-03-03', userData);
  await row(page, /to answer/, 'Nigel Frost')
    .getByRole('button', { name: 'Log answer' })
    .click();
  await page.getByRole('dialog', { name: 'Log activity' }).waitFor();
  await page.keyboard.type('called him back, wants a porch £3,500, quote by friday');
  await page.keyboard.press('Enter');
  await toast(page).getByText('Logged: Call made, Nigel Frost. Deal: £3,500. Next step: quote, Mar 6.').waitFor();
  await row(page, /to answer/, 'Nigel Frost').waitFor({ state: 'detached' });

  await row(page, /^2 next steps are due/, 'Dave Pike')
    .getByRole('button', { name: 'Done' })
    .click();
  await page.getByRole('dialog', { name: 'Done: call him, Dave Pike' }).waitFor();
  await page.keyboard.press('Enter');
  await toast(page)
    .getByText(/^Done: call him, Dave Pike\. Logged: Call made\./)
    .waitFor();
  // The call answers the message of the day before as well.
  await row(page, /to answer/, 'Dave Pike').waitFor({ state: 'detached' });
  for (const name of ['Priya Shah', 'Kate Moor']) await row(page, /to answer/, name).waitFor();
  await row(page, /^1 next step is due/, 'Greg Lunn').waitFor();
  await row(page, /no date yet/, 'Beth Pike')
    .getByRole('button', { name: 'Choose day' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await toast(page).getByText('Next step for Beth Pike: chase quote, Mar 4.').waitFor();

  await go(page, 'Board');
  const move = async (from: Stage, name: string, to: string) => {
    await page.getByPlaceholder('Search').fill(name);
    await card(page, from, name).hover();
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: to, exact: to !== 'Lost' }).click();
  };
  await move('lead', 'Kate Moor', 'Opportunity');
  await expect.poll(() => page.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('£18,000');
  await page.getByRole('button', { name: 'Move to Opportunity' }).click();
  await toast(page)
    .getByText(/^Kate Moor is now an Opportunity/)
    .waitFor();
  await move('opportunity', 'Beth Pike', 'Lost');
  await page.getByRole('dialog').getByText('Price', { exact: true }).click();
  await page.getByRole('button', { name: 'Mark as lost' }).click();
  await toast(page).getByText('Beth Pike is Lost: price.').waitFor();
  await move('lead', 'Helen Marsh', 'Customer');
  await page.getByRole('dialog', { name: 'Won: Helen Marsh' }).waitFor();
  await page.keyboard.press('Enter');
  await toast(page).getByText('Helen Marsh is now a Customer: £4,800.').waitFor();
  await page.getByPlaceholder('Search').fill('');
  await expect.poll(() => onBoard(page, 'lead')).toBe('36 people £121.5K');
  await expect.poll(() => onBoard(page, 'opportunity')).toBe('54 people £252.8K');
  await expect.poll(() => onBoard(page, 'customer')).toBe('15 people £73.3K');
  await go(page, 'Settings');
  const reminders = page.getByRole('group', { name: 'Show reminders' });
  await reminders.getByText('On', { exact: true }).click();
  await expect.poll(() => reminders.getByRole('radio', { name: 'On' }).isChecked()).toBe(true);
}

const agenda = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Agenda' }).getByRole('link', { name }).click();
const openNow = '90 people are open, with £374,303.50 in deals: 36 leads, 54 opportunities.';

/** The first meeting, over the week that has passed. */
async function firstMeeting(userData: string): Promise<void> {
  const { page } = await onDay('2026-03-09', userData);
  for (const [name, step] of [
    ['Greg Lunn', 'try again'],
    ['Joan Webb', 'site visit'],
    ['Sarah Holt', 'quote'],
    ['Nigel Frost', 'quote'],
    ['Patel', 'ring back'],
  ] as const)
    await row(page, /steps are due/, name)
      .getByText(step, { exact: true })
      .waitFor();

  await go(page, 'Review');
  await seen(page, 'This is the first meeting.');
  await seen(page, openNow);
  await seen(page, '2026 so far: 1 won, 1 lost, £4,800 from 1 won deal.');
  await seen(page, '14 customers without a day of purchase, £68,451 in all');
  // The lead says so of those whom the team called or wrote to as well.
  await seen(page, '125 of 132 leads have no activity by the lead.');
  await agenda(page, 'Figures');
  const customers = page.getByRole('article', { name: 'New customers' });
  await expect.poll(() => customers.getByTitle('Show the people behind this number').innerText()).toBe('1');
  await agenda(page, 'Decisions');
  await page.getByLabel('What did you decide?').fill('Every quote is chased within three days');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Decisions' }).getByText('Every quote is chased').waitFor();
  await agenda(page, 'Action items');
  await page.getByLabel('What needs to be done?').fill('Ring the open quotes over £10k');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Action items' }).getByText('Ring the open quotes').waitFor();
  await agenda(page, 'Close');
  await page.getByRole('button', { name: 'Add whole team' }).click();
  await expect.poll(() => page.getByRole('checkbox', { name: 'Sam' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: /^Close review of Week 10/ }).click();
  await seen(page, /^Closed on Monday, March 9, 2026/);
}

/** A week later, what was agreed comes back. */
async function secondMeeting(userData: string): Promise<void> {
  const { page, troubles } = await onDay('2026-03-16', userData);
  await go(page, 'Review');
  await page.getByRole('heading', { name: 'Last meeting', exact: true }).waitFor();
  await seen(page, 'Every quote is chased within three days');
  await page.getByRole('checkbox', { name: 'Ring the open quotes over £10k' }).check({ force: true });
  await agenda(page, 'Where we are');
  await seen(page, openNow);
  await page.evaluate(() => {
    location.hash = '/settings/reminders';
  });
  const reminders = page.getByRole('group', { name: 'Show reminders' });
  await expect.poll(() => reminders.getByRole('radio', { name: 'On' }).isChecked()).toBe(true);
  expect(troubles).toEqual([]);
}

describe('the first week of a new owner', () => {
  it('is understood or asked about, and board, Today and review say the same of it', { timeout: 900_000 }, async () => {
    const userData = await aUserData();
    await monday(userData);
    await tuesday(userData);
    await firstMeeting(userData);
    await secondMeeting(userData);
  });
});
