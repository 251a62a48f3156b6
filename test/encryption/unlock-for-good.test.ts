// A passphrase is removed: all backups are decrypted first, which may be canceled at any moment.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksEncrypted } from '../../electron/encryption/format.ts';
import { removingJob } from '../../shared/contract/passphrase.ts';
import { startHost } from '../support/host.ts';
import { aFolder } from '../support/workspace.ts';

const passphrase = 'four random words here';
const other = 'other random words';

/** An open workspace with this many backups, of which the newest came last. `told`: what the job has said of its progress. */
async function aWorkspaceWithBackups(count: number) {
  const folder = aFolder();
  const told: string[] = [];
  const hear = { progress: (_done: number): void => undefined };
  const emit = {
    changed: () => undefined,
    progress: ({ jobId, done, total }: { jobId: string; done: number; total: number | null }) => {
      if (jobId !== removingJob) return;
      told.push(`${done} of ${total}`);
      hear.progress(done);
    },
  };
  const host = startHost(aFolder(), { passphraseCost: { n: 16 }, emit });
  host.lead.newWorkspace = join(folder, 'Mill.ripen');
  await host.call('workspaces.create', {});
  for (let n = 0; n < count; n += 1) {
    await host.call('leads.create', { attributes: { lastName: `Weber ${n}` } });
    await host.call('backups.take', {});
  }
  const files = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ripen'));
  return {
    ...host,
    told,
    hear,
    backups: () => files().length - 1,
    /** Files that are encrypted, and those that are not. */
    encrypted: () => files().filter(name => looksEncrypted(join(folder, name))),
    plain: () => files().filter(name => !looksEncrypted(join(folder, name))),
  };
}

type Host = Awaited<ReturnType<typeof aWorkspaceWithBackups>>;
const follow = ({ call }: Host) => expect.poll(async () => (await call('passphrase.get', {})).backupsLeft).toBe(0);

async function aLockedWorkspace(count: number): Promise<Host> {
  const host = await aWorkspaceWithBackups(count);
  await host.call('passphrase.set', { passphrase });
  await follow(host);
  return host;
}

describe('unlocking for good', () => {
  it('decrypts the backups while they are still being encrypted with a new passphrase', async () => {
    const host = await aLockedWorkspace(4);
    await host.call('passphrase.change', { former: passphrase, passphrase: other });
    expect(await host.call('passphrase.remove', { passphrase: other })).toEqual({ removed: true });
    host.host.close();
    expect(host.encrypted()).toEqual([]);
  });

  it('decrypts the backups while they are still being encrypted for the first time', async () => {
    const host = await aWorkspaceWithBackups(4);
    await host.call('passphrase.set', { passphrase });
    expect(await host.call('passphrase.remove', { passphrase })).toEqual({ removed: true });
    host.host.close();
    expect(host.encrypted()).toEqual([]);
  });

  it('goes on encrypting the backups after a passphrase that is not right', async () => {
    const host = await aWorkspaceWithBackups(4);
    await host.call('passphrase.set', { passphrase });
    expect(await host.raw('passphrase.remove', { passphrase: 'not this one at all' })).toMatchObject({ ok: false });
    await follow(host);
    expect(host.encrypted()).toHaveLength(host.backups());
  });

  it.each([
    ['between two backups', 4, 2],
    ['during the last', 4, 3],
    ['during the only one', 1, 0],
    ['when all are decrypted', 2, 2],
  ])('canceled %s, keeps the passphrase and encrypts all again', async (_, count, at) => {
    const host = await aLockedWorkspace(count);
    host.hear.progress = done => {
      if (done === at) void host.call('passphrase.cancelRemove', {});
    };
    expect(await host.call('passphrase.remove', { passphrase })).toEqual({ removed: false });
    expect(host.told).toEqual(Array.from({ length: at + 1 }, (_, done) => `${done} of ${host.backups()}`));
    expect(await host.call('passphrase.get', {})).toMatchObject({ isSet: true });
    await follow(host);
    expect(host.encrypted()).toHaveLength(host.backups());
  });

  it('canceled at once, while the passphrase is still looked at, has changed nothing', async () => {
    const host = await aLockedWorkspace(2);
    const removed = host.call('passphrase.remove', { passphrase });
    await host.call('passphrase.cancelRemove', {});
    expect(await removed).toEqual({ removed: false });
    expect(host.told).toEqual([]);
    expect(host.encrypted()).toHaveLength(host.backups());
  });

  it('canceled and Ripen quit at once, leaves nothing that is not encrypted', async () => {
    const host = await aLockedWorkspace(4);
    host.hear.progress = done => {
      if (done === 3) void host.call('passphrase.cancelRemove', {});
    };
    await host.call('passphrase.remove', { passphrase });
    expect(await host.host.finish({ inHurry: false })).toBe(true);
    expect(host.host.close()).toEqual([]);
    expect(host.plain()).toEqual([]);
  });

  it('is canceled when Ripen is quit meanwhile, and leaves nothing that is not encrypted', async () => {
    const host = await aLockedWorkspace(4);
    let quit: Promise<boolean> | undefined;
    host.hear.progress = done => {
      if (done === 2) quit ??= host.host.finish({ inHurry: false });
    };
    expect(await host.call('passphrase.remove', { passphrase })).toEqual({ removed: false });
    expect(await quit).toBe(true);
    expect(host.host.close()).toEqual([]);
    expect(host.plain()).toEqual([]);
  });
});
