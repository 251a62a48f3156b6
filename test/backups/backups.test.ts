// Backups (P12 to P15): whole, checked, told when damaged, and every restore can be gone back on.
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkHere } from '../../electron/backups/checking.ts';
import { copyBeside, putInPlace } from '../../electron/backups/put-in-place.ts';
import { saveCopy } from '../../electron/backups/save-copy.ts';
import { sidecarFiles } from '../../electron/db/file/wal.ts';
import { backupFolder } from '../../electron/files/backup-folder.ts';
import { bundledChildren, childEnv } from '../support/children.ts';
import { fileHash } from '../support/content.ts';
import { times } from '../support/long.ts';
import { aFolder } from '../support/workspace.ts';
import { startWorkspaces } from '../support/workspaces.ts';

/** A workspace with one lead and one backup of it, then one lead more. */
async function aBackedUpWorkspace() {
  const folder = aFolder();
  const here = startWorkspaces(folder);
  const file = join(folder, 'Mill.ripen');
  here.workspaces.create(file);
  await here.add('Ada');
  await here.workspaces.backUp('asked');
  const [backup] = here.backups();
  if (!backup) throw new Error('There is no backup.');
  here.clock.now += 60_000;
  await here.add('Bo');
  return { ...here, folder, file, backup, copy: join(backupFolder(file), `${backup.id}.ripen`) };
}

describe('a backup', () => {
  it('says what is in the way when a file has the name of its folder, and is made once that has gone', async () => {
    const folder = aFolder();
    const { workspaces, add, backups } = startWorkspaces(folder);
    const file = join(folder, 'Mill.ripen');
    workspaces.create(file);
    await add('Ada');
    writeFileSync(backupFolder(file), 'a file');
    await expect(workspaces.backUp('asked')).rejects.toThrow(
      /need a folder at .*Mill backups, but a file has that name/,
    );
    expect(workspaces.backupTrouble()?.message).toMatch(/Rename the file/);
    expect(backups()).toEqual([]);
    renameSync(backupFolder(file), join(folder, 'something else'));
    await workspaces.backUp('asked');
    expect(workspaces.backupTrouble()).toBeNull();
    expect(backups()).toHaveLength(1);
  });

  it('holds what the file held, counted, while people go on working', async () => {
    const { backups, add, workspaces, copy, hash } = await aBackedUpWorkspace();
    const before = hash();
    const [, added] = await Promise.all([workspaces.backUp('asked'), add('Cy')]);
    expect(added.ok).toBe(true);
    const [newest, oldest] = backups();
    expect(oldest).toMatchObject({ leads: 1, because: 'asked', sound: true });
    expect(newest).toMatchObject({ because: 'asked', sound: true });
    const newestCopy = copy.replace(/[^/\\]+$/, `${newest?.id}.ripen`);
    const other = startWorkspaces(aFolder());
    copyFileSync(newestCopy, `${newestCopy}.trial.ripen`);
    other.workspaces.open(`${newestCopy}.trial.ripen`);
    // Between two steps: with the third lead or without, never in between.
    expect([before, hash()]).toContain(other.hash());
    expect(newest?.leads).toBe(other.names().length);
  });

  it('is taken before an import, and by itself half an hour after the last when something has changed', async () => {
    const { app, backups, workspaces, clock, add } = await aBackedUpWorkspace();
    await workspaces.backUpWhenDue();
    expect(backups()).toHaveLength(1);
    clock.now += 30 * 60_000;
    await workspaces.backUpWhenDue();
    expect(backups()[0]).toMatchObject({ because: 'regular', leads: 2 });
    clock.now += 31 * 60_000;
    await workspaces.backUpWhenDue();
    expect(backups()).toHaveLength(2);
    await add('Cy');
    await workspaces.backUpWhenDue();
    expect(backups()).toHaveLength(3);
    const imported = await app().call('imports.run', {
      jobId: 'job',
      source: { kind: 'pasted', text: 'First name;E-mail\nDi;di@fern.example' },
      mapping: {
        rows: 'leads',
        columns: [
          { column: 0, target: 'firstName' },
          { column: 1, target: 'email' },
        ],
        fixed: [],
        values: [],
        policy: 'overwrite',
        unknownLeads: 'create',
      },
    });
    expect(imported.ok).toBe(true);
    expect(backups()[0]).toMatchObject({ because: 'import', leads: 3 });
  });

  it('that was changed or cut since is told, and is not restored', async () => {
    const { workspaces, backup, copy, backups, names } = await aBackedUpWorkspace();
    const bytes = readFileSync(copy);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(copy, bytes);
    await expect(workspaces.restore(backup.id)).rejects.toThrow(/changed or damaged/);
    truncateSync(copy, 4096);
    expect(backups()[0]?.sound).toBe(false);
    await expect(workspaces.restore(backup.id)).rejects.toThrow(/changed or damaged/);
    expect(names()).toEqual(['Ada', 'Bo']);
  });

  it('of a file with a damaged page is told, and does not count', async () => {
    const { workspaces, file, folder, add } = await aBackedUpWorkspace();
    for (let n = 0; n < 30; n += 1) await add(`Lead ${n}`);
    const root = startWorkspaces(folder).workspaces;
    workspaces.close();
    root.openLast();
    const page = root
      .current()
      ?.reader.pluck<number>("SELECT rootpage FROM sqlite_schema WHERE name = 'lead_by_stage'")[0];
    root.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, ((page ?? 0) - 1) * 4096 + 8, (page ?? 0) * 4096);
    writeFileSync(file, bytes);
    const later = startWorkspaces(folder);
    later.workspaces.openLast();
    expect(later.workspaces.current()).not.toBeNull();
    await expect(later.workspaces.backUp('asked')).rejects.toThrow(/may be damaged/);
    expect(later.workspaces.backupTrouble()?.message).toMatch(/may be damaged/);
    expect(later.backups()).toHaveLength(1);
  });

  it('saved elsewhere is whole, and never in the place of the workspace', async () => {
    const { app, file, folder, hash } = await aBackedUpWorkspace();
    const elsewhere = join(folder, 'stick.ripen');
    await saveCopy(app(), elsewhere, { check: checkHere, addon: undefined });
    const other = startWorkspaces(aFolder());
    other.workspaces.open(elsewhere);
    expect(other.hash()).toBe(hash());
    other.workspaces.close();
    for (const end of sidecarFiles) writeFileSync(elsewhere + end, 'of the file that is replaced');
    await saveCopy(app(), elsewhere, { check: checkHere, addon: undefined });
    expect(sidecarFiles.filter(end => existsSync(elsewhere + end))).toEqual([]);
    await expect(saveCopy(app(), file, { check: checkHere, addon: undefined })).rejects.toThrow(
      /is the workspace that is open/,
    );
    await expect(
      saveCopy(app(), join(folder, 'no', 'where.ripen'), { check: checkHere, addon: undefined }),
    ).rejects.toThrow();
  });

  it('is taken of an older file before it is brought up to date', async () => {
    const folder = aFolder();
    const file = join(folder, 'old.ripen');
    writeFileSync(file, gunzipSync(readFileSync(join(import.meta.dirname, '../fixtures/old-files/0001.ripen.gz'))));
    const { workspaces, backups } = startWorkspaces(folder);
    workspaces.open(file);
    expect(backups()).toMatchObject([{ because: 'update', sound: true }]);
    const copy = new Database(join(backupFolder(file), `${backups()[0]?.id}.ripen`), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    expect(copy.prepare('SELECT count(*) FROM lead').pluck().get()).toBe(backups()[0]?.leads);
    copy.close();
  });
});

