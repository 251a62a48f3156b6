// A small firm for pictures of sharing, and sharing its workspace in a folder.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorkspace, makeApp } from '../electron/open-workspace.ts';
import { chooseFile } from '../test/e2e/support/files.ts';
import type { Ripen } from '../test/e2e/support/ripen.ts';
import { ROOT } from './paths.ts';

/** Writes the workspace, of which one of two members works here. */
export async function smallFirm(file: string, now: number): Promise<void> {
  const options = { file, migrationsFolder: join(ROOT, 'migrations'), now: () => now, deviceId: 'screens' };
  createWorkspace(options, { name: 'Joinery' });
  const app = makeApp(options);
  await app.call('members.save', { id: null, name: 'Priya', side: 'sales', archived: false });
  const mara = await app.call('members.save', { id: null, name: 'Mara', side: 'marketing', archived: false });
  if (mara.ok) await app.call('settings.update', { actingAs: (mara.value as { readonly id: string }).id });
  for (const [firstName, company] of [
    ['Dana', 'Holm & Sons'],
    ['Quentin', 'Marsh Fencing'],
  ] as const)
    await app.call('leads.create', { attributes: { firstName, company } });
  app.close();
}

/** Shares the open workspace in a folder beside it. */
export async function shareHere(ripen: Ripen, beside: string): Promise<void> {
  const folder = join(beside, 'OneDrive');
  await mkdir(folder);
  await chooseFile(ripen, folder);
  await ripen.page.evaluate(async () => {
    const chosen = await window.ripen.call('sharing.chooseFolder', {});
    const { folder: found } = (chosen as { value: { folder: { token: string } } }).value;
    const place = { kind: 'folder', token: found.token };
    await window.ripen.call('sharing.start', { place, passphrase: 'four random words here' });
  });
  await ripen.page.getByRole('button', { name: 'Shared, up to date' }).waitFor();
}
