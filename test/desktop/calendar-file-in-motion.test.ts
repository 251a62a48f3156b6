// The calendar file while other things go on: a dry run of an import, another workspace, more steps than it has room for.
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readCalendar } from '../../electron/services/step-calendar.ts';
import { startHost } from '../support/host.ts';
import { aFolder, aWorkspace, monday } from '../support/workspace.ts';

async function withCalendar() {
  const here = startHost();
  here.lead.newWorkspace = join(here.folder, 'Mill.ripen');
  await here.call('workspaces.create', {});
  await here.call('settings.update', { timeZone: 'Europe/Berlin' });
  const path = join(aFolder(), 'Mill.ics');
  here.lead.save = path;
  return { ...here, path };
}
type Here = Awaited<ReturnType<typeof withCalendar>>;

async function plan({ call }: Pick<Here, 'call'>, firstName: string, on: string) {
  const { id } = await call('leads.create', { attributes: { firstName, company: 'Mill' } });
  await call('nextSteps.save', { leadId: id, id: null, what: 'Call', on, time: null, repeats: null });
  return id;
}
const eventsIn = (path: string) => readFileSync(path, 'utf8').match(/^SUMMARY:.*$/gm) ?? [];

it('holds nobody of a dry run of an import, neither during it nor after it', async () => {
  const here = await withCalendar();
  await plan(here, 'Ada', '2026-06-03');
  await here.call('calendar.choose', {});
  const people = Array.from({ length: 1500 }, (_, n) => `P${n},p${n}@quay.example,Send the offer,2026-06-04`);
  const text = ['First name,E-mail,Next step,Next step date', ...people].join('\n');
  const file = join(aFolder(), 'people.csv');
  writeFileSync(file, text);
  const token = here.host.tokenFor(file);
  if (!token.ok) throw new Error(token.error.message);
  const source = { kind: 'file' as const, path: token.value };
  const { mapping } = await here.call('imports.read', { jobId: 'read', source });
  let isOver = false;
  const check = here.call('imports.check', { jobId: 'check', source, mapping }).finally(() => {
    isOver = true;
  });
  const seen = new Set<string>();
  for (let turn = 0; !isOver; turn++) {
    await here.call('calendar.save', { alarms: turn % 2 === 0 });
    await here.host.finish({ inHurry: false });
    for (const event of eventsIn(here.path)) seen.add(event);
    await nextTurn();
  }
  expect((await check).counts).toMatchObject({ created: 1500 });
  await here.host.finish({ inHurry: false });
  for (const event of eventsIn(here.path)) seen.add(event);
  expect([...seen]).toEqual(['SUMMARY:Call: Ada']);
});

it('is not written over a file the owner did not choose', async () => {
  const here = await withCalendar();
  const folder = aFolder();
  writeFileSync(join(folder, 'work.ics'), 'of the owner');
  here.lead.save = join(folder, 'work');
  expect(await here.raw('calendar.choose', {})).toMatchObject({
    ok: false,
    error: {
      message: '“work.ics” already exists. Nothing was written; choose that file itself, or another name.',
    },
  });
  expect(readFileSync(join(folder, 'work.ics'), 'utf8')).toBe('of the owner');
  expect((await here.call('calendar.get', {})).file).toBeNull();
  here.lead.save = join(folder, 'other');
  expect(await here.call('calendar.choose', {})).toEqual({ path: join(folder, 'other.ics') });
});

