// @vitest-environment happy-dom
// The board: filters, the menu of a card, moves of several, keys.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

const everyone = { search: '', memberId: null, channelId: null, tagId: null, cell: null } as const;

it('filters narrow the cards, are named, and go away again', async () => {
  const window = await renderScreen('board');
  await window.press('Filter');
  const dialog = window.at('Filter the board');
  await dialog.choose('Tag', 'Fair');
  await window.sees('1 person', 'Ada');
  await window.misses('Jon Reed');
  await dialog.choose('Grade', 'Fit C');
  await window.sees('0 people');
  await dialog.press('Clear filters');
  await window.sees('6 people');
  await dialog.choose('Channel', 'Fair in Graz');
  await dialog.press('Done');
  await window.sees('4 people');
  await window.press('Remove filter Fair in Graz');
  await window.sees('6 people');
  await window.choose('Owner', 'Mara');
  await window.sees('4 people');
});

it('the menu of a card plans its next step and moves it, and Undo moves it back', async () => {
  const window = await renderScreen('board');
  const lead = async () => (await window.call('leads.get', { id: window.ids.lead })).lead;
  await window.press('Actions for Di');
  await window.at('Di').press(/^Next step…/);
  await window.at('Next step: Di').type('What', 'Ring');
  await window.at('Next step: Di').press('Save');
  await expect.poll(async () => (await lead()).nextStep).toBe('Ring');
  await window.press('Actions for Di');
  await window.press('Visitor');
  await window.sees('Di is now a Visitor.');
  expect((await lead()).stage).toBe('visitor');
  await window.undo();
  await expect.poll(async () => (await lead()).stage).toBe('lead');
});

it('a next step that Escape left unsaved comes back for the same person only', async () => {
  const window = await renderScreen('board');
  const open = async (name: string) => {
    await window.press(`Actions for ${name}`);
    await window.at(name).press(/^Next step…/);
    return window.at(`Next step: ${name}`);
  };
  await (await open('Di')).type('What', 'Send the oak samples');
  await window.keys('{Escape}');
  await (await open('Jon Reed')).has('What', '');
  await window.keys('{Escape}');
  await (await open('Di')).has('What', 'Send the oak samples');
  await window.at('Next step: Di').press('Save');
  const lead = async () => (await window.call('leads.get', { id: window.ids.lead })).lead;
  await expect.poll(async () => (await lead()).nextStep).toBe('Send the oak samples');
});

it('a next step that was typed over another one does not come back over the newer one, nor after Cancel', async () => {
  const window = await renderScreen('board');
  const open = async () => {
    await window.press('Actions for Di');
    await window.at('Di').press(/^Next step…/);
    return window.at('Next step: Di');
  };
  const lead = async () => (await window.call('leads.get', { id: window.ids.lead })).lead;
  await window.call('leads.setNextStep', { id: window.ids.lead, nextStep: 'Ring', nextStepOn: '2026-07-03' });
  await window.sees('Jul 3');
  await (await open()).type('What', 'Write instead');
  await window.keys('{Escape}');
  await (await open()).has('What', 'Write instead');
  await window.keys('{Escape}');
  await window.call('leads.setNextStep', { id: window.ids.lead, nextStep: 'Visit', nextStepOn: '2026-07-04' });
  await window.sees('Jul 4');
  await (await open()).has('What', 'Visit');
  await window.at('Next step: Di').press('Save');
  await expect.poll(async () => (await lead()).nextStep).toBe('Visit');
  await (await open()).type('What', 'Send a card');
  await window.at('Next step: Di').press('Cancel');
  await (await open()).has('What', 'Visit');
});

it('an answer of sales stands first in the menu of an MQL', async () => {
  const window = await renderScreen('board');
  await window.press('Actions for Ada');
  await window.at('Ada').press('Accept');
  await window.at('Accept: Ada').press('Accept');
  await window.sees('Ada is now an SQL.');
});

