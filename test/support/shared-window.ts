// A window of a workspace that another computer has joined.
import { join } from 'node:path';
import { expect } from 'vitest';
import { startHost } from './host.ts';
import { type Options, type RenderedScreen, renderScreen } from './render-screen.ts';
import { aFolder } from './workspace.ts';

export const words = 'four quite unrelated words';
type Other = ReturnType<typeof startHost>;

/** Shares the open workspace without the window; answers the folder and the invitation. */
export async function share({ call, answers }: Pick<RenderedScreen, 'call' | 'answers'>) {
  const folder = aFolder();
  const invitation = join(aFolder(), 'Mill.ripen-invite');
  answers.folder = folder;
  answers.save = invitation;
  const chosen = await call('sharing.chooseFolder', {});
  await call('sharing.start', { place: { kind: 'folder', token: chosen.folder?.token ?? '' }, passphrase: words });
  await call('sharing.saveInvitation', {});
  return { folder, invitation };
}

/** Joins on another computer. */
async function joinOn(other: Other, invitation: string): Promise<void> {
  other.lead.invitation = invitation;
  other.lead.newWorkspace = join(other.folder, 'joined.ripen');
  const opened = await other.call('sharing.openInvitation', {});
  const token = opened.invitation?.token ?? '';
  expect(await other.call('sharing.join', { invitation: token, folder: null, passphrase: words })).toEqual({
    joined: true,
  });
}

/** A window of a workspace that another computer has joined; who works here is answered. */
export async function twoComputers(more: Options = {}) {
  let shared = { folder: '', invitation: '' };
  const other = startHost();
  const window = await renderScreen('today', null, {
    ...more,
    before: async main => {
      const mara = await main.call('members.save', { id: null, name: 'Mara', side: 'both', archived: false });
      await main.call('members.save', { id: null, name: 'Priya', side: 'sales', archived: false });
      await main.call('settings.update', { actingAs: mara.id });
      other.clock.now = main.clock.now;
      shared = await share({ call: main.call, answers: main.lead });
      await joinOn(other, shared.invitation);
      const { members } = await other.call('workspace.get', {});
      await other.call('settings.update', { actingAs: members.find(({ name }) => name === 'Priya')?.id ?? null });
      await more.before?.(main);
    },
  });
  const meet = async () => {
    await other.call('sharing.meet', {});
    await window.call('sharing.meet', {});
  };
  return { ...shared, window, other, meet };
}
