// @vitest-environment happy-dom
// One workspace on several computers: shared, joined, what came in, a value that two people entered, and sharing stopped.
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startHost } from '../support/host.ts';
import { renderScreen } from '../support/render-screen.ts';
import { share, twoComputers, words } from '../support/shared-window.ts';
import { aFolder } from '../support/workspace.ts';

const newWords = 'five quite unrelated new words';

it('is shared from Settings: a folder, a passphrase twice, the invitation, and who works here', async () => {
  const window = await renderScreen('settings', 'sharing', { start: 'empty' });
  await window.sees('Only this computer uses this workspace.');
  await window.press('Share this workspace');
  const dialog = window.at('Share this workspace');
  await dialog.press('Share workspace');
  await dialog.sees('Choose the folder first.');
  window.answers.folder = aFolder();
  await dialog.press('Choose folder');
  await dialog.sees(window.answers.folder);
  await dialog.type('Passphrase', 'short');
  await dialog.type('Repeat passphrase', 'shore');
  await dialog.press('Share workspace');
  await dialog.sees('The two passphrases are not the same.');
  await dialog.type('Repeat passphrase', 'short');
  await dialog.press('Share workspace');
  await dialog.sees('12');
  await dialog.type('Passphrase', words);
  await dialog.type('Repeat passphrase', words);
  await dialog.press('Share workspace');

  const invite = window.at('Invite the others');
  await invite.sees('tell the passphrase by phone');
  const file = join(window.folder, 'Mill.ripen-invite');
  window.answers.save = file;
  await invite.press('Save invitation');
  await invite.sees('Invitation saved.');
  expect(existsSync(file)).toBe(true);
  await invite.press('Done');

  const who = window.at('Who are you?');
  await who.press('Add me');
  await who.sees('Enter your name.');
  await who.type('Your name', 'Mara');
  await who.press('Add me');
  await window.sees('Acting as Mara.');
  await window.sees('Shared, up to date');
  expect((await window.call('workspace.get', {})).settings.actingAs).not.toBeNull();
});

it('says why it was not shared, and while it runs how far it is and that it is being canceled', async () => {
  const window = await renderScreen('settings', 'sharing', { start: 'empty' });
  window.answers.folder = aFolder();
  await window.press('Share this workspace');
  const dialog = window.at('Share this workspace');
  await dialog.press('Choose folder');
  await dialog.sees(window.answers.folder);
  await dialog.type('Passphrase', words);
  await dialog.type('Repeat passphrase', words);
  window.refuse('sharing.start', 'The folder is full. Nothing was shared.');
  await dialog.press('Share workspace');
  await dialog.sees('The folder is full. Nothing was shared.');
  const release = window.hold('sharing.start');
  await dialog.press('Share workspace');
  await dialog.sees('Copying the workspace to the folder');
  window.tell({ jobId: 'sharing', phase: 'sharing', done: 5_000_000, total: 20_000_000 });
  await dialog.sees('25%', '5 MB of 20 MB');
  await dialog.press('Cancel');
  await dialog.sees('Canceling…');
  expect(window.calls).toContain('sharing.cancel');
  release();
});

it('cannot be shared where it is the sample, and says so', async () => {
  const window = await renderScreen('settings', 'sharing', { start: 'empty', settings: { sample: true } });
  await window.sees('The sample workspace cannot be shared.');
  window.menu('share-workspace');
  const dialog = window.at('Share this workspace');
  await dialog.sees('The sample workspace cannot be shared.');
  await dialog.keys('{Enter}');
  await window.misses('The sample workspace cannot be shared. Start your own first. Close');
});

