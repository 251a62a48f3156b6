// What-if on a crowd small enough to count by hand, and on random ones against plain loops.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCriteria } from '../../../../electron/domain/scoring/defaults.ts';
import { greatestFit } from '../../../../electron/domain/scoring/possible.ts';
import type { Promotions } from '../../../../electron/domain/scoring/what-if/compare-replay.ts';
import { compareReplay, toName } from '../../../../electron/domain/scoring/what-if/compare-replay.ts';
import type { Outcome } from '../../../../electron/domain/scoring/what-if/outcomes.ts';
import { becameOf, emptyOutcomes, setOutcome } from '../../../../electron/domain/scoring/what-if/outcomes.ts';
import { findRemedies } from '../../../../electron/domain/scoring/what-if/remedies.ts';
import { thresholdCurve } from '../../../../electron/domain/scoring/what-if/threshold-curve.ts';
import { weeksBetween } from '../../../../electron/domain/scoring/what-if/weeks.ts';
import { zoneOf } from '../../../../electron/domain/zone.ts';
import type { LeadAttributes } from '../../../../shared/lead.ts';
import { emptyAttributes } from '../../../../shared/lead.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 2, 2, 9);
const on = (number: number) => start + number * day;
const weeks = weeksBetween(zoneOf('Europe/Berlin'), 1, on(0), on(27));

const never = -2;
function promotions(at: readonly (number | null)[]): Promotions {
  return {
    why: Int16Array.from(at, when => (when === null ? never : -1)),
    at: Float64Array.from(at, when => when ?? 0),
  };
}
function outcomesOf(all: readonly Partial<Outcome>[]) {
  const outcomes = emptyOutcomes(all.length);
  all.forEach((outcome, position) => {
    setOutcome(outcomes, position, outcome);
  });
  return outcomes;
}

describe('weeks', () => {
  it('start on the workspace’s first day, at local midnight, also across the clocks going forward', () => {
    expect(weeks.starts).toEqual(['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23']);
    expect(weeks.of(Date.UTC(2026, 2, 8, 22, 59))).toBe(0);
    expect(weeks.of(Date.UTC(2026, 2, 8, 23, 0))).toBe(1);
    // Clocks go forward on 29 March: Monday begins at 22:00 UTC.
    expect(weeks.of(Date.UTC(2026, 2, 29, 21, 59))).toBe(3);
    expect(weeks.of(Date.UTC(2026, 2, 29, 22, 0))).toBe(-1);
    expect(weeks.of(Date.UTC(2020, 0, 1))).toBe(-1);
  });

  it('hold every instant of their span in exactly one', () => {
    const zone = zoneOf('America/Sao_Paulo');
    const grid = weeksBetween(zone, 7, Date.UTC(2015, 0, 1), Date.UTC(2019, 0, 1));
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2015, 0, 4, 12), max: Date.UTC(2018, 11, 31) }), at => {
        const week = grid.of(at);
        const date = zone.dateAt(at);
        expect((grid.starts[week] ?? '9') <= date && date < (grid.starts[week + 1] ?? '9')).toBe(true);
      }),
    );
  });
});

describe('a replay against what happened', () => {
  const outcomes = outcomesOf([
    { mqlAt: on(1), acceptedAt: on(2), customerAt: on(20) },
    { mqlAt: on(3), rejectedAt: on(4) },
    { customerAt: on(15) },
    {},
    { mqlAt: on(9), rejectedAt: on(10), acceptedAt: on(12) },
  ]);
  const draft = promotions([on(0), null, on(8), on(9), on(9)]);
  const compared = compareReplay(draft, outcomes, weeks, 5);

  it('counts MQLs a week on both sides', () => {
    expect([...compared.draftWeeks]).toEqual([1, 3, 0, 0]);
    expect([...compared.actualWeeks]).toEqual([2, 1, 0, 0]);
  });

  it('says how many became customers, how many sales rejected, and how many customers were found', () => {
    expect(compared.draft).toMatchObject({
      mqls: 4,
      toCustomer: { numerator: 2, n: 4 },
      rejected: { numerator: 0, n: 2 },
      customersCaught: { numerator: 2, n: 2 },
    });
    expect(compared.actual).toMatchObject({
      mqls: 3,
      toCustomer: { numerator: 1, n: 3 },
      rejected: { numerator: 1, n: 3 },
      customersCaught: { numerator: 1, n: 2 },
    });
    expect(compared.draft.toCustomer.interval?.low).toBeCloseTo(0.15, 2);
  });

  it('names who is gained and lost, customers first, with what became of them', () => {
    expect(compared.gained).toEqual([2, 3]);
    expect(compared.lost).toEqual([1]);
    expect(toName([3, 2], position => draft.at[position] ?? 0, outcomes, 9)).toEqual([2, 3]);
    expect([0, 1, 2, 3, 4].map(position => becameOf(outcomes, position))).toEqual([
      'customer',
      'rejected',
      'customer',
      'nothing-yet',
      'accepted',
    ]);
  });

  it('leaves out positions that hold no lead', () => {
    const empty = emptyOutcomes(5);
    expect(compareReplay(draft, empty, weeks, 5).draft.mqls).toBe(0);
  });
});

