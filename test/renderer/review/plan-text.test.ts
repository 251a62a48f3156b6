// A plan in words: its levers are named wherever its chance is, and what it takes is said against the pace of now.
import { expect, it } from 'vitest';
import { carriedPlan } from '../../../renderer/screens/review/plan/carried.ts';
import { carriedText, leversText, neededText, progressText } from '../../../renderer/screens/review/plan/plan-text.ts';
import { makeFormat } from '../../../renderer/ui/format.tsx';
import { carriedPlanSchema, type Plan } from '../../../shared/plan.ts';

const format = makeFormat({ locale: 'en-US', timeZone: 'UTC', currency: 'EUR', today: '2026-03-02' });
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');
const row = { inPipe: 3, total: 40, by: '2026-04-01', eachPerson: 1 };
const plan: Plan = {
  from: '2026-03-02',
  readUntil: Date.UTC(2026, 2, 2, 10),
  likely: { low: 2, mid: 4, high: 7 },
  chance: 0.55,
  times: 3,
  rows: [
    { ...row, stage: 'lead', now: 4, needed: 6 },
    { ...row, stage: 'mql', now: 2, needed: 3 },
    { ...row, stage: 'sql', now: 1, needed: 2 },
  ],
  spend: null,
  levers: {
    acceptance: null,
    inTime: null,
    channels: [{ id: 'fair', label: 'Fairs', now: 2, least: 0, most: 4, n: 80 }],
  },
  seasons: false,
  simulations: 10_000,
};
const goal = { what: 'customers', amount: 5, by: '2026-05-31' } as const;
const moved = { acceptance: 0.6, inTime: 0.9, channels: [{ id: 'fair', aWeek: 0.25 }] };
const progress = { came: 1, weeks: 4, leads: 2, mqls: 1, sqls: 0.5, chance: 0.35 };

it('a decision keeps the levers it was made with, and names them beside both chances', () => {
  const carried = carriedPlanSchema.parse(carriedPlan(goal, plan, moved));
  const levers = '60 % accepted by sales, 90 % answered in time, 1 lead in 4 weeks from Fairs';
  expect(carried.readUntil).toBe(plan.readUntil);
  expect(plain(leversText(format, carried.levers))).toBe(levers);
  expect(plain(carriedText(format, carried))).toContain(`chance 55 % with ${levers}, needs 3 MQLs`);
  expect(plain(progressText(format, carried, progress))).toContain(`35 % now, and was 55 %, both with ${levers}.`);
});

it('a plan without levers, and one of before, names none', () => {
  const { readUntil: _, ...before } = carriedPlanSchema.parse(carriedPlan(goal, plan, {}));
  expect(before).not.toHaveProperty('levers');
  expect(plain(carriedText(format, carriedPlanSchema.parse(before)))).toContain('chance 55 %, needs');
  expect(plain(progressText(format, before, progress))).toMatch(/35 % now, and was 55 %\.$/);
});

it('leads are more or fewer than now, not than with the levers', () => {
  expect(plain(neededText(format, plan))).toContain('50 % more new leads than now');
  const fewer = plan.rows.map(each => ({ ...each, needed: 1 }));
  expect(plain(neededText(format, { ...plan, rows: fewer }))).toContain('75 % fewer new leads than now are enough');
});
