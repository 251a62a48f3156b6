// The program's files without a window: which workspace is open, its backups, and a clock the test sets.
import { openDevice } from '../../electron/desktop/device.ts';
import { createWorkspaces } from '../../electron/desktop/workspace-manager.ts';
import type { WorkspacesOptions } from '../../electron/desktop/workspaces.ts';
import { contentHash } from './content.ts';
import { atTheEnd, migrationsFolder, monday } from './workspace.ts';

/** Starts it with its memory in `userData`; closed after the test. */
export function startWorkspaces(
  userData: string,
  clock: { now: number } = { now: monday },
  more: Partial<WorkspacesOptions> = {},
) {
  const workspaces = createWorkspaces({
    device: openDevice(userData),
    userData,
    migrationsFolder,
    now: () => clock.now,
    localSettings: () => ({}),
    makeSample: async () => undefined,
    switched: () => undefined,
    ...more,
  });
  atTheEnd(() => workspaces.close());
  const app = () => {
    const current = workspaces.current();
    if (!current) throw new Error('No workspace is open.');
    return current;
  };
  return {
    workspaces,
    clock,
    app,
    add: (firstName: string) => app().call('leads.create', { attributes: { firstName } }),
    names: () => app().reader.pluck<string>('SELECT first_name FROM lead ORDER BY first_name'),
    backups: () => workspaces.backups()?.list() ?? [],
    hash: () => contentHash(app().reader),
  };
}
