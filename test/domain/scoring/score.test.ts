// Scores on small examples, as an owner would check them by hand.
import { describe, expect, it } from 'vitest';
import { gradeOf, levelOf } from '../../../electron/domain/scoring/cell.ts';
import { ageInDays, decayed, decayTable } from '../../../electron/domain/scoring/decay.ts';
import { behaviorRule, defaultCriteria, fitRule } from '../../../electron/domain/scoring/defaults.ts';
import { greatestFit, missingAttributes } from '../../../electron/domain/scoring/possible.ts';
import { firstPromotion } from '../../../electron/domain/scoring/promotion.ts';
import { explainScore, makeReceipt, strongestReasons } from '../../../electron/domain/scoring/score.ts';
import { builtInActivityTypes } from '../../../shared/activity.ts';
import type { Criteria } from '../../../shared/criteria.ts';
import { criteriaSchema } from '../../../shared/criteria.ts';
import { emptyAttributes } from '../../../shared/lead.ts';

const day = 86_400_000;
const monday = Date.UTC(2026, 2, 2, 9);
const happened = (...things: readonly (readonly [typeId: string, dayNumber: number])[]) =>
  things.map(([typeId, number], index) => ({ id: `a${index}`, typeId, at: monday + number * day }));
const empty: Criteria = { behavior: [], fit: [], disqualifiers: [], shortcuts: [], threshold: 100, minimumFit: 0 };

describe('the default criteria', () => {
  it('are valid, and have one rule at most for a built-in type, and none for another', () => {
    expect(criteriaSchema.parse(defaultCriteria)).toEqual(defaultCriteria);
    const rules = defaultCriteria.behavior.map(rule => rule.typeId);
    expect(new Set(rules).size).toBe(rules.length);
    expect(builtInActivityTypes.map(type => type.id)).toEqual(expect.arrayContaining(rules));
  });

  it('give the points of the seeds, and nothing for what we do ourselves', () => {
    const points = new Map(defaultCriteria.behavior.map(rule => [rule.typeId, rule.points]));
    expect(points.get('email-opened')).toBe(5);
    expect(points.get('email-clicked')).toBe(10);
    expect(points.get('website-visit')).toBe(10);
    expect(points.get('pricing-page-visit')).toBe(25);
    expect(points.get('demo-requested')).toBe(50);
    for (const type of builtInActivityTypes) if (type.ourSide) expect(points.get(type.id) ?? 0).toBe(0);
  });

  it('make an MQL of someone unknown at 100 points, at the moment of the last activity', () => {
    const activities = happened(
      ['demo-requested', 0],
      ['pricing-page-visit', 1],
      ['pricing-page-visit', 2],
      ['email-opened', 3],
    );
    const promotion = firstPromotion(defaultCriteria, { attributes: emptyAttributes, activities });
    expect(promotion).toEqual({ at: monday + 2 * day, because: '100 points reached', shortcutId: null });
  });

  it('never make an MQL of someone who says no more than yes, however much they click', () => {
    const activities = happened(['demo-requested', 0], ['demo-requested', 1], ['demo-requested', 2]);
    expect(firstPromotion(defaultCriteria, { attributes: { ...emptyAttributes, need: 'no' }, activities })).toBeNull();
    expect(
      firstPromotion(defaultCriteria, {
        attributes: { ...emptyAttributes, need: 'no', authority: 'yes', budget: 5, timeline: 'yes' },
        activities,
      }),
    ).not.toBeNull();
  });
});