it('several cards are selected and moved with one question', async () => {
  const window = await renderScreen('board');
  (await window.at(/^Lead 3 people/).element()).querySelector<HTMLElement>('[role=grid]')?.focus();
  await window.keys('{ArrowDown}x{ArrowDown}x');
  await window.at('Selected').sees('2 people selected');
  await window.at('Selected').press('Move to');
  await window.press('Nurture');
  const dialog = window.at(/^Nurture: 2 people/);
  await dialog.press('In 6 months');
  await dialog.press('Move to Nurture');
  await window.sees('are in Nurture until Dec 29');
  const inNurture = (await window.call('board.columns', everyone)).find(({ stage }) => stage === 'nurture');
  expect(inNurture?.count).toBe(2);
  await window.press(/^Nurture ?2/);
  await window.sees('Nurture 2 people', 'Ida Stone', 'Jon Reed');
});

it('a click on a card opens its lead, and a click on its menu does not', async () => {
  const window = await renderScreen('board');
  await window.press('Actions for Di');
  expect(window.route()).toBe('/board');
  await window.keys('{Escape}');
  const card = document.querySelector(`[data-card="${window.ids.lead}"]`);
  if (card) await window.user.click(card);
  await expect.poll(window.route).toBe(`/board/with/${window.ids.lead}`);
});

it('keys pressed on a card that is still on its way wait for it, in their order', async () => {
  const window = await renderScreen('today');
  const release = window.hold('board.cards');
  await window.goTo('board');
  const list = await expect
    .poll(() => document.querySelector<HTMLElement>('[data-list="lead"]'))
    .toBeTruthy()
    .then(() => document.querySelector<HTMLElement>('[data-list="lead"]'));
  list?.focus();
  await window.misses('Jon Reed');
  await window.keys('x{ArrowDown}m{ArrowDown}');
  expect(document.querySelector('[role="menuitem"]')).toBeNull();
  release();
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('menuitem');
  const items = [...document.querySelectorAll('[role="menuitem"]')];
  expect(items.indexOf(document.activeElement as Element)).toBe(1);
  const rows = [...(list?.querySelectorAll('[data-card]') ?? [])];
  expect(rows.map(row => row.getAttribute('aria-selected'))).toEqual(['true', 'false', 'false']);
  expect(list?.getAttribute('aria-activedescendant')).toBe(rows[1]?.id);
});

it('a press elsewhere takes back the keys that wait', async () => {
  const window = await renderScreen('today');
  const release = window.hold('board.cards');
  await window.goTo('board');
  await expect.poll(() => document.querySelector('[data-list="lead"]')).toBeTruthy();
  document.querySelector<HTMLElement>('[data-list="lead"]')?.focus();
  await window.keys('m');
  await window.press('Filter');
  release();
  await window.sees('Jon Reed');
  expect(document.querySelector('[role="menuitem"]')).toBeNull();
});

it('keys that wait for a card far down press nothing of the bar, where somebody goes meanwhile', async () => {
  const window = await renderScreen('today', undefined, {
    before: async ({ call }) => {
      for (let index = 0; index < 50; index++)
        await call('leads.create', { attributes: { firstName: `Joan ${index}` } });
    },
  });
  const release = window.hold('board.cards');
  await window.goTo('board');
  await expect.poll(() => document.querySelector('[data-list="lead"]')).toBeTruthy();
  const list = document.querySelector<HTMLElement>('[data-list="lead"]');
  list?.focus();
  await window.keys('x{End}{Enter}');
  release();
  await window.sees('Di selected', '56 people');
  // The card at the end is still on its way, and Enter waits for it.
  expect(window.route()).toBe('/board');
  expect(document.activeElement).toBe(list);
  const filter = [...document.querySelectorAll('button')].find(one => one.textContent === 'Filter');
  filter?.focus();
  expect(document.activeElement).toBe(filter);
  await window.call('leads.create', { attributes: { firstName: 'Zoe' } });
  await window.sees('57 people');
  expect(document.activeElement).toBe(filter);
  expect(document.querySelector('[role="dialog"], dialog[open]')).toBeNull();
  // Nor are they pressed when somebody comes back.
  list?.focus();
  await window.call('leads.create', { attributes: { firstName: 'Yara' } });
  await window.sees('58 people');
  expect(window.route()).toBe('/board');
});