describe('the curve of thresholds', () => {
  it('is at every threshold what counting at that threshold gives', () => {
    const lead = fc.record({ peak: fc.integer({ min: -20, max: 150 }), bought: fc.boolean() });
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 60 }), leads => {
        const outcomes = outcomesOf(leads.map(({ bought }) => (bought ? { customerAt: on(1) } : {})));
        const curve = thresholdCurve(
          Int32Array.from(leads, ({ peak }) => peak),
          outcomes,
          leads.length,
          2,
          120,
        );
        for (const threshold of [1, 50, 119, 120]) {
          const found = leads.filter(({ peak }) => peak >= threshold);
          expect(curve.mqlsPerWeek[threshold - 1]).toBe(found.length / 2);
          expect(curve.customersCaught[threshold - 1]).toBe(found.filter(({ bought }) => bought).length);
        }
      }),
    );
  });

  it('has its best point where customers and others part, and none below 10 customers', () => {
    const peaks = [...Array.from({ length: 12 }, () => 80), ...Array.from({ length: 50 }, () => 30)];
    const outcomes = outcomesOf(peaks.map(peak => (peak === 80 ? { customerAt: on(1) } : {})));
    expect(thresholdCurve(Int32Array.from(peaks), outcomes, 62, 1, 200).best).toBe(80);
    const few = outcomesOf(peaks.map((_, i) => (i < 9 ? { customerAt: on(1) } : {})));
    expect(thresholdCurve(Int32Array.from(peaks), few, 62, 1, 200).best).toBeNull();
  });
});

describe('from rejection to rule', () => {
  const attributes = (companySize: number): LeadAttributes => ({ ...emptyAttributes, companySize });
  // Rejected: tiny firms with 105 points. Customers: larger ones with 110 and 160. Others: 120.
  const leads = [
    ...Array.from({ length: 6 }, () => ({ size: 2, score: 105 })),
    { size: 50, score: 110 },
    { size: 80, score: 160 },
    { size: 30, score: 120 },
  ];
  function* replay(draft: typeof defaultCriteria) {
    yield;
    return (position: number) => meets(draft, position);
  }
  const meets = (draft: typeof defaultCriteria, position: number) => {
    const lead = leads[position];
    if (!lead) return false;
    const size = attributes(lead.size).companySize ?? 0;
    const hit = (test: { test: string; from?: number; to?: number; value?: unknown }) =>
      test.test === 'between'
        ? size >= (test.from ?? 0) && size <= (test.to ?? 0)
        : test.test === 'at-least' && size >= Number(test.value);
    const fit = draft.fit
      .filter(rule => rule.id.startsWith('against') && hit(rule.test))
      .reduce((sum, rule) => sum + rule.points, 0);
    if (draft.disqualifiers.some(rule => hit(rule.test)) || fit < draft.minimumFit) return false;
    return lead.score + fit >= draft.threshold;
  };
  const run = (): ReturnType<typeof findRemedies> =>
    findRemedies(
      defaultCriteria,
      greatestFit(defaultCriteria),
      {
        rejected: [0, 1, 2, 3, 4, 5],
        customers: [6, 7],
        others: [8],
        attributesOf: position => attributes(leads[position]?.size ?? 0),
      },
      replay,
    );
  const result = () => {
    const search = run();
    for (;;) {
      const step = search.next();
      if (step.done) return step.value;
    }
  };

  it('offers the smallest changes that stop them, cheapest in customers first', () => {
    const found = result();
    expect(found.map(({ costs }) => costs.length)).toEqual(found.map(({ costs }) => costs.length).sort());
    expect(found.find(({ text }) => text.startsWith('New'))).toMatchObject({
      text: 'New: Company size is from 0 to 2: takes away 10 points.',
      stops: [0, 1, 2, 3, 4, 5],
      costs: [],
      others: 0,
    });
    const threshold = found.find(({ text }) => text.startsWith('Threshold'));
    expect(threshold).toMatchObject({ text: 'Threshold 110 instead of 100.', costs: [], others: 0 });
  });

  it('says what a change would have cost', () => {
    const minimum = result().find(({ text }) => text.startsWith('Minimum fit'));
    expect(minimum).toMatchObject({ text: 'Minimum fit 5 instead of 0.', costs: [6, 7], others: 1 });
  });

  it('offers nothing where the present criteria would have stopped them already', () => {
    const search = findRemedies(
      { ...defaultCriteria, threshold: 500 },
      0,
      { rejected: [0], customers: [], others: [], attributesOf: () => emptyAttributes },
      replay,
    );
    let step = search.next();
    while (!step.done) step = search.next();
    expect(step.value).toEqual([]);
  });
});
