// The board in real Electron: cards move by drag, by keyboard and by their menu; every move asks, says and undoes.
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Stage } from '../../shared/stages.ts';
import { axeFindings, axeFindingsInBoth } from './support/axe.ts';
import { aUserData, type LaunchOptions, launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

const running: Ripen[] = [];
afterEach(async () => {
  for (const ripen of running.splice(0)) await ripen.close();
});

/** Dana waits for sales, Luis is an SQL, Mette has an offer of 1,200, Ada is a lead, Omar a visitor. */
const someLeads = () =>
  aFileWith(async ({ call, at }) => {
    at('2026-02-27T09:00:00Z');
    await call('members.save', { id: null, name: 'Sam Seller', side: 'sales', archived: false });
    const add = async (firstName: string, company: string, stage: 'visitor' | 'lead' = 'lead') =>
      (await call('leads.create', { attributes: { firstName, lastName: 'Weber', company }, stage })).id;
    const dana = await add('Dana', 'Kranich Logistik');
    const luis = await add('Luis', 'Ortega y Hijos');
    const mette = await add('Mette', 'Nordlys Energi');
    await add('Ada', 'Bright Harbour');
    await add('Omar', 'Haddad Foods', 'visitor');
    await call('activities.log', { leadIds: [dana], typeId: 'demo-requested' });
    await call('leads.move', { ids: [dana], move: { to: 'mql' } });
    await call('leads.move', { ids: [luis], move: { to: 'sql' } });
    await call('leads.move', { ids: [mette], move: { to: 'opportunity', amount: 120_000 } });
  });

const openBoard = async (): Promise<Ripen> => showBoard(await openShared({ workspace: await someLeads(), now: today }));
/** In an app of its own, as for a restart. */
async function startBoard(options: LaunchOptions): Promise<Ripen> {
  const ripen = await launchRipen({ now: today, ...options });
  running.push(ripen);
  return showBoard(ripen);
}
async function showBoard(ripen: Ripen): Promise<Ripen> {
  await ripen.page.getByRole('link', { name: 'Board' }).click();
  // Cards, not the grey lines that stand there before: a key pressed on those is meant for nobody.
  await ripen.page.locator('[data-list] [data-card]').first().waitFor();
  const rows = ripen.page.locator('[data-list] [role=row]');
  await expect.poll(() => rows.evaluateAll(all => all.filter(row => row.textContent === '').length)).toBe(0);
  return ripen;
}

const column = (page: Page, stage: Stage): Locator => page.locator(`[data-list=${stage}]`);
const card = (page: Page, stage: Stage, name: string): Locator =>
  column(page, stage).getByRole('row', { name: new RegExp(name) });
const toast = (page: Page): Locator => page.getByRole('region', { name: 'Notifications' });
/** The card the keyboard is on: its column has the focus and names it. */
const cardAtHand = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id ? (document.getElementById(id)?.getAttribute('aria-label') ?? null) : null;
  });
