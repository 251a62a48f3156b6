// The calendar file of a workspace: kept up to date beside it, whole or not at all, and read back by ical.js.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it, vi } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { startHost } from '../support/host.ts';
import { aFolder } from '../support/workspace.ts';

type Here = ReturnType<typeof startHost>;

async function withCalendar() {
  const here = startHost();
  here.lead.newWorkspace = join(here.folder, 'Mill.ripen');
  await here.call('workspaces.create', {});
  await here.call('settings.update', { timeZone: 'Europe/Berlin' });
  const path = join(aFolder(), 'Mill.ics');
  here.lead.save = path;
  return { ...here, path };
}

const noStep = { what: null, on: null, time: null, repeats: null };
async function plan({ call }: Pick<Here, 'call'>, firstName: string, step: Partial<Planned>) {
  const { id } = await call('leads.create', { attributes: { firstName, company: 'Mill' } });
  await call('nextSteps.save', { leadId: id, id: null, ...noStep, ...step });
  return id;
}
type Planned = { what: string | null; on: string | null; time: string | null; repeats: 'week' | null };

/** The events of a file by their summaries. */
function eventsIn(path: string) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map(event => ({
    uid: String(event.getFirstPropertyValue('uid')),
    start: String(event.getFirstPropertyValue('dtstart')),
    rule: event.getFirstPropertyValue('rrule')?.toString() ?? null,
    trigger: event.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString() ?? null,
    summary: String(event.getFirstPropertyValue('summary')),
  }));
  return new Map(events.map(event => [event.summary, event]));
}

/** What is pending is written before another workspace comes or Ripen ends; a test need not wait for the timer. */
const written = ({ host }: Pick<Here, 'host'>) => host.finish({ inHurry: false });

