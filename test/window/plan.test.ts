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

const aPlan = () =>
  renderScreen('review', `week.${week}.plan`, {
    start: 'empty',
    before: async ({ call, clock }) => {
      await liveAsBusiness({ call, clock });
      clock.now = monday;
    },
  });

it('says chance and need of a goal, and a decision carries it', async () => {
  const window = await aPlan();
  await window.sees(/5 new customers by .*: the chance is .*\. Likely: .* \(80 %\)/);
  await window.sees('In all', 'In time until', 'How such plans would have done', /Spend: /);
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
});

it('a lever goes as far as the records do and says so; one line says the chance, and the decision keeps the lever', async () => {
  const window = await aPlan();
  const status = () => {
    const lines = [...document.querySelectorAll('section[aria-label="Levers"] [role="status"]')];
    return lines.map(line => line.textContent);
  };
  await window.sees(/5 new customers by/);
  // The numbers of the plan are not read out again with each move.
  expect(document.querySelector('section[aria-label="Plan"]')?.getAttribute('aria-live')).toBeNull();
  const [before] = status();
  expect(before).toMatch(/^The chance is \d+\s%\.$/);
  const field = 'Leads in 4 weeks: Fairs, as a number';
  await window.type(field, '95');
  await window.sees('Your records go no further than 12, so the plan uses that.');
  await window.type(field, '-5');
  await window.sees('Your records go no further than 0, so the plan uses that.');
  await window.type(field, '1');
  await window.keys('{Enter}');
  await window.sees('10 current');
  // What the plan says with that one lead, once it has come.
  const goal = { what: 'customers', amount: 5, by: '2026-09-01' } as const;
  const id = (await window.call('plan.get', { goal, levers: {} })).plan?.levers.channels[0]?.id ?? '';
  const { plan } = await window.call('plan.get', { goal, levers: { channels: [{ id, aWeek: 0.25 }] } });
  const percent = Math.round(100 * (plan?.chance ?? 0));
  await expect.poll(status).toEqual([expect.stringMatching(`^The chance is ${percent}\\s%\\.$`)]);
  expect(status()).not.toEqual([before]);
  // It is the only line that is read out with the chance.
  const live = [...document.querySelectorAll('[role="status"], [aria-live]')].map(part => part.textContent ?? '');
  expect(live.filter(text => text.includes('chance'))).toEqual(status());
  await window.press('Decide on this plan');
  await window.sees('Decision added.', /chance .* with 1 lead in 4 weeks from Fairs/);
  const { decisions } = await window.call('meeting.get', { date: week });
  expect(decisions[0]?.expected?.plan?.levers?.channels).toMatchObject([{ label: 'Fairs', aWeek: 0.25 }]);
});
