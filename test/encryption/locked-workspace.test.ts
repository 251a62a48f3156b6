// A workspace with a passphrase: closed, nothing of it can be read in its folder; opened, all of it is there.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksEncrypted } from '../../electron/encryption/format.ts';
import { backupFolder } from '../../electron/files/backup-folder.ts';
import { draftBeside } from '../../electron/files/drafts.ts';
import { startHost } from '../support/host.ts';
import { aFolder } from '../support/workspace.ts';

const passphrase = 'four random words here';
const other = 'other random words';
const name = 'Quillfeather';

const aHost = (userData: string) => startHost(userData, { passphraseCost: { n: 16 } });
type Host = ReturnType<typeof aHost>;

/** Names of files below a folder in which the bytes of a text stand. */
const filesWith = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    one => statSync(join(folder, one)).isFile() && readFileSync(join(folder, one)).includes(text),
  );

const add = (host: Host, lastName: string) => host.call('leads.create', { attributes: { lastName } });
const total = async (host: Host): Promise<number> => (await host.call('leads.list', {})).total;
const follow = (host: Host) => expect.poll(async () => (await host.call('passphrase.get', {})).backupsLeft).toBe(0);
const newest = async (host: Host): Promise<string> => (await host.call('backups.list', {})).backups[0]?.id ?? '';

async function aLockedWorkspace() {
  const userData = aFolder();
  const folder = aFolder();
  const file = join(folder, 'Mill.ripen');
  const host = aHost(userData);
  host.lead.newWorkspace = file;
  await host.call('workspaces.create', {});
  await add(host, name);
  await host.call('backups.take', {});
  const { recoveryKey } = await host.call('passphrase.set', { passphrase });
  await follow(host);
  return { userData, folder, file, host, recoveryKey };
}

async function reopened(userData: string, text = passphrase): Promise<Host> {
  const host = aHost(userData);
  await host.call('workspaces.unlock', { passphrase: text });
  return host;
}

