// Learning from the past on histories whose truth is known: it finds what was planted, and in noise it finds nothing.
import { describe, expect, it } from 'vitest';
import { defaultCriteria } from '../../../../electron/domain/scoring/defaults.ts';
import { chanceOf, differenceOf, oddsOf, quantileFor } from '../../../../electron/domain/scoring/learn/effect.ts';
import type { Seen } from '../../../../electron/domain/scoring/learn/insights.ts';
import { learn } from '../../../../electron/domain/scoring/learn/insights.ts';
import { draftedPoints, insightRuleId, takePoints } from '../../../../electron/domain/scoring/learn/take.ts';
import type { Criteria } from '../../../../shared/criteria.ts';
import type { Insight } from '../../../../shared/learning.ts';
import { simulate } from './simulate.ts';

const seeds = Array.from({ length: 1000 }, (_, seed) => seed);
const none = new Set<string>();
const shares = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9];
const noise = Array.from({ length: 20 }, (_, i) => ({
  typeId: `t${i}`,
  share: shares[i % 8] ?? 0.5,
  log: 0,
  present: 0,
}));

describe('in noise, over 1,000 histories,', () => {
  const histories = seeds
    .map(seed => learn(simulate(seed, 400, 0.08, noise), defaultCriteria, none))
    .filter(({ missing }) => !missing);

  it('no more than 5 % of the 95 % intervals exclude chance', () => {
    const insights = histories.flatMap(({ insights }) => insights);
    const excluding = insights.filter(({ difference }) => difference.low > 0 || difference.high < 0);
    expect(insights.length).toBeGreaterThan(15_000);
    expect(excluding.length / insights.length).toBeLessThanOrEqual(0.05);
    expect(excluding.length / insights.length).toBeGreaterThan(0.02);
  });

  it('no more than 5 % of the histories hold any find or suggestion at all', () => {
    const wrong = histories.filter(({ insights }) =>
      insights.some(insight => insight.says !== 'cannot-tell' || insight.suggested !== null),
    );
    expect(wrong.length / histories.length).toBeLessThanOrEqual(0.05);
  });
});

describe('of planted effects', () => {
  // Points of present: none, plainly wrong, and right (the threshold of 100 stands for 5 in log-odds: 20 points each).
  const planted = [
    { typeId: 'helps', share: 0.3, log: 1.2, present: 0 },
    { typeId: 'hurts', share: 0.2, log: -1.2, present: 20 },
    { typeId: 'nothing', share: 0.4, log: 0, present: 0 },
    { typeId: 'right', share: 0.1, log: 1.5, present: 30 },
  ];
  const histories = seeds
    .slice(0, 300)
    .map(seed => learn(simulate(seed, 2500, 0.08, planted), defaultCriteria, none).insights);
  const insightsOf = (typeId: string) =>
    histories.flatMap(insights => insights.filter(({ trait }) => trait.kind === 'activity' && trait.typeId === typeId));
  const share = <T>(all: readonly T[], test: (one: T) => boolean) => all.filter(test).length / all.length;

  it('those that help and those that hurt are found nearly always', () => {
    expect(share(insightsOf('helps'), insight => insight.says === 'more-customers')).toBeGreaterThan(0.98);
    expect(share(insightsOf('hurts'), insight => insight.says === 'fewer-customers')).toBeGreaterThan(0.9);
    expect(share(insightsOf('nothing'), insight => insight.says === 'cannot-tell')).toBeGreaterThan(0.95);
  });

  it('the suggestions lie near the truth, on the side of the present points', () => {
    const median = (typeId: string) => {
      const points = insightsOf(typeId)
        .flatMap(({ suggested }) => suggested ?? [])
        .sort((a, b) => a - b);
      return points[points.length >> 1] ?? Number.NaN;
    };
    expect(median('helps')).toBeGreaterThanOrEqual(15);
    expect(median('helps')).toBeLessThanOrEqual(24);
    expect(median('hurts')).toBeLessThan(0);
    expect(median('hurts')).toBeGreaterThanOrEqual(-24);
  });

  it('points that history bears out are left alone', () => {
    expect(share(insightsOf('right'), insight => insight.suggested === null)).toBeGreaterThan(0.95);
  });

  it('the 95 % intervals hold the true difference about 95 times in 100', () => {
    // With and without "helps" all else is alike, so the true shares can be had from a history a hundred times as long.
    const [truth] = learn(simulate(1, 400_000, 0.08, planted), defaultCriteria, none).insights.filter(
      ({ text }) => text === 'helps',
    );
    const difference =
      (truth?.with.numerator ?? 0) / (truth?.with.n ?? 1) - (truth?.without.numerator ?? 0) / (truth?.without.n ?? 1);
    const held = share(
      insightsOf('helps'),
      insight => insight.difference.low <= difference && difference <= insight.difference.high,
    );
    expect(held).toBeGreaterThan(0.92);
  });
});

