// Plans over a real file: too little is said, records make a plan, and a decision that carries one comes back against it.
import { expect, it } from 'vitest';
import { dayMs } from '../../shared/dates.ts';
import { liveAsBusiness } from '../support/business.ts';
import { aWorkspace, monday } from '../support/workspace.ts';

const goal = { what: 'customers', amount: 6, by: '2026-08-31' } as const;

it('is none in a new workspace: it says what is missing and borrows nothing', async () => {
  const { call, appError } = aWorkspace();
  const { plan, lacks } = await call('plan.get', { goal, levers: {} });
  expect(plan).toBeNull();
  expect(lacks.map(({ what }) => what)).toEqual(['weeks', 'leads', 'mqls', 'sqls', 'customers']);
  expect(await call('plan.past', { what: 'customers' })).toEqual([]);
  expect(await appError('plan.get', { goal: { ...goal, by: '2026-06-01' }, levers: {} })).toBe(
    'Choose a day after today.',
  );
  expect(await appError('plan.get', { goal: { ...goal, by: '2029-06-01' }, levers: {} })).toBe(
    'Choose a day within two years.',
  );
});

it('goes from a goal back to leads, MQLs, SQLs and money a week and for each person, and comes back with a decision', async () => {
  const { call, clock } = aWorkspace();
  await liveAsBusiness({ call, clock });
  const { plan } = await call('plan.get', { goal, levers: {} });
  if (!plan) throw new Error('no plan');
  expect(plan.likely.low).toBeLessThanOrEqual(plan.likely.high);
  expect(plan.rows.map(({ stage }) => stage)).toEqual(['lead', 'mql', 'sql']);
  // One truth: as many are open as on the board.
  const board = await call('board.columns', { order: 'score' });
  for (const { stage, inPipe } of plan.rows) expect(board.find(column => column.stage === stage)?.count).toBe(inPipe);
  const [lead, mql, sql] = plan.rows;
  expect(lead?.now).toBeGreaterThan(2);
  expect(lead?.now).toBeLessThan(4.5);
  expect(mql?.now).toBeLessThan(lead?.now ?? 0);
  expect(sql?.eachPerson).toBeCloseTo(sql?.needed ?? 0);
  expect((lead?.by ?? '') <= (sql?.by ?? '')).toBe(true);
  expect(plan.spend?.now).toBeGreaterThan(3000);
  expect(plan.chance).toBeGreaterThan(0.1);
  expect((await call('plan.get', { goal, levers: {} })).plan).toEqual(plan);
  expect((await call('plan.get', { goal: { ...goal, amount: 60 }, levers: {} })).plan?.chance).toBeLessThan(
    plan.chance,
  );
  expect((await call('plan.past', { what: 'customers' })).length).toBeGreaterThan(0);

  const date = '2026-05-25';
  const carried = {
    goal,
    from: plan.from,
    low: plan.likely.low,
    high: plan.likely.high,
    chance: plan.chance,
    leads: lead?.needed ?? null,
    mqls: mql?.needed ?? null,
    sqls: sql?.needed ?? null,
  };
  const expected = { mqlsAWeek: null, acceptance: null, plan: carried };
  await call('meeting.saveDecision', { date, id: null, text: 'Six new customers.', expected });
  await call('meeting.close', { date });
  for (const name of ['Anna', 'Ben']) {
    clock.now += 7 * dayMs;
    const { id } = await call('leads.create', { attributes: { firstName: name } });
    await call('leads.move', { ids: [id], move: { to: 'customer', amount: 5000 } });
  }
  clock.now = monday + 28 * dayMs;
  const [back] = (await call('meeting.get', { date: '2026-06-22' })).cameBack;
  expect(back?.expected?.plan).toEqual(carried);
  expect(back?.progress).toMatchObject({ came: 2, weeks: expect.closeTo(4, 0) });
  expect(back?.progress?.mqls).toBeCloseTo(0.5, 1);
  expect(back?.progress?.chance).toBeGreaterThan(0);
  await call('meeting.close', { date: '2026-06-22' });
  expect((await call('meeting.get', { date: '2026-06-22' })).minutes?.cameBack[0]?.progress?.came).toBe(2);
}, 120_000);