it('is up to date before another workspace comes in any way', async () => {
  const here = await withCalendar();
  const mine = join(here.folder, 'Mill.ripen');
  const other = join(here.folder, 'Other.ripen');
  here.lead.newWorkspace = other;
  await here.call('workspaces.create', {});
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    doubleClick: () => here.host.openFile(other),
    open: () => here.call('workspaces.open', { file: other }),
    close: () => here.call('workspaces.close', {}),
    sample: () => here.call('workspaces.openSample', {}),
    create: () => {
      here.lead.newWorkspace = join(aFolder(), 'Third.ripen');
      return here.call('workspaces.create', {});
    },
  };
  await here.call('workspaces.open', { file: mine });
  await here.call('calendar.choose', {});
  for (const [way, leave] of Object.entries(ways)) {
    await here.call('workspaces.open', { file: mine });
    const id = await plan(here, way, '2026-06-03');
    await leave();
    expect(eventsIn(here.path), way).toContain(`SUMMARY:Call: ${way}`);
    await here.call('workspaces.open', { file: mine });
    await here.call('leads.remove', { ids: [id] });
    await leave();
    expect(eventsIn(here.path), way).toEqual([]);
  }
});

it('of the sample is up to date when the sample is removed', async () => {
  const here = await withCalendar();
  await here.call('workspaces.openSample', {});
  await here.call('calendar.choose', {});
  await plan(here, 'Zora', '2026-06-03');
  await here.call('workspaces.removeSample', {});
  expect(existsSync(here.path)).toBe(true);
  expect(eventsIn(here.path)).toContain('SUMMARY:Call: Zora');
});

it('keeps room for what is to come, fills it with the latest overdue steps, and says how many are left out', async () => {
  const workspace = aWorkspace({ timeZone: 'UTC' });
  const days = ['2026-05-20', '2026-05-21', '2026-05-29', '2026-06-01', '2026-06-02', '2027-01-08', '2027-05-04'];
  for (const on of days) await plan(workspace, on, on);
  const app = workspace.app();
  const read = async (most: number) => {
    const { steps, leftOut } = await readCalendar(app.reader, app.settings(), monday, most);
    return [steps.map(({ on }) => on), leftOut];
  };
  expect(await read(7)).toEqual([days, 0]);
  expect(await read(5)).toEqual([days.slice(2), 2]);
  expect(await read(4)).toEqual([days.slice(3), 3]);
  expect(await read(3)).toEqual([days.slice(3, 6), 4]);
});

it('that is no longer kept is named, and deleted when the owner wants that, unless it is something else by now', async () => {
  const here = await withCalendar();
  await plan(here, 'Ada', '2026-06-03');
  const left = async () => (await here.call('calendar.get', {})).left;
  const [first, second] = [here.path, join(aFolder(), 'second.ics')];
  await here.call('calendar.choose', {});
  expect(await left()).toEqual([]);
  here.lead.save = second;
  await here.call('calendar.choose', {});
  expect(await left()).toEqual([first]);
  await here.call('calendar.stop', {});
  expect(await left()).toEqual([second, first]);
  writeFileSync(first, 'of the owner');
  await here.call('calendar.removeLeft', {});
  expect(await left()).toEqual([]);
  expect(existsSync(second)).toBe(false);
  expect(readFileSync(first, 'utf8')).toBe('of the owner');
});

it('follows its workspace to another name and folder, and stays with the file a copy is of', async () => {
  const here = await withCalendar();
  await plan(here, 'Ada', '2026-06-03');
  await here.call('calendar.choose', {});
  await here.call('workspaces.close', {});
  const inFolder = (name: string) => join(here.folder, name);
  copyFileSync(inFolder('Mill.ripen'), inFolder('Copy.ripen'));
  await here.host.openFile(inFolder('Copy.ripen'));
  expect((await here.call('calendar.get', {})).file).toBeNull();
  await here.call('workspaces.close', {});
  renameSync(inFolder('Mill.ripen'), inFolder('Moved.ripen'));
  await here.host.openFile(inFolder('Moved.ripen'));
  expect((await here.call('calendar.get', {})).file).toMatchObject({ path: here.path });
  await plan(here, 'Bo', '2026-06-04');
  await here.host.finish({ inHurry: false });
  expect(eventsIn(here.path)).toEqual(['SUMMARY:Call: Ada', 'SUMMARY:Call: Bo']);
});