describe('with too little history', () => {
  const small = (customers: number, n: number): Seen => ({
    trait: { kind: 'activity', typeId: 'demo-requested' },
    with: { n: 20, customers: Math.min(20, customers) },
    without: { n: n - 20, customers: Math.max(0, customers - 20) },
    times: 1,
    present: 50,
  });

  it('below 10 customers it says what is missing and suggests nothing', () => {
    const learned = learn({ ended: { n: 500, customers: 9 }, seen: [small(9, 500)] }, defaultCriteria, none);
    expect(learned.missing).toBe('Suggestions need 10 customers with recorded activities; there are 9.');
    expect(learned.insights).toEqual([]);
  });

  it('and where everybody bought there is nothing to compare with', () => {
    const learned = learn({ ended: { n: 25, customers: 20 }, seen: [small(20, 25)] }, defaultCriteria, none);
    expect(learned.missing).toBe('Suggestions need 10 leads closed without buying, for comparison; there are 5.');
  });
});

describe('a lesson', () => {
  const clear = (trait: Seen['trait'], present = 0): Seen => ({
    trait,
    with: { n: 200, customers: 100 },
    without: { n: 800, customers: 40 },
    times: 2,
    present,
  });
  const ended = { n: 1000, customers: 140 };
  const only = (seen: Seen, ours: ReadonlySet<string> = none) =>
    learn({ ended, seen: [seen] }, defaultCriteria, ours).insights[0];

  it('about our own side is shown with a caution, and suggests nothing', () => {
    const insight = only(clear({ kind: 'activity', typeId: 'meeting-held' }), new Set(['meeting-held']));
    expect(insight?.says).toBe('more-customers');
    expect(insight?.suggested).toBeNull();
    expect(insight?.caution).toMatch(/Your team does this/);
  });

  it('about an answer that only buyers give carries a caution', () => {
    const insight = only(clear({ kind: 'attribute', field: 'budget', test: { test: 'is-known' }, ruleId: null }));
    expect(insight?.caution).toMatch(/about to buy/);
  });

  it('taken into a draft sets the rule it speaks of, or adds the difference as a rule', () => {
    const activity = only(clear({ kind: 'activity', typeId: 'webinar-attended' }, 5));
    const attribute = only(
      clear({ kind: 'attribute', field: 'industry', test: { test: 'is', value: 'Software' }, ruleId: null }, 10),
    );
    if (!activity || !attribute || activity.suggested === null || attribute.suggested === null)
      throw new Error('Nothing was suggested.');
    const take = (draft: Criteria, { trait, suggested, present }: Insight, points = suggested ?? 0) =>
      takePoints(draft, defaultCriteria, trait, { points, present });
    const draft = take(take(defaultCriteria, activity), attribute);
    expect(draft.behavior.find(rule => rule.typeId === 'webinar-attended')?.points).toBe(activity.suggested);
    expect(draft.fit.at(-1)).toEqual({
      id: insightRuleId(attribute.trait),
      field: 'industry',
      test: { test: 'is', value: 'Software' },
      points: attribute.suggested - 10,
    });
    expect(draft.behavior).toHaveLength(defaultCriteria.behavior.length);
    for (const insight of [activity, attribute]) {
      expect(draftedPoints(draft, defaultCriteria, insight.trait, insight.present)).toBe(insight.suggested);
    }
    expect(take(draft, activity)).toEqual(draft);
    expect(take(take(draft, attribute, attribute.present), activity, 30)).toEqual(defaultCriteria);
  });

  it('put back leaves no rule behind where there was none, and none of what else was changed in the draft', () => {
    const trait = { kind: 'activity', typeId: 'sample-sent' } as const;
    const edited = { ...defaultCriteria, threshold: 90 };
    const taken = takePoints(edited, defaultCriteria, trait, { points: 30, present: 0 });
    expect(taken.behavior.at(-1)).toMatchObject({ typeId: 'sample-sent', points: 30, count: { how: 'every' } });
    expect(takePoints(taken, defaultCriteria, trait, { points: 0, present: 0 })).toEqual(edited);
  });
});

describe('the arithmetic', () => {
  it('gives the difference of two shares as Newcombe does', () => {
    // R. G. Newcombe 1998, table II: 56/70 against 48/80, method 10: 0.0524 to 0.3339.
    const { low, high } = differenceOf({ n: 70, customers: 56 }, { n: 80, customers: 48 });
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('gives the exact chance as Fisher did for the lady tasting tea', () => {
    // 3 of 4 right: one tail 17/70; 4 of 4: 1/70.
    expect(chanceOf({ n: 4, customers: 3 }, { n: 4, customers: 1 })).toBeCloseTo((2 * 17) / 70, 10);
    expect(chanceOf({ n: 4, customers: 4 }, { n: 4, customers: 0 })).toBeCloseTo(2 / 70, 10);
    expect(chanceOf({ n: 50_000, customers: 100 }, { n: 50_000, customers: 100 })).toBe(1);
  });

  it('knows the quantiles', () => {
    expect(quantileFor(1)).toBeCloseTo(1.959964, 4);
    expect(quantileFor(20)).toBeCloseTo(3.023341, 4);
    expect(oddsOf({ n: 10, customers: 5 }, { n: 10, customers: 5 }).log).toBe(0);
  });
});
