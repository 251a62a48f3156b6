// What has nothing to say, and how it is said: quiet figures and sections, counts of one, blank charts, tables without numbers.
import { describe, expect, it } from 'vitest';
import { withNumbers } from '../../../renderer/screens/review/figure-layout.ts';
import { withoutText } from '../../../renderer/screens/review/figure-text.ts';
import {
  capacityText,
  gapText,
  openText,
  questionText,
  yearText,
} from '../../../renderer/screens/review/overview-text.ts';
import { isQuiet, quietReason } from '../../../renderer/screens/review/quiet.ts';
import { isBlank } from '../../../renderer/ui/chart/chart-table.ts';
import { makeFormat } from '../../../renderer/ui/format.tsx';
import { mqlsAWeekText } from '../../../shared/count-text.ts';
import type { FigureValue } from '../../../shared/figures.ts';
import type { Overview } from '../../../shared/overview.ts';
import { aWorkspace } from '../../support/workspace.ts';

const format = makeFormat({ locale: 'en-GB', timeZone: 'UTC', currency: 'EUR', today: '2026-06-01' });
const measure = (value: number | null, n: number) => ({ value, n, numerator: null, interval: null, why: null });
const figure = (now: number | null, before: number | null, average: number | null): FigureValue =>
  ({
    ...measure(now, now ?? 0),
    previous: measure(before, before ?? 0),
    usual: { ...measure(average, average ?? 0), periods: 4 },
    notes: [],
  }) as unknown as FigureValue;

describe('a figure', () => {
  it('is quiet without a number now and before, and speaks where it was more before', () => {
    expect(isQuiet(figure(null, null, null))).toBe(true);
    expect(isQuiet(figure(0, 0, 0))).toBe(true);
    expect(isQuiet(figure(0, 3, null))).toBe(false);
    expect(isQuiet(figure(null, null, 0.4))).toBe(false);
    expect(isQuiet(figure(2, null, null))).toBe(false);
  });
});

it('every section of figures of an empty workspace is quiet with a reason; what one agrees on never is', async () => {
  const { call } = aWorkspace();
  const { figures } = await call('review.get', { kind: 'week', date: '2026-05-25' });
  const meeting = await call('meeting.get', { date: '2026-05-25' });
  const reasons = (['last', 'figures', 'trends', 'funnel', 'mqls', 'handoff', 'channels', 'threshold'] as const).map(
    id => quietReason(id, figures, meeting),
  );
  for (const reason of reasons) expect(reason).toMatch(/^[A-Z].*[^.]$/);
  for (const id of ['overview', 'decisions', 'items', 'sla', 'close'] as const)
    expect(quietReason(id, figures, meeting)).toBeNull();
});

it('a chart of nothing but 0 is blank, and so needs no axis', () => {
  const bars = (values: readonly (number | null)[]) => ({
    series: [{ kind: 'bars' as const, label: '', tone: 'ink' as const, values }],
  });
  expect(isBlank(bars([0, null, 0]))).toBe(true);
  expect(isBlank(bars([0, 0.5]))).toBe(false);
});

it('a table leaves columns without any number to a sentence with the reason', () => {
  const cell = (value: number | null, why: string | null) => ({ ...measure(value, value ?? 0), why });
  const { table, without } = withNumbers({
    by: 'channel',
    label: 'Channels',
    columns: [
      { figureId: 'mql-volume', label: 'MQLs', unit: 'leads' },
      { figureId: 'cost-per-mql', label: 'Cost per MQL', unit: 'money' },
    ],
    rows: [{ id: null, label: 'No channel', cells: [cell(2, null), cell(null, 'No spend recorded')] }],
    total: [cell(2, null), cell(null, 'No spend recorded')],
  });
  expect(table.columns.map(({ label }) => label)).toEqual(['MQLs']);
  expect(table.rows[0]?.cells).toHaveLength(1);
  expect(withoutText(without)).toBe('No number yet: Cost per MQL (no spend recorded).');
  expect(withoutText([])).toBeNull();
});

describe('words', () => {
  const overview: Overview = {
    asOf: 0,
    leads: 4,
    open: [
      { stage: 'lead', count: 1, amount: 0 },
      { stage: 'opportunity', count: 2, amount: 120_000 },
    ],
    waiting: { count: 0, leads: [] },
    year: { from: '2026-01-01', label: '2026', won: 1, lost: 0, revenue: 100_000, deals: 1 },
    undated: { count: 0, amount: null },
    capacity: { weeks: 12, mqls: 60, answers: 24, mostAnswers: 4, is: 'too-many' },
    gaps: [{ id: 'amounts', count: 1, of: 1 }],
    questions: [],
  };

  it('follow the number: one MQL, one deal, one point', () => {
    expect(mqlsAWeekText('1')).toBe('1 MQL a week');
    expect(mqlsAWeekText(format.decimal(0.98))).toBe('1 MQL a week');
    expect(mqlsAWeekText('0')).toBe('0 MQLs a week');
    expect(mqlsAWeekText('2.5')).toBe('2.5 MQLs a week');
    expect(gapText(format, { id: 'amounts', count: 1, of: 1 })[0]).toBe('1 of 1 open deal has no amount.');
    expect(questionText({ leadId: '', question: 'Size?', total: 1, short: 1, upTo: 5 })).toBe(
      'Size? 1 point is missing; the answer can add up to 5.',
    );
  });

  it('say how many are open for how much, what the year brought, and how many MQLs are too many', () => {
    expect(openText(format, overview)).toBe('3 people are open, with €1,200 in deals: 1 lead, 2 opportunities.');
    expect(openText(format, { ...overview, open: [] })).toBe('No lead is open.');
    expect(yearText(format, overview)).toBe('2026 so far: 1 won, 0 lost, €1,000 from 1 won deal.');
    expect(capacityText(format, overview.capacity)).toContain('That is 3 a week too many');
  });
});
