// Reminders by the whole main side: from a next step in the file to the notification, through restarts, sleep and other workspaces.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHost } from '../support/host.ts';
import { hour, minute, pass, plan, stopTimers, titles, withReminders } from '../support/reminders.ts';
import { aFolder } from '../support/workspace.ts';

beforeEach(stopTimers);
afterEach(() => {
  vi.useRealTimers();
});

describe('reminders', () => {
  it('are off until the owner asks for them', async () => {
    const here = startHost();
    here.lead.newWorkspace = join(here.folder, 'Mill.ripen');
    await here.call('workspaces.create', {});
    await here.call('settings.update', { timeZone: 'UTC' });
    await plan(here, 'Ada', '09:10');
    await pass(here, 20 * minute);
    expect((await here.call('reminders.get', {})).settings).toMatchObject({ on: false, tray: false });
    expect(here.seen.notices).toEqual([]);
    // Turned on, they begin with what comes from then on.
    await here.call('reminders.save', { on: true });
    await pass(here, 5 * minute);
    expect(here.seen.notices).toEqual([]);
  });

  it('come at the time of a step, and a click opens its lead', async () => {
    const here = await withReminders();
    const ada = await plan(here, 'Ada', '09:10');
    await pass(here, 9 * minute);
    expect(titles(here)).toEqual([]);
    await pass(here, minute);
    expect(titles(here)).toEqual(['Call back | Ada, Mill · 09:10']);
    here.seen.notices[0]?.open();
    expect(here.seen.leads).toEqual([ada]);
    await pass(here, hour);
    expect(here.seen.notices).toHaveLength(1);
  });

  it('follow a step that is moved, and leave out one that is done', async () => {
    const here = await withReminders();
    const [ada, bo] = [await plan(here, 'Ada', '09:10'), await plan(here, 'Bo', '09:10')];
    const seen = { what: 'Call back', on: '2026-06-01', time: '09:10', repeats: null };
    await here.call('nextSteps.save', { leadId: ada, id: ada, seen, time: '09:20' });
    await here.call('nextSteps.done', { leadId: bo, id: bo, seen, typeId: null });
    await pass(here, 15 * minute);
    expect(titles(here)).toEqual([]);
    await pass(here, 6 * minute);
    expect(titles(here)).toEqual(['Call back | Ada, Mill · 09:20']);
  });

  it('say nothing of leads who asked not to be contacted', async () => {
    const here = await withReminders();
    const ada = await plan(here, 'Ada', '09:10');
    await plan(here, 'Bo', '09:11', '2026-06-01', { consent: 'no' });
    await here.call('privacy.setLead', { id: ada, change: { doNotContact: 'Objected' } });
    await plan(here, 'Cy', '09:12');
    await pass(here, hour);
    expect(titles(here)).toEqual(['Call back | Cy, Mill · 09:12']);
  });

  it('hold no names where the owner wants none on the screen', async () => {
    const here = await withReminders();
    await here.call('reminders.save', { names: false });
    await plan(here, 'Ada', '09:10');
    await pass(here, 11 * minute);
    expect(titles(here)).toEqual(['Next step | 09:10 · Open Ripen to see it.']);
  });

  it('are not given twice after a restart, nor after a kill', async () => {
    const folder = aFolder();
    const here = await withReminders(folder);
    await plan(here, 'Ada', '09:10');
    await pass(here, 11 * minute);
    expect(here.seen.notices).toHaveLength(1);
    // What is remembered is in the file before the notification is on the screen.
    const device = JSON.parse(readFileSync(join(folder, 'device.json'), 'utf8'));
    expect(device.reminded[0].told).toHaveLength(1);
    expect(JSON.stringify(device)).not.toMatch(/Ada|Call back/);
    here.host.close();
    const again = startHost(folder);
    again.clock.now = here.clock.now + minute;
    await pass(again, hour);
    expect(again.seen.notices).toEqual([]);
  });

  it('that were missed while Ripen was closed are told once, together', async () => {
    const folder = aFolder();
    const here = await withReminders(folder);
    for (const [name, time] of [
      ['Ada', '10:00'],
      ['Bo', '11:00'],
      ['Cy', '12:00'],
      ['Di', '13:00'],
    ] as const)
      await plan(here, name, time);
    await pass(here, minute);
    here.host.close();
    const again = startHost(folder);
    again.clock.now = here.clock.now + 5 * hour;
    await pass(again, minute);
    expect(titles(again)).toEqual([
      '4 next steps came due while Ripen could not remind you | Ada: Call back\nBo: Call back\nCy: Call back\nand 1 more',
    ]);
    again.seen.notices[0]?.open();
    expect(again.seen.leads).toEqual([null]);
    again.host.close();
    const third = startHost(folder);
    third.clock.now = again.clock.now + hour;
    await pass(third, hour);
    expect(third.seen.notices).toEqual([]);
  });

  it('that came due while the computer slept are told when it wakes', async () => {
    const here = await withReminders();
    await plan(here, 'Ada', '10:00');
    await plan(here, 'Bo', '11:00');
    await pass(here, 0);
    here.clock.now += 4 * hour;
    here.host.woke();
    await vi.advanceTimersByTimeAsync(1100);
    expect(titles(here)).toEqual([
      '2 next steps came due while Ripen could not remind you | Ada: Call back\nBo: Call back',
    ]);
  });

  it('of one workspace are not lost while another one is open', async () => {
    const here = await withReminders();
    await plan(here, 'Ada', '10:00');
    await pass(here, minute);
    here.lead.newWorkspace = join(here.folder, 'Other.ripen');
    await here.call('workspaces.create', {});
    await here.call('settings.update', { timeZone: 'UTC' });
    await pass(here, 3 * hour);
    expect(here.seen.notices).toEqual([]);
    await here.call('workspaces.open', { file: join(here.folder, 'Mill.ripen') });
    await pass(here, minute);
    expect(titles(here)).toEqual(['Missed: Call back | Ada, Mill · 10:00']);
  });

  it('of the day without a time come in one, at the hour of the owner', async () => {
    const here = await withReminders();
    await here.call('reminders.save', { morning: '09:30' });
    await plan(here, 'Ada', null);
    await plan(here, 'Bo', null);
    await pass(here, 29 * minute);
    expect(here.seen.notices).toEqual([]);
    await pass(here, minute);
    expect(titles(here)).toEqual(['2 next steps due today | Ada: Call back\nBo: Call back']);
    expect(here.seen.notices[0]?.snooze).toBeNull();
  });

  it('of the weekly meeting come at its time', async () => {
    const here = await withReminders();
    await here.call('documents.setMeetingTime', { weekday: 1, time: '09:30', minutes: 30 });
    await pass(here, 31 * minute);
    expect(titles(here)).toEqual(['Weekly review | At 09:30. The agenda is ready in Ripen.']);
  });

  it('wait while the system shows no notifications, and come when it does', async () => {
    let works = false;
    const seen: string[] = [];
    const here = startHost(aFolder(), {
      notifier: {
        supported: () => works,
        show: ({ title }) => {
          seen.push(title);
          return () => undefined;
        },
      },
    });
    here.lead.newWorkspace = join(here.folder, 'Mill.ripen');
    await here.call('workspaces.create', {});
    await here.call('settings.update', { timeZone: 'UTC' });
    await here.call('reminders.save', { on: true });
    expect(await here.call('reminders.get', {})).toMatchObject({ canNotify: false });
    expect(await here.call('reminders.tryOut', {})).toEqual({ shown: false });
    works = true;
    await plan(here, 'Ada', '09:10');
    await pass(here, 11 * minute);
    expect(seen).toEqual(['Call back']);
    expect(await here.call('reminders.tryOut', {})).toEqual({ shown: true });
  });
});

