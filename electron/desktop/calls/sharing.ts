// Sharing the open workspace, and joining one from another computer.
import { readFileSync, statSync } from 'node:fs';
import { AppError } from '../../../shared/result.ts';
import { saveFile } from '../../jobs/save-file.ts';
import { joinFrom } from '../../sharing/join.ts';
import {
  type Invitation,
  invitationEnding,
  invitationText,
  type KnownPlace,
  mayBeLookedFor,
  parseInvitation,
  placeName,
} from '../../sharing/known-place.ts';
import type { HostContext, HostHandlersOfPrefix } from './context.ts';

const mostBytes = 100_000;

function readInvitation(path: string): Invitation {
  if (statSync(path).size > mostBytes) throw new AppError('file', "This file isn't a Ripen invitation.");
  return parseInvitation(readFileSync(path, 'utf8'));
}

const folderOf = ({ tokens }: HostContext, token: string): KnownPlace => ({
  kind: 'folder',
  path: tokens.folderOf(token),
});

export const sharing: HostHandlersOfPrefix<'sharing'> = {
  'sharing.get': ({ sharing }) => sharing.get(),
  'sharing.chooseFolder': async ({ options, tokens }) => {
    const path = await options.dialogs.chooseFolder();
    return { folder: path === null ? null : { token: tokens.tokenForFolder(path), path } };
  },
  'sharing.start': async (context, { place, passphrase }) => {
    await context.sharing.start(folderOf(context, place.token), passphrase);
    return {};
  },
  'sharing.cancel': ({ sharing }) => {
    sharing.cancel();
    return {};
  },
  'sharing.saveInvitation': async ({ options, sharing }) => {
    const { name, ...invitation } = sharing.invitation();
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
    const found = await sharing.isFound(place, workspace);
    return {
      invitation: { token: tokens.tokenFor(path), place: { kind: place.kind, name: placeName(place) }, found, at },
    };
  },
  'sharing.join': async (context, { invitation: token, folder, passphrase }) => {
    const { options, sharing, tokens, workspaces } = context;
    const invitation = readInvitation(tokens.fileOf(token));
    const place = folder === null ? invitation.place : folderOf(context, folder);
    if (folder === null && !mayBeLookedFor(place))
      throw new AppError('invalid', 'Choose where the folder is on this computer.', 'folder');
    let file: string | null = null;
    await sharing.join({ ...invitation, place }, passphrase, async there => {
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
  'sharing.setFolder': async (context, { folder }) => {
    await context.sharing.setPlace(folderOf(context, folder));
    return {};
  },
  'sharing.stop': async ({ sharing }) => {
    await sharing.stop();
    return {};
  },
};
