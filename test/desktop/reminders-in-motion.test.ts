// Reminders while other things go on: a dry run of an import, what is taken from the screen again, settings that change, many at once.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReminderState } from '../../electron/domain/reminders/plan.ts';
import { zoneOf } from '../../electron/domain/zone.ts';
import { remindedSteps } from '../../electron/services/reminded-steps.ts';
import { addDays } from '../../shared/dates.ts';
import { defaultReminders } from '../../shared/reminders.ts';
import { hour, minute, pass, plan, stopTimers, titles, withReminders } from '../support/reminders.ts';
import { aFolder, aWorkspace } from '../support/workspace.ts';

beforeEach(stopTimers);
afterEach(() => {
  vi.useRealTimers();
});

it('say nothing of a dry run of an import', async () => {
  const here = await withReminders();
  await here.call('reminders.save', { daysOff: false });
  const rows = Array.from(
    { length: 1500 },
    (_, n) => `P${n},p${n}@quay.example,Call,${addDays('2026-06-02', n % 500)}`,
  );
  const file = join(aFolder(), 'people.csv');
  writeFileSync(file, ['First name,E-mail,Next step,Next step date', ...rows].join('\n'));
  const token = here.host.tokenFor(file);
  if (!token.ok) throw new Error(token.error.message);
  const source = { kind: 'file' as const, path: token.value };
  const { mapping } = await here.call('imports.read', { jobId: 'read', source });
  let isOver = false;
  const check = here.call('imports.check', { jobId: 'check', source, mapping }).finally(() => {
    isOver = true;
  });
  // A day goes by at each look: whenever it looks, some of them would be due.
  while (!isOver) {
    here.clock.now += 24 * hour;
    here.host.woke();
    await vi.advanceTimersByTimeAsync(0);
    await nextTurn();
  }
  expect((await check).counts).toMatchObject({ created: 1500 });
  here.host.woke();
  await pass(here, 0);
  await plan(here, 'Ada', '09:30', new Date(here.clock.now).toISOString().slice(0, 10));
  await pass(here, 31 * minute);
  expect(titles(here)).toEqual(['Call back | Ada, Mill · 09:30']);
});

it('are told of today though thousands are overdue, and of all that were missed', async () => {
  const workspace = aWorkspace({ timeZone: 'UTC' });
  const { call } = workspace;
  for (const [firstName, on, time] of [
    ['Old', '2026-05-31', null],
    ['Older', '2026-05-30', '10:00'],
    ['Early', '2026-06-01', null],
    ['Next', '2026-06-01', '09:30'],
    ['Then', '2026-06-01', '10:00'],
    ['Tomorrow', '2026-06-02', null],
  ] as const) {
    const { id } = await call('leads.create', { attributes: { firstName } });
    await call('nextSteps.save', { leadId: id, id: null, what: 'Call', on, time, repeats: null });
  }
  const zone = zoneOf('UTC');
  const read = (upTo: string, most: number, more: Partial<ReminderState> = {}) => {
    const state = { upTo: Date.parse(upTo), told: [], snoozed: [], ...more };
    const now = workspace.clock.now;
    const found = remindedSteps(workspace.app().reader, { state, settings: defaultReminders, zone, now }, most);
    return [found.steps.map(({ name }) => name), found.cutAfter?.name ?? null];
  };
  expect(read('2026-06-01T09:00:00Z', 2)).toEqual([['Next', 'Then'], 'Then']);
  expect(read('2026-06-01T09:00:00Z', 4)).toEqual([['Next', 'Then', 'Tomorrow'], null]);
  expect(read('2026-06-01T08:29:59Z', 9)).toEqual([['Early', 'Next', 'Then', 'Tomorrow'], null]);
  expect(read('2026-05-30T10:00:00Z', 3)).toEqual([['Old', 'Early', 'Next'], 'Next']);
  // By another hour of the morning what is settled now may have been ahead.
  expect(read('2026-06-01T09:00:00Z', 9, { morning: '10:00' })[0]).toContain('Early');
});

it('go from the screen when they name an erased person, another workspace comes, names are unwanted, or Ripen ends', async () => {
  const here = await withReminders();
  const onScreen = () => here.seen.onScreen.map(({ title }) => title);
  const ada = await plan(here, 'Ada', '09:10');
  await pass(here, 11 * minute);
  expect(onScreen()).toEqual(['Call back']);
  await plan(here, 'Bo', '23:00');
  await pass(here, minute);
  expect(onScreen()).toEqual(['Call back']);
  await here.call('privacy.erase', { jobId: 'e', ids: [ada], name: 'Ada', others: true, reason: 'request' });
  expect(onScreen()).toEqual([]);

  await plan(here, 'Cy', '09:20');
  await pass(here, 10 * minute);
  expect(onScreen()).toEqual(['Call back']);
  await here.call('reminders.save', { names: false });
  expect(onScreen()).toEqual([]);
  await plan(here, 'Di', '09:40');
  await pass(here, 20 * minute);
  expect(onScreen()).toEqual(['Next step']);
  await here.call('reminders.save', { morning: '07:30' });
  expect(onScreen()).toEqual(['Next step']);
  await here.call('workspaces.close', {});
  expect(onScreen()).toEqual([]);

  await here.call('workspaces.open', { file: join(here.folder, 'Mill.ripen') });
  await plan(here, 'Eve', '10:00');
  await pass(here, 30 * minute);
  expect(onScreen()).toEqual(['Next step']);
  here.host.close();
  expect(onScreen()).toEqual([]);
});
