// Plans over a real file: too little is said, records make a plan, and a decision that carries one comes back against it.
import { expect, it } from 'vitest';
import { dayMs } from '../../shared/dates.ts';
import type { CarriedLevers } from '../../shared/plan.ts';
import { liveAsBusiness } from '../support/business.ts';
import { aWorkspace, monday, type TestWorkspace } from '../support/workspace.ts';

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
    readUntil: plan.readUntil,
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
});

it('shows of each past month what the review of that month says', async () => {
  const { call, clock } = aWorkspace();
  await liveAsBusiness({ call, clock });
  for (const [what, id] of [
    ['customers', 'new-customers'],
    ['revenue', 'revenue'],
  ] as const) {
    const months = await call('plan.past', { what });
    expect(months.length).toBeGreaterThan(2);
    for (const { from, label, was, low, high } of months) {
      const { figures } = await call('review.get', { kind: 'month', date: from });
      expect(figures.period.label).toBe(label);
      expect([from, was]).toEqual([from, figures.figures.find(figure => figure.id === id)?.value]);
      expect(low).toBeLessThan(high);
    }
    expect(months.some(({ was }) => was > 0)).toBe(true);
  }
});

it('expects less of leads that were moved back, and as much again once that is undone', async () => {
  const { call, clock } = aWorkspace();
  await liveAsBusiness({ call, clock });
  const planNow = async () => {
    const { plan } = await call('plan.get', { goal, levers: {} });
    if (!plan) throw new Error('no plan');
    return plan;
  };
  const before = await planNow();
  const column = (await call('board.columns', { order: 'score' })).find(({ stage }) => stage === 'sql');
  const cards = await call('board.cards', { stage: 'sql' });
  const ids = cards.rows.map(({ id }) => id);
  expect(ids).toHaveLength(column?.count ?? 0);
  await call('leads.move', { ids, move: { to: 'lead' } });
  const after = await planNow();
  const row = (plan: Awaited<ReturnType<typeof planNow>>, stage: string) =>
    plan.rows.find(each => each.stage === stage);
  expect(row(after, 'lead')?.inPipe).toBe((row(before, 'lead')?.inPipe ?? 0) + ids.length);
  expect(after.chance).toBeLessThan(before.chance ?? 0);
  // They have been MQLs and SQLs: becoming so again is no entry.
  expect(row(after, 'mql')?.now).toBeCloseTo(row(before, 'mql')?.now ?? 0, 1);
  await call('journal.undo', {});
  expect((await planNow()).chance).toBe(before.chance);
});

/** A plan as a decision carries it, made now with these levers. */
async function decideOn(
  { call }: Pick<TestWorkspace, 'call'>,
  amount: number,
  levers: CarriedLevers | undefined,
  withInstant = true,
) {
  const { plan } = await call('plan.get', {
    goal: { ...goal, amount },
    levers: {
      ...levers,
      channels: (levers?.channels ?? []).map(({ id, aWeek }) => ({ id, aWeek })),
    },
  });
  if (!plan) throw new Error('no plan');
  const carried = {
    goal: { ...goal, amount },
    from: plan.from,
    ...(withInstant ? { readUntil: plan.readUntil } : {}),
    ...(levers ? { levers } : {}),
    low: plan.likely.low,
    high: plan.likely.high,
    chance: plan.chance,
    leads: null,
    mqls: null,
    sqls: null,
  };
  await call('meeting.saveDecision', {
    date: '2026-05-25',
    id: null,
    text: `${amount} customers`,
    expected: { mqlsAWeek: null, acceptance: null, plan: carried },
  });
  return plan;
}

it('keeps the levers: while nothing has changed, the chance is what it was', async () => {
  const { call, clock } = aWorkspace();
  const { fairs } = await liveAsBusiness({ call, clock });
  const none = { acceptance: null, inTime: null };
  const lower = { ...none, channels: [{ id: fairs, label: 'Fairs', aWeek: 0.25 }] };
  const asNow = await decideOn({ call }, 6, undefined);
  const moved = await decideOn({ call }, 6, lower);
  expect(moved.chance).toBeLessThan(asNow.chance - 0.1);
  await call('meeting.close', { date: '2026-05-25' });
  const { cameBack } = await call('meeting.get', { date: '2026-06-22' });
  expect(cameBack.map(({ expected }) => expected?.plan?.levers)).toEqual([undefined, lower]);
  expect(cameBack.map(({ progress }) => progress?.chance)).toEqual([asNow.chance, moved.chance]);
});

it('says the pace and spend of now, whatever the levers, beside what they ask for', async () => {
  const { call, clock } = aWorkspace();
  const { fairs } = await liveAsBusiness({ call, clock });
  const at = async (aWeek: number | null) => {
    const channels = aWeek === null ? [] : [{ id: fairs, aWeek }];
    const { plan } = await call('plan.get', { goal, levers: { channels } });
    if (!plan) throw new Error('no plan');
    return plan;
  };
  const [asNow, fewer] = [await at(null), await at(0.25)];
  const now = (plan: typeof asNow) => [plan.spend?.now, ...plan.rows.map(row => row.now)];
  expect(now(fewer)).toEqual(now(asNow));
  expect(fewer.chance).toBeLessThan(asNow.chance);
  expect(fewer.times).toBeGreaterThan((asNow.times ?? 0) * 1.5);
});

it('counts what comes after the plan, also of the same day, and nothing of before', async () => {
  const { call, clock } = aWorkspace();
  await liveAsBusiness({ call, clock });
  const buys = async (firstName: string) => {
    const { id } = await call('leads.create', { attributes: { firstName } });
    await call('leads.move', { ids: [id], move: { to: 'customer', amount: 5000 } });
  };
  await buys('In the morning');
  clock.now += dayMs / 8;
  await buys('As it was made');
  await decideOn({ call }, 40, undefined);
  // A plan of before carries no instant, and counts from the beginning of its day.
  await decideOn({ call }, 41, undefined, false);
  clock.now += 1;
  await buys('Right after it');
  clock.now += dayMs / 8;
  await buys('In the evening');
  await call('meeting.close', { date: '2026-05-25' });
  const { cameBack } = await call('meeting.get', { date: '2026-06-22' });
  const came = new Map(cameBack.map(({ expected, progress }) => [expected?.plan?.goal.amount, progress?.came]));
  expect([came.get(40), came.get(41)]).toEqual([2, 4]);
});
