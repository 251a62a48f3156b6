// Weekly meeting in real Electron, by keyboard: opened, held, closed; four weeks later the decision comes back and is answered.
import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import type { CallName, Input, Output } from '../../shared/contract.ts';
import { axeFindings } from './support/axe.ts';
import { aUserData, type LaunchOptions, launchRipen } from './support/launch.ts';
import { aFileWith } from './support/leads.ts';
import { inMain, zoomTo } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';

let ripen: Ripen | undefined;
afterEach(async () => {
  await ripen?.close();
  ripen = undefined;
});

async function open(options: LaunchOptions): Promise<Page> {
  ripen = await launchRipen(options);
  const { page } = ripen;
  if (!options.workspace) await page.evaluate(() => window.ripen.call('workspaces.openSample', {}));
  await page.locator('#screen-title').waitFor();
  return page;
}

async function ask<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const given = { name, input };
  const answer = await page.evaluate(request => window.ripen.call(request.name, request.input), given);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value as Output<N>;
}

const has = (place: Locator) => place.evaluate(element => element === document.activeElement);
/** Tab, until the keyboard is there. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.waitFor();
  for (let times = 0; times < 80; times++) {
    if (await has(place)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${place}.`);
}
const section = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
const isFullScreen = () =>
  inMain(ripen as Ripen, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen() ?? false);

const text = 'Whoever asks for a demo is called within two hours';

test('a whole meeting from opening to closing, and four weeks later the one in which its decision comes back', async () => {
  const userData = await aUserData();
  let page = await open({ userData, now: '2026-03-02T08:30:00Z' });
  await page.keyboard.press('Control+Shift+m');
  await section(page, 'Last meeting');
  await expect.poll(isFullScreen).toBe(true);
  await expect.poll(() => page.getByRole('navigation', { name: 'Screens' }).isVisible()).toBe(false);

  // What came back is answered; the line says what was measured.
  await tabTo(page, page.getByRole('radio', { name: 'Keep' }));
  await page.keyboard.press('Space');
  await expect.poll(() => page.getByLabel('Outcome').inputValue()).toMatch(/^MQLs a week \d.*Accepted by sales/);
  expect(await axeFindings(page)).toEqual([]);
  const item = page.getByRole('checkbox', { name: 'Book the booth for the next trade show' });
  await tabTo(page, item);
  await page.keyboard.press('Space');
  await expect.poll(() => item.isChecked()).toBe(true);

  // Arrows, the keys of a remote and digits lead through the agenda.
  for (const name of ['Where we are', 'Figures', 'Over time', 'Funnel']) {
    await page.keyboard.press('ArrowRight');
    await section(page, name);
  }
  await page.keyboard.press('PageUp');
  await section(page, 'Over time');
  await page.keyboard.press('6');
  await section(page, 'MQLs');
  const listedLead = page.getByRole('article').getByRole('heading').first();
  const first = await listedLead.innerText();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => listedLead.innerText()).not.toBe(first);

  await page.keyboard.press('0');
  await section(page, 'What if');
  for (const name of ['Plan', 'Decisions']) {
    await page.keyboard.press('PageDown');
    await section(page, name);
  }
  await tabTo(page, page.getByLabel('What did you decide?'));
  await page.keyboard.type(text);
  await tabTo(page, page.getByLabel('Expected MQLs a week'));
  await page.keyboard.type('5');
  await tabTo(page, page.getByLabel('Expected acceptance, %'));
  await page.keyboard.type('70');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Decisions' }).getByText(text).waitFor();
  await expect
    .poll(() => page.getByRole('list', { name: 'Decisions' }).innerText())
    .toContain('expects 5 MQLs a week, 70\u00a0% accepted');

  // Escape takes the keyboard out of the field, not out of the meeting.
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await section(page, 'Action items');
  await tabTo(page, page.getByLabel('What needs to be done?'));
  await page.keyboard.type('Write the two hours on the wall');
  await tabTo(page, page.getByLabel('Owner', { exact: true }));
  await page.keyboard.type('Pri');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Add' }));
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Action items' }).getByText('Priya Raman').waitFor();

  await page.keyboard.press('PageDown');
  await section(page, 'Commitments');
  await tabTo(page, page.getByLabel('Hours to an answer'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.getByText('Saved. Applies from next week and replaces').waitFor();

  await page.keyboard.press('PageDown');
  await section(page, 'Close');
  await tabTo(page, page.getByRole('button', { name: 'Add whole team' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('checkbox', { name: 'Tom Achterberg' }).isChecked()).toBe(true);
  await page.keyboard.press('n');
  await page.keyboard.type('The telephone was the topic.');
  await page.keyboard.press('Escape');
  const week = { date: '2026-02-23' };
  await expect.poll(async () => (await ask(page, 'meeting.get', week)).notes).toBe('The telephone was the topic.');
  await tabTo(page, page.getByRole('button', { name: /^Close review of Week 9/ }));
  await page.keyboard.press('Enter');
  await section(page, 'Minutes');

  // Undo opens it again, and closing it again is one key away.
  await page.keyboard.press('Control+z');
  await section(page, 'Close');
  await tabTo(page, page.getByRole('button', { name: /^Close review of Week 9/ }));
  await page.keyboard.press('Enter');
  await section(page, 'Minutes');
  for (const said of [text, 'Write the two hours on the wall', 'an answer within 2 hours', 'Tom Achterberg']) {
    await page.getByText(said).first().waitFor();
  }
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(isFullScreen).toBe(false);
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();

  // A lead that is edited afterwards changes nothing of it; the difference is said.
  const kept = await ask(page, 'meeting.get', week);
  const mql = kept.figures?.mqls[0]?.leadId ?? '';
  const count = kept.figures?.mqls.length ?? 0;
  expect(count).toBeGreaterThan(1);
  await ask(page, 'leads.remove', { ids: [mql] });
  await page.getByRole('link', { name: 'Figures' }).click();
  const volume = page.getByRole('article', { name: 'MQL volume' });
  await volume.getByText(`${count} at closing, would be ${count - 1} today`).waitFor();
  await expect.poll(() => volume.getByTitle('Show the people behind this number').innerText()).toBe(`${count}`);
  // Behind the number there is a list of now, and it says so.
  await volume.getByTitle('Show the people behind this number').click();
  await page.getByText(`Based on today’s records. At closing there were ${count}.`).waitFor();
  await page.keyboard.press('Escape');
  // Funnel and tables say it like the figures.
  await page.getByRole('link', { name: 'Funnel' }).click();
  const mqls = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'MQL', exact: true }) });
  await mqls.getByText(`now ${count - 1}`).waitFor();
  await page.getByRole('link', { name: 'Channels and spend' }).click();
  await page
    .getByRole('row', { name: /^Total/ })
    .getByText(`now ${count - 1}`)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Figures' }).click();
  await section(page, 'Figures');
  const later = await ask(page, 'meeting.get', week);
  expect(later.figures).toEqual(kept.figures);
  expect(later.minutes).toEqual(kept.minutes);
  expect(await axeFindings(page)).toEqual([]);
  await ask(page, 'journal.undo', {});
  expect(ripen?.troubles).toEqual([]);
  await ripen?.close();

  // Four weeks later, in the dark.
  page = await open({ userData, now: '2026-03-30T08:30:00Z', colorScheme: 'dark' });
  await page.keyboard.press('Control+5');
  const back = page.getByRole('article').filter({ hasText: text });
  await back.waitFor();
  await expect.poll(() => back.getByRole('row', { name: /^MQLs a week/ }).innerText()).toMatch(/\t5\t/);
  await expect.poll(() => back.getByRole('row', { name: /^Accepted by sales/ }).innerText()).toMatch(/70\s%/);
  await page.getByText('An answer within 2 hours').waitFor();
  await page.getByRole('checkbox', { name: 'Write the two hours on the wall' }).waitFor();
  await tabTo(page, back.getByRole('radio', { name: 'Keep' }));
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => back.getByRole('radio', { name: 'Change' }).isChecked()).toBe(true);
  await tabTo(page, back.getByLabel('Outcome'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Two hours were too few; four it is.');
  await page.keyboard.press('Control+Enter');
  expect(await axeFindings(page)).toEqual([]);
  const next = (await ask(page, 'meeting.get', { date: '2026-03-23' })).weekStart;
  await expect
    .poll(async () => (await ask(page, 'meeting.get', { date: next })).cameBack.find(one => one.text === text))
    .toMatchObject({ verdict: 'change', outcome: 'Two hours were too few; four it is.' });

  // The past: found by its words, read as it was, two of them side by side.
  await page.getByRole('button', { name: 'Past reviews' }).click();
  await page.getByLabel('Search past reviews').fill('two hours on the WALL');
  const rows = page.getByRole('list', { name: 'Past reviews' }).getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(1);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('checkbox', { name: /^Compare Week 9/ }).check();
  await page.getByLabel('Search past reviews').fill('');
  await page.getByRole('checkbox', { name: /^Compare Week 8/ }).check();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const line = page.getByRole('row', { name: /^MQL volume/ });
  await line.waitFor();
  const [one = 0, two = 0] = (await line.innerText()).split('\t').slice(1).map(Number);
  expect(two).toBe(count);
  expect((await line.innerText()).split('\t').at(-1)).toBe(
    two === one ? 'the same' : `${two > one ? '+' : '−'}${Math.abs(two - one)}`,
  );
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Week 9 of 2026' }).click();
  await section(page, 'Figures');
  await page.getByText(/^Closed on Monday, March 2, 2026/).waitFor();
  expect(ripen?.troubles).toEqual([]);
});

test('the first meeting ever says what will happen, and holds at twice the size', async () => {
  const workspace = await aFileWith(async () => {});
  const page = await open({ workspace, now: '2026-03-02T09:00:00Z' });
  await zoomTo(ripen as Ripen, 2);
  await page.keyboard.press('Control+5');
  await section(page, 'Where we are');
  await page.getByRole('heading', { name: 'No leads yet' }).waitFor();
  const agenda = page.getByRole('navigation', { name: 'Agenda' });
  await agenda.getByText(/sections with nothing to say/).click();
  await agenda.getByText('No lead has become MQL yet.').first().waitFor();
  for (const name of ['What if', 'Plan', 'Decisions', 'Action items', 'Commitments', 'Close', 'Last meeting']) {
    await agenda.getByRole('link', { name }).click();
    await section(page, name);
    expect(await axeFindings(page), name).toEqual([]);
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide, name).toBeLessThanOrEqual(room ?? 0);
  }
  await page.getByRole('heading', { name: 'This is the first meeting' }).waitFor();
  await page.getByRole('button', { name: 'Start with the figures' }).click();
  await section(page, 'Figures');
  await page.evaluate(() => {
    location.hash = '/review/past';
  });
  await page.getByRole('heading', { name: 'No closed reviews yet' }).waitFor();
  expect(ripen?.troubles).toEqual([]);
});