describe('a score', () => {
  const subject = {
    attributes: { ...emptyAttributes, companySize: 80 },
    activities: happened(
      ['pricing-page-visit', 0],
      ['pricing-page-visit', 30],
      ['pricing-page-visit', 60],
      ['website-visit', 60],
    ),
    hand: [{ id: 'h', at: monday + 10 * day, points: 7, reason: 'Met at the fair' }],
  };
  const criteria: Criteria = {
    ...empty,
    behavior: [
      behaviorRule('pricing-page-visit', 25, { how: 'at-most', times: 2 }, 60),
      behaviorRule('website-visit', 10, { how: 'first' }),
    ],
    fit: [fitRule('size', 'companySize', { test: 'between', from: 50, to: 200 }, 20)],
  };

  it('lists every line with date, what, points and why it is less than the rule says', () => {
    const { lines, total, engagement, fit } = explainScore(criteria, subject, monday + 90 * day);
    expect(lines.map(line => [line.part, line.what, line.points, line.note])).toEqual([
      ['engagement', 'Pricing page visit', 0, 'only the latest 2 count'],
      ['engagement', 'Pricing page visit', 13, '25 initially, half-life 60 days, 60 days old'],
      ['engagement', 'Pricing page visit', 18, '25 initially, half-life 60 days, 30 days old'],
      ['engagement', 'Website visit', 10, null],
      ['hand', 'Score adjustment', 7, 'Met at the fair'],
      ['fit', 'Company size is from 50 to 200', 20, null],
    ]);
    expect([total, engagement, fit]).toEqual([68, 48, 20]);
  });

  it('names what weighs most, the same things taken together', () => {
    const { lines } = explainScore(criteria, subject, monday + 60 * day);
    expect(strongestReasons(lines)).toEqual([
      { what: 'Pricing page visit', points: 43, times: 2 },
      { what: 'Company size is from 50 to 200', points: 20, times: 1 },
      { what: 'Website visit', points: 10, times: 1 },
    ]);
  });

  it('names what weighs most after caps', () => {
    const opens = Array.from({ length: 20 }, (_, i) => ['email-opened', i] as const);
    const capped: Criteria = {
      ...empty,
      behavior: [
        behaviorRule('email-opened', 5),
        behaviorRule('website-visit', 10),
        behaviorRule('demo-requested', 50),
      ],
      caps: [{ id: 'cheap', label: 'Cheap signs', typeIds: ['email-opened', 'website-visit'], points: 30 }],
    };
    const activities = happened(...opens, ['website-visit', 1], ['website-visit', 2], ['demo-requested', 3]);
    const reasons = (criteria: Criteria) =>
      strongestReasons(explainScore(criteria, { attributes: emptyAttributes, activities }, monday + 90 * day).lines);
    expect(reasons(capped)).toEqual([
      { what: 'Demo requested', points: 50, times: 1 },
      { what: 'E-mail opened', points: 25, times: 20 },
      { what: 'Website visit', points: 5, times: 2 },
    ]);
    // All together at most 40: every rule gives half of what is left.
    expect(reasons({ ...capped, engagementCap: 40 }).map(({ points }) => points)).toEqual([25, 12, 3]);
  });

  it('has a receipt that leaves out what gave nothing', () => {
    const promotion = { at: monday + 60 * day, because: '70 points reached', shortcutId: null };
    const receipt = makeReceipt(criteria, 4, subject, promotion);
    expect(receipt.lines.map(line => line.points)).toEqual([18, 25, 10, 7, 20]);
    expect(receipt).toMatchObject({
      criteriaNumber: 4,
      total: 80,
      engagement: 60,
      fit: 20,
      because: '70 points reached',
    });
  });
});

describe('a shortcut', () => {
  const criteria: Criteria = {
    ...empty,
    behavior: [behaviorRule('content-downloaded', 1, { how: 'first' })],
    shortcuts: [
      {
        id: 's',
        label: '3 downloads and 2 pricing visits',
        counts: [
          { typeId: 'content-downloaded', times: 3 },
          { typeId: 'pricing-page-visit', times: 2 },
        ],
      },
    ],
    disqualifiers: [
      { id: 'd', field: 'email', test: { test: 'contains', values: ['@rival.example'] }, why: 'Competitor' },
    ],
  };
  const activities = happened(
    ['content-downloaded', 0],
    ['pricing-page-visit', 1],
    ['pricing-page-visit', 2],
    ['content-downloaded', 3],
    ['content-downloaded', 4],
  );

  it('makes an MQL by its counts, caps or no caps', () => {
    expect(firstPromotion(criteria, { attributes: emptyAttributes, activities })).toEqual({
      at: monday + 4 * day,
      because: '3 downloads and 2 pricing visits',
      shortcutId: 's',
    });
  });

  it('gives way to disqualifiers, the minimum fit and the mark "never MQL"', () => {
    expect(
      firstPromotion(criteria, { attributes: { ...emptyAttributes, email: 'eve@Rival.example' }, activities }),
    ).toBeNull();
    expect(firstPromotion({ ...criteria, minimumFit: 1 }, { attributes: emptyAttributes, activities })).toBeNull();
    expect(firstPromotion(criteria, { attributes: emptyAttributes, activities, mqlExclusion: 'my sister' })).toBeNull();
    expect(
      explainScore(criteria, { attributes: emptyAttributes, activities, mqlExclusion: 'my sister' }, monday).blockedBy,
    ).toBe('Never an MQL: my sister');
  });
});

describe('an e-mail of our own', () => {
  it('is no moment at which anyone becomes an MQL', () => {
    const activities = happened(['demo-requested', 0], ['demo-requested', 1], ['email-sent', 9]);
    const returned = { eligibleSince: monday + 5 * day };
    expect(firstPromotion(defaultCriteria, { attributes: emptyAttributes, activities }, returned)).toBeNull();
    const replied = [...activities, { id: 'r', typeId: 'replied', at: monday + 10 * day }];
    expect(firstPromotion(defaultCriteria, { attributes: emptyAttributes, activities: replied }, returned)?.at).toBe(
      monday + 10 * day,
    );
  });
});