it('is joined from the welcome: invitation, folder, passphrase, and one of the members is chosen', async () => {
  const first = startHost();
  first.lead.newWorkspace = join(first.folder, 'mill.ripen');
  await first.call('workspaces.create', {});
  await first.call('members.save', { id: null, name: 'Priya', side: 'sales', archived: false });
  await first.call('leads.create', { attributes: { firstName: 'Dana' } });
  const { folder, invitation } = await share({ call: first.call, answers: first.lead });
  const moved = join(aFolder(), 'here');
  await first.call('workspaces.close', {});
  renameSync(folder, moved);

  const window = await renderScreen(null, null, { start: 'none' });
  await window.press('Join a shared workspace');
  const dialog = window.at('Join a shared workspace');
  await dialog.sees('.ripen-invite');
  window.refuse('sharing.openInvitation', "This file isn't a Ripen invitation.");
  await dialog.press('Open invitation');
  await dialog.sees('tells you the passphrase by phone or in person.', "This file isn't a Ripen invitation.");
  const opened = window.hold('sharing.openInvitation');
  await dialog.press('Open invitation');
  await dialog.sees('Looking…');
  opened();
  await dialog.misses('Looking…');
  window.answers.invitation = invitation;
  await dialog.press('Open invitation');
  await dialog.sees('This folder is not found here.');
  await dialog.type('Passphrase', words);
  await dialog.press('Join');
  await dialog.sees('Choose where the folder is on this computer.');
  window.answers.folder = moved;
  await dialog.press('Choose another folder');
  await dialog.sees(moved);
  window.answers.newWorkspace = join(window.folder, 'joined.ripen');
  window.refuse('sharing.join', 'The disk is full. Nothing was created.');
  await dialog.press('Join');
  await dialog.sees('The disk is full. Nothing was created.');
  expect(document.querySelectorAll('[aria-invalid=true]')).toHaveLength(0);
  await dialog.type('Passphrase', 'four quite unrelated birds');
  await dialog.press('Join');
  await dialog.sees(/passphrase is not right/);
  await dialog.type('Passphrase', words);
  await dialog.press('Join');
  await window.misses('Join a shared workspace');

  await window.at('Who are you?').press('Priya');
  await window.sees('Acting as Priya.', 'Shared, up to date');
  await window.goTo('leads');
  await window.sees('Dana');
});

it('says who is there, and what came in while it was open', async () => {
  const { window, other, meet } = await twoComputers();
  window.menu('share-workspace');
  const panel = window.at('Sharing');
  await panel.sees('Mara', 'this computer', 'Priya', 'Nothing since you opened this workspace.');
  await other.call('leads.create', { attributes: { firstName: 'Quill' } });
  await meet();
  await panel.sees('Priya: 1 change', 'just now');
  await window.goTo('leads');
  await window.sees('Quill');
  await window.call('leads.create', { attributes: { firstName: 'Bo' } });
  await panel.press('Exchange now');
  await panel.sees('Shared, up to date');
  await panel.press('Close');
  await window.misses('Exchange now');
});

it('shows both values that two people entered: keeps one, uses the other of the second, and takes that back', async () => {
  const { window, other, meet } = await twoComputers();
  const [kept, id] = [window.ids.mql as string, window.ids.lead as string];
  await window.call('leads.update', { id: kept, attributes: { city: 'Bath' } });
  await window.call('leads.update', { id, attributes: { phone: '+44 1225 1' } });
  other.clock.now += 60_000;
  await other.call('leads.update', { id: kept, attributes: { city: 'Wells' } });
  await other.call('leads.update', { id, attributes: { phone: '+44 1225 2' } });
  await meet();
  window.menu('share-workspace');
  const panel = window.at('Sharing');
  await panel.sees('Changed on two computers', '+44 1225 2', '+44 1225 1', 'Mara', 'Priya');
  await window.sees('2 changes to review');
  await panel.press('Keep Wells as City');
  await window.sees('City kept: Wells.', '1 change to review');
  await panel.press('Use this value: +44 1225 1 as Phone');
  await window.sees('Phone set to +44 1225 1.');
  await expect.poll(async () => (await window.call('leads.get', { id })).lead.phone).toBe('+44 1225 1');
  await panel.misses('Changed on two computers');
  await window.undo();
  await expect.poll(async () => (await window.call('leads.get', { id })).lead.phone).toBe('+44 1225 2');

  // The history of the lead keeps both, and offers the other one for good.
  await window.goTo('lead', id);
  await window.press('History');
  const history = window.at('History');
  await history.sees('Phone: +44 1225 1 (Mara), replaced by +44 1225 2');
  await history.press('Use this value: +44 1225 1 as Phone');
  await expect.poll(async () => (await window.call('leads.get', { id })).lead.phone).toBe('+44 1225 1');
});

