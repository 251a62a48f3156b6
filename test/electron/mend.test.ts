// Damage is found and told, and there are three ways on (P28): the newest good backup, a repair, and a new file of all that can be read.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkHere } from '../../electron/backups/checking.ts';
import { repairFile, salvageFile } from '../../electron/backups/mend.ts';
import { mendHere } from '../../electron/backups/mending.ts';
import { fileHash } from '../support/content.ts';
import { startHost } from '../support/host.ts';
import { aFolder, aWorkspace, migrationsFolder, monday } from '../support/workspace.ts';
import { startWorkspaces } from '../support/workspaces.ts';

/** A closed workspace of 30 people, spoiled; and its folder. */
async function aSpoiledFile(spoil: (raw: Database.Database) => void) {
  const folder = aFolder();
  const file = join(folder, 'Mill.ripen');
  const here = startWorkspaces(folder);
  here.workspaces.create(file);
  for (let n = 0; n < 30; n += 1) await here.add(`Person ${n}`);
  here.workspaces.close();
  const raw = new Database(file);
  raw.pragma('foreign_keys = OFF');
  spoil(raw);
  raw.close();
  return { folder, file };
}

describe('one row that refers to nothing', () => {
  it('is found by the check of a backup, and mended by Repair, which leaves the file as it was beside it', async () => {
    const { folder, file } = await aSpoiledFile(raw => raw.exec('DELETE FROM lead WHERE rowid = 7'));
    const hash = fileHash(file);
    const { workspaces, names, add } = startWorkspaces(folder);
    workspaces.open(file);
    expect(workspaces.damage()).toBeNull();
    await workspaces.backUp('asked');
    expect(workspaces.damage()).toMatch(/no longer fit together.*no row points nowhere.*repair the workspace/);
    expect(workspaces.backupTrouble()).toBeNull();
    const { done, keptAs } = await workspaces.repair();
    expect(done.join()).toMatch(/made again under the name “Recovered”/);
    expect(fileHash(keptAs ?? '')).toBe(hash);
    expect(names()).toHaveLength(30);
    await workspaces.backUp('asked');
    expect(workspaces.damage()).toBeNull();
    expect((await add('Later')).ok).toBe(true);
    expect((await workspaces.repair()).done).toEqual([]);
  });
});

describe('a closed file with the log of another workspace beside it', () => {
  it.each([repairFile, salvageFile])('is mended without it (%o)', async mendFile => {
    const { file } = await aSpoiledFile(raw => raw.exec('DELETE FROM lead WHERE rowid = 7'));
    const other = aWorkspace();
    for (let n = 0; n < 40; n += 1) await other.call('leads.create', { attributes: { firstName: `Stranger ${n}` } });
    const log = readFileSync(`${other.file}-wal`);
    writeFileSync(`${file}-wal`, log);
    const mended = await mendFile({
      file,
      open: null,
      mend: mendHere,
      check: checkHere,
      addon: undefined,
      migrationsFolder,
      now: monday,
    });
    const raw = new Database('file' in mended ? mended.file : file, { readonly: true });
    const names = raw.prepare('SELECT first_name FROM lead WHERE first_name IS NOT NULL').pluck().all();
    raw.close();
    expect(names).toHaveLength(29);
    expect(names.filter(name => String(name).startsWith('Stranger'))).toEqual([]);
    // It is kept, beside the file it was found with.
    const kept = 'keptAs' in mended ? mended.keptAs : file;
    expect(readFileSync(`${kept}-wal`).equals(log)).toBe(true);
  });
});

describe('a file that does not open', () => {
  it('is salvaged into a new one, which opens; the damaged one stays as it is', async () => {
    const { folder, file } = await aSpoiledFile(raw => raw.exec('ALTER TABLE tag ADD COLUMN more TEXT'));
    const hash = fileHash(file);
    const { call } = startHost(folder);
    const before = await call('workspaces.state', {});
    expect(before).toMatchObject({ open: null, problem: expect.stringMatching(/was changed/), canMend: true });
    const salvaged = await call('workspaces.salvage', {});
    expect(salvaged).toMatchObject({ file: join(folder, 'Mill (salvaged).ripen'), leads: 30, unread: 0, rejected: 0 });
    expect((await call('workspaces.state', {})).open?.file).toBe(salvaged.file);
    expect(fileHash(file)).toBe(hash);
  });

  it('is offered repair by what is wrong with it, not by the words of the sentence', async () => {
    const { folder, file } = await aSpoiledFile(() => undefined);
    rmSync(file);
    const gone = await startHost(folder).call('workspaces.state', {});
    expect(gone).toMatchObject({ problem: expect.stringMatching(/no longer exists/), canMend: false });
    // A file of another program is no damage, whatever it is called.
    writeFileSync(file.replace('Mill', 'damaged'), 'First name;Last name');
    const host = startHost(folder);
    host.lead.workspace = file.replace('Mill', 'damaged');
    expect(await host.raw('workspaces.open', { file: null })).toMatchObject({ ok: false, error: { kind: 'file' } });
  });

  it('is looked through after it was cut short, and after a week', async () => {
    const { folder, file } = await aSpoiledFile(() => undefined);
    const here = startWorkspaces(folder);
    here.workspaces.open(file);
    await here.workspaces.backUp('asked');
    here.workspaces.close();
    writeFileSync(`${file}-lock`, '');
    here.workspaces.open(file);
    await here.workspaces.backUpWhenDue();
    expect(here.backups()).toHaveLength(2);
    await here.workspaces.backUpWhenDue();
    expect(here.backups()).toHaveLength(2);
    here.workspaces.close();
    here.clock.now += 8 * 24 * 3_600_000;
    here.workspaces.open(file);
    await here.workspaces.backUpWhenDue();
    expect(here.backups()).toHaveLength(3);
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });
});
