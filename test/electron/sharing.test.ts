// Sharing as the program does it: two computers, each with a profile of its own, meet by themselves in a real folder.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import {
  type Computer,
  computer,
  invited,
  joined,
  namesIn,
  passphrase,
  refusalOf,
  shared,
  stateOf,
} from '../support/sharing-computers.ts';
import { aFolder } from '../support/workspace.ts';

describe('two computers', () => {
  it('meet by themselves: each sees what the other does, who is there, and that all is up to date', async () => {
    const { ada, invitation } = await shared();
    const bo = await joined(invitation);
    expect(await namesIn(bo)).toEqual(['Eve']);
    const priya = (await bo.call('members.save', { id: null, name: 'Priya', side: 'sales', archived: false })).id;
    await bo.call('settings.update', { actingAs: priya });
    await bo.call('leads.create', { attributes: { firstName: 'Cy' } });
    await eventually(async () => expect(await namesIn(ada)).toEqual(['Cy', 'Eve']));
    await ada.call('leads.create', { attributes: { firstName: 'Di' } });
    await eventually(async () => expect(await namesIn(bo)).toEqual(['Cy', 'Di', 'Eve']));
    await eventually(async () => {
      const state = await stateOf(ada);
      expect(state).toMatchObject({ state: 'upToDate', toSend: 0, problems: [] });
      expect(state?.computers.map(({ name, here, memberId }) => [name, here, memberId])).toEqual([
        ['Ada’s laptop', true, null],
        ['Bo’s laptop', false, priya],
      ]);
      expect(state?.came[0]).toMatchObject({ memberId: priya });
    });
  });

  it('go on working where the folder is away, and meet when it is back', async () => {
    const { folder, ada, invitation } = await shared();
    const bo = await joined(invitation);
    renameSync(folder, `${folder} away`);
    await ada.call('leads.create', { attributes: { firstName: 'Cy' } });
    await eventually(async () => {
      const state = await stateOf(ada);
      expect(state).toMatchObject({ state: 'notReached', toSend: 1 });
      expect(state?.problems.join()).toContain('Your work is safe here');
    });
    expect((await refusalOf(ada, 'sharing.meet', {}))?.message).toContain('is not reached');
    renameSync(`${folder} away`, folder);
    await eventually(async () => expect(await namesIn(bo)).toEqual(['Cy', 'Eve']));
    await eventually(async () => expect(await stateOf(ada)).toMatchObject({ state: 'upToDate', toSend: 0 }));
  });

  it('know their key after a restart, and ask for the passphrase where the system does not', async () => {
    const { ada, invitation } = await shared();
    const profile = aFolder();
    const bo = await joined(invitation, 'Bo', {}, profile);
    bo.host.close();
    expect(readFileSync(join(profile, 'sharing.json'), 'utf8')).not.toContain(passphrase);
    const again = computer('Bo', {}, profile);
    await eventually(async () => expect(await stateOf(again)).toMatchObject({ state: 'upToDate' }));
    again.host.close();
    const copied = computer('Bo', { secrets: { seal: () => null, open: () => null } }, profile);
    expect(await stateOf(copied)).toMatchObject({ state: 'needsPassphrase' });
    await copied.call('leads.create', { attributes: { firstName: 'Cy' } });
    const wrong = await refusalOf(copied, 'sharing.givePassphrase', { passphrase: 'wrong horse battery' });
    expect(wrong).toMatchObject({ kind: 'invalid', field: 'passphrase' });
    await copied.call('sharing.givePassphrase', { passphrase });
    await eventually(async () => expect(await namesIn(ada)).toEqual(['Cy', 'Eve']));
  });

  it('keep both values where they entered one at once: a click makes the other stand, and undo takes it back', async () => {
    const { folder, ada, invitation } = await shared();
    const bo = await joined(invitation);
    const [eve] = (await ada.call('leads.list', { search: '', sort: 'name' })).rows;
    const id = eve?.id ?? '';
    renameSync(folder, `${folder} away`);
    await ada.call('leads.update', { id, attributes: { phone: '1' } });
    bo.clock.now += 60_000;
    await bo.call('leads.update', { id, attributes: { phone: '2' } });
    renameSync(`${folder} away`, folder);
    const list = () => ada.call('overruled.list', { leadId: null });
    await eventually(async () => {
      const [value] = (await list()).values;
      expect(value).toMatchObject({
        key: 'phone',
        label: 'Phone',
        value: '1',
        stands: '2',
        leadName: 'Eve',
        canUse: true,
      });
    });
    const [value] = (await list()).values;
    await ada.call('overruled.use', { id: value?.id ?? '' });
    const phoneOn = async ({ call }: Computer) => (await call('leads.get', { id })).lead.phone;
    expect([await phoneOn(ada), (await list()).values]).toEqual(['1', []]);
    await eventually(async () => expect(await phoneOn(bo)).toBe('1'));
    await ada.call('journal.undo', {});
    expect(await phoneOn(ada)).toBe('2');
    await eventually(async () => expect(await phoneOn(bo)).toBe('2'));
  });

  it('tell both where one deleted a lead that the other worked on: it stands', async () => {
    const { folder, ada, invitation } = await shared();
    const bo = await joined(invitation);
    const [eve] = (await ada.call('leads.list', { search: '', sort: 'name' })).rows;
    const id = eve?.id ?? '';
    renameSync(folder, `${folder} away`);
    await ada.call('leads.remove', { ids: [id] });
    await bo.call('activities.log', { leadIds: [id], typeId: 'call-made' });
    renameSync(`${folder} away`, folder);
    for (const one of [ada, bo])
      await eventually(async () =>
        expect((await one.call('overruled.list', { leadId: null })).broughtBack).toMatchObject([{ leadName: 'Eve' }]),
      );
    const [back] = (await ada.call('overruled.list', { leadId: null })).broughtBack;
    await ada.call('overruled.dismiss', { id: back?.id ?? '' });
    expect((await ada.call('overruled.list', { leadId: null })).broughtBack).toEqual([]);
  });

  it('give a computer that was lost nothing new once the passphrase is changed, and go on with the new one', async () => {
    const { ada, invitation } = await shared();
    const bo = await joined(invitation);
    const lost = await joined(invitation, 'Lost');
    await ada.call('sharing.changePassphrase', { passphrase: 'a new battery staple' });
    await ada.call('leads.create', { attributes: { firstName: 'Cy' } });
    for (const one of [bo, lost])
      await eventually(async () =>
        expect(await stateOf(one)).toMatchObject({ state: 'needsPassphrase', passphraseChanged: true, problems: [] }),
      );
    await bo.call('leads.create', { attributes: { firstName: 'Di' } });
    expect(await refusalOf(bo, 'sharing.givePassphrase', { passphrase })).toMatchObject({ field: 'passphrase' });
    await bo.call('sharing.givePassphrase', { passphrase: 'a new battery staple' });
    expect(await stateOf(bo)).toMatchObject({ passphraseChanged: false });
    await eventually(async () => expect(await namesIn(ada)).toEqual(['Cy', 'Di', 'Eve']));
    await eventually(async () => expect(await namesIn(bo)).toEqual(['Cy', 'Di', 'Eve']));
    expect(await namesIn(lost)).toEqual(['Eve']);
    const late = computer('Late');
    const { token } = await invited(late, invitation);
    late.lead.newWorkspace = join(aFolder(), 'Late.ripen');
    await late.call('sharing.join', { invitation: token, folder: null, passphrase: 'a new battery staple' });
    await eventually(async () => expect(await namesIn(late)).toEqual(['Cy', 'Di', 'Eve']));
  });

  it('hear it in a sentence where the folder takes nothing more, and what others wrote still comes', async () => {
    const { folder, ada, invitation } = await shared();
    const bo = await joined(invitation);
    await eventually(async () => expect(await stateOf(bo)).toMatchObject({ state: 'upToDate' }));
    const own = (await stateOf(bo))?.computers[0]?.id ?? '';
    // As in a folder that may only be read: nothing can be made under this name.
    rmSync(join(folder, 'steps', own), { recursive: true, force: true });
    mkdirSync(join(folder, 'steps'), { recursive: true });
    writeFileSync(join(folder, 'steps', own), '');
    await bo.call('leads.create', { attributes: { firstName: 'Cy' } });
    await ada.call('leads.create', { attributes: { firstName: 'Di' } });
    await eventually(async () => {
      const state = await stateOf(bo);
      expect(state).toMatchObject({ state: 'toSend', toSend: 1 });
      expect(state?.problems.join()).toContain('could not be written');
    });
    await eventually(async () => expect(await namesIn(bo)).toEqual(['Cy', 'Di', 'Eve']));
    rmSync(join(folder, 'steps', own));
    await eventually(async () => expect(await namesIn(ada)).toEqual(['Cy', 'Di', 'Eve']));
  });

  it('part without losing anything: the one that stops goes on alone, and cannot undo what others may have changed', async () => {
    const { ada, invitation } = await shared();
    const bo = await joined(invitation);
    await bo.call('leads.create', { attributes: { firstName: 'Cy' } });
    await eventually(async () => expect(await namesIn(ada)).toEqual(['Cy', 'Eve']));
    await ada.call('sharing.stop', {});
    expect(await ada.call('sharing.get', {})).toEqual({ shared: null, refusal: null });
    expect(await ada.call('journal.state', {})).toMatchObject({ undo: null });
    await ada.call('leads.create', { attributes: { firstName: 'Di' } });
    expect(await ada.call('journal.state', {})).toMatchObject({ undo: 'add lead' });
    expect(await namesIn(bo)).toEqual(['Cy', 'Eve']);
  });
});

