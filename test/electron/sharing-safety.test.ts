// What a stranger, a cut or another clock must not do to a computer that shares a workspace.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { createSharing } from '../../electron/desktop/sharing.ts';
import { noSecrets, openSharingMemory } from '../../electron/desktop/sharing-memory.ts';
import { folderPlace } from '../../electron/sharing/folder.ts';
import { invitationText } from '../../electron/sharing/invitation.ts';
import type { FolderMaker } from '../../electron/sharing/known-place.ts';
import type { BarePlace } from '../../electron/sharing/meeting-place.ts';
import { newPlaceKeys, openPlaceKeys } from '../../electron/sharing/place-keys.ts';
import { placesWith } from '../../electron/sharing/places.ts';
import { sealedPlace } from '../../electron/sharing/sealed-place.ts';
import { eventually } from '../support/eventually.ts';
import {
  type Computer,
  cheap,
  computer,
  invited,
  joined,
  namesIn,
  passphrase,
  refusalOf,
  shared,
  stateOf,
} from '../support/sharing-computers.ts';
import { aFolder, aWorkspace, monday } from '../support/workspace.ts';

const evil = 'mallory’s own passphrase';
const opens = async ({ host }: Computer, file: string) => expect(await host.openFile(file)).toMatchObject({ ok: true });
const isUpToDate = (one: Computer) =>
  eventually(async () => expect(await stateOf(one)).toMatchObject({ state: 'upToDate', toSend: 0 }));

/** A folder and an invitation of somebody who knows the id of a workspace, and begins it with the start of the folder `from`. */
async function invitationOfAStranger(workspace: string, from: string) {
  const evilFolder = aFolder();
  const real = folderPlace(from);
  const inside = (await real.workspace()) ?? '';
  const start = await sealedPlace(real, await openPlaceKeys(real, inside, passphrase)).getStart(inside);
  const place = sealedPlace(folderPlace(evilFolder), await newPlaceKeys(evil, cheap.passphraseCost));
  if (start) await place.putStart(workspace, start);
  await place.writeWorkspace(workspace);
  const invitation = join(aFolder(), 'Mill.ripen-invite');
  writeFileSync(invitation, invitationText({ workspace, at: monday, place: { kind: 'folder', path: evilFolder } }));
  return { evilFolder, invitation };
}

const workspaceIn = async (folder: string) => (await folderPlace(folder).workspace()) ?? '';
const joinWith = async (one: Computer, invitation: string, words: string) => {
  const { token } = await invited(one, invitation);
  one.lead.newWorkspace = join(aFolder(), 'Joined.ripen');
  return refusalOf(one, 'sharing.join', { invitation: token, folder: null, passphrase: words });
};

describe('place and key of a shared file', () => {
  it('are not for another file that names the same workspace', async () => {
    const { ada, file } = await shared();
    await isUpToDate(ada);
    const foreign = join(aFolder(), 'Foreign.ripen');
    await ada.call('workspaces.close', {});
    copyFileSync(file, foreign);
    const db = new Database(foreign);
    db.exec("UPDATE sharing SET writer = '0123456789abcdef'");
    db.close();
    await opens(ada, foreign);
    expect(await stateOf(ada)).toMatchObject({ state: 'needsPlace', place: null });
    await ada.call('sharing.stop', {});
    await opens(ada, file);
    await isUpToDate(ada);
  });

  it('stay what they are where somebody invites to the same workspace in another folder', async () => {
    const { ada, file, folder, invitation } = await shared();
    const bo = await joined(invitation);
    const stranger = await invitationOfAStranger(await workspaceIn(folder), folder);
    expect(await joinWith(ada, stranger.invitation, evil)).toBeNull();
    expect((await stateOf(ada))?.place?.name).toBe(stranger.evilFolder);
    await opens(ada, file);
    expect((await stateOf(ada))?.place?.name).toBe(folder);
    await ada.call('leads.create', { attributes: { firstName: 'Cy' } });
    await eventually(async () => expect(await namesIn(bo)).toEqual(['Cy', 'Eve']));
    expect(existsSync(join(stranger.evilFolder, 'steps'))).toBe(false);
  });

  it('are not kept of a start in which another workspace lies than the invited one', async () => {
    const { ada, folder } = await shared();
    await ada.call('workspaces.close', {});
    const other = await shared();
    const stranger = await invitationOfAStranger(await workspaceIn(folder), other.folder);
    expect((await joinWith(ada, stranger.invitation, evil))?.message).toContain('Nothing was made');
    expect(existsSync(ada.lead.newWorkspace ?? '')).toBe(false);
  });

  it('are known still when the file goes on as another writer', async () => {
    const { ada, file, folder } = await shared();
    await isUpToDate(ada);
    const backup = join(aFolder(), 'Backup.ripen');
    await ada.call('workspaces.close', {});
    copyFileSync(file, backup);
    await opens(ada, file);
    const own = (await stateOf(ada))?.computers[0]?.id;
    await ada.call('leads.create', { attributes: { firstName: 'Cy' } });
    await isUpToDate(ada);
    await opens(ada, backup);
    await eventually(async () => {
      const state = await stateOf(ada);
      expect(state).toMatchObject({ state: 'upToDate', place: { name: folder } });
      expect(state?.computers[0]?.id).not.toBe(own);
    });
    expect(await namesIn(ada)).toEqual(['Cy', 'Eve']);
  });

  it('are put back where the folder goes back to the key from before the passphrase was changed', async () => {
    const { ada, folder } = await shared();
    await isUpToDate(ada);
    const seal = () => readFileSync(join(folder, 'workspace.json'), 'utf8');
    const before = seal();
    await ada.call('sharing.changePassphrase', { passphrase: 'a new battery staple' });
    const idOf = (text: string) => JSON.parse(text).seal.keyId;
    const after = idOf(seal());
    writeFileSync(join(folder, 'workspace.json'), before);
    await eventually(() => expect(idOf(seal())).toBe(after));
    await isUpToDate(ada);
  });
});

