// A working day in real Electron: once by keyboard alone, once by single clicks alone; what is done is said to screen readers.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../shared/stages.ts';
import { axeFindings } from './support/axe.ts';
import { aFileWith, today } from './support/leads.ts';
import { inMain, zoomTo } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

/**
 * Dana and Bo wait for sales, where one should be the most; Luis has a step due; Mette is on a plan whose first e-mail is due;
 * Cora has bought; Ada, Eve and Fay are leads. MQLs go to Sam and Tia in turn.
 */
const aFilledWorkspace = () =>
  aFileWith(async ({ call, at }) => {
    at('2026-02-20T09:00:00Z');
    for (const name of ['Sam Seller', 'Tia Trader'])
      await call('members.save', { id: null, name, side: 'sales', archived: false });
    await call('settings.update', {
      stageLimits: { mql: 1 },
      assignment: { how: 'turn', rules: [], otherwise: 'turn', away: [] },
    });
    const add = async (firstName: string, more = {}) =>
      (await call('leads.create', { attributes: { firstName, lastName: 'Weber', ...more } })).id;
    const [luis, mette, cora] = [
      await add('Luis'),
      await add('Mette', { email: 'mette@nordlys.example', company: 'Nordlys' }),
      await add('Cora'),
    ];
    for (const name of ['Ada', 'Eve', 'Fay']) await add(name);
    await call('leads.move', { ids: [luis], move: { to: 'sql' } });
    await call('leads.setNextStep', { id: luis, nextStep: 'Send the offer', nextStepOn: '2026-03-02' });
    await call('leads.move', { ids: [cora], move: { to: 'customer', amount: 90_000 } });
    const touches = [
      { id: null, day: 0, label: 'Guide', subject: 'For {{company}}', body: 'Hello {{first name}},\nhere it is.' },
      { id: null, day: 14, label: 'Check-in', subject: 'Still there?', body: 'Hello' },
    ];
    const planId = (await call('nurture.savePlan', { id: null, label: 'Keep warm', archived: false, touches })).id;
    await call('leads.move', { ids: [mette], move: { to: 'nurture', until: '2026-06-01', reason: null, planId } });
    at('2026-03-01T03:00:00Z');
    const [dana, bo] = [await add('Dana'), await add('Bo')];
    await call('leads.move', { ids: [dana, bo], move: { to: 'mql' } });
  });

async function open(): Promise<Ripen> {
  const ripen = await openShared({ workspace: await aFilledWorkspace(), now: today });
  await ripen.page.getByRole('region', { name: '2 people are waiting for sales' }).waitFor();
  return ripen;
}

const toast = (page: Page): Locator => page.getByRole('region', { name: 'Notifications' });
const said = (page: Page) => expect.poll(() => page.getByRole('status').last().textContent());
const column = (page: Page, stage: Stage): Locator => page.locator(`[data-list=${stage}]`);
const card = (page: Page, stage: Stage, name: string): Locator =>
  column(page, stage).getByRole('row', { name: new RegExp(name) });
const names = (page: Page, stage: Stage): Promise<string[]> =>
  column(page, stage)
    .getByRole('row')
    .evaluateAll(rows => rows.map(row => row.getAttribute('aria-label')?.split(' ')[0] ?? ''));
const cardAtHand = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id ? (document.getElementById(id)?.getAttribute('aria-label') ?? null) : null;
  });
const row = (page: Page, list: RegExp, name: string): Locator =>
  page.getByRole('region', { name: list }).getByRole('listitem').filter({ hasText: name });