it('names a lead that came back, until the note is hidden', async () => {
  const { window, other, meet } = await twoComputers();
  const id = window.ids.lead as string;
  await other.call('leads.remove', { ids: [id] });
  await window.call('activities.log', { leadIds: [id], typeId: 'call-made' });
  await meet();
  window.menu('share-workspace');
  const panel = window.at('Sharing');
  await panel.sees('Restored leads', 'was deleted by Priya');
  await panel.press(/^Hide the note/);
  await panel.misses('Restored leads');
});

it('says that the folder is not reached, and takes another one', async () => {
  const { window, folder } = await twoComputers();
  window.menu('share-workspace');
  const panel = window.at('Sharing');
  await panel.sees('Shared, up to date');
  const moved = join(aFolder(), 'moved');
  renameSync(folder, moved);
  await panel.press('Exchange now');
  await panel.sees(/Not reached since .*; your work is safe here/);
  window.answers.folder = moved;
  const release = window.hold('sharing.setPlace');
  await panel.press('Choose another folder');
  await panel.sees('Looking…');
  release();
  await panel.sees('Shared, up to date', moved);
});

it('takes another folder also while this one is reached, and while the passphrase is asked for', async () => {
  const { window, other, folder, meet } = await twoComputers();
  window.menu('share-workspace');
  const panel = window.at('Sharing');
  await panel.sees('Shared, up to date');
  const [second, third] = [join(aFolder(), 'second'), join(aFolder(), 'third')];
  cpSync(folder, second, { recursive: true });
  window.answers.folder = second;
  await panel.press('Choose another folder');
  await panel.sees(second);
  window.answers.folder = folder;
  await panel.press('Choose another folder');
  await panel.sees(folder);
  await other.call('sharing.changePassphrase', { passphrase: newWords });
  await meet();
  await panel.sees('Enter the passphrase to resume sharing');
  cpSync(folder, third, { recursive: true });
  window.answers.folder = third;
  await panel.press('Choose another folder');
  await panel.sees(third);
});

it('gets another passphrase here, without which the other computer gets nothing new', async () => {
  const { window, other } = await twoComputers();
  window.menu('share-workspace');
  await window.at('Sharing').press('Change passphrase');
  const dialog = window.at('Change passphrase of the shared workspace');
  await dialog.sees('a lost computer gets nothing new. What it already has, it keeps.');
  await dialog.type('New passphrase', 'short');
  await dialog.type('Repeat new passphrase', 'shore');
  await dialog.press('Change passphrase');
  await dialog.sees('The two passphrases are not the same.');
  await dialog.type('Repeat new passphrase', 'short');
  await dialog.press('Change passphrase');
  await dialog.sees('Use at least 12 characters.');
  await dialog.type('New passphrase', newWords);
  await dialog.type('Repeat new passphrase', newWords);
  await dialog.press('Change passphrase');
  await window.sees('Passphrase changed. Enter the new one on each of the other computers.');
  await window.call('leads.create', { attributes: { firstName: 'Quill' } });
  await window.call('sharing.meet', {});
  const names = async () => (await other.call('leads.list', { search: 'Quill' })).rows.length;
  await other.call('sharing.meet', {});
  expect((await other.call('sharing.get', {})).shared?.state).toBe('needsPassphrase');
  expect(await names()).toBe(0);
  await other.call('sharing.givePassphrase', { passphrase: newWords });
  await other.call('sharing.meet', {});
  expect(await names()).toBe(1);
});

