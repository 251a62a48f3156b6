// @vitest-environment happy-dom
// The review: figures with their change and average, as the meeting reads them.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

it.each([
  ['2026-06-08', /MQL volume 3 .*\+3 vs\. previous week/],
  ['2026-06-15', /MQL volume 0 .*−3 vs\. previous week/],
])('a figure of the week of %s says by how much it grew or fell', async (week, text) => {
  const window = await renderScreen('review', `week.${week}.figures`);
  await window.sees(text);
});

it('a figure says its average of the weeks before', async () => {
  const window = await renderScreen('review', 'week.2026-06-22.figures');
  await window.sees(/MQL volume 0 people who became MQL in the period unchanged, average 1/);
});

it('a number opens the people behind it, and each opens the lead', async () => {
  const window = await renderScreen('review', 'week.2026-06-08.figures');
  await window.press('Show 2, Reached SQL');
  const drawer = window.at('Reached SQL');
  await drawer.sees('Week 24 of 2026', '2 people', 'Bo', 'Cy');
  await drawer.press(/^Bo/);
  await expect.poll(window.route).toContain(window.ids.opportunity);
  await window.keys('{Escape}');
  await window.misses('Next steps');
  await window.keys('{Escape}');
  await window.misses('2 people');
});

it('what brought the MQLs of a week is shown by each model, and a credit opens its people', async () => {
  const window = await renderScreen('review');
  const [mql] = [window.ids.mql];
  const { activities } = await window.call('leads.get', { id: mql });
  const first = activities.at(-1);
  await window.call('activities.update', { id: first?.id ?? '', content: 'Stair guide' });
  await window.goTo('review', 'week.2026-06-08.channels');
  await window.sees('What brought them');
  await window.press('Content');
  await window.press('First touch');
  const table = window.at('What brought them, in numbers');
  await table.sees(/Stair guide 1 of 3/);
  await table.sees('No content');
  await table.press('1');
  await window.at('Stair guide: MQLs').sees('1 person', 'Ada');
});
