// Run as a process of its own: changes a workspace and backs it up, over and over, or restores its oldest backup, until killed.
import { writeSync } from 'node:fs';
import { openDevice } from '../../../electron/desktop/device.ts';
import { createWorkspaces } from '../../../electron/desktop/workspace-manager.ts';
import { migrationsFolder } from '../folders.ts';

const [userData = '', what = 'take'] = process.argv.slice(2);
let now = Date.now();
const workspaces = createWorkspaces({
  device: openDevice(userData),
  userData,
  migrationsFolder,
  now: () => now,
  localSettings: () => ({}),
  makeSample: async () => undefined,
  switched: () => undefined,
});
workspaces.openLast();
writeSync(1, 'going\n');
for (let n = 0; n < 500; n += 1) {
  now += 1000;
  await workspaces.current()?.call('leads.create', { attributes: { firstName: `Ada ${n}` } });
  const oldest = workspaces.backups()?.list().at(-1);
  if (what === 'restore' && oldest) await workspaces.restore(oldest.id);
  else await workspaces.backUp('asked');
  writeSync(1, 'done\n');
}
