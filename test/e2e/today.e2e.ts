// Today in real Electron: who waits, what is due, who has gone quiet; each row acted on in place; empty means done.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings, axeFindingsInBoth } from './support/axe.ts';
import { answerQuestions, questionsOf } from './support/files.ts';
import { aFileWith, today } from './support/leads.ts';
import { inMain } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

/** Dana waits for 30 hours, Bo for 4; Luis has a step due, Mette came back from nurture, Ada has been quiet since January. */
const someLeads = () =>
  aFileWith(async ({ call, at }) => {
    const add = async (firstName: string) =>
      (await call('leads.create', { attributes: { firstName, lastName: 'Weber', company: `${firstName} & Co` } })).id;
    at('2026-01-20T09:00:00Z');
    const [ada, luis, mette] = [await add('Ada'), await add('Luis'), await add('Mette')];
    await call('leads.move', { ids: [ada, luis], move: { to: 'sql' } });
    await call('leads.setNextStep', { id: luis, nextStep: 'Send the offer', nextStepOn: '2026-02-27' });
    await call('leads.move', { ids: [mette], move: { to: 'nurture', until: '2026-03-01', reason: null } });
    at('2026-03-01T03:00:00Z');
    const dana = await add('Dana');
    await call('activities.log', { leadIds: [dana], typeId: 'demo-requested' });
    await call('activities.log', { leadIds: [dana], typeId: 'demo-requested' });
    at('2026-03-02T05:00:00Z');
    const bo = await add('Bo');
    await call('leads.move', { ids: [bo], move: { to: 'mql' } });
  });

async function openToday(options: { workspace?: string } = {}): Promise<Ripen> {
  const ripen = await openShared({ workspace: options.workspace ?? (await someLeads()), now: today, ...options });
  await ripen.page.getByRole('heading', { name: 'Today' }).waitFor();
  return ripen;
}

const list = (page: Page, name: string): Locator => page.getByRole('region', { name });
const row = (page: Page, of: string, name: string): Locator =>
  list(page, of).getByRole('listitem').filter({ hasText: name });
