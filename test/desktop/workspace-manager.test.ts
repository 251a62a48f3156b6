// Which file is open: remembered, reopened, refused with a sentence and without losing the one that is open.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDevice } from '../../electron/desktop/device.ts';
import { createWorkspaces } from '../../electron/desktop/workspace-manager.ts';
import type { Workspaces } from '../../electron/desktop/workspaces.ts';
import { aFolder, migrationsFolder, monday } from '../support/workspace.ts';

let opened: Workspaces[] = [];
afterEach(() => {
  for (const workspaces of opened) workspaces.close();
  opened = [];
});

function start(userData: string) {
  const device = openDevice(userData);
  const workspaces = createWorkspaces({
    device,
    userData,
    migrationsFolder,
    now: () => monday,
    localSettings: () => ({ timeZone: 'Europe/Berlin' }),
    makeSample: async () => undefined,
    switched: () => undefined,
  });
  opened.push(workspaces);
  return { device, workspaces };
}

describe('workspaces', () => {
  it('reopens the last one after a restart, with the settings of this computer', async () => {
    const folder = aFolder();
    const first = start(folder);
    first.workspaces.create(join(folder, 'Mill and Sons'));
    first.workspaces.close();
    const second = start(folder);
    second.workspaces.openLast();
    expect(second.workspaces.current()?.name()).toBe('Mill and Sons');
    const answer = await second.workspaces.current()?.call('workspace.get', {});
    expect(answer).toMatchObject({ ok: true, value: { settings: { timeZone: 'Europe/Berlin' } } });
    expect(second.device.state().deviceId).toBe(first.device.state().deviceId);
  });

  it('keeps the open one open when another file is refused', () => {
    const folder = aFolder();
    const { workspaces } = start(folder);
    workspaces.create(join(folder, 'mine.ripen'));
    writeFileSync(join(folder, 'photo.png'), 'PNG');
    expect(() => workspaces.open(join(folder, 'photo.png'))).toThrow(/not a Ripen file/);
    expect(workspaces.current()?.name()).toBe('mine');
  });

  it('says so when the last file is gone, and goes on', () => {
    const folder = aFolder();
    const { device, workspaces } = start(folder);
    device.remember(join(folder, 'gone.ripen'), 'gone');
    workspaces.openLast();
    expect(workspaces.problem()?.message).toMatch(/gone\.ripen no longer exists/);
    expect(workspaces.current()).toBeNull();
  });

  it('does not reopen what the owner has closed, and does once it is opened again', () => {
    const folder = aFolder();
    const first = start(folder);
    first.workspaces.create(join(folder, 'mine.ripen'));
    first.workspaces.doNotReopen();
    expect(first.workspaces.current()).toBeNull();
    const second = start(folder);
    second.workspaces.openLast();
    expect(second.workspaces.current()).toBeNull();
    expect(second.workspaces.problem()).toBeNull();
    expect(second.device.state().recent.map(({ name }) => name)).toEqual(['mine']);
    second.workspaces.open(join(folder, 'mine.ripen'));
    second.workspaces.close();
    const third = start(folder);
    third.workspaces.openLast();
    expect(third.workspaces.current()?.name()).toBe('mine');
  });

  it('removes the sample with everything beside it, closing it first, and touches no other file', async () => {
    const folder = aFolder();
    const { device, workspaces } = start(folder);
    workspaces.create(join(folder, 'mine.ripen'));
    workspaces.create(join(folder, 'sample.ripen'));
    await workspaces.openSample();
    expect(workspaces.current()?.name()).toBe('sample');
    workspaces.removeSample();
    expect(workspaces.current()).toBeNull();
    expect(readdirSync(folder).filter(name => name.startsWith('sample'))).toEqual([]);
    expect(existsSync(join(folder, 'mine.ripen'))).toBe(true);
    expect(device.state().recent.map(({ name }) => name)).toEqual(['mine']);
  });

  it('leaves an own workspace open when the sample is removed', async () => {
    const folder = aFolder();
    const { workspaces } = start(folder);
    workspaces.create(join(folder, 'sample.ripen'));
    workspaces.create(join(folder, 'mine.ripen'));
    workspaces.removeSample();
    expect(workspaces.current()?.name()).toBe('mine');
  });
});
