// Backups from before an erasure: restoring one erases again, and on request they are written anew.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openDevice } from '../../electron/desktop/device.ts';
import { createWorkspaces } from '../../electron/desktop/workspace-manager.ts';
import type { Workspaces } from '../../electron/desktop/workspaces.ts';
import { backupFolder } from '../../electron/files/backup-folder.ts';
import { eventually } from '../support/eventually.ts';
import { aFolder, migrationsFolder, monday } from '../support/workspace.ts';

const opened: Workspaces[] = [];
afterEach(() => {
  for (const workspaces of opened.splice(0)) workspaces.close();
});

function start(folder: string, clock = { now: monday }) {
  const workspaces = createWorkspaces({
    device: openDevice(folder),
    userData: folder,
    migrationsFolder,
    now: () => clock.now,
    localSettings: () => ({}),
    makeSample: async () => undefined,
    switched: () => undefined,
  });
  opened.push(workspaces);
  const call = async <T>(name: string, input: object): Promise<T> => {
    const result = await workspaces.current()?.call(name, input);
    if (!result?.ok) throw new Error(`${name}: ${result?.error.message}`);
    return result.value as T;
  };
  return {
    workspaces,
    clock,
    call,
    names: () => workspaces.current()?.reader.pluck<string>('SELECT last_name FROM lead ORDER BY last_name'),
  };
}

const listedLead = { firstName: 'Ottoline', lastName: 'Quillfeather', email: 'otto@zymurgy.example' };
const traces = ['Quillfeather', 'otto@zymurgy.example'];

/** A workspace with two backups that hold the person, who was erased afterwards. */
async function aWorkspaceWithBackups() {
  const folder = aFolder();
  const here = start(folder);
  const file = join(folder, 'Mill.ripen');
  here.workspaces.create(file);
  await here.call('leads.create', { attributes: { firstName: 'Ann', lastName: 'Lee' } });
  const { id } = await here.call<{ id: string }>('leads.create', { attributes: listedLead });
  await here.workspaces.backUp('asked');
  here.clock.now += 3_600_000;
  await here.call('activities.log', { leadIds: [id], typeId: 'call-made', note: 'Quillfeather called' });
  await here.workspaces.backUp('asked');
  here.clock.now += 3_600_000;
  const erase = { jobId: 'a', ids: [id], name: 'Ottoline Quillfeather', others: true, reason: 'request' };
  await here.call('privacy.erase', erase);
  return { ...here, folder, file, backups: () => here.workspaces.backups()?.list() ?? [] };
}

const numerator = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(name => {
    const bytes = /\.(ripen|json|part)(-wal|-journal)?$/.test(name)
      ? readFileSync(join(folder, name))
      : Buffer.alloc(0);
    return traces.filter(trace => bytes.includes(trace)).map(trace => `${name}: ${trace}`);
  });

describe('restoring a backup from before an erasure', () => {
  it.each([0, 1])('erases again, and logs it (backup %i)', async at => {
    const { workspaces, names, backups, file, call } = await aWorkspaceWithBackups();
    const chosen = backups()[at];
    await workspaces.restore(chosen?.id ?? '');
    await eventually(() => expect(names()).toEqual(['Lee']));
    await eventually(async () => {
      const log = await call<{ reason: string }[]>('privacy.erasures', {});
      expect(log.map(({ reason }) => reason).sort()).toEqual(['request', 'restored']);
      expect(workspaces.current()?.reader.pluck('SELECT min(rewritten) FROM erasure')).toEqual([1]);
    });
    workspaces.close();
    expect(traces.filter(trace => readFileSync(file).includes(trace))).toEqual([]);
  });

  it('erases again at the next opening when it was cut short before', async () => {
    const { workspaces, backups, folder, file } = await aWorkspaceWithBackups();
    const chosen = backups()[0];
    const restoring = workspaces.restore(chosen?.id ?? '');
    await restoring;
    // Closed at once: what was begun is thrown away.
    workspaces.close();
    const again = start(folder);
    again.workspaces.open(file);
    await eventually(() => expect(again.names()).toEqual(['Lee']));
  });

  it('finishes at the next opening what a kill left of an erasure: the file is written anew', async () => {
    const { workspaces, folder, file } = await aWorkspaceWithBackups();
    workspaces.close();
    const raw = new Database(file);
    raw.exec('UPDATE erasure SET rewritten = 0');
    raw.close();
    const again = start(folder);
    again.workspaces.open(file);
    await eventually(() =>
      expect(again.workspaces.current()?.reader.pluck('SELECT rewritten FROM erasure')).toEqual([1]),
    );
  });

  it('takes new people of later days as they are', async () => {
    const { workspaces, call, names } = await aWorkspaceWithBackups();
    await call('leads.create', {
      attributes: { firstName: 'Otto', lastName: 'Other', email: 'other@zymurgy.example' },
    });
    await workspaces.backUp('asked');
    const [newest] = workspaces.backups()?.list() ?? [];
    await workspaces.restore(newest?.id ?? '');
    expect(names()).toEqual(['Lee', 'Other']);
  });
});

describe('a list of erasures that cannot be written', () => {
  it('is no reason to say that nothing was erased, and is written at the next opening', async () => {
    const { workspaces, call, file, folder } = await aWorkspaceWithBackups();
    const { id } = await call<{ id: string }>('leads.create', { attributes: { firstName: 'Cy', lastName: 'Fern' } });
    const list = join(backupFolder(file), 'erasures.json');
    rmSync(list);
    mkdirSync(list);
    await call('privacy.erase', { jobId: 'b', ids: [id], name: 'Cy Fern', others: true, reason: 'request' });
    workspaces.close();
    rmSync(list, { recursive: true });
    start(folder).workspaces.open(file);
    expect(JSON.parse(readFileSync(list, 'utf8'))).toHaveLength(2);
  });
});

describe('writing the backups anew', () => {
  it('leaves no trace of the person in any of them, and each can still be restored', async () => {
    const { workspaces, folder, file, backups, names } = await aWorkspaceWithBackups();
    const before = backups();
    expect(numerator(folder)).not.toEqual([]);
    expect(await workspaces.eraseBackups('job', () => false)).toEqual({ rewritten: before.length, failed: [] });
    expect(numerator(backupFolder(file))).toEqual([]);
    expect(backups().map(({ takenAt, because }) => ({ takenAt, because }))).toEqual(
      before.map(({ takenAt, because }) => ({ takenAt, because })),
    );
    expect(await workspaces.eraseBackups('job', () => false)).toEqual({ rewritten: 0, failed: [] });
    for (const { id } of backups()) {
      await workspaces.restore(id);
      expect(names()).toEqual(['Lee']);
    }
  });

  it('stops between two backups, and goes on the next time', async () => {
    const { workspaces, backups } = await aWorkspaceWithBackups();
    let query = 0;
    const some = await workspaces.eraseBackups('job', () => ++query > 1);
    expect(some.rewritten).toBe(1);
    const rest = await workspaces.eraseBackups('job', () => false);
    expect(some.rewritten + rest.rewritten).toBe(backups().length);
  });

  it('names those that cannot be opened, and leaves them', async () => {
    const { workspaces, backups, file } = await aWorkspaceWithBackups();
    const [broken] = backups();
    const path = join(backupFolder(file), `${broken?.id}.ripen`);
    writeFileSync(path, 'not a workspace');
    const result = await workspaces.eraseBackups('job', () => false);
    expect(result).toEqual({ rewritten: 1, failed: [broken?.id] });
  });
});
