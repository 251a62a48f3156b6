// Every figure against an independent computation, over many random histories.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyOf } from '../../../electron/domain/figures/build-history.ts';
import { indexHistory, runToEnd } from '../../../electron/domain/figures/index-history.ts';
import { figures } from '../../../electron/domain/figures/list.ts';
import { drillDown, reviewFigures } from '../../../electron/domain/figures/review.ts';
import { defaultFigureSettings } from '../../../electron/domain/figures/scope.ts';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { type Measure, reviewFiguresSchema, undatedFigure } from '../../../shared/figures.ts';
import { aQuestion } from '../../support/history-arbitrary.ts';
import { plus, spanOf } from '../../support/independent-dates.ts';
import {
  type Found,
  figuresBy,
  funnelBy,
  type Only,
  type Question,
  undatedBy,
  wilsonBySearch,
} from '../../support/independent-figures.ts';

type Asked = typeof aQuestion extends fc.Arbitrary<infer T> ? T : never;

/** Shares of one another: only these have an interval. */
const shares = new Set(figures.filter(({ unit }) => unit === 'share').map(({ id }) => id));

function setUp(request: Asked) {
  const clock = { goalHours: 24, maxHours: 72, freeWeekdays: request.freeWeekdays, holidays: request.holidays };
  const settings = { ...defaultFigureSettings, firstDay: request.firstDay, clock };
  const index = runToEnd(indexHistory(historyOf(request.rows), zoneOf(request.zone), request.asOf));
  const review = reviewFiguresSchema.parse(runToEnd(reviewFigures(index, settings, request.kind, request.date)));
  const question: Question = { ...request, clock };
  return { settings, index, review, question };
}

function expectMeasure(text: string, measure: Measure, found: Found | undefined, share: boolean): void {
  if (found === undefined) throw new Error(`${text}: nobody computed it`);
  expect({ text, n: measure.n, numerator: measure.numerator }).toEqual({
    text,
    n: found.n,
    numerator: found.numerator ?? null,
  });
  if (found.value === null) expect(measure.value, text).toBeNull();
  // Millions have no ninth decimal: the last bit of a sum is as its order was.
  else
    expect(Math.abs((measure.value ?? Number.NaN) - found.value), text).toBeLessThanOrEqual(
      1e-12 * Math.max(1000, Math.abs(found.value)),
    );
  expect(measure.why === null, text).toBe(measure.value !== null);
  if (share && found.n > 0) {
    const { low, high } = wilsonBySearch(found.numerator ?? 0, found.n);
    expect(measure.interval?.low, text).toBeCloseTo(low, 9);
    expect(measure.interval?.high, text).toBeCloseTo(high, 9);
  } else expect(measure.interval, text).toBeNull();
}

