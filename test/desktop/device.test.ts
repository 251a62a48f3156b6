// What this computer remembers: never worth an error, for a healthy file must open whatever has become of the list of recent ones.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDevice } from '../../electron/desktop/device.ts';
import { defaultReminders } from '../../shared/reminders.ts';
import { startHost } from '../support/host.ts';
import { aFolder, atTheEnd } from '../support/workspace.ts';

/** What may have become of the memory, in the folder where it is kept. */
const states: readonly (readonly [what: string, spoil: (folder: string) => void])[] = [
  ['is damaged', folder => writeFileSync(join(folder, 'device.json'), '{"deviceId":"a","rec')],
  [
    'says strange things',
    folder => writeFileSync(join(folder, 'device.json'), '{"deviceId":7,"recent":[{"file":null}]}'),
  ],
  ['is empty', folder => writeFileSync(join(folder, 'device.json'), '')],
  [
    'is a folder',
    folder => {
      rmSync(join(folder, 'device.json'));
      mkdirSync(join(folder, 'device.json', 'inside'), { recursive: true });
    },
  ],
  [
    'lies in a folder that is gone and cannot come back',
    folder => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, 'a file in its place');
    },
  ],
  ['may not be written', folder => chmodSync(folder, 0o555)],
];

describe('a healthy workspace opens when the memory', () => {
  it.each(states)('%s', async (_, spoil) => {
    const parent = aFolder();
    const memory = join(parent, 'memory');
    mkdirSync(memory);
    const file = join(aFolder(), 'Mill.ripen');
    const first = startHost(memory);
    first.lead.newWorkspace = file;
    await first.call('workspaces.create', {});
    await first.call('leads.create', { attributes: { firstName: 'Ada' } });
    first.host.close();
    spoil(memory);
    const later = startHost(memory);
    later.lead.workspace = file;
    expect(await later.call('workspaces.open', { file: null })).toEqual({ opened: true });
    await later.call('leads.create', { attributes: { firstName: 'Bo' } });
    expect((await later.call('leads.list', {})).total).toBe(2);
    // Known until the program ends, at least.
    expect((await later.call('workspaces.state', {})).recent).toMatchObject([{ file }]);
    await later.call('workspaces.forget', { file });
    await later.call('workspaces.close', {});
    if (existsSync(parent)) chmodSync(memory, 0o755);
  });

  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('finds its disk full', async () => {
    const disk = aFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    atTheEnd(() => execFileSync('umount', [disk]));
    openDevice(disk);
    const before = readFileSync(join(disk, 'device.json'), 'utf8');
    expect(() => writeFileSync(join(disk, 'fill'), 'x'.repeat(200_000))).toThrow(/ENOSPC/);
    const newWorkspace = join(aFolder(), 'Mill.ripen');
    const { call, lead } = startHost(disk);
    lead.newWorkspace = newWorkspace;
    expect(await call('workspaces.create', {})).toEqual({ opened: true });
    await call('leads.create', { attributes: { firstName: 'Ada' } });
    expect(readFileSync(join(disk, 'device.json'), 'utf8')).toBe(before);
    expect(readdirSync(disk).sort()).toEqual(['device.json', 'fill']);
  });
});

describe('the memory', () => {
  it('loses no more than what is damaged in it, and keeps that beside it', () => {
    const folder = aFolder();
    const path = join(folder, 'device.json');
    const reminded = { workspace: '/firm/mill.ripen', upTo: 7, told: ['ada 2026-06-01'], snoozed: [] };
    const calendar = { workspace: '/firm/mill.ripen', path: '/firm/mill.ics', names: false, alarms: true };
    const written = {
      deviceId: 'mine',
      recent: [{ file: '/firm/mill.ripen', name: 'Mill' }],
      reopen: true,
      reminders: { on: true, morning: '25:99', quietFrom: '18:00', ofALaterRipen: 1 },
      reminded: [reminded, { workspace: 5 }],
      calendars: [{ ...calendar, ofALaterRipen: true }, 'damaged'],
      ofALaterRipen: {},
    };
    writeFileSync(path, JSON.stringify(written));
    const device = openDevice(folder);
    const { reminders, ...state } = device.state();
    expect(state).toEqual({
      deviceId: 'mine',
      recent: written.recent,
      reopen: true,
      reminded: [reminded],
      calendars: [calendar],
      leftCalendars: [],
    });
    expect(reminders).toEqual({ ...defaultReminders, on: true, quietFrom: '18:00' });
    expect(JSON.parse(readFileSync(`${path}.bad`, 'utf8'))).toEqual(written);
    device.doNotReopen();
    expect(openDevice(folder).state()).toEqual({ ...state, reminders, reopen: false });
  });

  it('of a later Ripen is no damage', () => {
    const folder = aFolder();
    const own = openDevice(folder).state();
    writeFileSync(join(folder, 'device.json'), JSON.stringify({ ...own, ofALaterRipen: 1 }));
    expect(openDevice(folder).state()).toEqual(own);
    expect(readdirSync(folder)).toEqual(['device.json']);
  });

  it('is there again after a restart, and knows eight files at most', () => {
    const folder = aFolder();
    const device = openDevice(folder);
    for (let n = 0; n < 10; n += 1) device.remember(`/firm/${n}.ripen`, `${n}`);
    const later = openDevice(folder).state();
    expect(later.recent.map(({ name }) => name)).toEqual(['9', '8', '7', '6', '5', '4', '3', '2']);
    expect(later.deviceId).toBe(device.state().deviceId);
    expect(readdirSync(folder)).toEqual(['device.json']);
  });
});
