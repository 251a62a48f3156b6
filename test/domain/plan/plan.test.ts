// Plans: the same seed gives the same numbers, a better lever or more leads never fewer, and too few records no plan at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../electron/domain/figures/index-history.ts';
import { atPace } from '../../../electron/domain/plan/channels.ts';
import {
  binomialQuantile,
  binomialQuantiles,
  drawsFrom,
  normalQuantile,
  poissonQuantile,
  poissonQuantiles,
} from '../../../electron/domain/plan/draws.ts';
import { acceptanceRange, inTimeRange, noLevers } from '../../../electron/domain/plan/levers.ts';
import { planGaps, planModel } from '../../../electron/domain/plan/model.ts';
import { ownMoney, sumOf } from '../../../electron/domain/plan/money.ts';
import { chanceOf, likelyOf, meanOf, outcomes, timesFor } from '../../../electron/domain/plan/outcome.ts';
import { pastMonths } from '../../../electron/domain/plan/past.ts';
import type { PlanRecords } from '../../../electron/domain/plan/records.ts';
import { monthShares, seasonsOf } from '../../../electron/domain/plan/seasons.ts';
import { simulate } from '../../../electron/domain/plan/simulate.ts';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { type Planted, planted, plantedDay } from '../../support/planted-plan.ts';

const few = { draws: 100, each: 5, seed: 7 };

/** Two channels, and answers: those in time are accepted nearly always, late ones seldom; quarters differ. */
function withLevers(records: PlanRecords): PlanRecords {
  const answered = Array.from({ length: 240 }, (_, i) => {
    const inTime = i % 5 < (i < 120 ? 2 : 4);
    return { day: plantedDay - 720 + i * 3, inTime, accepted: inTime ? i % 10 !== 0 : i % 4 === 0 };
  });
  return {
    ...records,
    answered,
    channels: [
      { id: 'fair', label: 'Fair' },
      { id: 'web', label: 'Web' },
    ],
    channel: records.channel.map((_, lead) => (lead % 3 === 0 ? 0 : 1)),
  };
}

const modelOf = (given: Planted) => runToEnd(planModel(withLevers(planted(given)), plantedDay));
const simulated = (model: ReturnType<typeof modelOf>, levers = noLevers, days = 91) =>
  runToEnd(simulate(model, days, levers, few));
const isNeverLess = (more: Float64Array, less: Float64Array) =>
  more.every((value, i) => value >= (less[i] ?? 0) - 1e-9);

