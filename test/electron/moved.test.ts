// A file that is deleted, renamed, moved or replaced while it is open (P26): noticed before anything more is promised, and nothing of it is lost.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type App, createWorkspace, makeApp } from '../../electron/open-workspace.ts';
import { openElsewhere } from '../support/children.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { aFolder, migrationsFolder, monday } from '../support/workspace.ts';
import { startWorkspaces } from '../support/workspaces.ts';

const acknowledged = 13;

async function aWorkspaceAtWork() {
  const userData = aFolder();
  const here = startWorkspaces(userData);
  const root = aFolder();
  const folder = join(root, 'Firm');
  mkdirSync(folder);
  mkdirSync(join(root, 'Elsewhere'));
  const file = join(folder, 'Mill.ripen');
  here.workspaces.create(file);
  for (let n = 0; n < acknowledged; n += 1) expect((await here.add(`Person ${n}`)).ok).toBe(true);
  return { ...here, userData, root, folder, file };
}

/** What may happen to a file under an open program. */
const mishaps: readonly (readonly [what: string, happen: (file: string) => void])[] = [
  ['deleted', file => rmSync(file)],
  [
    'deleted with its log',
    file => {
      for (const end of ['-wal', '']) rmSync(file + end);
    },
  ],
  ['renamed', file => renameSync(file, file.replace('Mill', 'Old mill'))],
  ['moved to another folder', file => renameSync(file, join(dirname(file), '../Elsewhere/Mill.ripen'))],
  [
    'replaced by an older copy',
    file => {
      const older = join(dirname(file), '../Elsewhere/older.ripen');
      writeFileSync(older, readFileSync(file));
      renameSync(older, file);
    },
  ],
  [
    'replaced by something else',
    file => {
      rmSync(file);
      writeFileSync(file, 'First name;Last name');
    },
  ],
  ['moved with its folder', file => renameSync(dirname(file), `${dirname(file)} moved`)],
  ['deleted with its folder', file => rmSync(dirname(file), { recursive: true })],
];

/** Workspaces anywhere below a folder, backups left out. */
const workspacesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ripen') && !dirname(name).endsWith(' backups'))
    .map(name => join(folder, name));

/** 0: it cannot be opened. */
const leadsIn = (file: string): number => {
  let app: App;
  try {
    app = makeApp({ file, migrationsFolder, now: () => 0, deviceId: 'test' });
  } catch {
    return 0;
  }
  try {
    expect(brokenInvariants(app.reader)).toEqual({});
    return app.reader.pluck<number>('SELECT count(*) FROM lead')[0] ?? 0;
  } finally {
    app.close();
  }
};

describe.skipIf(process.platform === 'win32').each(mishaps)('a file that is %s while it is open', (_, happen) => {
  it('is told, nothing more is promised, and one click saves all of it again', async () => {
    const { workspaces, file, add, names } = await aWorkspaceAtWork();
    expect(workspaces.locationTrouble()).toBeNull();
    happen(file);
    expect(workspaces.locationTrouble()).toMatch(/safe in Ripen’s hands; nothing new can be saved/);
    const more = await add('Later');
    expect(more).toMatchObject({ ok: false, error: { kind: 'file', message: workspaces.locationTrouble() } });
    await workspaces.look().catch(() => undefined);
    const state = existsSync(file) ? readFileSync(file) : null;
    const { keptAs } = await workspaces.saveAgain();
    expect(workspaces.locationTrouble()).toBeNull();
    if (state) expect(readFileSync(keptAs ?? '')).toEqual(state);
    expect((await add('Later')).ok).toBe(true);
    expect(names()).toHaveLength(acknowledged + 1);
    expect(await openElsewhere(file)).toMatchObject({ opened: false });
    workspaces.close();
    expect(leadsIn(file)).toBe(acknowledged + 1);
    expect(readdirSync(dirname(file)).filter(name => name.endsWith('.part'))).toEqual([]);
  });

  it('is in a file somewhere when Ripen is closed, also without that click', async () => {
    const { workspaces, file, root, userData } = await aWorkspaceAtWork();
    happen(file);
    workspaces.close();
    const listedLeads = [root, userData].flatMap(workspacesIn).map(leadsIn);
    expect(Math.max(0, ...listedLeads)).toBe(acknowledged);
  });

  it.each([
    ['another workspace is opened', 'open'],
    ['it is closed for good', 'doNotReopen'],
  ] as const)('is in a file somewhere when %s, and what was saved is told', async (_way, way) => {
    const { workspaces, file, root, userData } = await aWorkspaceAtWork();
    const other = join(root, 'Elsewhere', 'Other.ripen');
    createWorkspace({ file: other, migrationsFolder, now: () => monday, deviceId: 'test' });
    happen(file);
    const isDeleted = workspaces.current()?.hasName() === false;
    if (way === 'open') workspaces.open(other);
    else workspaces.doNotReopen();
    expect(workspaces.current()?.file).toBe(way === 'open' ? other : undefined);
    const rescued = /kept as (.+)\.$/.exec(workspaces.told().join())?.[1];
    expect(rescued !== undefined).toBe(isDeleted);
    if (rescued !== undefined) expect(leadsIn(rescued)).toBe(acknowledged);
    workspaces.close();
    const listedLeads = [root, userData].flatMap(workspacesIn).map(leadsIn);
    expect(Math.max(0, ...listedLeads)).toBe(acknowledged);
  });

  it('is a backup as soon as it is noticed, where its folder still stands', async () => {
    const { workspaces, file, folder, backups } = await aWorkspaceAtWork();
    happen(file);
    await workspaces.look().catch(() => undefined);
    if (existsSync(folder)) expect(backups()[0]).toMatchObject({ leads: acknowledged, sound: true });
    else expect(workspaces.backupTrouble()?.message).toMatch(/no longer there/);
    // Looking again costs nothing more.
    const count = backups().length;
    await workspaces.look().catch(() => undefined);
    expect(backups()).toHaveLength(count);
  });
});

it.skipIf(process.platform === 'win32')(
  'a deleted workspace stays open when no copy of it can be written before switching',
  async () => {
    const { workspaces, file, root, userData, names } = await aWorkspaceAtWork();
    const other = join(root, 'Other.ripen');
    createWorkspace({ file: other, migrationsFolder, now: () => monday, deviceId: 'test' });
    rmSync(dirname(file), { recursive: true });
    // No folder is left to write to, whoever runs the test.
    rmSync(userData, { recursive: true });
    writeFileSync(userData, '');
    expect(() => workspaces.open(other)).toThrow(/was deleted while it was open.+It stays open/);
    expect(workspaces.current()?.file).toBe(file);
    expect(names()).toHaveLength(acknowledged);
    expect(await openElsewhere(other)).toMatchObject({ opened: true });
    rmSync(userData);
    mkdirSync(userData);
    workspaces.open(other);
    expect(workspaces.told().join()).toMatch(/kept as/);
  },
);
