// Caps and "only in the last days": examples with their lines, which always add up, also on a receipt.
import { describe, expect, test } from 'vitest';
import { behaviorRule, defaultCriteria } from '../../../electron/domain/scoring/defaults.ts';
import { wrongWith } from '../../../electron/domain/scoring/draft.ts';
import { compile } from '../../../electron/domain/scoring/plan.ts';
import { firstPromotion, promotionAt } from '../../../electron/domain/scoring/promotion.ts';
import { explainScore, makeReceipt } from '../../../electron/domain/scoring/score.ts';
import type { Subject } from '../../../electron/domain/scoring/subject.ts';
import { createWalk, notMet } from '../../../electron/domain/scoring/walk.ts';
import type { Criteria } from '../../../shared/criteria.ts';
import { changedCriteria, criteriaChanges } from '../../../shared/criteria-change.ts';
import { emptyAttributes } from '../../../shared/lead.ts';

const dayMs = 86_400_000;
const now = Date.UTC(2026, 5, 1, 12);
/** What somebody did: how many of a type, each on its own day, the last `ago` days back. */
const did = (typeId: string, times: number, ago = 0) =>
  Array.from({ length: times }, (_, i) => ({ id: `${typeId}-${i}`, typeId, at: now - (ago + i) * dayMs }));
const someone = (...activities: ReturnType<typeof did>[]): Subject => ({
  attributes: { ...emptyAttributes },
  activities: activities.flat(),
});
const plain: Criteria = {
  behavior: [behaviorRule('email-opened', 5), behaviorRule('email-clicked', 10), behaviorRule('demo-requested', 50)],
  fit: [],
  disqualifiers: [],
  shortcuts: [],
  threshold: 100,
  minimumFit: 0,
};
const cheap = { id: 'cheap', label: 'Cheap signs', typeIds: ['email-opened', 'email-clicked'], points: 30 };

describe('a cap on a group', () => {
  const capped: Criteria = { ...plain, caps: [cheap] };
  const eager = someone(did('email-opened', 20), did('email-clicked', 5), did('demo-requested', 1));

  test('takes away what is beyond it, in a line of its own', () => {
    const { total, lines } = explainScore(capped, eager, now);
    expect(total).toBe(80);
    expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(80);
    expect(lines.filter(({ ruleId }) => ruleId === 'cheap')).toEqual([
      {
        part: 'engagement',
        ruleId: 'cheap',
        what: 'Cap: Cheap signs',
        at: null,
        activityId: null,
        points: -120,
        note: 'at most 30 points',
        capped: ['behaviour-email-opened', 'behaviour-email-clicked'],
      },
    ]);
    expect(explainScore(plain, eager, now).total).toBe(200);
  });

  test('keeps many small signs from making an MQL', () => {
    expect(firstPromotion(plain, eager)).not.toBeNull();
    expect(firstPromotion(capped, eager)).toBeNull();
    expect(promotionAt(capped, eager, now)).toBeNull();
  });

  test('stands on the receipt, which adds up', () => {
    const ready = someone(did('email-opened', 20), did('demo-requested', 2));
    const promotion = firstPromotion(capped, ready);
    if (promotion === null) throw new Error('two demos and thirty points are enough');
    const receipt = makeReceipt(capped, 3, ready, promotion);
    expect(receipt.lines.reduce((sum, { points }) => sum + points, 0)).toBe(receipt.total);
    expect(receipt.total).toBeGreaterThanOrEqual(100);
    expect(receipt.lines.map(({ what }) => what)).toContain('Cap: Cheap signs');
  });

  test('does not touch a sum below it, nor score adjustments', () => {
    const few = someone(did('email-opened', 3));
    expect(explainScore(capped, few, now).lines).toHaveLength(3);
    const adjusted = { ...few, hand: [{ id: 'h', at: now - dayMs, points: 90, reason: 'Met at the fair' }] };
    expect(explainScore({ ...capped, engagementCap: 10 }, adjusted, now).total).toBe(100);
  });
});

test('a cap on all activities comes after those on groups', () => {
  const both: Criteria = { ...plain, caps: [cheap], engagementCap: 60 };
  const { total, lines } = explainScore(both, someone(did('email-opened', 20), did('demo-requested', 1)), now);
  expect(total).toBe(60);
  expect(lines.filter(({ what }) => what.startsWith('Cap')).map(({ what, points }) => [what, points])).toEqual([
    ['Cap: Cheap signs', -70],
    ['Cap: all activities', -20],
  ]);
});