const undoLabels = ({ electronApp }: Ripen) =>
  electronApp.evaluate(({ Menu }) => {
    const edit = Menu.getApplicationMenu()?.items.find(item => item.label === '&Edit');
    return edit?.submenu?.items.slice(0, 2).map(item => item.label) ?? [];
  });

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('Nothing to drag, or nowhere to.');
  await page.mouse.move(start.x + 20, start.y + 20);
  await page.mouse.down();
  await page.mouse.move(start.x + 30, start.y + 30, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

async function choose(page: Page, from: Locator, item: string): Promise<void> {
  await from.hover();
  await from.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

describe('the board: move by drag, by keyboard and by a menu on the card', () => {
  it('moves a card by drag, and lets go of it with Escape', async () => {
    const ripen = await openBoard();
    const { page, troubles } = ripen;
    await drag(page, card(page, 'visitor', 'Omar'), column(page, 'lead'));
    await card(page, 'lead', 'Omar').waitFor();
    await toast(page).getByText('Omar Weber is now a Lead.').waitFor();
    await expect.poll(() => column(page, 'visitor').getByRole('row', { name: /Omar/ }).count()).toBe(0);

    const start = await card(page, 'lead', 'Omar').boundingBox();
    await page.mouse.move((start?.x ?? 0) + 20, (start?.y ?? 0) + 20);
    await page.mouse.down();
    await page.mouse.move(600, 500, { steps: 5 });
    const dragging = page.locator('html[data-dragging=true]');
    await dragging.waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await dragging.waitFor({ state: 'detached' });
    await page.mouse.up();
    await card(page, 'lead', 'Omar').waitFor();
    // A drop would have been one more step.
    await expect.poll(() => undoLabels(ripen)).toEqual(['Undo move to Lead', 'Redo']);
    expect(troubles).toEqual([]);
  });

  it('moves a card with a finger that has rested on it; a finger that goes on at once scrolls', async () => {
    const { page } = await openBoard();
    const client = await page.context().newCDPSession(page);
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: readonly { x: number; y: number }[]
    ) => client.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });
    const swipe = async (rests: boolean) => {
      const from = await card(page, 'visitor', 'Omar').boundingBox();
      const to = await column(page, 'lead').boundingBox();
      if (!from || !to) throw new Error('Nothing to touch.');
      const start = { x: from.x + 30, y: from.y + 30 };
      const end = { x: to.x + 60, y: to.y + 60 };
      const sent = [touch('touchStart', start)];
      if (rests) await page.locator('html[data-dragging=true]').waitFor();
      // Sent without a pause: a finger that goes on at once is not held up by a busy computer.
      for (let step = 1; step <= 6; step++) {
        const way = step / 6;
        sent.push(touch('touchMove', { x: start.x + (end.x - start.x) * way, y: start.y + (end.y - start.y) * way }));
      }
      await Promise.all([...sent, touch('touchEnd')]);
    };
    await swipe(false);
    await card(page, 'visitor', 'Omar').waitFor();
    await swipe(true);
    await card(page, 'lead', 'Omar').waitFor();
  });

  it('walks, moves on and carries a card by keyboard; the focus stays with the card and screen readers are told', async () => {
    const { page } = await openBoard();
    await column(page, 'visitor').focus();
    await expect.poll(() => cardAtHand(page)).toMatch(/^Omar Weber, Haddad Foods, .* of 100 points/);
    await page.keyboard.press('Shift+ArrowRight');
    await card(page, 'lead', 'Omar').waitFor();
    await expect.poll(() => cardAtHand(page)).toMatch(/^Omar/);

    await page.keyboard.press('Space');
    await expect
      .poll(() => page.getByRole('status').last().textContent())
      .toMatch(/^Picked up Omar Weber\. Left and Right/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.getByRole('status').last().textContent()).toContain('Over MQL, 4 of 10.');
    await page.keyboard.press('Space');
    await card(page, 'mql', 'Omar').waitFor();
    await expect.poll(() => cardAtHand(page)).toMatch(/^Omar/);

    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => cardAtHand(page)).toMatch(/^Ada/);
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await expect.poll(() => cardAtHand(page)).toMatch(/^Ada/);
  });

  it('moves a card by single clicks on its menu, and by letters on the same menu', async () => {
    const { page } = await openBoard();
    await choose(page, card(page, 'lead', 'Ada'), 'MQL');
    await card(page, 'mql', 'Ada').waitFor();

    await column(page, 'visitor').focus();
    await page.keyboard.press('m');
    // The first word with that letter is “Log”.
    await page.keyboard.press('l');
    await page.keyboard.press('l');
    await page.keyboard.press('Enter');
    await card(page, 'lead', 'Omar').waitFor();
  });
});

describe('several cards at once', () => {
  it('are selected, moved by one click and taken back in one step', async () => {
    const { page } = await openBoard();
    await card(page, 'lead', 'Ada').click({ modifiers: ['ControlOrMeta'] });
    await column(page, 'visitor').focus();
    await page.keyboard.press('x');
    const bar = page.getByRole('region', { name: 'Selected' });
    await bar.getByText('2 people selected').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Move to' }).click();
    await page.getByRole('menuitem', { name: 'MQL' }).click();
    await card(page, 'mql', 'Ada').waitFor();
    await card(page, 'mql', 'Omar').waitFor();
    await bar.waitFor({ state: 'detached' });
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await card(page, 'lead', 'Ada').waitFor();
    await card(page, 'visitor', 'Omar').waitFor();
  });
});

describe('accept and reject with reason and nurture date', () => {
  it('asks for need, budget, authority, timeline and who gets it, and keeps what was answered', async () => {
    const { page } = await openBoard();
    await choose(page, card(page, 'mql', 'Dana'), 'Accept');
    const question = page.getByRole('dialog', { name: 'Accept: Dana Weber' });
    await question.getByRole('group', { name: 'Need' }).getByText('Yes').click();
    await question.getByRole('textbox', { name: 'Need, note' }).fill('A warehouse by May');
    await question.getByRole('textbox', { name: 'Budget' }).fill('5,000');
    await question.getByRole('combobox', { name: 'Assign to' }).or(question.getByLabel('Assign to')).first().click();
    await page.getByRole('option', { name: 'Sam Seller' }).click();
    await question.getByRole('button', { name: 'Accept' }).click();
    await card(page, 'sql', 'Dana').waitFor();
    await expect.poll(() => card(page, 'sql', 'Dana').getAttribute('aria-label')).toContain('owner Sam Seller');

    // Asked again, nothing has to be said twice.
    await choose(page, card(page, 'sql', 'Dana'), 'MQL');
    await choose(page, card(page, 'mql', 'Dana'), 'Accept');
    await expect
      .poll(() => question.getByRole('textbox', { name: 'Need, note' }).inputValue())
      .toBe('A warehouse by May');
    await expect.poll(() => question.getByRole('textbox', { name: 'Budget' }).inputValue()).toContain('5,000');
  });

  it('rejects only with a reason, and brings the person back on the date', async () => {
    const { page } = await openBoard();
    await choose(page, card(page, 'mql', 'Dana'), 'Reject');
    const question = page.getByRole('dialog', { name: 'Reject: Dana Weber' });
    await question.getByRole('button', { name: 'Reject' }).click();
    await question.getByText('Choose a reason.').waitFor();
    await question.getByText('Bad timing').click();
    await question.getByText('In 6 months').click();
    await question.getByRole('textbox', { name: 'Note' }).fill('Moves house in summer');
    await question.getByRole('button', { name: 'Reject' }).click();
    await toast(page)
      .getByText(/Dana Weber is in Nurture until .*Sep.*: bad timing\./)
      .waitFor();
    await page.getByRole('button', { name: /^Nurture 1/ }).click();
    await card(page, 'nurture', 'Dana').waitFor();
  });
});

