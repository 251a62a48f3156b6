// The engine against explainScore and firstPromotion: loaded in chunks, changed lead by lead, replayed and scored in slices.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPromotion } from '../../electron/domain/scoring/promotion.ts';
import { explainScore } from '../../electron/domain/scoring/score.ts';
import type { LeadValues } from '../../electron/engine/engine.ts';
import { createEngine } from '../../electron/engine/engine.ts';
import { replayColumns } from '../../electron/engine/replay.ts';
import type { Criteria } from '../../shared/criteria.ts';
import type { LeadField } from '../../shared/lead.ts';
import type { Someone } from '../domain/scoring/arbitraries.ts';
import { anyLead, criteria, day, today } from '../domain/scoring/arbitraries.ts';

const fields: readonly LeadField[] = ['country', 'jobTitle', 'companySize', 'budget', 'authority'];
type Crowd = ReadonlyMap<string, Someone>;

const crowd = fc
  .array(anyLead, { maxLength: 12 })
  .map(listedLeads => new Map(listedLeads.map((someone, i) => [`lead-${i}`, someone])));

function chunked<T>(rows: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));
}

function loaded(listedLeads: Crowd, chunk: number) {
  const engine = createEngine();
  engine.beginLoad(fields);
  const leads = [...listedLeads].map(
    ([id, { attributes }]): LeadValues => [id, ...fields.map(field => attributes[field])],
  );
  for (const rows of chunked(leads, chunk)) engine.addLeads(rows);
  const activities = [...listedLeads].flatMap(([id, someone]) =>
    [...someone.activities].sort((a, b) => a.at - b.at).map(({ typeId, at }) => [id, typeId, at] as const),
  );
  for (const rows of chunked(activities, chunk)) engine.addActivities(rows);
  engine.finishLoad();
  for (const [id, { hand, mqlExclusion }] of listedLeads) engine.setAdjustments(id, { hand: hand, mqlExclusion });
  return engine;
}

function expectAgreement(engine: ReturnType<typeof createEngine>, listedLeads: Crowd, rules: Criteria, at: number) {
  const replayed = engine.replay(rules, { from: today - 200 * day, to: at });
  let promoted = 0;
  for (const [id, someone] of listedLeads) {
    const { lines: _lines, missing: _missing, ...score } = explainScore(rules, someone, at);
    expect(engine.scoreOf(id)).toEqual(score);
    const promotion = firstPromotion(rules, someone, { eligibleSince: today - 200 * day, until: at });
    const position = engine.positionOf(id) ?? -1;
    const why = replayed.why[position] ?? 0;
    expect(why === -2 ? undefined : replayed.at[position]).toBe(promotion?.at);
    expect(rules.shortcuts[why]?.id ?? null).toBe(promotion?.shortcutId ?? null);
    if (promotion) promoted++;
  }
  expect(replayed.count).toBe(promoted);
}

