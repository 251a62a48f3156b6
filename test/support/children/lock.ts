// Run as a process of its own: opens a locked workspace, adds a lead, closes and so locks it, over and over, until killed.
import { writeSync } from 'node:fs';
import { openDevice } from '../../../electron/desktop/device.ts';
import { createWorkspaces } from '../../../electron/desktop/workspace-manager.ts';
import { migrationsFolder } from '../folders.ts';

const [userData = '', passphrase = '', former = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const start = () =>
  createWorkspaces({
    device: openDevice(userData),
    userData,
    migrationsFolder,
    now: Date.now,
    localSettings: () => ({}),
    makeSample: async () => undefined,
    switched: () => undefined,
    passphraseCost: { n: 16 },
  });
for (let n = 0; n < 500; n += 1) {
  const workspaces = start();
  say('opening');
  workspaces.openLast();
  if (workspaces.locked()) await workspaces.unlock(passphrase);
  const result = await workspaces.current()?.call('leads.create', { attributes: { lastName: 'Quillfeather' } });
  if (!result?.ok) throw new Error(workspaces.problem()?.message ?? 'Nothing was added.');
  say('added');
  if (n % 3 === 2) await workspaces.backUp('asked');
  if (former !== '' && n % 4 === 3) await workspaces.passphrase.change(passphrase, passphrase);
  say('closing');
  workspaces.close();
  say('closed');
}