/** Folders in which one thing is done otherwise, as long as `isOn`. */
function troubled(change: (place: BarePlace) => Partial<BarePlace>) {
  const trouble = { isOn: true, asked: [] as string[] };
  const folderOf: FolderMaker = ({ path }) => {
    const place = folderPlace(path);
    return trouble.isOn ? { ...place, ...change(place) } : place;
  };
  return { trouble, folderOf };
}
const never = new Promise<never>(() => undefined);

/** Ada begins to share, without waiting for the end of it. */
async function begins(ada: Computer, folder: string) {
  ada.lead.newWorkspace = join(aFolder(), 'Mill.ripen');
  await ada.call('workspaces.create', {});
  await ada.call('leads.create', { attributes: { firstName: 'Eve' } });
  return startsIn(ada, folder);
}
async function startsIn(ada: Computer, folder: string) {
  ada.lead.folder = folder;
  const token = (await ada.call('sharing.chooseFolder', {})).folder?.token ?? '';
  return { answer: ada.raw('sharing.start', { place: { kind: 'folder', token }, passphrase }) };
}

describe('sharing that was cut short', () => {
  it('before others could join: the workspace is as it was, and can be shared there again', async () => {
    const { folderOf } = troubled(place => ({ putStart: (...all) => place.putStart(...all).then(() => never) }));
    const profile = aFolder();
    const folder = aFolder();
    const ada = computer('Ada', { folderOf }, profile);
    void (await begins(ada, folder)).answer;
    await eventually(() => expect(readdirSync(folder)).toEqual(['start.sealed']));
    ada.host.close();
    const again = computer('Ada', {}, profile);
    await eventually(async () => expect(await again.call('sharing.get', {})).toEqual({ shared: null, refusal: null }));
    await eventually(() => expect(readdirSync(folder)).toEqual([]));
    expect(await (await startsIn(again, folder)).answer).toMatchObject({ ok: true });
    await isUpToDate(again);
  });

  it.each([
    ['knows its key', {}],
    ['knows no key', { secrets: noSecrets }],
  ])('when others could join already: it is shared, where the system %s', async (_, more) => {
    const { folderOf } = troubled(place => ({
      writeWorkspace: (...all) => place.writeWorkspace(...all).then(() => never),
    }));
    const profile = aFolder();
    const folder = aFolder();
    const ada = computer('Ada', { folderOf, ...more }, profile);
    void (await begins(ada, folder)).answer;
    await eventually(() => expect(existsSync(join(folder, 'workspace.json'))).toBe(true));
    ada.host.close();
    const again = computer('Ada', more, profile);
    if ('secrets' in more) await again.call('sharing.givePassphrase', { passphrase });
    await isUpToDate(again);
    again.lead.save = join(aFolder(), 'Mill');
    await again.call('sharing.saveInvitation', {});
    expect(await namesIn(await joined(`${again.lead.save}.ripen-invite`))).toEqual(['Eve']);
  });

  it('by the end of Ripen: it is stopped first, and nothing of it is left', async () => {
    let isPutting = false;
    let goOn = (): void => undefined;
    const gate = new Promise<void>(resolve => {
      goOn = resolve;
    });
    const { folderOf } = troubled(place => ({
      putStart: async (workspace, { size, chunks }) => {
        isPutting = true;
        await gate;
        return place.putStart(workspace, { size, chunks });
      },
    }));
    const folder = aFolder();
    const ada = computer('Ada', { folderOf });
    const { answer } = await begins(ada, folder);
    await eventually(() => expect(isPutting).toBe(true));
    const ended = ada.host.finish({ inHurry: true });
    goOn();
    await ended;
    expect(await answer).toMatchObject({ ok: false, error: { message: 'Canceled. Nothing was created.' } });
    expect(await ada.call('sharing.get', {})).toEqual({ shared: null, refusal: null });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an invitation', () => {
  it.each(['\\\\host\\share', '//host/share', '/net/host/share', 'here', '\\\\?\\UNC\\host\\share'])(
    'to %s asks nobody for it',
    async path => {
      const { trouble, folderOf } = troubled(place => {
        trouble.asked.push(place.name);
        return {};
      });
      const bo = computer('Bo', { folderOf });
      const invitation = join(aFolder(), 'Mill.ripen-invite');
      writeFileSync(invitation, invitationText({ workspace: 'x', at: monday, place: { kind: 'folder', path } }));
      const { token, found } = await invited(bo, invitation);
      expect(found).toBe(false);
      expect(await refusalOf(bo, 'sharing.join', { invitation: token, folder: null, passphrase })).toMatchObject({
        kind: 'invalid',
        field: 'folder',
      });
      expect(trouble.asked).toEqual([]);
    },
  );
});

describe('what is told of sharing', () => {
  it('says that the passphrase was changed where a packet has a key that is not known here, and the time by this clock', async () => {
    const { ada, folder } = await shared();
    await isUpToDate(ada);
    expect(await stateOf(ada)).toMatchObject({ passphraseChanged: false, now: ada.clock.now });
    const foreign = sealedPlace(folderPlace(folder), await newPlaceKeys(evil, cheap.passphraseCost));
    const key = { workspace: await workspaceIn(folder), writer: '00ff' };
    await foreign.put(key, [{ n: 1, segments: [Buffer.from('x')] }]);
    await eventually(async () =>
      expect(await stateOf(ada)).toMatchObject({ state: 'upToDate', passphraseChanged: true, problems: [] }),
    );
  });

  it('is told while a meeting runs', async () => {
    let told = 0;
    const { trouble, folderOf } = troubled(place => ({ devices: of => (trouble.isOn ? place.devices(of) : never) }));
    const emit = {
      changed: ({ tables }: { tables: readonly string[] }) => {
        if (`${tables}` === 'sharing') told += 1;
      },
      progress: () => undefined,
    };
    const { ada } = await shared({ folderOf, emit });
    await isUpToDate(ada);
    trouble.isOn = false;
    const stuck = ada.raw('sharing.meet', {});
    void stuck;
    const before = told;
    await ada.call('leads.create', { attributes: { firstName: 'Cy' } });
    expect(told).toBeGreaterThan(before);
  });

  it('is told once while nothing happens, and a workspace that is not shared is not looked at again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const folder = aFolder();
      const workspace = aWorkspace();
      const clock = { now: monday };
      let told = 0;
      const keeper = createSharing({
        current: workspace.app,
        memory: openSharingMemory(aFolder(), noSecrets),
        placeOf: placesWith(({ path }) => folderPlace(path)),
        ...{ computer: 'Ada', now: () => clock.now, log: () => undefined, cost: cheap.passphraseCost },
        emit: {
          changed: () => {
            told += 1;
          },
          progress: () => undefined,
        },
      });
      keeper.switched();
      expect(vi.getTimerCount()).toBe(0);
      await keeper.start({ kind: 'folder', path: folder }, passphrase);
      await keeper.meetNow();
      expect(vi.getTimerCount()).toBe(1);
      const before = told;
      for (let meeting = 0; meeting < 5; meeting += 1) {
        clock.now += 5000;
        await keeper.meetNow();
      }
      expect(told).toBe(before);
      await keeper.stop();
      keeper.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('says when a computer was seen by the clock of this one', async () => {
    const { ada, invitation } = await shared();
    const bo = await joined(invitation);
    const seenBo = async () => (await stateOf(ada))?.computers[1]?.lastSeenAt;
    await eventually(async () => expect(await seenBo()).toBeDefined());
    bo.clock.now -= 86_400_000 * 365;
    ada.clock.now += 3_600_000;
    const at = ada.clock.now;
    await bo.call('leads.create', { attributes: { firstName: 'Cy' } });
    await eventually(async () => expect(await seenBo()).toBe(at));
  });
});