describe('restoring', () => {
  it('brings back what was there, and then back what was there before', async () => {
    const { workspaces, backup, names, backups, hash, file } = await aBackedUpWorkspace();
    const before = hash();
    await workspaces.restore(backup.id);
    expect(names()).toEqual(['Ada']);
    expect(backups()[0]).toMatchObject({ because: 'restore', leads: 2 });
    await workspaces.restore(backups()[0]?.id ?? '');
    expect(hash()).toBe(before);
    workspaces.close();
    expect(readdirSync(dirname(file)).filter(name => name.endsWith('.part'))).toEqual([]);
  });

  it('is the way out when the file is damaged, which stays under another name', async () => {
    const { workspaces, backup, file, folder } = await aBackedUpWorkspace();
    workspaces.close();
    const damaged = readFileSync(file);
    damaged.fill(0, 0, 2000);
    writeFileSync(file, damaged);
    const hash = fileHash(file);
    const later = startWorkspaces(folder);
    later.workspaces.openLast();
    expect(later.workspaces.problem()?.message).toMatch(/^The beginning of .* is damaged.*Restore a backup/);
    await later.workspaces.restore(backup.id);
    expect(later.names()).toEqual(['Ada']);
    expect(later.workspaces.problem()).toBeNull();
    expect(fileHash(join(folder, 'Mill (damaged).ripen'))).toBe(hash);
  });

  it.each(['-wal', '-journal'])('never leaves the %s of the old file beside the new one', async end => {
    const { backup, copy, file, folder, workspaces } = await aBackedUpWorkspace();
    workspaces.close();
    const left = `${file}${end}`;
    writeFileSync(left, 'what the old file needs');
    const keptAs = putInPlace(await copyBeside(async target => copyFileSync(copy, target), file), file, 'replace');
    expect(keptAs).toBe(join(folder, 'Mill (before).ripen'));
    expect(existsSync(left)).toBe(false);
    expect(readFileSync(`${keptAs}${end}`, 'utf8')).toBe('what the old file needs');
    expect(statSync(file).size).toBe(backup.size);
  });
});

/** Runs the child and kills it without warning some ms after it got going. */
function killAfter(userData: string, what: 'take' | 'restore', ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundledChildren, 'back-up.mjs'), userData, what], { env: childEnv });
    let errors = '';
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
    child.on('close', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(errors))));
  });
}

describe('killed at any moment', () => {
  it('while a backup is taken: every backup there is, is whole', async () => {
    const { workspaces, folder } = await aBackedUpWorkspace();
    workspaces.close();
    for (let n = 0; n < times(4, 50); n += 1) {
      await killAfter(folder, 'take', 20 + ((n * 37) % 200));
      const after = startWorkspaces(folder);
      after.workspaces.openLast();
      for (const { id, sound } of after.backups()) {
        expect(sound).toBe(true);
        await after.workspaces.backups()?.verify(id);
      }
      await after.workspaces.backUp('asked');
      expect(readdirSync(after.workspaces.backups()?.folder ?? '').filter(name => name.endsWith('.part'))).toEqual([]);
      after.workspaces.close();
    }
  });

  it('while one is restored: the workspace is the old one or the new one, and sound', async () => {
    const { workspaces, folder } = await aBackedUpWorkspace();
    workspaces.close();
    for (let n = 0; n < times(4, 50); n += 1) {
      await killAfter(folder, 'restore', 20 + ((n * 37) % 200));
      const after = startWorkspaces(folder);
      after.workspaces.openLast();
      expect(after.workspaces.problem()).toBeNull();
      expect(after.app().reader.pluck('PRAGMA integrity_check')).toEqual(['ok']);
      expect(after.names()).toContain('Ada');
      after.workspaces.close();
    }
  });
});
