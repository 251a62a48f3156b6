// The review in real Electron: its numbers against an independent computation over the same file, and the way through it.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { questionOf } from '../support/export-of-workspace.ts';
import { spanOf } from '../support/independent-dates.ts';
import { figuresBy, wilsonBySearch } from '../support/independent-figures.ts';
import { axeFindingsInBoth } from './support/axe.ts';
import { aSampleAt } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

/** Monday morning: the meeting about the week from 23 February to 1 March. */
const now = '2026-03-02T08:30:00Z';

async function openSample(): Promise<{ ripen: Ripen; page: Page; file: string }> {
  const file = await aSampleAt(now);
  const ripen = await openShared({ now, workspace: file });
  return { ripen, page: ripen.page, file };
}

/** What one figure says on the screen. */
type Shown = { value: number | null; parts: number[]; interval: number[] | null };

const numbersIn = (text: string): number[] =>
  (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map(part => Number(part.replaceAll(',', '')));

/** `full`: its name in the line of figures without a number, where it has none in any of the periods compared. */
async function read(group: Locator, label: string, full = label): Promise<Shown> {
  const folded = group.page().locator('details').getByRole('article', { name: full, exact: true });
  const figure = (await folded.count()) > 0 ? folded : group.getByRole('article', { name: label, exact: true });
  const [value = Number.NaN] = numbersIn(await figure.locator('p').first().locator('> :first-child').innerText());
  const parts = numbersIn(await figure.locator('p').first().locator('> :nth-child(2)').innerText());
  const likely = figure.getByText('95 % CI');
  const interval =
    (await likely.count()) > 0 ? numbersIn((await likely.locator('..').innerText()).replace('95 % CI', '')) : null;
  return { value: Number.isNaN(value) ? null : value, parts, interval };
}

/** Every figure on the screen that a rate, a volume or a median is promised for, by its id. */
async function readAll(page: Page): Promise<Record<string, Shown>> {
  const group = (name: string) => page.getByRole('region', { name, exact: true });
  const volume = group('Volume and time');
  const toSql = group('MQL to SQL');
  const toCustomer = group('SQL to customer');
  await volume.waitFor();
  const quiet = page.getByText(/^No number yet: /);
  // Opened in the frame, so that it stays as it is where it is open.
  if ((await quiet.count()) > 0) await quiet.evaluate(summary => summary.parentElement?.setAttribute('open', ''));
  return {
    'mql-volume': await read(volume, 'MQL volume'),
    'new-customers': await read(volume, 'New customers'),
    'time-to-conversion': await read(volume, 'Time to conversion'),
    'mql-to-sql-cohort': await read(toSql, 'By MQL cohort', 'MQL to SQL, by MQL cohort'),
    'mql-to-sql-period': await read(toSql, 'In the period', 'MQL to SQL, in the period'),
    'mql-to-sql-settled': await read(toSql, 'Last 12 matured weeks', 'MQL to SQL, last 12 matured weeks'),
    'sql-to-customer-cohort': await read(toCustomer, 'By SQL cohort', 'SQL to customer, by SQL cohort'),
    'sql-to-customer-period': await read(toCustomer, 'In the period', 'SQL to customer, in the period'),
    'sql-to-customer-settled': await read(
      toCustomer,
      'Last 12 matured weeks',
      'SQL to customer, last 12 matured weeks',
    ),
    'win-rate': await read(group('Wins and costs'), 'Win rate'),
  };
}

const percent = (share: number) => Math.round(share * 100);

test('the MQLs of a week one by one, by keyboard, each with a receipt whose lines add up', async () => {
  const { page } = await openSample();
  await page.evaluate(() => {
    location.hash = '/review/month.2026-02-01.mqls';
  });
  const list = page.getByRole('list', { name: 'MQLs' });
  await list.getByRole('button').first().focus();
  const count = await list.getByRole('button').count();
  expect(count).toBeGreaterThan(3);
  const leads = new Set<string>();
  let receipts = 0;
  for (let at = 0; at < count; at++) {
    const one = page.getByRole('article');
    const name = await one.getByRole('heading').innerText();
    leads.add(name);
    const receipt = one.locator('details[open]');
    if ((await receipt.count()) > 0) {
      receipts++;
      const said = numbersIn((await receipt.locator('summary').innerText()).split(',').at(-1) ?? '')[0];
      const points = (await receipt.locator('tbody tr:not(:first-child) td:last-child').allInnerTexts())
        .filter(text => text !== '')
        .map(text => Number(text.replace('−', '-').replace('+', '')));
      expect(points.reduce((sum, each) => sum + each, 0)).toBe(said);
    }
    await page.keyboard.press('ArrowDown');
    if (at < count - 1) await expect.poll(() => one.getByRole('heading').innerText()).not.toBe(name);
  }
  expect(leads.size).toBe(count);
  expect(receipts).toBeGreaterThan(0);
});

test('every section of the review is clean for axe, in light and dark', async () => {
  const { page, ripen: opened } = await openSample();
  await page.keyboard.press('Control+5');
  const agenda = page.getByRole('navigation', { name: 'Agenda' });
  await agenda.getByRole('link').first().waitFor();
  const links = await agenda
    .locator('ol a')
    .evaluateAll(found => found.map(link => [link.getAttribute('href'), link.childNodes[1]?.textContent] as const));
  expect(links.length).toBeGreaterThan(8);
  for (const [href, label] of links) {
    await agenda.locator(`a[href="${href}"]`).click();
    // Each section has a heading: the one of before is none of this section.
    await page.getByRole('heading', { level: 2, name: label ?? '', exact: true }).waitFor();
    expect(await axeFindingsInBoth(page), label ?? '').toEqual([]);
  }
  expect(opened.troubles).toEqual([]);
});

test('the review screen of a week, a month and a quarter: its numbers agree with an independent computation', async () => {
  const { ripen, page, file } = await openSample();
  await page.keyboard.press('Control+5');
  await page.getByRole('link', { name: 'Figures' }).click();
  const firstDay = await page.evaluate(async () => {
    const answer = (await window.ripen.call('workspace.get', {})) as {
      value: { settings: { firstDayOfWeek: number } };
    };
    return answer.value.settings.firstDayOfWeek;
  });
  /** A closed review shows what was so at closing, everything else what is so now. */
  const asOf = (kind: string, date: string) =>
    page.evaluate(
      async given => {
        if (given.kind !== 'week') return given.now;
        const answer = (await window.ripen.call('meeting.get', { date: given.date })) as {
          value: { closedAt: number | null };
        };
        return answer.value.closedAt ?? given.now;
      },
      { kind, date, now: Date.parse(now) },
    );
  const seen: { kind: string; date: string; at: number; figures: Record<string, Shown> }[] = [];
  const note = async (kind: string, date: string) => {
    // January and its quarter begin on the same day: only both ends say which period is shown.
    const [from, to] = spanOf(kind as 'week', date, firstDay);
    await page.locator(`main [data-from="${from}"][data-to="${to}"]`).waitFor();
    seen.push({ kind, date, at: await asOf(kind, date), figures: await readAll(page) });
  };
  await note('week', '2026-02-23');
  await page.getByRole('button', { name: 'Previous week' }).click();
  await note('week', '2026-02-16');
  await page.getByRole('button', { name: 'Previous week' }).click();
  await note('week', '2026-02-09');
  await page.getByText('Month', { exact: true }).click();
  await note('month', '2026-02-01');
  await page.getByRole('button', { name: 'Previous month' }).click();
  await note('month', '2026-01-01');
  await page.getByText('Quarter', { exact: true }).click();
  await note('quarter', '2026-01-01');

  // The people behind the volume, by name.
  await page.getByRole('article', { name: 'MQL volume' }).getByTitle('Show the people behind this number').click();
  const panel = page.getByRole('complementary', { name: 'Became MQL' });
  await panel.getByRole('listitem').first().waitFor();
  const names = await panel.locator('li button > span:first-child').allInnerTexts();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });

  // Last in this file: the app that its tests share is closed, so that the file can be read.
  await ripen.close();
  const question = questionOf(file, Date.parse(now));
  expect(seen.filter(({ at }) => at < Date.parse(now))).toHaveLength(2);
  for (const { kind, date, at, figures } of seen) {
    const [from, to] = spanOf(kind as 'week', date, question.firstDay);
    const found = figuresBy(questionOf(file, at), from, to, null);
    for (const [id, shown] of Object.entries(figures)) {
      const text = `${kind} ${date} ${id}`;
      const customValues = found[id];
      if (!customValues) throw new Error(`${text}: nobody computed it`);
      if (customValues.value === null) expect(shown.value, text).toBeNull();
      else if (customValues.numerator === undefined)
        expect(shown.value, text).toBeCloseTo(
          customValues.value,
          id === 'time-to-conversion' && customValues.value >= 100 ? 0 : 1,
        );
      else expect(shown.value, text).toBe(percent(customValues.value));
      // "0 of 0" and "n 0" are not written: why there is no number stands below.
      if (customValues.n === 0 && customValues.value === null) expect(shown.parts, text).toEqual([]);
      else if (customValues.numerator !== undefined)
        expect(shown.parts, text).toEqual([customValues.numerator, customValues.n]);
      else if (id === 'time-to-conversion') expect(shown.parts[0], text).toBe(customValues.n);
      if (customValues.numerator !== undefined && customValues.n > 0 && !id.endsWith('-period')) {
        const { low, high } = wilsonBySearch(customValues.numerator, customValues.n);
        expect(shown.interval, text).toEqual([percent(low), percent(high)]);
      } else expect(shown.interval, text).toBeNull();
    }
  }
  const [from, to] = spanOf('quarter', '2026-01-01', question.firstDay);
  const behind = figuresBy(question, from, to, null)['mql-volume']?.lists.counted ?? [];
  expect(names.sort()).toEqual(behind.map(question.nameOf).sort());
  // The sample must show something, or the comparison says nothing.
  expect(behind.length).toBeGreaterThan(10);
});