describe('win with an amount; lose with a reason', () => {
  it('fills in the amount of the offer and adds it up in the column', async () => {
    const { page } = await openBoard();
    // The answer an opportunity waits for stands first on the lead itself, as on the menu of its card.
    await card(page, 'opportunity', 'Mette').click();
    const panel = page.getByRole('complementary', { name: 'Mette Weber' });
    await panel.getByRole('button', { name: 'Lose', exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Win', exact: true }).click();
    const question = page.getByRole('dialog', { name: 'Won: Mette Weber' });
    await expect.poll(() => question.getByRole('textbox', { name: 'Won amount' }).inputValue()).toContain('1,200');
    await question.getByRole('textbox', { name: 'Won amount' }).fill('1,100.50');
    await page.keyboard.press('Enter');
    await card(page, 'customer', 'Mette').waitFor();
    await page
      .getByRole('region', { name: /Customer/ })
      .getByText('€1,101')
      .first()
      .waitFor();
  });

  it('loses with one of the reasons, by keyboard alone', async () => {
    const { page } = await openBoard();
    await column(page, 'sql').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Lost' }).press('Enter');
    const question = page.getByRole('dialog', { name: 'Lost: Luis Weber' });
    await question.getByRole('radio', { name: 'Price' }).press('ArrowRight');
    await page.keyboard.press('Enter');
    await toast(page).getByText('Luis Weber is Lost: timing.').waitFor();
  });
});

describe('undo and redo of every one of these, also after a restart; the menu names the step', () => {
  it('takes back and does again what was moved, accepted, won and lost', async () => {
    const userData = await aUserData();
    const workspace = await someLeads();
    const first = await startBoard({ userData, workspace });
    const { page } = first;
    await choose(page, card(page, 'visitor', 'Omar'), 'Lead');
    await card(page, 'lead', 'Omar').waitFor();
    await choose(page, card(page, 'mql', 'Dana'), 'Accept');
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await card(page, 'sql', 'Dana').waitFor();
    await choose(page, card(page, 'opportunity', 'Mette'), 'Win');
    await page.getByRole('dialog').getByRole('button', { name: 'Won' }).click();
    await card(page, 'customer', 'Mette').waitFor();
    await choose(page, card(page, 'sql', 'Luis'), 'Lost');
    await page.getByRole('dialog').getByText('Price').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as lost' }).click();
    await expect.poll(() => column(page, 'sql').getByRole('row', { name: /Luis/ }).count()).toBe(0);
    await expect.poll(() => undoLabels(first)).toEqual(['Undo move to Lost', 'Redo']);
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await card(page, 'sql', 'Luis').waitFor();
    await expect.poll(() => undoLabels(first)).toEqual(['Undo move to Customer', 'Redo move to Lost']);
    await first.close();

    const again = await startBoard({ userData, workspace });
    await expect.poll(() => undoLabels(again)).toEqual(['Undo move to Customer', 'Redo move to Lost']);
    await column(again.page, 'customer').focus();
    await again.page.keyboard.press('Control+z');
    await card(again.page, 'opportunity', 'Mette').waitFor();
    await again.page.keyboard.press('Control+z');
    await card(again.page, 'mql', 'Dana').waitFor();
    await again.page.keyboard.press('Control+z');
    await card(again.page, 'visitor', 'Omar').waitFor();
    for (let step = 0; step < 4; step++) await again.page.keyboard.press('Control+Shift+z');
    await card(again.page, 'lead', 'Omar').waitFor();
    await card(again.page, 'sql', 'Dana').waitFor();
    await card(again.page, 'customer', 'Mette').waitFor();
    await again.page.getByRole('button', { name: /^Lost 1/ }).waitFor();
    await expect.poll(() => undoLabels(again)).toEqual(['Undo move to Lost', 'Redo']);
  });
});

describe('axe on the board, in light and dark', () => {
  it('finds nothing, with an off-funnel stage open, a menu open and a question asked', async () => {
    const { page } = await openBoard();
    await page.getByRole('button', { name: /^Nurture/ }).click();
    expect(await axeFindingsInBoth(page)).toEqual([]);
    await card(page, 'mql', 'Dana').hover();
    await page.getByRole('button', { name: 'Actions for Dana Weber' }).click();
    expect(await axeFindingsInBoth(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Accept' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).waitFor();
    expect(await axeFindingsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await choose(page, card(page, 'mql', 'Dana'), 'Reject');
    expect(await axeFindingsInBoth(page)).toEqual([]);
  });
});