describe('a workspace with a passphrase', () => {
  it('is unreadable on the disk while it is closed, its backups too, and whole when it is opened again', async () => {
    const { userData, folder, file, host } = await aLockedWorkspace();
    expect(filesWith(folder, name), 'The search finds it while it is open.').not.toEqual([]);
    await add(host, name);
    await host.call('backups.take', {});
    expect(host.host.close()).toEqual([]);
    expect(filesWith(folder, name)).toEqual([]);
    expect(filesWith(userData, name)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['Mill backups', 'Mill.ripen']);

    const second = aHost(userData);
    expect(await second.call('workspaces.state', {})).toMatchObject({
      open: null,
      problem: null,
      locked: { file, name: 'Mill', wasLeftOpen: false },
    });
    const before = readFileSync(file);
    expect(await second.raw('workspaces.unlock', { passphrase: `${passphrase}s` })).toMatchObject({
      ok: false,
      error: { kind: 'invalid', message: 'This passphrase is not right. Nothing was changed; try again.' },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    await second.call('workspaces.unlock', { passphrase });
    expect(await total(second)).toBe(2);
    expect((await second.call('workspaces.state', {})).locked).toBeNull();
  });

  it('is opened by the recovery key', async () => {
    const { userData, host, recoveryKey } = await aLockedWorkspace();
    host.host.close();
    expect(await total(await reopened(userData, recoveryKey.toLowerCase()))).toBe(1);
  });

  it('stays closed when the question is canceled, and does not take the place of the one that is open', async () => {
    const { userData, file, host } = await aLockedWorkspace();
    host.lead.newWorkspace = join(dirname(file), 'Other.ripen');
    await host.call('workspaces.create', {});
    await expect.poll(() => looksEncrypted(file)).toBe(true);
    await host.call('workspaces.open', { file });
    expect(await host.call('workspaces.state', {})).toMatchObject({ open: { name: 'Other' }, locked: { file } });
    await host.call('workspaces.cancelUnlock', {});
    expect(await host.call('workspaces.state', {})).toMatchObject({ open: { name: 'Other' }, locked: null });
    expect(await host.raw('workspaces.unlock', { passphrase })).toMatchObject({ ok: false });
    host.host.close();
    expect(looksEncrypted(file)).toBe(true);
    expect((await aHost(userData).call('workspaces.state', {})).open?.name).toBe('Other');
  });

  it('takes its passphrase, and gives it up, past undo', async () => {
    const { host } = await aLockedWorkspace();
    expect((await host.call('journal.state', {})).undo).toMatch(/add/);
    await host.call('journal.undo', {});
    expect(await host.call('passphrase.get', {})).toMatchObject({ isSet: true });
    await host.call('journal.redo', {});
    expect(await total(host)).toBe(1);
  });

  it('restores its locked backups, also when its file is damaged or gone', async () => {
    const { userData, folder, file, host } = await aLockedWorkspace();
    const id = await newest(host);
    await add(host, 'Fern');
    await host.call('backups.restore', { id });
    expect(await total(host)).toBe(1);
    expect((await host.call('passphrase.get', {})).isSet).toBe(true);
    host.host.close();
    expect(filesWith(folder, name)).toEqual([]);
    for (const spoil of [() => rmSync(file), () => writeFileSync(file, readFileSync(file).fill(7, 5000, 9000))]) {
      spoil();
      const next = aHost(userData);
      if (existsSync(file)) {
        await next.call('workspaces.unlock', { passphrase });
        const state = await next.call('workspaces.state', {});
        expect(state.problem).toMatch(/locked with a passphrase and damaged/);
        expect(state.canMend, 'Nothing can be read of it.').toBe(false);
      } else {
        expect(await next.raw('backups.restore', { id })).toMatchObject({ ok: false });
        await next.call('workspaces.unlock', { passphrase });
        expect((await next.call('workspaces.state', {})).problem).toMatch(/no longer exists/);
      }
      await next.call('backups.restore', { id });
      expect(await total(next)).toBe(1);
      expect(next.host.close()).toEqual([]);
      expect(filesWith(folder, name)).toEqual([]);
    }
    expect(readdirSync(folder)).toContain('Mill (damaged).ripen');
  });

  it('takes a new passphrase, with which the backups are encrypted anew; the former one opens nothing', async () => {
    const { userData, folder, host } = await aLockedWorkspace();
    expect(await host.raw('passphrase.change', { former: 'not this one at all', passphrase: other })).toMatchObject({
      ok: false,
    });
    await host.call('passphrase.change', { former: passphrase, passphrase: other });
    await follow(host);
    host.host.close();
    expect(filesWith(folder, name)).toEqual([]);
    const next = aHost(userData);
    expect(await next.raw('workspaces.unlock', { passphrase })).toMatchObject({ ok: false });
    await next.call('workspaces.unlock', { passphrase: other });
    await next.call('backups.restore', { id: await newest(next) });
    expect(await total(next)).toBe(1);
    next.host.close();
    const last = aHost(userData);
    expect(await last.raw('workspaces.unlock', { passphrase })).toMatchObject({ ok: false });
    await last.call('workspaces.unlock', { passphrase: other });
  });

  it('becomes a plain one again, its backups too', async () => {
    const { userData, folder, file, host } = await aLockedWorkspace();
    expect(await host.raw('passphrase.remove', { passphrase: 'not this one at all' })).toMatchObject({ ok: false });
    await host.call('passphrase.remove', { passphrase });
    expect(await host.call('passphrase.get', {})).toMatchObject({ isSet: false });
    await host.call('backups.restore', { id: await newest(host) });
    host.host.close();
    expect(readdirSync(folder).sort()).toEqual(['Mill backups', 'Mill.ripen']);
    const backups = readdirSync(backupFolder(file)).filter(one => one.endsWith('.ripen'));
    for (const plain of [file, ...backups.map(one => join(backupFolder(file), one))])
      expect(readFileSync(plain).toString('latin1', 0, 15)).toBe('SQLite format 3');
    const next = aHost(userData);
    expect(await total(next)).toBe(1);
  });

  it('saves its copies locked', async () => {
    const { host } = await aLockedWorkspace();
    const elsewhere = aFolder();
    host.lead.save = join(elsewhere, 'Copy.ripen');
    await host.call('backups.saveCopy', {});
    expect(filesWith(elsewhere, name)).toEqual([]);
    host.host.close();
    const next = aHost(aFolder());
    next.lead.workspace = host.lead.save;
    await next.call('workspaces.open', { file: null });
    await next.call('workspaces.unlock', { passphrase });
    expect(await total(next)).toBe(1);
  });

  it('locks what was set aside, rescued and salvaged of it', async () => {
    const { userData, folder, file, host } = await aLockedWorkspace();
    await host.call('workspaces.repair', {});
    const { file: salvaged } = await host.call('workspaces.salvage', {});
    expect(await total(host)).toBe(1);
    await expect.poll(() => filesWith(folder, name)).toEqual([expect.stringContaining('salvaged')]);
    expect(looksEncrypted(file)).toBe(true);
    if (process.platform !== 'win32') rmSync(salvaged);
    expect(host.host.close()).toEqual([]);
    expect(filesWith(folder, name)).toEqual([]);
    const next = await reopened(userData);
    expect(await total(next)).toBe(1);
  });

  it.skipIf(process.platform === 'win32')(
    'says so when it was moved while it was open, for it is not locked then',
    async () => {
      const { folder, file, host } = await aLockedWorkspace();
      mkdirSync(join(folder, 'Elsewhere'));
      const moved = join(folder, 'Elsewhere', 'Mill.ripen');
      renameSync(file, moved);
      expect(host.host.close().join()).toMatch(/renamed, moved or replaced while it was open, so it is not locked/);
      const next = aHost(aFolder());
      next.lead.workspace = moved;
      await next.call('workspaces.open', { file: null });
      await next.call('workspaces.unlock', { passphrase });
      next.host.close();
      expect(looksEncrypted(moved)).toBe(true);
    },
  );

  it('says so when it could not be locked, and asks for its passphrase all the same', async () => {
    const { folder, file, host, userData } = await aLockedWorkspace();
    // As if the last changes could not be merged: the disk is full, say.
    writeFileSync(`${file}-journal`, 'not merged');
    expect(host.host.close().join()).toMatch(/is not locked: anyone with access.+last changes are in a file beside it/);
    expect(filesWith(folder, name)).toEqual(['Mill.ripen']);
    const next = aHost(userData);
    expect(await next.call('workspaces.state', {})).toMatchObject({ open: null, locked: { wasLeftOpen: true } });
    await next.call('workspaces.unlock', { passphrase });
    expect(await total(next)).toBe(1);
    rmSync(`${file}-journal`, { force: true });
    expect(next.host.close()).toEqual([]);
    expect(filesWith(folder, name)).toEqual([]);
  });

  it('refuses the sample, a short passphrase, and a second one', async () => {
    const { host } = await aLockedWorkspace();
    expect(await host.raw('passphrase.set', { passphrase: other })).toMatchObject({ ok: false });
    expect(await host.raw('passphrase.change', { former: passphrase, passphrase: 'short' })).toMatchObject({
      ok: false,
      error: { message: 'Use at least 12 characters.' },
    });
  });
});

describe('a locked workspace whose Ripen was killed', () => {
  /** What a kill leaves: the files as they are while it is open. */
  async function killed() {
    const made = await aLockedWorkspace();
    const left = aFolder();
    await add(made.host, 'Fern');
    for (const one of readdirSync(made.folder)) {
      if (statSync(join(made.folder, one)).isFile()) copyFileSync(join(made.folder, one), join(left, one));
    }
    made.host.host.close();
    const file = join(left, 'Mill.ripen');
    const host = aHost(aFolder());
    host.lead.workspace = file;
    return { host, left, file };
  }

  it('asks for the passphrase, says that it was not locked, loses nothing, and is locked when it is closed', async () => {
    const { host, left, file } = await killed();
    writeFileSync(draftBeside(file), name);
    await host.call('workspaces.open', { file: null });
    expect(await host.call('workspaces.state', {})).toMatchObject({ open: null, locked: { wasLeftOpen: true } });
    expect(await host.raw('workspaces.unlock', { passphrase: 'not this one at all' })).toMatchObject({ ok: false });
    await host.call('workspaces.unlock', { passphrase });
    expect(await total(host)).toBe(2);
    host.host.close();
    expect(readdirSync(left)).toEqual(['Mill.ripen']);
    expect(filesWith(left, name)).toEqual([]);
  });
});