describe('a working day by keyboard alone', () => {
  it('answers, logs, places, moves and takes back, and says each to screen readers', async () => {
    const { page, troubles } = await open();
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await page.keyboard.press(key);
      return pressed.length;
    };
    // Luis went to Sam; so Dana is with Tia by turn, and is accepted without a word more.
    await page.getByRole('button', { name: /^Dana Weber/ }).focus();
    await expect.poll(() => row(page, /waiting for sales/, 'Dana').textContent()).toContain('Tia Trader');
    await keys('Tab', 'Enter');
    await page.getByRole('dialog', { name: 'Accept: Dana Weber' }).waitFor();
    await page.getByRole('textbox', { name: 'Need, note' }).press('Enter');
    await toast(page).getByText('Dana Weber is now an SQL.').waitFor();
    await page.getByRole('region', { name: '1 answer from sales' }).getByText('accepted').waitFor();

    // One activity: twelve presses at most beside the name.
    let presses = await keys('Control+l');
    // Bo is at hand, and so is meant; a name typed instead takes the place.
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Person Bo Weber/ })
      .waitFor();
    await page.keyboard.type('Luis');
    presses += await keys(' ', ...'rang', 'Enter');
    await page.getByRole('heading', { name: /^Did you mean Luis Weber/ }).waitFor();
    presses += await keys('1');
    await toast(page)
      .getByText(/^Logged: .*call.*, Luis Weber\./i)
      .waitFor();
    expect(presses).toBeLessThanOrEqual(12);
    // The same again for another person.
    await page.getByRole('button', { name: /^Bo Weber/ }).focus();
    await keys('Control+Shift+l');
    await page.getByRole('dialog').getByText('Bo Weber', { exact: true }).waitFor();
    await keys('Enter');
    await toast(page)
      .getByText(/^Logged: .*, Bo Weber\./)
      .waitFor();

    // The board, in one's own order.
    await keys('Control+2');
    await column(page, 'lead').locator('[data-card]').first().waitFor();
    await page.getByRole('button', { name: /^Sort cards/ }).focus();
    await keys('Enter', 'o', 'Enter');
    await said(page).toBe('Cards sorted: Manual order.');
    await column(page, 'lead').focus();
    await keys('Home');
    const before = await names(page, 'lead');
    await expect.poll(() => cardAtHand(page)).toMatch(new RegExp(`^${before[0]}`));
    await keys('Alt+ArrowDown');
    await said(page).toBe(`${before[0]} Weber: position 2 of 3 in Lead.`);
    await expect.poll(() => names(page, 'lead')).toEqual([before[1], before[0], before[2]]);
    await expect.poll(() => cardAtHand(page)).toMatch(new RegExp(`^${before[0]}`));
    await keys('Alt+ArrowUp', 'Alt+ArrowUp');
    await said(page).toBe('Already first in the column.');

    // On to MQL: Tia’s turn, and one too many is said, not forbidden.
    await keys('Shift+ArrowRight');
    await card(page, 'mql', before[0] ?? '').waitFor();
    await expect
      .poll(() => card(page, 'mql', before[0] ?? '').getAttribute('aria-label'))
      .toContain('owner Tia Trader');
    await page.getByRole('heading', { name: /MQL.*2 people.*of 1.*1 over limit/ }).waitFor();
    await keys('Control+z');
    await card(page, 'lead', before[0] ?? '').waitFor();
    // A plan from the menu of the card.
    await column(page, 'lead').focus();
    await keys('m', 'a', 'Enter');
    await page
      .getByRole('dialog', { name: /^Nurture plan/ })
      .getByRole('radio', { name: 'Keep warm' })
      .press('Enter');
    await toast(page)
      .getByText(/“Keep warm” from/)
      .waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('a working day by single clicks alone', () => {
  it('writes, logs a pasted list, drags, opens a deal and sets the rules; nothing is missing at twice the size', async () => {
    const ripen = await open();
    const { page, troubles } = ripen;
    await inMain(ripen, ({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async url => void opened.push(url);
    });
    // The e-mail of the plan opens in the mail program, and is logged once it was sent.
    const due = row(page, /e-mail is due/, 'Mette');
    await due.getByRole('button', { name: 'Write' }).click();
    const sent = due.getByRole('button', { name: 'Mark as sent' });
    await sent.waitFor();
    expect(await inMain(ripen, () => (globalThis as never as { opened: string[] }).opened)).toEqual([
      'mailto:mette@nordlys.example?subject=For%20Nordlys&body=Hello%20Mette%2C%0D%0Ahere%20it%20is.',
    ]);
    await sent.click();
    await toast(page).getByText('Logged: E-mail sent, Mette Weber.').waitFor();
    await row(page, /next step is due/, 'Luis')
      .getByRole('button', { name: 'Done' })
      .click();
    await page.getByRole('dialog', { name: /^Done/ }).getByRole('button', { name: 'Log as done' }).click();
    expect(await axeFindings(page)).toEqual([]);

    // A list from a webinar: one is known, one is new, one undo takes both back.
    await page.getByRole('button', { name: /^Log/ }).first().click();
    await page.getByRole('textbox', { name: 'What happened' }).evaluate(input => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Mette Weber, mette@nordlys.example\nJon Reed <jon@reed.example>');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    const pasted = page.getByRole('region', { name: 'Pasted list' });
    await pasted.getByText('1 known, 1 new').waitFor();
    await page.getByRole('option', { name: 'Webinar attended' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Log', exact: true }).click();
    await toast(page).getByText('Logged: Webinar attended, 2 people, 1 of them new.').waitFor();

    // The board: narrowed, and a card dragged to its place in own order.
    await page.getByRole('link', { name: 'Board' }).click();
    await card(page, 'lead', 'Jon').waitFor();
    await toast(page).getByRole('button', { name: 'Undo' }).first().click();
    await card(page, 'lead', 'Jon').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Sort cards/ }).click();
    await page.getByRole('menuitem', { name: 'Manual order' }).click();
    const before = await names(page, 'lead');
    const [first, last] = [card(page, 'lead', before[0] ?? ''), card(page, 'lead', before[2] ?? '')];
    const [from, to] = [await first.boundingBox(), await last.boundingBox()];
    if (!from || !to) throw new Error('Nothing to drag.');
    await page.mouse.move(from.x + 30, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 35, from.y + 60, { steps: 3 });
    await page.mouse.move(to.x + 30, to.y + to.height - 4, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => names(page, 'lead')).toEqual([before[1], before[2], before[0]]);
    await page.getByRole('button', { name: 'Filter' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();

    // A customer may buy again, and stays one.
    await card(page, 'customer', 'Cora').hover();
    await page.getByRole('button', { name: 'Actions for Cora Weber' }).click();
    await page.getByRole('menuitem', { name: 'Opportunity', exact: true }).click();
    const deal = page.getByRole('dialog', { name: 'New opportunity: Cora Weber' });
    await deal.getByRole('textbox', { name: 'Amount' }).fill('400');
    expect(await axeFindings(page)).toEqual([]);
    await deal.getByRole('button', { name: 'Open deal' }).click();
    await toast(page)
      .getByText(/Still a customer/)
      .waitFor();
    await card(page, 'customer', 'Cora').click();
    const panel = page.getByRole('complementary');
    await panel.getByRole('button', { name: 'New opportunity' }).waitFor();
    await panel.getByText('50 %').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Close' }).click();

    // Who gets an MQL, read out; days off; a plan.
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByText('By rules').click();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByText('Country is known: Sam Seller.').waitFor();
    await page.getByText('All others go to Sam Seller, Tia Trader in turn.').waitFor();
    await page.getByRole('checkbox', { name: 'Sun' }).check({ force: true });
    await page.getByText('Keep warm').first().click();
    await page.getByRole('textbox', { name: 'Subject' }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await zoomTo(ripen, 2);
    for (const place of ['Today', 'Board', 'Settings']) {
      await page.getByRole('link', { name: place }).click();
      await page.getByRole('heading', { level: 1, name: place }).waitFor();
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), { message: place })
        .toBeLessThanOrEqual(1);
      expect(await axeFindings(page), place).toEqual([]);
    }
    expect(troubles).toEqual([]);
  });
});