describe('sharing is refused with one sentence, and the workspace is as it was', () => {
  it('in a folder where nothing can be written, where another one meets, with a short passphrase, and of the sample', async () => {
    const other = await shared();
    const ada = computer('Ada');
    ada.lead.newWorkspace = join(aFolder(), 'Mill.ripen');
    await ada.call('workspaces.create', {});
    const startIn = async (folder: string, words = passphrase) => {
      ada.lead.folder = folder;
      const token = (await ada.call('sharing.chooseFolder', {})).folder?.token ?? '';
      return (await refusalOf(ada, 'sharing.start', { place: { kind: 'folder', token }, passphrase: words }))?.message;
    };
    const folder = aFolder();
    mkdirSync(join(folder, 'start.sealed.part'));
    expect(await startIn(folder)).toContain('could not write to');
    expect(await startIn(other.folder)).toContain('Another workspace is shared in this folder');
    expect(await startIn(join(folder, 'gone'))).toContain('is not there');
    expect(await startIn(aFolder(), 'short')).toContain('at least 12 characters');
    expect(await ada.call('sharing.get', {})).toEqual({ shared: null, refusal: null });
    await ada.call('workspaces.openSample', {});
    expect((await ada.call('sharing.get', {})).refusal).toContain('sample');
    expect(await startIn(aFolder())).toContain('sample');
  });
});

