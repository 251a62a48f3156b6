// @vitest-environment happy-dom
// What is planned when a lead or a deal ends: named where it ends with it, asked where it may stay.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

type Start = Parameters<typeof renderScreen>[2];
const step = 'Send the offer';
/** The deal of before was won: the lead who loses the next one stays a customer. */
const boughtBefore: Start = {
  before: async ({ call, ids }) => {
    await call('deals.close', { id: ids.deal, end: { how: 'won', amount: null } });
    await call('leads.move', { ids: [ids.opportunity], move: { to: 'opportunity', amount: 30_000 } });
  },
};

type Answer = readonly [start: Start, open: readonly string[], dialog: string, answer: readonly string[]];
const win: Answer = [{}, ['Win'], 'Won: Bo', ['Won']];
const reject: Answer = [{}, ['Move', 'Nurture'], 'Nurture: Bo', ['Move to Nurture']];
const lose: Answer = [{}, ['Lose'], 'Lost: Bo', ['Price', 'Mark as lost']];
const winDeal: Answer = [{}, ['Actions for Quay', 'Won…'], 'Won', ['Won']];
const loseDeal: Answer = [{}, ['Actions for Quay', 'Lost…'], 'Lost', ['Price', 'Lost']];

async function openDialog([start, open, dialog]: Answer) {
  const window = await renderScreen('lead', null, start);
  await window.goTo('lead', window.ids.opportunity);
  for (const button of open) await window.press(button);
  const steps = async () => (await window.call('nextSteps.ofLead', { leadId: window.ids.opportunity })).length;
  return { window, dialog: window.at(dialog), steps };
}

it.each([
  ['a lead is lost', lose],
  ['the last deal of a lead is lost', loseDeal],
] as const)('when %s, the next step is said to end, and ends', async (_, answer) => {
  const { dialog, steps } = await openDialog(answer);
  await dialog.sees(`The next step ends: ${step} (Jun 20).`);
  await dialog.misses('Keep');
  expect(await steps()).toBe(1);
  for (const button of answer[3]) await dialog.press(button);
  await expect.poll(steps).toBe(0);
});

it.each([
  ['a lead is won', win],
  ['a deal is won', winDeal],
  ['a lead goes to Nurture', reject],
  ['a customer loses a further deal', [boughtBefore, ['Lose'], 'Lost: Bo', ['Price', 'Mark as lost']] as Answer],
] as const)('when %s, the next step is asked about: it stays, or ends', async (_, answer) => {
  for (const [choice, left] of [
    [null, 1],
    ['End', 0],
  ] as const) {
    const { window, dialog, steps } = await openDialog(answer);
    await dialog.sees('Next step', `${step} (Jun 20)`);
    await dialog.has('Keep', 'on');
    if (choice !== null) await dialog.press(choice);
    const stage = (await window.call('leads.get', { id: window.ids.opportunity })).lead;
    for (const button of answer[3]) await dialog.press(button);
    const moved = async () => (await window.call('leads.get', { id: window.ids.opportunity })).lead;
    await expect.poll(async () => JSON.stringify(await moved())).not.toBe(JSON.stringify(stage));
    expect(await steps()).toBe(left);
  }
});
