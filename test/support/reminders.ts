// A workspace with reminders on, a clock that a test moves, and what was shown. The two test files of reminders share it.
import { join } from 'node:path';
import { vi } from 'vitest';
import { startHost } from './host.ts';
import { aFolder } from './workspace.ts';

/** Only the timer of reminders stands still: files and steps go on in real time. */
export const stopTimers = () => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

export const minute = 60_000;
export const hour = 60 * minute;

export type Here = ReturnType<typeof startHost>;

/** Monday 1 June 2026, 9 o'clock, in a workspace in UTC, with reminders on. */
export async function withReminders(folder = aFolder()) {
  const here = startHost(folder);
  here.lead.newWorkspace = join(folder, 'Mill.ripen');
  await here.call('workspaces.create', {});
  await here.call('settings.update', { timeZone: 'UTC', freeWeekdays: [6, 7] });
  await here.call('reminders.save', { on: true });
  await pass(here, 0);
  return here;
}

/** Time goes by, in steps of half a minute as the timer looks. */
export async function pass({ clock }: Here, ms: number) {
  await vi.advanceTimersByTimeAsync(1000);
  for (let left = ms; left > 0; left -= 30_000) {
    clock.now += Math.min(left, 30_000);
    await vi.advanceTimersByTimeAsync(30_000);
  }
}

export async function plan(
  { call }: Here,
  firstName: string,
  time: string | null,
  on = '2026-06-01',
  more: object = {},
) {
  const { id } = await call('leads.create', { attributes: { firstName, company: 'Mill', ...more } });
  const step = { leadId: id, id: null, what: 'Call back', on, time, repeats: null };
  await call('nextSteps.save', step);
  return id;
}

export const titles = ({ seen }: Here) => seen.notices.map(({ title, body }) => `${title} | ${body}`);