describe('a plan', () => {
  it('is the same for the same records and seed', () => {
    const model = modelOf({ seed: 1 });
    for (const what of ['customers', 'revenue'] as const)
      expect(outcomes(simulated(model), what)).toEqual(outcomes(simulated(model), what));
  });

  it('is near what the planted rates make of it', () => {
    // 8 leads a week, 0.5 * 0.6 * 0.7 * 0.6 of them become customers: about 13 in 13 weeks.
    const { low, mid, high } = likelyOf(outcomes(simulated(modelOf({ seed: 4, weeks: 150 })), 'customers'));
    expect(mid).toBeGreaterThan(8);
    expect(mid).toBeLessThan(19);
    expect(low).toBeLessThan(mid);
    expect(high).toBeGreaterThan(mid);
  });

  it.each([
    { channels: 0, fairs: 0, aWeek: 8 },
    { channels: 4, fairs: 0, aWeek: 8 },
    { channels: 4, fairs: 15, aWeek: 8 },
    { channels: 4, fairs: 40, aWeek: 4 },
  ])('has as many new leads as came in the year, however unevenly they came: %o', given => {
    const model = runToEnd(planModel(planted({ ...given, seed: 8, ahead: 0 }), plantedDay));
    expect(model.dispersion > 5).toBe(given.fairs > 0);
    const came = model.channels.reduce((sum, { arrivals }) => sum + arrivals, 0);
    const { arrivals } = runToEnd(simulate(model, model.days, noLevers, { draws: 4000, each: 1, seed: 3 }));
    const chance = 4 * Math.sqrt((2 * model.dispersion) / came / 4000);
    // Half a lead for each channel is the prior.
    expect(Math.abs(meanOf(arrivals) / (came + model.channels.length / 2) - 1)).toBeLessThan(chance);
  });

  it('does not see what came after its day', () => {
    const records = planted({ seed: 3, ahead: 200 });
    const later = { ...records, at: records.at.map(column => column.map(at => (at > plantedDay ? at + 5 : at))) };
    const of = (rows: PlanRecords) =>
      outcomes(runToEnd(simulate(runToEnd(planModel(rows, plantedDay)), 60, noLevers, few)), 'customers');
    expect(of(later)).toEqual(of(records));
  });

  it('goes on from where a lead was moved back to, and counts it no second time as what it was', () => {
    const records = planted({ seed: 6, ahead: 0 });
    const back = plantedDay - 3;
    /** Everybody who now waits in SQL is moved back three days ago. */
    const movedTo = (stage: number): PlanRecords => {
      const isSql = (lead: number) =>
        (records.at[2]?.[lead] ?? 0) < back && records.at[3]?.[lead] === Infinity && records.exitAt[lead] === Infinity;
      return {
        ...records,
        backAt: records.backAt.map((never, lead) => (isSql(lead) ? back : never)),
        backTo: records.backTo.map((none, lead) => (isSql(lead) ? stage : none)),
      };
    };
    const of = (rows: PlanRecords) => runToEnd(planModel(rows, plantedDay));
    const inPipe = (model: ReturnType<typeof of>, step: number) =>
      model.pipe.filter(group => group.step === step).reduce((sum, { count }) => sum + count, 0);
    const before = of(records);
    const [toLead, toMql, out] = [of(movedTo(0)), of(movedTo(1)), of(movedTo(-1))];
    const moved = inPipe(before, 2) - inPipe(toLead, 2);
    expect(moved).toBeGreaterThan(5);
    expect(inPipe(toLead, 0)).toBe(inPipe(before, 0) + moved);
    expect(inPipe(toMql, 1)).toBe(inPipe(before, 1) + moved);
    expect(out.pipe.reduce((sum, { count }) => sum + count, 0)).toBe(
      before.pipe.reduce((sum, { count }) => sum + count, 0) - moved,
    );
    // They were SQLs before: no new entries from them.
    const mean = (model: typeof before) => meanOf(simulated(model).fromPipe);
    expect(mean(toLead)).toBeLessThan(mean(toMql));
    expect(mean(out)).toBeLessThan(mean(toLead));
    // Other groups take other random numbers, so that they agree but for chance.
    for (const model of [toLead, toMql])
      expect(Math.abs(meanOf(simulated(model).pipeSqls) - meanOf(simulated(out).pipeSqls))).toBeLessThan(0.3);
    expect(Math.abs(meanOf(simulated(toLead).pipeMqls) - meanOf(simulated(out).pipeMqls))).toBeLessThan(0.3);
    // A day before the move knows nothing of it.
    const earlier = (rows: PlanRecords) => runToEnd(planModel(rows, back - 1)).pipe;
    expect(earlier(movedTo(0))).toEqual(earlier(records));
  });

  it('with more leads or a better lever never has fewer customers or less revenue', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, a, b) => {
          const model = modelOf({ seed, aWeek: 6, weeks: 60 });
          const [least, most] = a < b ? [a, b] : [b, a];
          const acceptance = acceptanceRange(model);
          const inTime = inTimeRange(model);
          if (!acceptance || !inTime) throw new Error('The planted records have no levers.');
          const at = ({ least: from, most: to }: { least: number; most: number }, share: number) =>
            from + share * (to - from);
          const pairs = [
            [
              { ...noLevers, acceptance: at(acceptance, least) },
              { ...noLevers, acceptance: at(acceptance, most) },
            ],
            [
              { ...noLevers, inTime: at(inTime, least) },
              { ...noLevers, inTime: at(inTime, most) },
            ],
            [
              { ...noLevers, channels: [{ id: 'web', aWeek: 5 * least }] },
              { ...noLevers, channels: [{ id: 'web', aWeek: 5 * most }] },
            ],
          ] as const;
          for (const [lower, higher] of pairs) {
            const [less, more] = [simulated(model, lower), simulated(model, higher)];
            for (const what of ['customers', 'revenue'] as const)
              expect(isNeverLess(outcomes(more, what), outcomes(less, what))).toBe(true);
          }
          const now = simulated(model);
          expect(isNeverLess(outcomes(now, 'customers', 1 + most), outcomes(now, 'customers', 1 + least))).toBe(true);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('of another pace of the channels is the same, summed up from one simulation or simulated anew', () => {
    const model = modelOf({ seed: 3 });
    const acceptance = acceptanceRange(model)?.most ?? null;
    for (const others of [noLevers, { ...noLevers, acceptance }]) {
      const before = simulated(model, others);
      for (const aWeek of [0, 1.5, 4, 100]) {
        const levers = { ...others, channels: [{ id: 'web', aWeek }] };
        const [summed, anew] = [atPace(model, levers, before), simulated(model, levers)];
        expect(summed).toEqual(anew);
        expect(meanOf(summed.arrivals) < meanOf(before.arrivals)).toBe(aWeek < 5);
      }
    }
  });

  it.each([
    { channels: 0, fairs: 0, seasons: false },
    { channels: 3, fairs: 0, seasons: true },
    { channels: 4, fairs: 15, seasons: false },
    { channels: 4, fairs: 40, seasons: true },
  ])('with more time never has a smaller chance, day by day: %o', given => {
    const fit = runToEnd(planModel(planted({ ...given, seed: 2, ahead: 0 }), plantedDay));
    expect(fit.dispersion > 5).toBe(given.fairs > 0);
    const uneven = { seen: [5, 80, 20, 90, 10, 70, 30, 90, 5, 60, 20, 70], expected: Array(12).fill(45) };
    const model = given.seasons ? { ...fit, seasons: uneven } : fit;
    const goal = { what: 'customers', amount: 12 } as const;
    let before = { chance: 0, mean: 0 };
    let rises = 0;
    for (let days = 20; days <= 200; days += 3) {
      const simulation = simulated(model, noLevers, days);
      const now = { chance: chanceOf(simulation, goal), mean: meanOf(outcomes(simulation, 'customers')) };
      expect([days, now.chance >= before.chance, now.mean > before.mean]).toEqual([days, true, true]);
      if (now.chance > before.chance) rises++;
      before = now;
    }
    expect(rises).toBeGreaterThan(10);
  });

  it('asks for as many leads as give the chance, none where the pipeline is enough, and says where none would do', () => {
    const simulation = simulated(modelOf({ seed: 2 }));
    const { high } = likelyOf(outcomes(simulation, 'customers'));
    const goal = { what: 'customers', amount: high + 4 } as const;
    const needed = timesFor(simulation, goal, 0.8);
    expect(needed).toBeGreaterThan(1);
    expect(chanceOf(simulation, goal, needed ?? 0)).toBeGreaterThanOrEqual(0.8);
    expect(chanceOf(simulation, goal, (needed ?? 0) * 0.97)).toBeLessThan(0.8);
    expect(timesFor(simulation, { what: 'customers', amount: 1 }, 0.8)).toBe(0);
    expect(timesFor(simulated(modelOf({ seed: 2 }), noLevers, 2), { what: 'customers', amount: 500 }, 0.8)).toBeNull();
  });

  it('finds the leads that are needed up to fifty times as many as now', () => {
    const simulation = simulated(modelOf({ seed: 2 }));
    for (const most of [33, 41, 49]) {
      const amount = Math.floor(
        outcomes(simulation, 'customers', most).sort()[simulation.fromPipe.length / 5 - 1] ?? 0,
      );
      expect(chanceOf(simulation, { what: 'customers', amount }, 32)).toBeLessThan(0.8);
      expect(timesFor(simulation, { what: 'customers', amount }, 0.8)).toBeGreaterThan(32);
      expect(timesFor(simulation, { what: 'customers', amount }, 0.8)).toBeLessThanOrEqual(most);
    }
    const beyond = Math.max(...outcomes(simulation, 'customers', 60));
    expect(timesFor(simulation, { what: 'customers', amount: beyond }, 0.8)).toBeNull();
  });

  it('gives every open deal the same part in the money, in groups of any size', () => {
    const model = { ...modelOf({ seed: 1 }), furtherAmounts: [] };
    for (const size of [12, 150, 700]) {
      const amounts = Array.from({ length: size }, (_, i) => (i < size / 2 ? 0 : 1000));
      const pipe = [{ step: 3, reached: 3, age: 5, count: size, amounts }];
      const { money, fromPipe } = runToEnd(
        simulate({ ...model, pipe }, 60, noLevers, { draws: 200, each: 10, seed: 3 }),
      );
      expect(meanOf(money) / meanOf(fromPipe) / 500).toBeCloseTo(1, 1);
    }
  });

  it('is none where there is too little, and says of what', () => {
    const gaps = planGaps(runToEnd(planModel(planted({ seed: 1, weeks: 6, aWeek: 2 }), plantedDay)), 'revenue');
    expect(gaps.map(({ what }) => what)).toEqual(expect.arrayContaining(['weeks', 'leads', 'customers', 'amounts']));
    for (const { have, need } of gaps) expect(have).toBeLessThan(need);
    expect(planGaps(modelOf({ seed: 1 }), 'revenue')).toEqual([]);
    const empty = planted({ seed: 1, weeks: 0, ahead: 0 });
    expect(planGaps(runToEnd(planModel(empty, plantedDay)), 'customers').length).toBeGreaterThan(3);
  });

  it('shows how it would have done in the past months, each from what was recorded before it', () => {
    const records = { ...planted({ seed: 5, weeks: 120, ahead: 0 }), asOf: plantedDay };
    const months = runToEnd(pastMonths(records, 'customers', zoneOf('UTC')));
    expect(months).toHaveLength(12);
    const inside = months.filter(({ low, high, was }) => was >= low && was <= high).length;
    expect(inside).toBeGreaterThanOrEqual(6);
  });

  it('shows past months without what open deals are worth today', () => {
    const records = { ...planted({ seed: 5, weeks: 120, ahead: 0 }), asOf: plantedDay };
    const priced = { ...records, openAmount: records.openAmount.map(() => 1_000_000) };
    const monthsOf = (of: PlanRecords) => runToEnd(pastMonths(of, 'revenue', zoneOf('UTC')));
    expect(monthsOf(records).length).toBeGreaterThan(6);
    expect(monthsOf(priced)).toEqual(monthsOf(records));
    // The plan of today does know them.
    const likely = (of: PlanRecords) =>
      likelyOf(outcomes(runToEnd(simulate(runToEnd(planModel(of, plantedDay)), 60, noLevers, few)), 'revenue'));
    expect(likely(priced).mid).toBeGreaterThan(10 * likely(records).mid);
  });

  it('offers a lever only where the records show that it moves something', () => {
    const bare = runToEnd(planModel(planted({ seed: 1 }), plantedDay));
    expect(acceptanceRange(bare)).toBeNull();
    expect(inTimeRange(bare)).toBeNull();
    const model = modelOf({ seed: 1 });
    const range = acceptanceRange(model);
    expect(range?.least).toBeLessThanOrEqual(range?.now ?? 0);
    const same = { ...model, answered: model.answered.map((one, i) => ({ ...one, accepted: i % 2 === 0 })) };
    expect(inTimeRange(same)).toBeNull();
  });
});

it('the fit of many leads gives way many times', () => {
  const rows = planted({ seed: 3, weeks: 150, aWeek: 700 });
  expect(rows.count).toBeGreaterThan(100_000);
  // Six walks over all leads, each cut into five or more.
  expect([...planModel(rows, plantedDay)].length).toBeGreaterThan(30);
});

it('seasons are counted from two years on, and only where months differ beyond chance', () => {
  const even = Float64Array.from({ length: 1460 }, (_, i) => plantedDay - i * 0.5);
  const summers = even.filter(at => new Date(at * 86_400_000).getUTCMonth() < 6);
  expect(runToEnd(seasonsOf(even, plantedDay - 731, plantedDay))).toBeNull();
  expect(runToEnd(seasonsOf(summers, plantedDay - 731, plantedDay))?.seen[8]).toBe(0);
  expect(runToEnd(seasonsOf(summers, plantedDay - 700, plantedDay))).toBeNull();
});

it('days of a plan belong to their months, also where an interval lies in two', () => {
  const day = Date.UTC(2026, 0, 31) / 86_400_000;
  expect([...monthShares(day, 1, 2)].slice(0, 3)).toEqual([0.5, 0.5, 0]);
  const shares = monthShares(day + 0.3, 26, 6.7);
  for (let i = 0; i < 26; i++) {
    expect(shares.slice(12 * i, 12 * i + 12).reduce((all, one) => all + one, 0)).toBeCloseTo(1, 9);
  }
  const february = Array.from({ length: 26 }, (_, i) => (shares[12 * i + 1] ?? 0) * 6.7);
  expect(february.reduce((all, one) => all + one, 0)).toBeCloseTo(28, 9);
});

describe('random numbers', () => {
  it('follow their distributions in mean and spread', () => {
    const random = drawsFrom(11);
    const many = (draw: () => number) => Array.from({ length: 20_000 }, draw);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const shape of [0.3, 1, 7]) {
      const values = many(() => random.gamma(shape));
      expect(mean(values)).toBeCloseTo(shape, 0);
      expect(Math.abs(mean(values) - shape)).toBeLessThan(4 * Math.sqrt(shape / values.length));
    }
    expect(Math.abs(mean(many(() => random.beta(2, 6))) - 0.25)).toBeLessThan(0.005);
    for (const rate of [0.4, 12, 300]) {
      const counts = many(() => poissonQuantile(rate, random.uniform()));
      expect(Math.abs(mean(counts) - rate)).toBeLessThan(5 * Math.sqrt(rate / counts.length) + 0.02);
    }
    for (const [n, p] of [
      [5, 0.3],
      [40, 0.7],
      [900, 0.4],
    ] as const) {
      const counts = many(() => binomialQuantile(n, p, random.uniform()));
      expect(Math.abs(mean(counts) - n * p)).toBeLessThan(5 * Math.sqrt((n * p * (1 - p)) / counts.length) + 0.02);
    }
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 5);
  });

  it('are the same one by one and many at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.5, 1e-4, 1 - 1e-4)),
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.array(fc.double({ min: 2 ** -32, max: 1 - 2 ** -32, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (n, p, mean, quantiles) => {
          const us = Float64Array.from(quantiles);
          const out = new Float64Array(us.length);
          binomialQuantiles(n, p, us, out);
          expect([...out]).toEqual(quantiles.map(u => binomialQuantile(n, p, u)));
          poissonQuantiles(mean, us, 0, us.length, out);
          expect([...out]).toEqual(quantiles.map(u => poissonQuantile(mean, u)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('own amounts of a group never fall with those who buy, and each is as likely', () => {
    const own = Array.from({ length: 300 }, (_, i) => i);
    const count = 400;
    const of = ownMoney(own, count, drawsFrom(5));
    for (let seed = 1; seed < 20; seed++) {
      let before = { sum: 0, others: 0 };
      for (let won = 1; won <= count; won++) {
        const now = of(won, drawsFrom(seed));
        expect(now.sum).toBeGreaterThanOrEqual(before.sum);
        expect(now.others).toBeGreaterThanOrEqual(before.others);
        expect(now.others).toBeLessThanOrEqual(won);
        before = now;
      }
      expect(before).toEqual({ sum: (300 * 299) / 2, others: 100 });
    }
    const random = drawsFrom(6);
    const many = Array.from({ length: 4000 }, () => of(1, random));
    expect(new Set(many.map(({ sum }) => sum)).size).toBeGreaterThan(290);
    expect(meanOf(Float64Array.from(many, ({ others }) => others))).toBeCloseTo(0.25, 1);
    expect(ownMoney([], 9, random)(4, random)).toEqual({ sum: 0, others: 4 });
  });

  it('sums of amounts go round and never fall with the count', () => {
    const sums = Float64Array.from([1, 3, 6]);
    expect([0, 1, 2, 3, 4, 7].map(count => sumOf(sums, count, 1))).toEqual([0, 2, 5, 6, 8, 14]);
    expect(sumOf(new Float64Array(0), 5, 2)).toBe(0);
  });
});
