// Sharing the open workspace, and joining one from another computer.
import { readFileSync, statSync } from 'node:fs';
import type { Input } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/result.ts';
import { saveFile } from '../../jobs/save-file.ts';
import { type Invitation, invitationEnding, invitationText, parseInvitation } from '../../sharing/invitation.ts';
import { openInvited } from '../../sharing/invited-place.ts';
import { joinFrom } from '../../sharing/join.ts';
import { type KnownFolder, type KnownPlace, mayBeLookedFor } from '../../sharing/known-place.ts';
import { tryAddress } from '../../sharing/postgres/try-address.ts';
import type { HostContext, HostHandlersOfPrefix } from './context.ts';

const mostBytes = 100_000;

function readInvitation(path: string): Invitation {
  if (statSync(path).size > mostBytes) throw new AppError('file', "This file isn't a Ripen invitation.");
  return parseInvitation(readFileSync(path, 'utf8'));
}

const folderOf = ({ tokens }: HostContext, token: string): KnownFolder => ({
  kind: 'folder',
  path: tokens.folderOf(token),
});

/** The place that was chosen. Throws an AppError when a database cannot be one; nothing is written there to find out. */
async function chosen(context: HostContext, place: Input<'sharing.start'>['place']): Promise<KnownPlace> {
  if (place.kind === 'folder') return folderOf(context, place.token);
  const address = place.address.trim();
  const tried = await tryAddress(address, place.ca);
  if (!tried.ok) throw new AppError('invalid', tried.sentence, 'address');
  return { kind: 'database', address, ca: place.ca };
}

/** What the owner sees of it before the passphrase is known. */
const shownPlace = (place: Invitation['place']) =>
  place.kind === 'folder' ? { kind: place.kind, name: place.path } : { kind: place.kind, name: 'PostgreSQL database' };

export const sharing: HostHandlersOfPrefix<'sharing'> = {
  'sharing.get': ({ sharing }) => sharing.get(),
  'sharing.chooseFolder': async ({ options, tokens }) => {
    const path = await options.dialogs.chooseFolder();
    return { folder: path === null ? null : { token: tokens.tokenForFolder(path), path } };
  },
  'sharing.start': async (context, { place, passphrase }) => {
    await context.sharing.start(await chosen(context, place), passphrase);
    return {};
  },
  'sharing.cancel': ({ sharing }) => {
    sharing.cancel();
    return {};
  },
  'sharing.saveInvitation': async ({ options, sharing }) => {
    const { name, ...invitation } = await sharing.invitation();
    const path = await options.dialogs.chooseSave(`${name}${invitationEnding}`);
    if (path === null) return { saved: false };
    const target = path.endsWith(invitationEnding) ? path : `${path}${invitationEnding}`;
    await saveFile(target, [invitationText(invitation)]);
    return { saved: true };
  },
  'sharing.openInvitation': async ({ options, sharing, tokens }) => {
    const path = await options.dialogs.chooseInvitation();
    if (path === null) return { invitation: null };
    const { place, workspace, at } = readInvitation(path);
    const found = place.kind === 'database' || (await sharing.isFound(place, workspace));
    return { invitation: { token: tokens.tokenFor(path), place: shownPlace(place), found, at } };
  },
  'sharing.join': async (context, { invitation: token, folder, passphrase }) => {
    const { options, sharing, tokens, workspaces } = context;
    const invitation = readInvitation(tokens.fileOf(token));
    const invited = folder === null ? invitation.place : folderOf(context, folder);
    if (folder === null && invited.kind === 'folder' && !mayBeLookedFor(invited))
      throw new AppError('invalid', 'Choose where the folder is on this computer.', 'folder');
    const place = await openInvited(invited, invitation.workspace, passphrase);
    let file: string | null = null;
    await sharing.join({ workspace: invitation.workspace, place }, passphrase, async there => {
      file = await options.dialogs.chooseNewWorkspace();
      return file === null ? null : joinFrom(there, file, options.addon, invitation.workspace);
    });
    if (file !== null) await workspaces.open(file);
    return { joined: file !== null };
  },
  'sharing.meet': async ({ sharing }) => {
    await sharing.meetNow();
    return {};
  },
  'sharing.givePassphrase': async ({ sharing }, { passphrase }) => {
    await sharing.givePassphrase(passphrase);
    return {};
  },
  'sharing.changePassphrase': async ({ sharing }, { passphrase }) => {
    await sharing.changePassphrase(passphrase);
    return {};
  },
  'sharing.setPlace': async (context, { place }) => {
    await context.sharing.setPlace(await chosen(context, place));
    return {};
  },
  'sharing.stop': async ({ sharing }) => {
    await sharing.stop();
    return {};
  },
};
