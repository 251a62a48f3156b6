// A business for pictures of a plan: thirty weeks of it, a meeting that decides on a plan, and four weeks later the one it returns to.
import { join } from 'node:path';
import { createWorkspace, makeApp } from '../electron/open-workspace.ts';
import { carriedPlan } from '../renderer/screens/review/plan/carried.ts';
import type { CallName, Input, Output } from '../shared/contract.ts';
import { dayMs } from '../shared/dates.ts';
import { liveAsBusiness } from '../test/support/business.ts';
import type { TestWorkspace } from '../test/support/workspace.ts';
import { ROOT } from './paths.ts';
import { PlainError } from './say.ts';

/** The two meetings, four weeks apart. */
export const meetingDays = { plan: '2026-06-01T09:00:00Z', 'plan-back': '2026-06-29T09:00:00Z' } as const;

const names = ['Ada Holm', 'Ben Marsh', 'Cleo Novak', 'Dan Peters', 'Eve Rossi', 'Finn Sato', 'Gwen Lind', 'Hugo Tran'];

/** Writes the workspace as it is at one of the meetings. */
export async function planningBusiness(file: string, kind: keyof typeof meetingDays): Promise<void> {
  const clock = { now: Date.parse(meetingDays.plan) };
  const options = {
    file,
    migrationsFolder: join(ROOT, 'migrations'),
    now: () => clock.now,
    deviceId: 'screens',
  };
  createWorkspace(options, { name: 'Joinery' });
  const app = makeApp(options);
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await app.call(name, input);
    if (!result.ok) throw new PlainError(`${name}: ${result.error.message}`);
    return result.value as Output<N>;
  };
  await liveAsBusiness({ call, clock });
  if (kind === 'plan-back') {
    await decide(call);
    await liveOn(call, clock);
  }
  app.close();
}

const goal = { what: 'customers', amount: 8, by: '2026-08-31' } as const;

async function decide(call: TestWorkspace['call']): Promise<void> {
  const date = '2026-05-25';
  const { plan } = await call('plan.get', { goal, levers: {} });
  if (!plan) throw new PlainError('The business of the pictures has no plan.');
  const carried = carriedPlan(goal, plan, {});
  const expected = { mqlsAWeek: Math.round(10 * (carried.mqls ?? 0)) / 10, acceptance: null, plan: carried };
  await call('meeting.saveDecision', { date, id: null, text: 'Plan: 8 new customers by the end of August.', expected });
  await call('meeting.close', { date });
}

/** Four weeks: two leads a week, three of them buy. */
async function liveOn(call: TestWorkspace['call'], clock: { now: number }): Promise<void> {
  const begin = clock.now;
  for (const [i, name] of names.entries()) {
    clock.now = begin + (1 + i * 3) * dayMs;
    const [firstName = '', lastName = ''] = name.split(' ');
    const { id } = await call('leads.create', { attributes: { firstName, lastName } });
    if (i % 4 === 3) continue;
    await call('leads.move', { ids: [id], move: { to: 'mql' } });
    if (i % 2 === 1) continue;
    await call('leads.move', { ids: [id], move: { to: 'sql' } });
    if (i > 4) continue;
    clock.now += 2 * dayMs;
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 100_000 } });
    await call('leads.move', { ids: [id], move: { to: 'customer', amount: 100_000 } });
  }
  clock.now = Date.parse(meetingDays['plan-back']);
}