describe('the engine', () => {
  it('agrees with the domain however the rows were split and the leads sliced', () => {
    fc.assert(
      fc.property(
        crowd,
        criteria,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (listedLeads, rules, chunk, slice) => {
          const engine = loaded(listedLeads, chunk);
          for (let from = 0; from < engine.size; from += slice)
            engine.scoreAll(rules, today, { from, to: from + slice });
          engine.scoreAll(rules, today, { from: 0, to: 0 });
          expectAgreement(engine, listedLeads, rules, today);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('promotes the same people at the same moments when only those who reach the threshold are looked at', () => {
    fc.assert(
      fc.property(crowd, criteria, fc.integer({ min: 1, max: 300 }), (listedLeads, rules, threshold) => {
        const engine = loaded(listedLeads, 7);
        const window = { to: today };
        const { peak } = engine.peaks(rules, window);
        const at = { ...rules, threshold };
        const only = Int32Array.from(
          [...peak.subarray(0, engine.size).keys()].filter(one => (peak[one] ?? 0) >= threshold),
        );
        const some = engine.replay(at, { ...window, only, into: replayColumns(engine.size) });
        const all = engine.replay(at, { ...window, into: replayColumns(engine.size) });
        expect([...some.why]).toEqual([...all.why]);
        expect([...some.at]).toEqual([...all.at]);
      }),
      { numRuns: 300 },
    );
  });

  it('changed lead by lead is the engine loaded from scratch', () => {
    const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.option(anyLead, { freq: 4 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(crowd, changes, criteria, criteria, (listedLeads, steps, before, rules) => {
        const engine = loaded(listedLeads, 7);
        engine.scoreAll(before, today);
        const expected = new Map(listedLeads);
        for (const [number, someone] of steps) {
          const id = `lead-${number}`;
          if (someone === null) {
            engine.removeLead(id);
            expected.delete(id);
          } else {
            engine.replaceLead(id, someone.attributes, someone.activities);
            engine.setAdjustments(id, { hand: someone.hand, mqlExclusion: someone.mqlExclusion });
            expected.set(id, someone);
          }
          if (number % 2 === 0) engine.replay(before, { from: today - 200 * day, to: today });
        }
        // The criteria of before are those whose fits and reach are kept; the others are new to the engine.
        engine.scoreAll(before, today);
        expectAgreement(engine, expected, before, today);
        engine.scoreAll(rules, today);
        expect(engine.leadCount).toBe(expected.size);
        expectAgreement(engine, expected, rules, today);
      }),
      { numRuns: 200 },
    );
  });

  it('judges the new facts of many leads at once as it judges those of one', () => {
    fc.assert(
      fc.property(fc.array(anyLead, { minLength: 40, maxLength: 40 }), criteria, (listedLeads, rules) => {
        const crowded = new Map(listedLeads.map((someone, i) => [`lead-${i}`, someone]));
        const engine = loaded(crowded, 100);
        engine.scoreAll(rules, today);
        const turned = new Map(
          listedLeads.map((someone, i) => [
            `lead-${i}`,
            { ...someone, attributes: listedLeads[(i + 1) % 40]?.attributes ?? someone.attributes },
          ]),
        );
        for (const [id, { attributes }] of turned) engine.setAttributes(id, attributes);
        engine.scoreAll(rules, today);
        expectAgreement(engine, turned, rules, today);
      }),
      { numRuns: 50 },
    );
  });

  it('finds every peak: replay at any threshold promotes exactly those whose peak reaches it', () => {
    fc.assert(
      fc.property(crowd, criteria, (listedLeads, rules) => {
        const engine = loaded(listedLeads, 100);
        const peaks = Int32Array.from(engine.peaks(rules, { to: today }).peak);
        for (const threshold of [1, 20, 55, 100, 170]) {
          const { why } = engine.replay({ ...rules, threshold }, { to: today });
          for (const id of listedLeads.keys()) {
            const position = engine.positionOf(id) ?? -1;
            expect(why[position] !== -2).toBe((peaks[position] ?? 0) >= threshold);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers every step of a drag as an engine that has never replayed before', () => {
    const change = fc.record({
      threshold: fc.integer({ min: 1, max: 300 }),
      minimumFit: fc.integer({ min: -30, max: 30 }),
      fitOf: criteria,
      rulesOf: fc.option(criteria, { freq: 4 }),
      slice: fc.integer({ min: 1, max: 20 }),
      late: fc.boolean(),
      said: fc.option(fc.tuple(fc.nat({ max: 11 }), anyLead), { freq: 3 }),
    });
    fc.assert(
      fc.property(crowd, criteria, fc.array(change, { minLength: 2, maxLength: 8 }), (listedLeads, first, steps) => {
        const engine = loaded(listedLeads, 7);
        const until = new Float64Array(12).map((_, i) => today - i * 15 * day);
        const now = new Map(listedLeads);
        let rules = first;
        for (const { fitOf, rulesOf, slice, late, said, ...bars } of steps) {
          const id = said === null ? '' : `lead-${said[0]}`;
          const known = now.get(id);
          if (said !== null && known) {
            const { hand, mqlExclusion } = said[1];
            now.set(id, { ...known, hand, mqlExclusion });
            engine.setAdjustments(id, { hand, mqlExclusion });
          }
          const { behavior, shortcuts } = rulesOf ?? rules;
          rules = { ...fitOf, ...bars, behavior, shortcuts };
          const window = late ? { to: today, until } : { to: today - 30 * day };
          const into = replayColumns(engine.size);
          let count = 0;
          for (let from = 0; from < engine.size; from += slice)
            count += engine.replay(rules, { ...window, into, slice: { from, to: from + slice } }).count;
          const fresh = loaded(now, 7).replay(rules, window);
          expect(count).toBe(fresh.count);
          expect([...into.why]).toEqual([...fresh.why.subarray(0, engine.size)]);
          expect([...into.at].filter((_, i) => into.why[i] !== -2)).toEqual(
            [...fresh.at.subarray(0, engine.size)].filter((_, i) => fresh.why[i] !== -2),
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it('replays in slices, and only some leads, as it replays all', () => {
    fc.assert(
      fc.property(crowd, criteria, fc.integer({ min: 1, max: 5 }), (listedLeads, rules, slice) => {
        const engine = loaded(listedLeads, 100);
        const whole = engine.replay(rules);
        const why = [...whole.why.subarray(0, engine.size)];
        const peaks = [...engine.peaks(rules).peak.subarray(0, engine.size)];
        engine.replay({ ...rules, threshold: 1 });
        engine.peaks({ ...rules, fit: [] });
        let count = 0;
        for (let from = 0; from < engine.size; from += slice) {
          count += engine.replay(rules, { slice: { from, to: from + slice } }).count;
          engine.peaks(rules, { slice: { from, to: from + slice } });
        }
        expect(count).toBe(whole.count);
        const nobody = { slice: { from: 0, to: 0 } };
        expect([...engine.replay(rules, nobody).why.subarray(0, engine.size)]).toEqual(why);
        expect([...engine.peaks(rules, nobody).peak.subarray(0, engine.size)]).toEqual(peaks);
        const only = Int32Array.from({ length: engine.size >> 1 }, (_, i) => i * 2);
        const some = engine.replay(rules, { only });
        expect([...some.why.subarray(0, engine.size)]).toEqual(why.map((by, i) => (only.includes(i) ? by : -2)));
        // The same columns again, a slice of those few at a time, under other rules before.
        const into = replayColumns(engine.size);
        engine.replay({ ...rules, threshold: 1, fit: [] }, { only, into });
        for (let from = 0; from < only.length; from += slice)
          engine.replay(rules, { only, into, slice: { from, to: from + slice } });
        expect([...into.why]).toEqual([...some.why.subarray(0, engine.size)]);
      }),
      { numRuns: 300 },
    );
  });

  it('promotes nobody after the day given for that lead', () => {
    fc.assert(
      fc.property(crowd, criteria, (listedLeads, rules) => {
        const engine = loaded(listedLeads, 100);
        const until = new Float64Array(engine.size).map((_, i) => today - i * 20 * day);
        const { why, at } = engine.replay(rules, { until });
        for (const [id, someone] of listedLeads) {
          const position = engine.positionOf(id) ?? -1;
          // What happened after that day has no say in moments before it.
          const promotion = firstPromotion(rules, someone, { until: until[position] ?? 0 });
          expect(why[position] === -2 ? undefined : at[position]).toBe(promotion?.at);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says which fact a draft needs before it can be replayed', () => {
    const engine = createEngine();
    engine.beginLoad(['country']);
    engine.addLeads([['ann', 'Peru']]);
    engine.finishLoad();
    const draft: Criteria = {
      behavior: [],
      fit: [{ id: 'r', field: 'city', test: { test: 'is', value: 'Lima' }, points: 100 }],
      disqualifiers: [],
      shortcuts: [],
      threshold: 100,
      minimumFit: 0,
    };
    expect(engine.missingFields(draft)).toEqual(['city']);
    expect(() => engine.replay(draft)).toThrow(/city/);
    engine.ensureField('city', [['ann', 'lima']]);
    expect(engine.missingFields(draft)).toEqual([]);
    engine.scoreAll(draft, today);
    expect(engine.scoreOf('ann')?.total).toBe(100);
  });

  it('takes further facts in chunks, and leaves out leads that it does not hold yet', () => {
    const engine = createEngine();
    engine.beginLoad(['country']);
    engine.addLeads([
      ['ann', 'Peru'],
      ['bo', 'Chile'],
    ]);
    engine.finishLoad();
    expect(engine.lacks(['country', 'city', 'industry'])).toEqual(['city', 'industry']);
    engine.ensureFields(['city', 'industry'], [['ann', 'Lima', null]]);
    engine.ensureFields(
      ['city', 'industry'],
      [
        ['nobody', 'Oslo', 'Fish'],
        ['bo', null, 'Wine'],
      ],
    );
    expect(engine.lacks(['city', 'industry'])).toEqual([]);
    expect(engine.attributesAt(engine.positionOf('ann') ?? -1)).toMatchObject({ country: 'Peru', city: 'Lima' });
    expect(engine.attributesAt(engine.positionOf('bo') ?? -1)).toMatchObject({ city: null, industry: 'Wine' });
    expect(engine.leadCount).toBe(2);
  });

  it('keeps leads apart through thousands of changes, so that room left behind is used again', () => {
    const engine = createEngine();
    engine.beginLoad([]);
    const rules: Criteria = {
      behavior: [{ id: 'v', typeId: 'website-visit', points: 1, count: { how: 'every' }, halfLifeDays: null }],
      fit: [],
      disqualifiers: [],
      shortcuts: [],
      threshold: 1000,
      minimumFit: 0,
    };
    const counts = Array.from({ length: 300 }, () => 0);
    for (let step = 0; step < 6000; step++) {
      const lead = (step * 7919) % 300;
      const count = ((counts[lead] ?? 0) * 31 + step) % 60;
      counts[lead] = count;
      engine.replaceLead(
        `lead-${lead}`,
        {},
        Array.from({ length: count }, (_, i) => ({ typeId: 'website-visit', at: i })),
      );
    }
    engine.scoreAll(rules, today);
    for (const [lead, count] of counts.entries()) expect(engine.scoreOf(`lead-${lead}`)?.total ?? 0).toBe(count);
    expect(engine.columns().used).toBeLessThan(300 * 60 * 2);
  });
});
