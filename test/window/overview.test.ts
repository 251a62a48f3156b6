// @vitest-environment happy-dom
// Where we are: the first meeting opens with it; what has nothing to say is one line of the agenda, and opens.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

/** A sheet of jobs, as a first import: open quotes, customers without a day, no activity. */
const jobs = (count: number): string =>
  [
    'Name\tCompany\tStatus\tAmount',
    ...Array.from({ length: count }, (_, i) => {
      const status = ['Lead', 'Opportunity', 'Customer', 'Lost'][i % 4];
      return `Person ${i}\tCompany ${i}\t${status}\t${1000 + i}`;
    }),
  ].join('\n');

async function firstMeeting(count = 12) {
  return renderScreen('review', null, {
    start: 'empty',
    before: async ({ call }) => {
      const source = { kind: 'pasted', text: jobs(count) } as const;
      const { mapping } = await call('imports.read', { jobId: 'r', source });
      await call('imports.run', { jobId: 'i', source, mapping });
    },
  });
}

it('opens the first meeting: open by stage and for how much, customers without a day, what is missing', async () => {
  const window = await firstMeeting();
  await window.sees('Where we are', 'This is the first meeting.');
  await window.sees(/6 people are open, with .* leads?, 3 opportunities\./, 'No one is waiting for sales.');
  await window.sees('3 customers without a day of purchase', 'No member of the team is in sales.');
  await window.press('Show 3 without a day');
  await window.at('Without a day').sees('3 people', 'Person 2');
});

it('folds sections with nothing to say into one line, which opens one of them with the reason', async () => {
  const window = await firstMeeting();
  const agenda = window.at('Agenda');
  await agenda.sees(/\d sections with nothing to say/, 'Decisions');
  await agenda.sees('No new MQLs in this week.');
  await window.keys('{ArrowRight}');
  expect(window.route()).not.toMatch(/mqls|handoff|trends/);
  await window.goTo('review', 'week.2026-05-25.mqls');
  await window.sees('No new MQLs in this week');
});

it('names who waits and opens the lead; the numbers of the year open their people', async () => {
  const window = await renderScreen('review', 'week.2026-06-22.overview');
  await window.sees('Waiting for sales', 'Ada', '2026 so far: 1 won, 0 lost');
  await window.press('Show 1 won');
  await window.at('Won').sees('1 person', 'Cy');
  await window.press('Ada');
  await expect.poll(window.route).toContain(window.ids.mql);
});

it('counts who has done nothing yet, and says so of those whom only the team called as well', async () => {
  const window = await renderScreen('review', null, {
    start: 'empty',
    before: async ({ call }) => {
      for (const typeId of ['call-made', 'inbound-call']) {
        const { id } = await call('leads.create', { attributes: { firstName: 'Joan' } });
        await call('activities.log', { leadIds: [id], typeId });
      }
    },
  });
  await window.sees('1 of 2 leads have no activity by the lead.');
});
