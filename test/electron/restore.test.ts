// Restoring (P14, P25): every backup in the list comes back, on any morning and from any damage, and nothing is lost by it.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupFolder } from '../../electron/files/backup-folder.ts';
import { fileHash } from '../support/content.ts';
import { times } from '../support/long.ts';
import { aFolder, monday } from '../support/workspace.ts';
import { startWorkspaces } from '../support/workspaces.ts';

const hour = 3_600_000;
const day = 24 * hour;

async function aWorkspaceInUse(listedLeads = 1) {
  const folder = aFolder();
  const here = startWorkspaces(folder);
  const file = join(folder, 'Mill.ripen');
  here.workspaces.create(file);
  for (let n = 0; n < listedLeads; n += 1) await here.add(`Person ${n}`);
  return { ...here, folder, file };
}

/** Restores every backup that is listed, each in a copy of the folder, so that one try does not help the next. */
async function restoreEach(folder: string, now: number): Promise<string[]> {
  const listed = (() => {
    const look = startWorkspaces(folder, { now });
    look.workspaces.openLast();
    const ids = look.backups().map(({ id, leads }) => ({ id, leads }));
    look.workspaces.close();
    return ids;
  })();
  const failed: string[] = [];
  for (const { id, leads } of listed) {
    const copy = aFolder();
    cpSync(folder, copy, { recursive: true });
    const device = join(copy, 'device.json');
    writeFileSync(
      device,
      readFileSync(device, 'utf8').replaceAll(JSON.stringify(folder).slice(1, -1), JSON.stringify(copy).slice(1, -1)),
    );
    const here = startWorkspaces(copy, { now });
    here.workspaces.openLast();
    try {
      await here.workspaces.restore(id);
      if (here.names().length !== leads) failed.push(`${id}: ${here.names().length} people instead of ${leads}`);
      if (!here.backups().some(backup => backup.id === id)) failed.push(`${id}: gone afterwards`);
      if (here.backups().length !== listed.length + 1) failed.push(`${id}: others are gone`);
    } catch (error) {
      failed.push(`${id}: ${String(error)}`);
    }
    here.workspaces.close();
    rmSync(copy, { recursive: true, force: true });
  }
  expect(listed.length).toBeGreaterThan(0);
  return failed;
}

describe('every backup that is listed', () => {
  const mornings: readonly (readonly [string, readonly number[], number])[] = [
    [
      'on Monday morning after a working week',
      [0, 1, 2, 3, 4].flatMap(n => [9, 11, 14, 17].map(at => n * day + at * hour)),
      7 * day + 9 * hour,
    ],
    ['after three weeks of holidays', [0, 1, 2].flatMap(n => [9, 17].map(at => n * day + at * hour)), 24 * day],
    ['with a clock ten years ahead', [0, 1, 2, 3].map(n => n * day), 3653 * day],
    ['with a clock that was put back', [0, 1, 2, 3].map(n => n * day), -400 * day],
  ];
  it.each(mornings)(
    '%s restores, and none goes by it',
    async (_, backedUpAt, restoredAt) => {
      const { workspaces, clock, add, folder } = await aWorkspaceInUse();
      for (const at of backedUpAt.slice(0, times(12, 100))) {
        clock.now = monday + at;
        await add('One more');
        await workspaces.backUp('regular');
      }
      workspaces.close();
      expect(await restoreEach(folder, monday + restoredAt)).toEqual([]);
    },
    120_000,
  );

  it('is not dropped by a backup that is due while it is restored', async () => {
    const { workspaces, clock, add, backups, names } = await aWorkspaceInUse();
    for (let n = 0; n < 6; n += 1) {
      await workspaces.backUp('regular');
      clock.now += 2 * hour;
      await add('One more');
    }
    clock.now += 4 * day;
    const [oldest] = backups().slice(-1);
    const restoring = workspaces.restore(oldest?.id ?? '');
    await Promise.all([restoring, workspaces.backUp('regular').catch(() => undefined)]);
    expect(names()).toHaveLength(oldest?.leads ?? -1);
  });
});

const pageOf = (file: string, where: string): number => {
  const raw = new Database(file, { readonly: true });
  const page = Number(raw.prepare(`SELECT rootpage FROM sqlite_schema WHERE ${where}`).pluck().get());
  raw.close();
  return page;
};

