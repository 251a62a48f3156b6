// Backups of the open workspace: list, take, verify, restore, erase in; and a copy saved elsewhere.
import { join } from 'node:path';
import { AppError } from '../../../shared/result.ts';
import { checkHere } from '../../backups/checking.ts';
import { saveCopy } from '../../backups/save-copy.ts';
import type { HostHandlersOfPrefix } from './context.ts';

export const backups: HostHandlersOfPrefix<'backups'> = {
  'backups.list': ({ workspaces }) => {
    const store = workspaces.backups();
    const backups = [...(store?.list() ?? [])];
    return {
      folder: store?.folder ?? null,
      backups,
      damage: workspaces.damage(),
      trouble: workspaces.backupTrouble()?.message ?? null,
      canMend: workspaces.damage() !== null || workspaces.backupTrouble()?.kind === 'damaged',
    };
  },
  'backups.take': async ({ workspaces }) => {
    await workspaces.backUp('asked');
    return {};
  },
  'backups.verify': async ({ workspaces }, { id }) => {
    await workspaces.backups()?.verify(id);
    return {};
  },
  'backups.restore': ({ workspaces }, { id }) => workspaces.restore(id),
  'backups.erase': async ({ cancelled, workspaces }, { jobId }) => {
    const { rewritten, failed } = await workspaces.eraseBackups(jobId, () => cancelled.has(jobId));
    return { rewritten, failed: [...failed] };
  },
  'backups.cancelErase': ({ cancelled }, { jobId }) => {
    cancelled.add(jobId);
    return {};
  },
  'backups.saveCopy': async ({ options, workspaces }) => {
    const open = workspaces.current();
    if (!open) throw new AppError('conflict', 'No workspace is open.');
    const chosen = await options.dialogs.chooseSave(`${open.name()}.ripen`);
    if (chosen !== null) {
      const { checkCopy: check = checkHere, addon } = options;
      await saveCopy(open, chosen, { check, addon, keys: workspaces.keys() });
    }
    return { saved: chosen };
  },
  'backups.showFolder': ({ options, workspaces }) => {
    const store = workspaces.backups();
    const newest = store?.list()[0];
    if (store && newest) options.showFile(join(store.folder, `${newest.id}.ripen`));
    return {};
  },
};