const atHand = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('Today: what waits for somebody', () => {
  it('lists those who wait with their clock, next steps, nurture dates, the quiet and the promoted', async () => {
    const { page } = await openToday();
    const waiting = list(page, '2 people are waiting for sales').getByRole('listitem');
    await expect.poll(() => waiting.allTextContents()).toHaveLength(2);
    const [first, second] = await waiting.allTextContents();
    expect(first).toMatch(/^Dana Weber.*30 h, late/);
    expect(second).toMatch(/^Bo Weber.*4 h(?!, late)/);
    await expect
      .poll(() => row(page, '1 next step is due', 'Luis').textContent())
      .toMatch(/3 days ago.*Send the offer/);
    await expect.poll(() => row(page, '1 nurture date is due', 'Mette').textContent()).toContain('yesterday');
    await expect.poll(() => row(page, '1 person is inactive', 'Ada').textContent()).toContain('41 days');
    await expect
      .poll(() => row(page, '1 new MQL by score this week', 'Dana').textContent())
      .toMatch(/100 points reached/);
  });

  it('is done one by one by single clicks, and says so when nothing is left', async () => {
    const { page, troubles } = await openToday();
    await row(page, '2 people are waiting for sales', 'Dana').getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await row(page, '1 person is waiting for sales', 'Bo').getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('dialog').getByText('Too small').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    // Done is logged as what its words say, and asks what comes next.
    await row(page, '1 next step is due', 'Luis').getByRole('button', { name: 'Done' }).click();
    const done = page.getByRole('dialog', { name: 'Done: Send the offer, Luis Weber' });
    await expect.poll(() => done.getByRole('radio', { name: 'Proposal sent' }).isChecked()).toBe(true);
    await done.getByRole('button', { name: 'Log as done' }).click();
    await page
      .getByRole('region', { name: 'Notifications' })
      .getByText(/Logged: Proposal sent/)
      .waitFor();
    await row(page, '1 nurture date is due', 'Mette').getByRole('button', { name: 'Back to Lead' }).click();
    // Accepted is not answered: Dana's inquiry waits for a call or a plan.
    for (const [section, name] of [
      [/inactive/, 'Ada'],
      [/to answer/, 'Dana'],
    ] as const) {
      const quiet = page.getByRole('region', { name: section });
      await quiet.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Next step' }).click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'What' }).fill('Call');
      await page.getByRole('dialog').getByText('In a week').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByText(`Next step for ${name} Weber: Call, Mar 9.`, { exact: true }).waitFor();
      await quiet.getByRole('listitem').filter({ hasText: name }).waitFor({ state: 'detached' });
    }
    await page.getByRole('heading', { name: 'All done' }).waitFor();
    // The news of the week stays news: whom the score promoted, and what sales said to whom.
    await expect.poll(() => row(page, '2 answers from sales', 'Bo').textContent()).toMatch(/rejected.*Too small/);
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: page.locator('[data-lead]') })
        .count(),
    ).toBe(3);
    expect(troubles).toEqual([]);
  });

  it('is walked and worked by keyboard alone; the focus goes on to the next person', async () => {
    const { page } = await openToday();
    await page
      .getByRole('button', { name: /^Dana Weber/ })
      .first()
      .focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => atHand(page)).toMatch(/^Bo/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await expect.poll(() => atHand(page)).toBe('Accept');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Need, note' }).press('Enter');
    await expect.poll(() => atHand(page)).toMatch(/^Bo/);
    await row(page, '1 person is waiting for sales', 'Bo').waitFor();
    await page.keyboard.press('Control+z');
    await row(page, '2 people are waiting for sales', 'Dana').waitFor();
  });

  it('plans and does a next step by its keys, and calls by the number on the row', async () => {
    const ripen = await openToday({
      workspace: await aFileWith(async ({ call, at }) => {
        at('2026-02-20T09:00:00Z');
        const attributes = { firstName: 'Ada', lastName: 'Weber', phone: '07700900555', country: 'United Kingdom' };
        const { id } = await call('leads.create', { attributes });
        await call('activities.log', { leadIds: [id], typeId: 'call-made', note: 'Wants oak' });
        await call('leads.setNextStep', { id, nextStep: 'Call about oak', nextStepOn: '2026-03-02' });
      }),
    });
    const { page } = ripen;
    await inMain(ripen, ({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async url => void opened.push(url);
    });
    const due = row(page, '1 next step is due', 'Ada');
    await expect.poll(() => due.textContent()).toMatch(/07700 900555.*Call about oak.*Wants oak/);
    await due.getByRole('button', { name: /^Ada Weber/ }).focus();
    await page.keyboard.press('d');
    const done = page.getByRole('dialog', { name: /^Done: Call about oak/ });
    await done.getByRole('textbox', { name: 'Next step' }).fill('Send quote');
    await page.keyboard.press('Enter');
    await due.waitFor({ state: 'detached' });
    await page
      .getByRole('region', { name: 'Notifications' })
      .getByText(/Logged: Call made\. Next: Send quote/)
      .waitFor();
    await page.keyboard.press('Control+z');
    await due.waitFor();
    // Asked first: no, then yes.
    const opened = () => inMain(ripen, () => (globalThis as never as { opened: string[] }).opened);
    await answerQuestions(ripen, 0);
    await due.getByRole('button', { name: /^Call Ada/ }).click();
    await expect
      .poll(async () => (await questionsOf(ripen)).map(({ message }) => message))
      .toEqual(['Call +447700900555?']);
    expect(await opened()).toEqual([]);
    await answerQuestions(ripen, 1);
    await due.getByRole('button', { name: /^Call Ada/ }).click();
    await expect.poll(opened).toEqual(['tel:+447700900555']);
  });

  it('logs for the person at hand, and tells of the promotion it makes', async () => {
    const { page } = await openToday();
    await row(page, '1 nurture date is due', 'Mette').getByRole('button', { name: 'Back to Lead' }).click();
    await page.getByRole('link', { name: 'Board' }).click();
    await page.locator('[data-list=lead]').getByRole('row', { name: /Mette/ }).waitFor();
    for (let times = 0; times < 2; times++) {
      await page.locator('[data-list=lead]').focus();
      await page.keyboard.press('Control+l');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Person Mette Weber/ })
        .waitFor();
      await page.keyboard.type('demo');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page
      .getByRole('region', { name: 'Notifications' })
      .getByText('Mette Weber became MQL: 100 points.')
      .waitFor();
    await page.locator('[data-list=mql]').getByRole('row', { name: /Mette/ }).waitFor();
  });

  it('says that it is done in a workspace where nobody waits', async () => {
    const { page } = await openToday({
      workspace: await aFileWith(async ({ call }) => {
        await call('leads.create', { attributes: { firstName: 'Mette', lastName: 'Weber' } });
      }),
    });
    await page.getByRole('heading', { name: 'All done' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('axe on Today', () => {
  it('finds nothing in light and dark', async () => {
    const { page } = await openToday();
    await list(page, '2 people are waiting for sales').waitFor();
    expect(await axeFindingsInBoth(page)).toEqual([]);
  });
});
