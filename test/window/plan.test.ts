// @vitest-environment happy-dom
// A plan in the meeting: too few records are said, a goal is changed, a lever is moved, and a decision carries the plan.
import { expect, it } from 'vitest';
import { liveAsBusiness } from '../support/business.ts';
import { renderScreen } from '../support/render-screen.ts';
import { monday } from '../support/workspace.ts';

const week = '2026-05-25';

it('says what is missing where there are too few records', async () => {
  const window = await renderScreen('review', `week.${week}.plan`, { start: 'empty' });
  await window.sees('Not enough records for a plan yet', 'No new leads of the last year with a day; it takes 20.');
  await window.sees('never numbers of others');
});

it('says chance and need of a goal, and a decision carries it', async () => {
  const window = await renderScreen('review', `week.${week}.plan`, {
    start: 'empty',
    before: async ({ call, clock }) => {
      await liveAsBusiness({ call, clock });
      clock.now = monday;
    },
  });
  await window.sees(/5 new customers by .*: the chance is .*\. Likely are .* \(80 %\)/);
  await window.sees('In all', 'Half of them by', 'How such plans would have done', /Spend: /);
  await window.type('How many', '40');
  await window.sees(/40 new customers by .*: the chance is below 1 %/);
  await window.type('How many', '0');
  await window.sees('Enter a number above 0.');
  await window.type('How many', '4');
  await window.sees(/4 new customers by/);
  await window.press('Decide on this plan');
  await window.sees('Decision added.', 'Plan: 4 new customers by', /expects .*chance/);
  const { decisions } = await window.call('meeting.get', { date: week });
  expect(decisions[0]?.expected?.plan?.goal).toMatchObject({ what: 'customers', amount: 4 });
  await window.undo();
  await expect.poll(async () => (await window.call('meeting.get', { date: week })).decisions).toEqual([]);
}, 120_000);
