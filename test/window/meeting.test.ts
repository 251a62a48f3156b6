// @vitest-environment happy-dom
// The weekly meeting: each section of the agenda, what is decided and promised in it, and closing, which keeps it.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

const week = '2026-06-22';
/** The review of the week that is over, at one section. */
const meetingAt = async (section: string, of = week) => {
  const window = await renderScreen('review', `week.${of}.${section}`);
  return { window, meeting: () => window.call('meeting.get', { date: of }) };
};

it('a decision that is due is answered, with what came of it', async () => {
  const { window, meeting } = await meetingAt('last');
  await window.sees('1 needs an answer', 'Call the same day', '4 weeks before', '0 in 4 weeks, 3 in 4');
  await window.press('Change');
  await window.sees('Answer saved: ');
  const answered = async () => (await meeting()).cameBack[0];
  expect(await answered()).toMatchObject({ verdict: 'change' });
  await window.fill('Outcome', 'Half of them were called');
  await expect.poll(async () => (await answered())?.outcome).toBe('Half of them were called');
  await window.press('Add new decision');
  await expect.poll(window.route).toBe(`/review/week.${week}.decisions`);
});

it('a decision is written, read back in words, changed and deleted', async () => {
  const { window, meeting } = await meetingAt('decisions');
  const texts = async () => (await meeting()).decisions.map(({ text, expected }) => [text, expected]);
  await window.press(/^Add ?Enter/);
  await window.type('What did you decide?', 'Ring within an hour');
  await window.type('Expected MQLs a week', 'many');
  await window.press(/^Add ?Enter/);
  await window.type('Expected MQLs a week', '1.5');
  await window.type('Expected acceptance, %', '60');
  await window.press(/^Add ?Enter/);
  await window.sees('Decision added.', 'Ring within an hour', 'expects');
  await window.sees('review in the week of Jul 20');
  await window.press('Edit “Two webinars a month”');
  await window.type('Decision', 'One webinar a month');
  await window.keys('{Enter}');
  await window.sees('Decision saved.');
  await window.press('Delete “Ring within an hour”');
  await window.sees('Decision deleted.');
  expect((await texts()).map(([text]) => text)).toEqual(['One webinar a month']);
  await window.undo();
  await expect.poll(async () => (await texts()).length).toBe(2);
});

it('an action item gets an owner and a day, and is ticked in the next meeting', async () => {
  const { window, meeting } = await meetingAt('items');
  await window.sees('Book a speaker', 'Mara', 'no due date');
  await window.press('Edit “Book a speaker”');
  await window.keys('{Escape}');
  await window.press('Delete “Book a speaker”');
  await expect.poll(async () => (await meeting()).items).toEqual([]);
  await window.undo();
  await window.sees('Book a speaker');
});

it('commitments are numbers within bounds, and apply from next week', async () => {
  const { window, meeting } = await meetingAt('sla');
  await window.sees('No commitments yet. Enter a number; it applies from next week.');
  await window.fill('Share accepted, in percent', '120');
  await window.sees('From 0 to 100.');
  await window.fill('Hours to an answer', '0');
  await window.sees('From 1 to 1000.');
  await window.fill('MQLs a week', '3');
  await window.sees('Saved. Applies from next week.');
  expect((await meeting()).sla).toMatchObject({ mqlsAWeek: 3 });
  await window.press('Remove commitments');
  await expect.poll(async () => (await meeting()).sla).toBeNull();
});

it('closing says what is kept and what is missing, and keeps the minutes', async () => {
  const { window, meeting } = await meetingAt('close');
  await window.sees('figures of the week, each with its n, and 0 MQLs', '1 decision: Two webinars a month');
  await window.sees('1 action item: Book a speaker', 'No commitment', 'One decision due for review has no answer.');
  await window.press('Mara');
  await window.fill('Notes', 'Short one');
  await window.press('Close review of Week 26 of 2026');
  await window.sees('Review of Week 26 of 2026 closed. Its figures and minutes are now frozen.');
  await expect.poll(window.route).toBe(`/review/week.${week}.minutes`);
  await window.sees('Two webinars a month', 'Short one', 'Mara');
  expect((await meeting()).closedAt).not.toBeNull();
  await window.undo();
  await expect.poll(async () => (await meeting()).closedAt).toBeNull();
});

it('MQLs are listed with their receipts, and those that sales has answered', async () => {
  const { window } = await meetingAt('mqls', '2026-06-08');
  await window.sees('Ada', 'Bo', 'Cy', '110 points: 100 points reached.', 'Demo requested +50');
  await window.press(/^Bo ?Jun 8/);
  await window.sees('Became MQL Jun 8', 'Now Opportunity');
});

it('the handoff names who waits and for how long', async () => {
  const { window } = await meetingAt('handoff', '2026-06-08');
  await window.sees('1 of 1 are still waiting.', 'Answered in time 0 % 0 of 1', 'Ada Mara 504 hours');
});

it('channels show what was spent and what it brought', async () => {
  const { window } = await meetingAt('channels', '2026-06-08');
  await window.sees('1 channel; total €70 (n 3)', 'Fair in Graz 3 67 %');
  await window.at('Group by').press('Campaigns');
  await window.sees('Spring fair 3 67 %');
  await window.at('Group by').press('Team');
  await window.sees('Mara');
});

it('the funnel counts each stage of the week', async () => {
  const { window } = await meetingAt('funnel', '2026-06-08');
  await window.sees(/SQL 2 /, /Opportunity 2 /);
});

it('figures over time are drawn, and read as a table', async () => {
  const { window } = await meetingAt('trends', '2026-06-08');
  await window.sees('3 in week 24 of 2026, average 0.', '67 % in week 24 of 2026 (2 of 3)');
  await window.sees('target range: 13 % to 31 %');
  const first = window.at(/^MQL volume, by week/);
  await first.press('Show as table');
  await first.sees('Week', '24 of 2026');
});

it('the threshold is compared with others', async () => {
  const { window } = await meetingAt('threshold', '2026-06-08');
  await window.sees(
    'MQLs rejected 0 % 0 of 3',
    'It takes ten customers to say whether 10 is right; there is 1 so far.',
  );
  await window.sees('1 MQL a week includes 1 of 1 customer before they buy.');
});

it('what the draft would have done stands beside what happened', async () => {
  const { window } = await meetingAt('what-if');
  await window.sees('Draft compared with actual', 'Gained +1', 'Di');
});

it('past reviews are found and opened', async () => {
  const window = await renderScreen('review', 'past');
  await window.sees('1 closed', 'Week 22 of 2026', 'Call the same day');
  await window.press('Week 22 of 2026');
  await expect.poll(window.route).toContain('week.2026-05-25');
  await window.sees('Closed on Tuesday, June 16, 2026', 'Its figures are frozen and would be the same today.');
});