describe('fading', () => {
  it('halves every half-life, in whole days of 24 hours', () => {
    expect([0, 30, 60, 120, 500].map(days => decayed(25, 60, days))).toEqual([25, 18, 13, 6, 0]);
    expect(ageInDays(monday, monday + day - 1)).toBe(0);
    expect(ageInDays(monday, monday + day)).toBe(1);
  });

  it('treats what is lost as it treats what is won, and knows no minus zero', () => {
    for (let days = 0; days < 400; days++) expect(decayed(-25, 60, days) + decayed(25, 60, days)).toBe(0);
    expect(Object.is(decayed(-25, 60, 9999), 0)).toBe(true);
  });

  it('makes no negative age and no NaN of a clock that jumps ten years', () => {
    expect(ageInDays(monday + 3653 * day, monday)).toBe(0);
    const subject = {
      attributes: emptyAttributes,
      activities: happened(['website-visit', 0], ['website-visit', 3653], ['website-visit', -3653]),
    };
    const criteria = { ...empty, behavior: [behaviorRule('website-visit', 10, { how: 'every' }, 30)] };
    for (const years of [-10, 0, 10]) {
      const { total } = explainScore(criteria, subject, monday + years * 365 * day);
      expect(Number.isSafeInteger(total)).toBe(true);
    }
  });

  it('has a table that ends on the last day on which anything is left', () => {
    for (const [points, halfLife] of [
      [1, 1],
      [25, 60],
      [-7, 13],
      [1000, 3650],
      [64, 10],
    ] as const) {
      const table = decayTable({ points: points, halfLifeDays: halfLife });
      expect([...table.slice(0, 50)]).toEqual(
        Array.from(table.slice(0, 50), (_, days) => decayed(points, halfLife, days)),
      );
      for (let days = table.length; days < table.length + 50; days++) expect(decayed(points, halfLife, days)).toBe(0);
    }
  });
});

describe('the cell', () => {
  it('grades fit by its share of the greatest possible', () => {
    expect([60, 45, 44, 30, 15, 14, 0, -5].map(fit => gradeOf(fit, 60, false)).join('')).toBe('AABBCDDD');
    expect(gradeOf(60, 60, true)).toBe('D');
    expect([gradeOf(0, 0, false), gradeOf(-1, 0, false)]).toEqual(['C', 'D']);
  });

  it('levels engagement by its share of the threshold', () => {
    expect([150, 100, 99, 50, 49, 25, 24, 0, -10].map(points => levelOf(points, 100)).join('')).toBe('112233444');
  });
});

describe('missing facts', () => {
  const criteria: Criteria = {
    ...empty,
    fit: [
      fitRule('small', 'companySize', { test: 'between', from: 0, to: 9 }, -10),
      fitRule('right', 'companySize', { test: 'between', from: 10, to: 200 }, 25),
      fitRule('big', 'companySize', { test: 'at-least', value: 100 }, 5),
      fitRule('de', 'country', { test: 'is', value: 'Germany' }, 10),
      fitRule('at', 'country', { test: 'is', value: 'Austria' }, 15),
      fitRule('known', 'country', { test: 'is-known' }, 1),
      fitRule('boss', 'jobTitle', { test: 'contains', values: ['owner', 'chief'] }, 10),
      fitRule('sales', 'jobTitle', { test: 'contains', values: ['sales'] }, 7),
      fitRule('student', 'jobTitle', { test: 'is', value: 'student' }, -20),
      fitRule('no', 'authority', { test: 'is', value: 'no' }, -20),
    ],
  };

  it('give a range, and the question that matters most comes first', () => {
    const { total, possible, missing } = explainScore(
      criteria,
      { attributes: emptyAttributes, activities: [] },
      monday,
    );
    expect([total, possible]).toEqual([0, 63]);
    expect(missing).toEqual([
      { field: 'companySize', question: 'How many people work there?', upTo: 30 },
      { field: 'jobTitle', question: 'What is their job title?', upTo: 17 },
      { field: 'country', question: 'Which country are they in?', upTo: 16 },
    ]);
    expect(greatestFit(criteria)).toBe(63);
  });

  it('are not asked for once known, however little they gave', () => {
    expect(
      missingAttributes(criteria, { ...emptyAttributes, companySize: 3, country: 'Peru', jobTitle: 'Student' }),
    ).toEqual([]);
  });
});
