// What the sample hides for its owner to find, and the meetings in which its firm has begun to find it.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '../../electron/db/file/handle.ts';
import type { App } from '../../electron/open-workspace.ts';
import { addDays, weekStart } from '../../shared/dates.ts';
import { reviewFiguresSchema } from '../../shared/figures.ts';
import { minutesSchema } from '../../shared/meeting.ts';
import { disqualifyReasons, lostReasons } from '../../shared/stages.ts';
import { call, countOf, theSample } from './a-sample.ts';

/** When the clocks of Amsterdam went forward in 2026. */
const summerBegins = Date.UTC(2026, 2, 29, 1);

let app: App;
let db: Reader;
beforeAll(async () => {
  app = await theSample();
  db = app.reader;
});

describe('the truth the sample hides', () => {
  const reached = (stage: string) => `SELECT DISTINCT lead_id FROM stage_change WHERE to_stage = '${stage}'`;
  const share = (numerator: string, of: string) =>
    countOf(db, `SELECT count(*) FROM (${of}) AS o WHERE o.lead_id IN (${numerator})`) /
    countOf(db, `SELECT count(*) FROM (${of})`);

  it('converts MQL to SQL at 25 to 30 percent, and sales accepts about 60 percent of what it answers', () => {
    expect(share(reached('sql'), reached('mql'))).toBeGreaterThan(0.25);
    expect(share(reached('sql'), reached('mql'))).toBeLessThan(0.3);
    const answers = `SELECT to_stage FROM stage_change WHERE from_stage = 'mql'`;
    const accepted = countOf(db, `SELECT count(*) FROM (${answers}) WHERE to_stage = 'sql'`);
    const rejected = countOf(db, `SELECT count(*) FROM (${answers}) WHERE to_stage IN ('nurture', 'disqualified')`);
    expect(accepted / (accepted + rejected)).toBeGreaterThan(0.55);
    expect(accepted / (accepted + rejected)).toBeLessThan(0.65);
  });

  it('lets those who asked for a demo or looked at prices buy more often', () => {
    const did = (type: string) => `SELECT DISTINCT lead_id FROM activity WHERE type_id = '${type}'`;
    const without = (type: string) => `SELECT id AS lead_id FROM lead WHERE id NOT IN (${did(type)})`;
    for (const type of ['demo-requested', 'pricing-page-visit']) {
      expect(share(reached('customer'), did(type)), type).toBeGreaterThan(
        4 * share(reached('customer'), without(type)),
      );
    }
  });

  it('has a campaign that brought many MQLs and not one customer', () => {
    const prize = `SELECT l.id AS lead_id FROM lead l JOIN campaign c ON c.id = l.campaign_id WHERE c.label LIKE 'Prize draw%'`;
    expect(countOf(db, `SELECT count(*) FROM (${prize})`)).toBeGreaterThan(35);
    expect(countOf(db, `SELECT count(*) FROM (${prize}) AS p WHERE p.lead_id IN (${reached('mql')})`)).toBeGreaterThan(
      15,
    );
    expect(share(reached('sql'), prize)).toBe(0);
    expect(
      countOf(db, `SELECT count(*) FROM spend s JOIN campaign c ON c.id = s.campaign_id WHERE c.label LIKE 'Prize%'`),
    ).toBe(1);
  });

  it('has small firms that sales hands back as too small, and gives every kind of reason somewhere', () => {
    const small = db.pluck<number | null>(
      `SELECT l.company_size FROM stage_change c JOIN lead l ON l.id = c.lead_id WHERE c.reason = 'too-small'`,
    );
    expect(small.length).toBeGreaterThanOrEqual(10);
    expect(small.every(size => size === null || size < 10)).toBe(true);
    const reasons = (to: string) =>
      new Set(db.pluck<string>('SELECT DISTINCT reason FROM stage_change WHERE to_stage = ?', [to]));
    expect([...reasons('disqualified')].sort()).toEqual(Object.keys(disqualifyReasons).sort());
    expect([...reasons('lost')].sort()).toEqual(Object.keys(lostReasons).sort());
    expect(reasons('nurture').size).toBeGreaterThanOrEqual(8);
  });

  it('has deals open, won and lost, and customers who bought twice', () => {
    for (const status of ['open', 'won', 'lost']) {
      expect(countOf(db, 'SELECT count(*) FROM deal WHERE status = ?', [status]), status).toBeGreaterThanOrEqual(5);
    }
    expect(countOf(db, 'SELECT count(*) FROM (SELECT 1 FROM deal GROUP BY lead_id HAVING count(*) > 1)')).toBe(3);
  });
});

