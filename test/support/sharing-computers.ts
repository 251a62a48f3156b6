// Computers as the program runs on them, each with a profile of its own, that share a workspace in a real folder.
import { join } from 'node:path';
import { expect } from 'vitest';
import type { HostOptions } from '../../electron/desktop/host-options.ts';
import { startHost } from './host.ts';
import { aFolder } from './workspace.ts';

export const passphrase = 'correct horse battery';
export const cheap = { passphraseCost: { n: 2 ** 10 }, meetEveryMs: 50 };
/** A keyring that is there: what it seals, it opens. */
const secrets = {
  seal: (text: string) => Buffer.from(text).reverse().toString('base64'),
  open: (text: string) => Buffer.from(text, 'base64').reverse().toString(),
};

export const computer = (name: string, more: Partial<HostOptions> = {}, profile = aFolder()) =>
  startHost(profile, { ...cheap, secrets, computer: name, ...more });
export type Computer = ReturnType<typeof computer>;

export const stateOf = async ({ call }: Computer) => (await call('sharing.get', {})).shared;
export const namesIn = async ({ call }: Computer) =>
  (await call('leads.list', { search: '', sort: 'name' })).rows.map(({ name }) => name).sort();
export const refusalOf = async ({ raw }: Computer, name: string, input: unknown) => {
  const answer = await raw(name, input);
  return answer.ok ? null : answer.error;
};

/** Ada's computer shares a workspace in a folder, and has saved an invitation. */
export async function shared(more: Partial<HostOptions> = {}, profile = aFolder()) {
  const folder = aFolder();
  const ada = computer('Ada’s laptop', more, profile);
  ada.lead.newWorkspace = join(aFolder(), 'Mill.ripen');
  await ada.call('workspaces.create', {});
  await ada.call('leads.create', { attributes: { firstName: 'Eve' } });
  ada.lead.folder = folder;
  const chosen = await ada.call('sharing.chooseFolder', {});
  await ada.call('sharing.start', { place: { kind: 'folder', token: chosen.folder?.token ?? '' }, passphrase });
  ada.lead.save = join(aFolder(), 'Mill');
  await ada.call('sharing.saveInvitation', {});
  return { folder, ada, file: ada.lead.newWorkspace, invitation: `${ada.lead.save}.ripen-invite` };
}

/** Opens the invitation on a computer without an open workspace. */
export async function invited(to: Computer, invitation: string) {
  to.lead.invitation = invitation;
  const opened = await to.call('sharing.openInvitation', {});
  return { token: opened.invitation?.token ?? '', found: opened.invitation?.found };
}

export async function joined(
  invitation: string,
  name = 'Bo’s laptop',
  more: Partial<HostOptions> = {},
  profile = aFolder(),
) {
  const bo = computer(name, more, profile);
  const { token } = await invited(bo, invitation);
  bo.lead.newWorkspace = join(aFolder(), 'Joined.ripen');
  const answer = await bo.call('sharing.join', { invitation: token, folder: null, passphrase });
  expect(answer).toEqual({ joined: true });
  return bo;
}