describe('a snoozed reminder', () => {
  it('comes again, from the button of the notification', async () => {
    const here = await withReminders();
    const ada = await plan(here, 'Ada', '09:10');
    await pass(here, 10 * minute);
    here.seen.notices[0]?.snooze?.('ten-minutes');
    const of = { leadId: ada, on: '2026-06-01', time: '09:10' };
    expect((await here.call('reminders.get', {})).snoozed).toEqual([{ ...of, until: here.clock.now + 10 * minute }]);
    await pass(here, 9 * minute);
    expect(here.seen.notices).toHaveLength(1);
    await pass(here, minute);
    expect(titles(here)).toEqual(['Call back | Ada, Mill · 09:10', 'Call back | Ada, Mill · 09:10']);
    expect((await here.call('reminders.get', {})).snoozed).toEqual([]);
  });

  it('comes tomorrow morning, not on a day off, also after a restart', async () => {
    const folder = aFolder();
    const here = await withReminders(folder);
    here.clock.now += 4 * 24 * hour;
    const ada = await plan(here, 'Ada', '08:00', '2026-06-05');
    const { until } = await here.call('reminders.snooze', {
      leadId: ada,
      on: '2026-06-05',
      time: '08:00',
      how: 'tomorrow',
    });
    // Friday: Monday at half past eight.
    expect(until).toBe(Date.UTC(2026, 5, 8, 8, 30));
    here.host.close();
    const again = startHost(folder);
    again.clock.now = Date.UTC(2026, 5, 8, 8, 29);
    await pass(again, 0);
    expect(again.seen.notices).toEqual([]);
    await pass(again, minute);
    expect(titles(again)).toEqual(['Call back | Ada, Mill · 5 June, 08:00']);
  });

  it('before its time comes at the later one only; taken back, at its time', async () => {
    const here = await withReminders();
    const ada = await plan(here, 'Ada', '09:10');
    const of = { leadId: ada, on: '2026-06-01', time: '09:10' };
    await here.call('reminders.snooze', { ...of, how: 'hour' });
    await pass(here, 20 * minute);
    expect(here.seen.notices).toEqual([]);
    await pass(here, 41 * minute);
    expect(here.seen.notices).toHaveLength(1);
    const bo = { leadId: await plan(here, 'Bo', '11:00'), on: '2026-06-01', time: '11:00' };
    await here.call('reminders.snooze', { ...bo, how: 'tomorrow' });
    expect(await here.call('reminders.snooze', { ...bo, how: null })).toEqual({ until: null });
    await pass(here, hour);
    expect(titles(here).at(-1)).toBe('Call back | Bo, Mill · 11:00');
  });
});