describe('a lead whom a cap keeps below the threshold', () => {
  const rows = 5000;
  /** How often the type of a row is read while all rows of visits are walked through. */
  const readsOf = (criteria: Criteria): number => {
    let reads = 0;
    const at = Float64Array.from({ length: rows }, (_, i) => now - (rows - i) * 3_600_000);
    const type = new Proxy(new Uint16Array(rows).fill(1), {
      get: (columns, key) => {
        reads++;
        return Reflect.get(columns, key, columns);
      },
    });
    const track = { at, type, hand: null };
    const walk = createWalk();
    const plan = compile(criteria, () => 1, 2);
    const lead = { track, start: 0, end: rows, base: 0, eligible: true, until: now };
    expect(walk({ plan, goal: 'first', now, from: -Infinity }, lead).why).toBe(notMet);
    return reads;
  };

  test('is not gone through anew at each of thousands of visits', () => {
    const visits: Criteria = {
      ...plain,
      behavior: [behaviorRule('website-visit', 1)],
      caps: [{ ...cheap, typeIds: ['website-visit'] }],
    };
    const capped = readsOf(visits);
    // Once for each 70 points that came, over half the rows each time.
    expect(capped).toBeLessThan((rows / 60) * rows);
  });

  test('is promoted though points were taken that the cap had made up for', () => {
    const group = { ...cheap, typeIds: ['email-opened', 'unsubscribed'] };
    const taken = [...plain.behavior, behaviorRule('unsubscribed', -10)];
    const eager = someone(did('email-opened', 20, 30), did('unsubscribed', 3, 10), did('demo-requested', 1, 5));
    const promotion = (limits: Partial<Criteria>) =>
      firstPromotion({ ...plain, behavior: taken, threshold: 80, ...limits }, eager);
    expect(promotion({ caps: [group] })?.at).toBe(now - 5 * dayMs);
    // Two rules of one type are gone through one by one.
    const twice = [...taken, { ...behaviorRule('unsubscribed', -1), id: 'again' }];
    expect(promotion({ caps: [group], behavior: twice })?.at).toBe(now - 5 * dayMs);
    expect(promotion({ caps: [{ ...group, points: 29 }] })).toBeNull();
  });

  test('is still promoted once enough of another kind comes', () => {
    const eager = someone(did('email-opened', 500, 30), did('demo-requested', 2, 5));
    expect(firstPromotion({ ...plain, caps: [cheap] }, eager)?.at).toBe(now - 5 * dayMs);
  });
});

test('no two caps name one activity: the second would do nothing', () => {
  const other = { id: 'other', label: 'Opened twice', typeIds: ['demo-requested', 'email-opened'], points: 5 };
  expect(wrongWith({ ...plain, caps: [cheap] })).toBeNull();
  expect(wrongWith({ ...plain, caps: [cheap, { ...other, typeIds: ['demo-requested'] }] })).toBeNull();
  for (const caps of [[cheap, other], [{ ...other, typeIds: ['email-opened', 'email-opened'] }]])
    expect(wrongWith({ ...plain, caps })).toMatch(/^“Opened twice” caps an activity that is capped already\./);
});

test('only in the last days: older activities stand there with 0 and why', () => {
  const lately: Criteria = { ...plain, behavior: [{ ...behaviorRule('email-opened', 5), withinDays: 30 }] };
  const { total, lines } = explainScore(lately, someone(did('email-opened', 2, 29)), now);
  // The first is 29 days old, the second 30.
  expect([total, lines.map(({ points, note }) => [points, note])]).toEqual([
    5,
    [
      [0, 'older than 30 days'],
      [5, null],
    ],
  ]);
});

test('the defaults of a new workspace do not make an MQL of opened e-mails, however many', () => {
  const longAgo = someone(did('email-opened', 20, 270));
  expect(explainScore(defaultCriteria, longAgo, now).total).toBe(0);
  expect(firstPromotion(defaultCriteria, longAgo)).toBeNull();
  expect(firstPromotion(defaultCriteria, someone(did('email-opened', 80), did('email-clicked', 80)))).toBeNull();
  // The points of the seeds stand.
  expect(explainScore(defaultCriteria, someone(did('email-opened', 1), did('demo-requested', 1)), now).total).toBe(55);
});

test('criteria of before hold no cap and no age, and score as they did', () => {
  const stored = JSON.parse(JSON.stringify(plain)) as Criteria;
  expect(Object.keys(stored)).not.toContain('caps');
  const old = someone(did('email-opened', 20, 270));
  expect(explainScore(stored, old, now).total).toBe(100);
  expect(firstPromotion(stored, old)).not.toBeNull();
});

test('a cap and an age are changes of a draft like any other', () => {
  const after: Criteria = {
    ...plain,
    behavior: plain.behavior.map((rule, i) => (i === 0 ? { ...rule, withinDays: 90 } : rule)),
    caps: [cheap],
    engagementCap: 200,
  };
  expect(changedCriteria(plain, criteriaChanges(plain, after))).toEqual(after);
  const back = changedCriteria(after, criteriaChanges(after, plain));
  const eager = someone(did('email-opened', 50));
  expect(explainScore(back, eager, now)).toEqual(explainScore(plain, eager, now));
});