it('asks for the new passphrase as soon as a change comes under it, also before the folder says so', async () => {
  const { window, other, folder } = await twoComputers();
  const file = join(folder, 'workspace.json');
  const before = readFileSync(file);
  await other.call('sharing.changePassphrase', { passphrase: newWords });
  await other.call('leads.create', { attributes: { firstName: 'Quill' } });
  await other.call('sharing.meet', {});
  const after = readFileSync(file);
  writeFileSync(file, before);
  await window.call('sharing.meet', {});
  window.menu('share-workspace');
  const panel = window.at('Sharing');
  await panel.sees('The passphrase was changed on another computer.');
  await panel.type('Passphrase', newWords);
  await panel.press('Resume sharing');
  await panel.sees(/passphrase is not right/);
  writeFileSync(file, after);
  await panel.press('Resume sharing');
  await panel.sees('Shared, up to date');
  await window.goTo('leads');
  await window.sees('Quill');
});

it('names what was not sent before sharing is stopped', async () => {
  const { window, folder } = await twoComputers();
  window.menu('share-workspace');
  const panel = window.at('Sharing');
  await panel.sees('Shared, up to date');
  renameSync(folder, join(aFolder(), 'away'));
  await window.call('leads.create', { attributes: { firstName: 'Bo' } });
  await window.call('leads.create', { attributes: { firstName: 'Cy' } });
  await panel.press('Exchange now');
  await panel.sees(/Not reached since/);
  await panel.press('Stop sharing');
  await window.at('Stop sharing').sees("2 changes haven't been sent and will stay on this computer only.");
});

it('asks for the folder and the passphrase where another profile opens the file', async () => {
  const first = startHost();
  const file = join(first.folder, 'mill.ripen');
  first.lead.newWorkspace = file;
  await first.call('workspaces.create', {});
  const { folder } = await share({ call: first.call, answers: first.lead });
  await first.call('workspaces.close', {});
  const window = await renderScreen(null, null, {
    start: 'none',
    before: async ({ host }) => void (await host.openFile(file)),
  });
  await window.at('Who are you?').press('Not now');
  await window.sees('Choose where to meet to resume sharing');
  window.menu('share-workspace');
  const panel = window.at('Sharing');
  window.answers.folder = aFolder();
  await panel.press('Choose folder');
  await window.sees('No workspace is shared in');
  window.answers.folder = folder;
  await panel.press('Choose folder');
  await window.sees('Enter the passphrase to resume sharing');
  await panel.type('Passphrase', 'four quite unrelated birds');
  await panel.press('Resume sharing');
  await panel.sees(/passphrase is not right/);
  await panel.type('Passphrase', words);
  await panel.press('Resume sharing');
  await panel.sees('Shared, up to date');
});

it('is stopped here, asked first, and the workspace stays', async () => {
  const { window } = await twoComputers();
  window.menu('share-workspace');
  const panel = window.at('Sharing');
  window.answers.save = join(window.folder, 'again.ripen-invite');
  await panel.press('Save invitation');
  await panel.sees('Invitation saved.');
  expect(existsSync(window.answers.save)).toBe(true);
  await panel.press('Stop sharing');
  const question = window.at('Stop sharing');
  await question.sees('The whole workspace stays on this computer');
  await question.press('Keep sharing');
  await panel.press('Stop sharing');
  const release = window.hold('sharing.stop');
  window.refuse('sharing.stop', 'The folder does not answer. Sharing goes on.');
  await window.at('Stop sharing').press('Stop sharing');
  await panel.sees('Stopping…');
  release();
  await window.sees('The folder does not answer. Sharing goes on.');
  await panel.press('Stop sharing');
  await window.at('Stop sharing').press('Stop sharing');
  await window.sees('Sharing stopped on this computer. The workspace stays here.');
  await window.misses('Exchange now', 'Shared, up to date');
  expect((await window.call('sharing.get', {})).shared).toBeNull();
});
