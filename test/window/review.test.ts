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
