// The product's scoring against the slow reference scorer, on thousands of random people and criteria.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPromotion, promotionAt, walkSubject } from '../../../electron/domain/scoring/promotion.ts';
import { explainScore, makeReceipt } from '../../../electron/domain/scoring/score.ts';
import { scoreDetailSchema } from '../../../shared/score.ts';
import { anyLead, busyLead, criteria, day, today } from './arbitraries.ts';
import * as reference from './reference.ts';

const runs = { numRuns: 1000 };
const instant = fc.constantFrom(today, today - 30 * day, today + 3653 * day, today - 3653 * day);

describe('a score', () => {
  it('is what the reference says, and its lines add up to it', () => {
    fc.assert(
      fc.property(criteria, anyLead, instant, (rules, someone, at) => {
        const score = explainScore(rules, someone, at);
        expect(score.engagement).toBe(reference.engagementOf(rules, someone, at));
        expect(score.fit).toBe(reference.fitOf(rules, someone));
        expect(score.total).toBe(score.lines.reduce((sum, line) => sum + line.points, 0));
        expect(score.total).toBe(score.engagement + score.fit);
        expect(score.blockedBy !== null).toBe(reference.isBlocked(rules, someone));
        const gains = score.missing.map(({ upTo }) => upTo);
        expect(score.possible > score.total).toBe(gains.length > 0);
        expect(score.possible).toBeGreaterThanOrEqual(score.total + Math.max(0, ...gains));
        // The best answers of several personas are not those of one.
        if ((rules.personas ?? []).length < 2)
          expect(score.possible).toBe(score.total + gains.reduce((sum, upTo) => sum + upTo, 0));
        expect(scoreDetailSchema.parse(score)).toEqual(score);
      }),
      runs,
    );
  });

  it('cools when the rules were met once and are not now', () => {
    fc.assert(
      fc.property(criteria, anyLead, instant, (rules, someone, at) => {
        const wasMet = reference.firstMet(rules, someone, -Infinity, at) !== null;
        const isMet = reference.metBy(rules, someone, at) !== null;
        expect(explainScore(rules, someone, at).cooling).toBe(wasMet && !isMet);
      }),
      runs,
    );
  });
});

describe('the first promotion', () => {
  it('is at the moment and for the reason the reference finds', () => {
    const since = fc.constantFrom(-Infinity, today - 100 * day, today);
    fc.assert(
      fc.property(criteria, anyLead, since, instant, (rules, someone, eligibleSince, until) => {
        const found = firstPromotion(rules, someone, { eligibleSince, until });
        const expected = reference.firstMet(rules, someone, eligibleSince, until);
        expect(found?.at).toBe(expected?.at);
        if (!found || !expected) return;
        const shortcut = rules.shortcuts[expected.by];
        expect(found.shortcutId).toBe(shortcut?.id ?? null);
        expect(found.because).toBe(shortcut?.label ?? `${rules.threshold} points reached`);
      }),
      runs,
    );
  });

  it('is found as well for somebody who did hundreds of things, most of them long faded', () => {
    const slow = criteria.map(rules => ({ ...rules, threshold: rules.threshold * 4, shortcuts: [] }));
    fc.assert(
      fc.property(slow, busyLead, fc.constantFrom(-Infinity, today - 60 * day), (rules, someone, eligibleSince) => {
        const found = firstPromotion(rules, someone, { eligibleSince, until: today });
        expect(found?.at).toBe(reference.firstMet(rules, someone, eligibleSince, today)?.at);
        expect(promotionAt(rules, someone, today) !== null).toBe(reference.metBy(rules, someone, today) !== null);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('is found where caps bite, also after points were taken that a cap had made up for', () => {
    const everything = { id: 'everything', label: 'Everything', points: 45 };
    const capped = fc
      .tuple(criteria, fc.constantFrom(30, 90, null), fc.integer({ min: 20, max: 90 }))
      .map(([rules, engagementCap, threshold]) => ({
        ...rules,
        caps: [
          ...(rules.caps ?? []),
          { ...everything, typeIds: ['email-opened', 'website-visit', 'unsubscribed', 'call-made'] },
        ],
        engagementCap,
        threshold,
        minimumFit: -1000,
        disqualifiers: [],
        shortcuts: [],
      }));
    fc.assert(
      fc.property(capped, busyLead, (rules, someone) => {
        const found = firstPromotion(rules, someone, { until: today });
        expect(found?.at).toBe(reference.firstMet(rules, someone, -Infinity, today)?.at);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('would be found at any threshold: the peak is the greatest score at any moment', () => {
    fc.assert(
      fc.property(criteria, busyLead, (rules, someone) => {
        const open = { ...rules, shortcuts: [], disqualifiers: [], minimumFit: -1000 };
        const instants = reference.instantsOf(open, someone).filter(at => at <= today);
        const scores = instants.map(at => reference.engagementOf(open, someone, at) + reference.fitOf(open, someone));
        expect(walkSubject(open, someone, 'peak', today, -Infinity).peak).toBe(Math.max(-(2 ** 31), ...scores));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('leaves a receipt that adds up and, when the threshold was reached, reaches it', () => {
    fc.assert(
      fc.property(criteria, anyLead, (rules, someone) => {
        const promotion = firstPromotion(rules, someone, { until: today });
        fc.pre(promotion !== null);
        if (!promotion) return;
        const receipt = makeReceipt(rules, 3, someone, promotion);
        expect(receipt.lines.reduce((sum, line) => sum + line.points, 0)).toBe(receipt.total);
        expect(receipt.total).toBe(receipt.engagement + receipt.fit);
        expect(receipt.fit).toBeGreaterThanOrEqual(rules.minimumFit);
        expect(receipt.lines.every(line => (line.at ?? promotion.at) <= promotion.at)).toBe(true);
        if (promotion.shortcutId === null) expect(receipt.total).toBeGreaterThanOrEqual(rules.threshold);
      }),
      { numRuns: 300 },
    );
  });

  it('at a given moment agrees with the reference, whatever happened then', () => {
    fc.assert(
      fc.property(criteria, anyLead, instant, (rules, someone, at) => {
        const found = promotionAt(rules, someone, at);
        const by = reference.metBy(rules, someone, at);
        expect(found === null).toBe(by === null);
        if (found) expect(found.shortcutId).toBe(rules.shortcuts[by ?? -1]?.id ?? null);
      }),
      runs,
    );
  });
});

it('no order of rows changes a byte of a score', () => {
  fc.assert(
    fc.property(
      criteria,
      anyLead.chain(someone =>
        fc.tuple(
          fc.constant(someone),
          fc.shuffledSubarray([...someone.activities], { minLength: someone.activities.length }),
          fc.shuffledSubarray([...someone.hand], { minLength: someone.hand.length }),
        ),
      ),
      (rules, [someone, activities, hand]) => {
        const shuffled = { ...someone, activities, hand };
        expect(JSON.stringify(explainScore(rules, shuffled, today))).toBe(
          JSON.stringify(explainScore(rules, someone, today)),
        );
        expect(firstPromotion(rules, shuffled)).toEqual(firstPromotion(rules, someone));
      },
    ),
    runs,
  );
});