describe('joining is refused with one sentence, and nothing is made', () => {
  it('with a wrong passphrase, from another folder, and with what is no invitation', async () => {
    const { folder, invitation } = await shared();
    const bo = computer('Bo');
    const { token, found } = await invited(bo, invitation);
    expect(found).toBe(true);
    bo.lead.newWorkspace = join(aFolder(), 'Joined.ripen');
    const wrong = await refusalOf(bo, 'sharing.join', { invitation: token, folder: null, passphrase: 'wrong horse' });
    expect(wrong).toMatchObject({ kind: 'invalid', field: 'passphrase' });
    const other = await shared();
    bo.lead.folder = other.folder;
    const elsewhere = (await bo.call('sharing.chooseFolder', {})).folder?.token ?? '';
    const foreign = await refusalOf(bo, 'sharing.join', { invitation: token, folder: elsewhere, passphrase });
    expect(foreign).toMatchObject({ kind: 'invalid', field: 'folder' });
    expect(foreign?.message).toContain('Another workspace meets in');
    bo.lead.invitation = join(aFolder(), 'x.ripen-invite');
    writeFileSync(bo.lead.invitation, '{"kind":"shopping list"}');
    expect((await refusalOf(bo, 'sharing.openInvitation', {}))?.message).toContain("isn't a Ripen invitation");
    rmSync(folder, { recursive: true });
    expect((await invited(bo, invitation)).found).toBe(false);
    expect((await bo.call('workspaces.state', {})).open).toBeNull();
  });

  it('and works from a folder that lies elsewhere on this computer', async () => {
    const { folder, invitation, ada } = await shared();
    ada.host.close();
    const moved = join(aFolder(), 'Elsewhere');
    renameSync(folder, moved);
    mkdirSync(folder);
    const bo = computer('Bo');
    const { token, found } = await invited(bo, invitation);
    expect(found).toBe(false);
    bo.lead.folder = moved;
    bo.lead.newWorkspace = join(aFolder(), 'Joined.ripen');
    const chosen = (await bo.call('sharing.chooseFolder', {})).folder?.token ?? '';
    await bo.call('sharing.join', { invitation: token, folder: chosen, passphrase });
    expect(await namesIn(bo)).toEqual(['Eve']);
  });
});