/** Damages that a file opens with all the same. */
const damages: readonly (readonly [what: string, damage: (file: string) => void])[] = [
  ...['lead_by_stage', 'change_by_row', 'change_by_step', 'stage_change_by_lead'].map(
    name => [`a page of the index ${name}`, (file: string) => smash(file, pageOf(file, `name = '${name}'`))] as const,
  ),
  ['the last page', file => smash(file, readFileSync(file).length / 4096)],
  [
    'an index that says other things than its table',
    file => {
      const [one, other] = [pageOf(file, "name = 'lead_by_stage'"), pageOf(file, "name = 'stage_change_by_lead'")];
      const bytes = readFileSync(file);
      const page = bytes.subarray((one - 1) * 4096, one * 4096);
      page.copy(bytes, (other - 1) * 4096);
      writeFileSync(file, bytes);
    },
  ],
];

function smash(file: string, page: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (page - 1) * 4096 + 8, page * 4096);
  writeFileSync(file, bytes);
}

describe('a damaged workspace that still opens', () => {
  it.each(damages)('with %s is set aside and the backup restored', async (_, damage) => {
    const { workspaces, backups, folder, file, add } = await aWorkspaceInUse(40);
    await workspaces.backUp('asked');
    await add('Later');
    workspaces.close();
    damage(file);
    const hash = fileHash(file);
    const later = startWorkspaces(folder);
    later.workspaces.openLast();
    expect(later.workspaces.problem()).toBeNull();
    const { keptAs } = await later.workspaces.restore(backups()[0]?.id ?? later.backups()[0]?.id ?? '');
    expect(later.names()).toHaveLength(40);
    expect(keptAs).toBe(join(folder, 'Mill (damaged).ripen'));
    expect(fileHash(keptAs ?? '')).toBe(hash);
  });
});

describe('a backup whose manifest lies', () => {
  it('is opened before it is put in place, and what cannot be opened is not', async () => {
    const { workspaces, backups, file, names } = await aWorkspaceInUse(3);
    await workspaces.backUp('asked');
    const stored = join(backupFolder(file), `${backups()[0]?.id}.ripen`);
    const bytes = Buffer.from(`SQLite format 3\0${'x'.repeat(5000)}`);
    writeFileSync(stored, bytes);
    const manifest = stored.replace('.ripen', '.json');
    const told = JSON.parse(readFileSync(manifest, 'utf8'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(manifest, JSON.stringify({ ...told, size: bytes.length, sha256 }));
    await expect(workspaces.restore(backups()[0]?.id ?? '')).rejects.toThrow(
      /can no longer be opened. Nothing was changed/,
    );
    expect(names()).toHaveLength(3);
    expect(readdirSync(join(file, '..')).filter(name => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the only living copy', () => {
  it('of a file that was deleted while open is a backup before it is closed', async () => {
    const { workspaces, backups, file, names, add } = await aWorkspaceInUse(3);
    await workspaces.backUp('asked');
    const [backup] = backups();
    await add('Later');
    rmSync(file);
    await workspaces.restore(backup?.id ?? '');
    expect(names()).toHaveLength(3);
    expect(backups()[0]).toMatchObject({ because: 'restore', leads: 4 });
  });

  it('is a backup, and the file that was put in its place stays too', async () => {
    const { workspaces, backups, file, folder, names, add } = await aWorkspaceInUse(3);
    await workspaces.backUp('asked');
    const [backup] = backups();
    await add('Later');
    renameSync(file, join(folder, 'moved.ripen'));
    writeFileSync(file, 'something else');
    const { keptAs } = await workspaces.restore(backup?.id ?? '');
    expect(names()).toHaveLength(3);
    expect(backups()[0]).toMatchObject({ leads: 4 });
    expect(readFileSync(keptAs ?? '', 'utf8')).toBe('something else');
  });

  it('stays open when it can neither be backed up nor kept', async () => {
    const { workspaces, backups, file, folder, names, add } = await aWorkspaceInUse(3);
    await workspaces.backUp('asked');
    const [backup] = backups();
    const other = `${folder} moved`;
    await add('Later');
    renameSync(folder, other);
    await expect(workspaces.restore(backup?.id ?? '')).rejects.toThrow();
    expect(names()).toHaveLength(4);
    expect(existsSync(file)).toBe(false);
    renameSync(other, folder);
    expect((await add('Another')).ok).toBe(true);
  });
});