describe('the calendar file', () => {
  it('is not kept until the owner chooses a place', async () => {
    const { call, host, path, lead } = await withCalendar();
    await plan({ call }, 'Ada', { what: 'Call', on: '2026-06-03', time: '14:30' });
    await host.finish({ inHurry: false });
    expect(await call('calendar.get', {})).toEqual({ file: null, trouble: null, left: [] });
    expect(existsSync(path)).toBe(false);
    lead.save = null;
    expect(await call('calendar.choose', {})).toEqual({ path: null });
    expect(await call('calendar.get', {})).toEqual({ file: null, trouble: null, left: [] });
  });

  it('holds dated steps with their times, alarms and repetitions, and the weekly meeting', async () => {
    const here = await withCalendar();
    await plan(here, 'Ada', { what: 'Call', on: '2026-06-03', time: '14:30' });
    await plan(here, 'Bo', { what: 'Send the offer', on: '2026-06-04', repeats: 'week' });
    await plan(here, 'Cy', { what: 'Some day' });
    await here.call('documents.setMeetingTime', { weekday: 5, time: '10:00', minutes: 45 });
    await here.call('reminders.save', { minutesBefore: 10, morning: '08:15' });
    expect(await here.call('calendar.choose', {})).toEqual({ path: here.path });
    const events = eventsIn(here.path);
    expect([...events.keys()].sort()).toEqual(['Call: Ada', 'Send the offer: Bo', 'Weekly review: Mill']);
    expect(events.get('Call: Ada')).toMatchObject({ start: '2026-06-03T14:30:00', rule: null, trigger: '-PT10M' });
    expect(events.get('Send the offer: Bo')).toMatchObject({
      start: '2026-06-04',
      rule: 'FREQ=WEEKLY',
      trigger: 'PT495M',
    });
    expect(events.get('Weekly review: Mill')).toMatchObject({ start: '2026-06-05T10:00:00', trigger: '-PT10M' });
    expect(await here.call('calendar.get', {})).toMatchObject({ file: { path: here.path, steps: 2 }, trouble: null });
  });

  it('follows every change within seconds, and keeps what it calls a step', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const here = await withCalendar();
    const ada = await plan(here, 'Ada', { what: 'Call', on: '2026-06-03', time: '14:30' });
    await here.call('calendar.choose', {});
    const before = eventsIn(here.path).get('Call: Ada');
    const seen = { what: 'Call', on: '2026-06-03', time: '14:30', repeats: null };
    await here.call('nextSteps.save', { leadId: ada, id: ada, seen, on: '2026-06-08' });
    // An earlier one takes the place of the first, and the id that goes with it.
    await here.call('nextSteps.save', { leadId: ada, id: null, ...noStep, what: 'Meet', on: '2026-06-02' });
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    await eventually(() => expect(eventsIn(here.path).size).toBe(2));
    expect(eventsIn(here.path).get('Call: Ada')).toMatchObject({ uid: before?.uid, start: '2026-06-08T14:30:00' });
    await here.call('journal.undo', {});
    await written(here);
    expect([...eventsIn(here.path).keys()]).toEqual(['Call: Ada']);
    await here.call('leads.remove', { ids: [ada] });
    await written(here);
    expect(eventsIn(here.path).size).toBe(0);
  });

  it('is left alone while nothing in it changes', async () => {
    const here = await withCalendar();
    await plan(here, 'Ada', { what: 'Call', on: '2026-06-03' });
    await here.call('calendar.choose', {});
    const { ino } = statSync(here.path);
    here.clock.now += 60_000;
    await here.call('leads.create', { attributes: { firstName: 'Bo' } });
    await written(here);
    expect(statSync(here.path).ino).toBe(ino);
  });

  it('holds no leads who asked not to be contacted, and no names where the owner wants none', async () => {
    const here = await withCalendar();
    await plan(here, 'Ada', { what: 'Call Ada', on: '2026-06-03', time: '14:30' });
    const bo = await plan(here, 'Bo', { what: 'Call Bo', on: '2026-06-03', time: '15:30' });
    await here.call('privacy.setLead', { id: bo, change: { doNotContact: 'Objected' } });
    await here.call('calendar.choose', {});
    expect([...eventsIn(here.path).keys()]).toEqual(['Call Ada: Ada']);
    await here.call('calendar.save', { names: false, alarms: false });
    await written(here);
    expect(readFileSync(here.path, 'utf8')).not.toMatch(/Ada|Mill/);
    expect(eventsIn(here.path).get('Next step')).toMatchObject({ start: '2026-06-03T14:30:00', trigger: null });
  });

  it('that cannot be written says so in a sentence, blocks nothing, and is written when it can be', async () => {
    const here = await withCalendar();
    const folder = aFolder();
    here.lead.save = join(folder, 'there', 'Mill.ics');
    mkdirSync(join(folder, 'there'));
    await here.call('calendar.choose', {});
    rmSync(join(folder, 'there'), { recursive: true });
    await plan(here, 'Ada', { what: 'Call', on: '2026-06-03' });
    await written(here);
    const { trouble } = await here.call('calendar.get', {});
    expect(trouble).toMatch(
      /^The folder of .*Mill\.ics does not exist\. Choose another place for the calendar file\.$/,
    );
    mkdirSync(join(folder, 'there'));
    await written(here);
    expect(await here.call('calendar.get', {})).toMatchObject({ trouble: null, file: { steps: 1 } });
    expect(readdirSync(join(folder, 'there'))).toEqual(['Mill.ics']);
  });

  it('is never the workspace, or among its backups', async () => {
    const here = await withCalendar();
    await here.call('backups.take', {});
    for (const place of ['Mill.ripen', 'Mill backups/Mill.ics']) {
      here.lead.save = join(here.folder, place);
      const answer = await here.raw('calendar.choose', {});
      if (place.endsWith('.ripen'))
        expect(answer).toMatchObject({ ok: true, value: { path: `${here.lead.save}.ics` } });
      else expect(answer).toMatchObject({ ok: false, error: { kind: 'file' } });
    }
    symlinkSync(join(here.folder, 'Mill.ripen'), join(here.folder, 'linked.ics'));
    here.lead.save = join(here.folder, 'linked.ics');
    expect(await here.raw('calendar.choose', {})).toMatchObject({ ok: false, error: { kind: 'file' } });
    expect(readFileSync(join(here.folder, 'Mill.ripen')).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('stays as it is when the owner wants it kept no more', async () => {
    const here = await withCalendar();
    await here.call('calendar.choose', {});
    await here.call('calendar.stop', {});
    writeFileSync(here.path, 'of the owner');
    await plan(here, 'Ada', { what: 'Call', on: '2026-06-03' });
    await written(here);
    expect(readFileSync(here.path, 'utf8')).toBe('of the owner');
    expect(await here.call('calendar.get', {})).toEqual({ file: null, trouble: null, left: [here.path] });
  });

  it('belongs to its workspace, and is kept after a restart', async () => {
    const here = await withCalendar();
    await plan(here, 'Ada', { what: 'Call', on: '2026-06-03' });
    await here.call('calendar.choose', {});
    here.lead.newWorkspace = join(here.folder, 'Other.ripen');
    await here.call('workspaces.create', {});
    expect(await here.call('calendar.get', {})).toEqual({ file: null, trouble: null, left: [] });
    await here.call('workspaces.open', { file: join(here.folder, 'Mill.ripen') });
    here.host.close();
    rmSync(here.path);
    const again = startHost(here.folder);
    await again.call('leads.create', { attributes: { firstName: 'Bo' } });
    await written(again);
    expect([...eventsIn(here.path).keys()]).toEqual(['Call: Ada']);
  });

  it('of one step is saved where the owner says, unless it has no day', async () => {
    const here = await withCalendar();
    const ada = await plan(here, 'Ada', { what: 'Call; then, write', on: '2026-06-03', time: '14:30' });
    expect(await here.call('documents.saveStep', { leadId: ada, id: ada })).toEqual({ path: here.path });
    expect(eventsIn(here.path).get('Call; then, write: Ada')).toMatchObject({
      start: '2026-06-03T14:30:00',
      trigger: null,
    });
    await here.call('files.showSaved', {});
    expect(here.seen.shown).toEqual([here.path]);
    const bo = await plan(here, 'Bo', { what: 'Some day' });
    expect(await here.raw('documents.saveStep', { leadId: bo, id: bo })).toMatchObject({
      ok: false,
      error: { message: 'Choose a day for this next step first.' },
    });
  });
});