describe('the closed meetings of the sample', () => {
  it('hold the figures of their weeks, decisions, and promises kept and open', () => {
    const reviews = db.all<{ week_start: string; figures: string; closed_at: number }>(
      'SELECT week_start, figures, closed_at FROM review ORDER BY week_start',
    );
    expect(reviews.length).toBeGreaterThanOrEqual(10);
    for (const review of reviews) {
      const figures = reviewFiguresSchema.parse(JSON.parse(review.figures));
      expect(figures.asOf).toBe(review.closed_at);
      expect(figures.period).toMatchObject({ kind: 'week', from: review.week_start, partial: false });
      // An entry is the first moment at MQL or beyond; Amsterdam's days begin one or two hours before those of UTC.
      const localDay = `date(first / 1000 + CASE WHEN first >= ${summerBegins} THEN 7200 ELSE 3600 END, 'unixepoch')`;
      const entered = countOf(
        db,
        `SELECT count(*) FROM (SELECT min(at) AS first FROM stage_change
           WHERE to_stage IN ('mql', 'sql', 'opportunity', 'customer') GROUP BY lead_id)
         WHERE ${localDay} >= ? AND ${localDay} < ?`,
        [figures.period.from, figures.period.to],
      );
      expect(figures.figures.find(({ id }) => id === 'mql-volume')?.value).toBe(entered);
    }
    expect(countOf(db, 'SELECT count(*) FROM decision')).toBeGreaterThanOrEqual(5);
    expect(countOf(db, 'SELECT count(*) FROM decision JOIN criteria ON criteria.id = criteria_id')).toBe(2);
    expect(countOf(db, 'SELECT count(*) FROM action_item WHERE done_at IS NULL')).toBeGreaterThanOrEqual(3);
    expect(countOf(db, 'SELECT count(*) FROM action_item WHERE done_at IS NOT NULL')).toBeGreaterThanOrEqual(8);
  });

  it('keep minutes of the moment: later answers and ticks are not in them', async () => {
    const closed = db.all<{ week_start: string; closed_at: number; minutes: string }>(
      'SELECT week_start, closed_at, minutes FROM review ORDER BY week_start',
    );
    const minutes = closed.map(row => ({ ...row, kept: minutesSchema.parse(JSON.parse(row.minutes)) }));
    for (const { closed_at, kept } of minutes) {
      const done = [...kept.items, ...kept.earlierItems].flatMap(({ doneAt }) => (doneAt === null ? [] : [doneAt]));
      expect(Math.max(0, ...done)).toBeLessThanOrEqual(closed_at);
      expect(kept.decisions.every(({ verdict }) => verdict === null)).toBe(true);
    }
    const answered = minutes.flatMap(({ kept }) => kept.cameBack).filter(({ verdict }) => verdict !== null);
    expect(answered.length).toBe(countOf(db, 'SELECT count(*) FROM decision WHERE verdict IS NOT NULL'));
    expect(answered.length).toBeGreaterThanOrEqual(5);
  });

  it('leave to the meeting ahead a decision that comes back, both promises, and action items open and done', async () => {
    const { today, settings } = await call(app, 'workspace.get', {});
    const date = addDays(weekStart(today, settings.firstDayOfWeek), -7);
    const meeting = await call(app, 'meeting.get', { date });
    expect(meeting.closedAt).toBeNull();
    expect(meeting.cameBack).toMatchObject([{ verdict: null, expected: { mqlsAWeek: 4, acceptance: 0.75 } }]);
    const [decision] = meeting.cameBack;
    expect(decision?.since.mqls).toBeGreaterThan(0);
    expect(decision?.since.answered).toBeGreaterThan(0);
    expect(meeting.kept.map(({ side, what }) => `${side} ${what}`)).toEqual([
      'marketing mqls',
      'marketing acceptance',
      'sales answer',
    ]);
    const last = `SELECT id FROM review WHERE closed_at IS NOT NULL ORDER BY week_start DESC LIMIT 1`;
    expect(countOf(db, `SELECT count(*) FROM decision WHERE review_id = (${last})`)).toBe(1);
    expect(meeting.earlierItems.some(({ doneAt }) => doneAt === null)).toBe(true);
    expect(meeting.earlierItems.some(({ doneAt }) => doneAt !== null)).toBe(true);
  });
});