test('value, n, parts and interval of every figure, now and before', () => {
  fc.assert(
    fc.property(aQuestion, request => {
      const { review, question } = setUp(request);
      const [from, to] = spanOf(request.kind, request.date, request.firstDay);
      expect([review.period.from, review.period.to]).toEqual([from, to]);
      const now = figuresBy(question, from, to, null);
      expect(review.mqls.map(({ leadId }) => leadId).sort()).toEqual(now['mql-volume']?.lists.counted?.sort());
      const [before] = spanOf(request.kind, plus(from, -1), request.firstDay);
      const earlier = figuresBy(question, before, from, null);
      for (const figure of review.figures) {
        expectMeasure(figure.id, figure, now[figure.id], shares.has(figure.id));
        if (figure.previous !== null) {
          expectMeasure(`${figure.id} before`, figure.previous, earlier[figure.id], shares.has(figure.id));
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('customers without a day of purchase, by number, money and name', () => {
  let some = 0;
  fc.assert(
    fc.property(aQuestion, request => {
      const { index, settings, review, question } = setUp(request);
      const { ids, ...undated } = undatedBy(question);
      expect(review.dataGaps.undatedCustomers).toEqual({ ...undated, count: ids.length });
      const at = { kind: request.kind, date: request.date, figureId: undatedFigure, set: 'leads' };
      expect([...(drillDown(index, settings, at) ?? [])].sort()).toEqual([...ids].sort());
      some += ids.length;
    }),
    { numRuns: 100 },
  );
  expect(some).toBeGreaterThan(0);
});

test('every point of every line, and the usual value', () => {
  fc.assert(
    fc.property(aQuestion, request => {
      const { review, question } = setUp({ ...request, freeWeekdays: [], holidays: [] });
      const [from] = spanOf(request.kind, request.date, request.firstDay);
      const spans = new Map<string, Record<string, Found>>();
      for (const figure of review.figures) {
        for (const point of figure.series) {
          const found = spans.get(point.from) ?? figuresBy(question, point.from, point.to, null);
          spans.set(point.from, found);
          expectMeasure(`${figure.id} ${point.label}`, point, found[figure.id], shares.has(figure.id));
        }
        if (figure.usual === null) continue;
        let start = from;
        for (let i = 0; i < figure.usual.periods; i++)
          [start] = spanOf(request.kind, plus(start, -1), request.firstDay);
        const found = spans.get(`usual ${start}`) ?? figuresBy(question, start, from, null);
        spans.set(`usual ${start}`, found);
        const whole = found[figure.id];
        const adds = figures.find(({ id }) => id === figure.id)?.over === 'sum';
        const value = adds && whole?.value != null ? whole.value / figure.usual.periods : (whole?.value ?? null);
        expectMeasure(`${figure.id} usual`, figure.usual, whole && { ...whole, value }, shares.has(figure.id));
      }
    }),
    { numRuns: 40 },
  );
});

test('every list behind a number holds the same people', () => {
  fc.assert(
    fc.property(aQuestion, request => {
      const { index, settings, review, question } = setUp(request);
      const found = figuresBy(question, review.period.from, review.period.to, null);
      for (const figure of review.figures) {
        const lists = found[figure.id]?.lists ?? {};
        expect(figure.sets.map(({ key }) => key).sort(), figure.id).toEqual(Object.keys(lists).sort());
        for (const { key, count } of figure.sets) {
          const at = { kind: request.kind, date: request.date, figureId: figure.id, set: key } as const;
          const ids = drillDown(index, settings, at) ?? [];
          expect([...ids].sort(), `${figure.id} ${key}`).toEqual([...(lists[key] ?? [])].sort());
          expect(ids).toHaveLength(count);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('every cell of every table', () => {
  fc.assert(
    fc.property(aQuestion, request => {
      const { review, question } = setUp(request);
      for (const table of review.tables) {
        for (const row of [...table.rows, { id: 'total', label: '', cells: table.total }]) {
          const only: Only | null = row.id === 'total' ? null : { by: table.by, id: row.id };
          const found = figuresBy(question, review.period.from, review.period.to, only);
          row.cells.forEach((cell, i) => {
            const id = table.columns[i]?.figureId ?? '';
            expectMeasure(`${table.by} ${row.id} ${id}`, cell, found[id], shares.has(id));
          });
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('the funnel of the period and of the cohort, for all and by channel', () => {
  fc.assert(
    fc.property(aQuestion, request => {
      const { review, question } = setUp(request);
      const { from, to } = review.period;
      const counts = (steps: readonly { count: number }[]) => steps.map(({ count }) => count);
      const all = funnelBy(question, from, to, null);
      expect(counts(review.funnel.period)).toEqual(all.period);
      expect(counts(review.funnel.cohort)).toEqual(all.cohort);
      for (const { id, funnel } of review.funnelByChannel) {
        const found = funnelBy(question, from, to, { by: 'channel', id });
        expect(counts(funnel.period), id).toEqual(found.period);
        expect(counts(funnel.cohort), id).toEqual(found.cohort);
      }
    }),
    { numRuns: 60 },
  );
});
