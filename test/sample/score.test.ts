// The score in the sample: every promotion is the one the rules would have made, and none is missing.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '../../electron/db/file/handle.ts';
import { activitiesOf } from '../../electron/db/tables/activities.ts';
import { currentCriteria } from '../../electron/db/tables/criteria.ts';
import { leadsAfter } from '../../electron/db/tables/leads.ts';
import { listScoreAdjustments } from '../../electron/db/tables/score-adjustments.ts';
import { receiptsOf, stageChangesOf } from '../../electron/db/tables/stage-changes.ts';
import { eligibleSince } from '../../electron/domain/funnel.ts';
import { firstPromotion } from '../../electron/domain/scoring/promotion.ts';
import type { App } from '../../electron/open-workspace.ts';
import { criteriaSchema } from '../../shared/criteria.ts';
import { isEarly } from '../../shared/stages.ts';
import { call, theSample, wednesday } from './a-sample.ts';

let app: App;
let db: Reader;
beforeAll(async () => {
  app = await theSample();
  db = app.reader;
});

describe('the score in the sample', () => {
  it('has a receipt for every promotion, which adds up and is what the rules say', () => {
    const criteria = new Map(
      db
        .all<{ number: number; body: string }>('SELECT number, body FROM criteria')
        .map(({ number, body }) => [number, criteriaSchema.parse(JSON.parse(body))]),
    );
    const numbers = new Set<number>();
    let proved = 0;
    for (const lead of leadsAfter(db, '', 1000)) {
      const changes = stageChangesOf(db, lead.id);
      const receipts = receiptsOf(db, lead.id);
      expect(receipts.length).toBe(changes.filter(({ cause }) => cause === 'score').length);
      for (const { stageChangeId, receipt } of receipts) {
        const index = changes.findIndex(({ id }) => id === stageChangeId);
        const rules = criteria.get(receipt.criteriaNumber);
        if (!rules) throw new Error('A receipt names criteria that do not exist.');
        const subject = {
          attributes: lead,
          activities: activitiesOf(db, lead.id),
          hand: listScoreAdjustments(db, lead.id),
        };
        const since = eligibleSince(changes[index]?.from ?? 'mql', changes.slice(0, index));
        // Facts are those of today; what counts for fit is what was known then, as the receipt has it.
        const then = {
          ...rules,
          fit: [],
          disqualifiers: [],
          minimumFit: -1000,
          threshold: rules.threshold - receipt.fit,
        };
        const window = { ...(since === undefined ? {} : { eligibleSince: since }), until: receipt.at };
        expect(firstPromotion(then, subject, window)?.at).toBe(receipt.at);
        expect(changes[index]).toMatchObject({ to: 'mql', at: receipt.at, cause: 'score' });
        expect(receipt.lines.reduce((sum, line) => sum + line.points, 0)).toBe(receipt.total);
        expect(receipt.engagement + receipt.fit).toBe(receipt.total);
        expect(receipt.total).toBeGreaterThanOrEqual(receipt.threshold);
        const happened = new Map(subject.activities.map(({ id, at }) => [id, at]));
        for (const { activityId, at } of receipt.lines) if (activityId) expect(happened.get(activityId)).toBe(at);
        numbers.add(receipt.criteriaNumber);
        proved++;
      }
    }
    expect(proved).toBeGreaterThan(150);
    expect([...numbers].sort()).toEqual([2, 3, 4]);
  });

  it('owes nobody a promotion', () => {
    const { criteria } = currentCriteria(db);
    const owed = leadsAfter(db, '', 1000).filter(lead => {
      const since = eligibleSince(lead.stage, stageChangesOf(db, lead.id));
      if (!isEarly(lead.stage) || since === undefined) return false;
      const subject = {
        attributes: lead,
        activities: activitiesOf(db, lead.id),
        hand: listScoreAdjustments(db, lead.id),
        mqlExclusion: lead.mqlExclusion,
      };
      return firstPromotion(criteria, subject, { eligibleSince: since, until: wednesday }) !== null;
    });
    expect(owed.map(({ id }) => id)).toEqual([]);
  });

  it('shows leads that are held back: by a mark, and by working for a competitor', async () => {
    const { rows } = await call(app, 'leads.list', { stages: ['lead'], limit: 500 });
    const held = rows.filter(row => row.score.blockedBy !== null && row.score.total >= row.score.threshold);
    expect(held.map(row => row.score.blockedBy).sort()).toEqual([
      'Never an MQL: Prints our brochures and keeps an eye on the website',
      'Works for a competitor',
    ]);
  });
});
