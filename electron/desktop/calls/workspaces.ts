// Which workspace is open: open, create, close, the sample; repair, salvage, save again.
import { AppError } from '../../../shared/result.ts';
import type { HostHandlersOfPrefix } from './context.ts';

export const workspaces: HostHandlersOfPrefix<'workspaces'> = {
  'workspaces.state': ({ device, workspaces }) => {
    const open = workspaces.current();
    return {
      open: open && { file: open.file, name: open.name() },
      recent: [...device.state().recent],
      problem: workspaces.problem()?.message ?? null,
      canMend: workspaces.problem()?.kind === 'damaged',
      moved: workspaces.locationTrouble(),
      locked: workspaces.locked(),
      locking: workspaces.atQuit.locking(),
      told: [...(open?.told ?? []), ...workspaces.told()],
    };
  },
  'workspaces.openSample': async ({ workspaces }) => {
    await workspaces.openSample();
    return { opened: true };
  },
  'workspaces.removeSample': async ({ workspaces }) => {
    await workspaces.removeSample();
    return {};
  },
  'workspaces.close': async ({ workspaces }) => {
    await workspaces.doNotReopen();
    return {};
  },
  'workspaces.forget': ({ device, showMenu }, { file }) => {
    device.forget(file);
    void showMenu();
    return {};
  },
  'workspaces.showFile': ({ options, workspaces }) => {
    const file = workspaces.current()?.file;
    if (file) options.showFile(file);
    return {};
  },
  'workspaces.create': async ({ options, workspaces }) => {
    const file = await options.dialogs.chooseNewWorkspace();
    if (file !== null) await workspaces.create(file);
    return { opened: file !== null };
  },
  'workspaces.open': async ({ device, options, workspaces }, { file }) => {
    // The page may name what the owner opened before, and nothing else.
    if (file !== null && !device.state().recent.some(known => known.file === file)) {
      throw new AppError('not-found', 'This file was not opened here before. Choose it with Open.');
    }
    const chosen = file ?? (await options.dialogs.chooseWorkspace());
    if (chosen !== null) await workspaces.open(chosen);
    return { opened: chosen !== null };
  },
  'workspaces.unlock': async ({ workspaces }, { passphrase }) => {
    await workspaces.unlock(passphrase);
    return {};
  },
  'workspaces.cancelUnlock': ({ workspaces }) => {
    workspaces.cancelUnlock();
    return {};
  },
  'workspaces.cancelLock': ({ workspaces }) => {
    workspaces.atQuit.cancel();
    return {};
  },
  'workspaces.repair': async ({ workspaces }) => {
    const { done, keptAs } = await workspaces.repair();
    return { done: [...done], keptAs };
  },
  'workspaces.salvage': async ({ workspaces }) => {
    const { file, salvaged } = await workspaces.salvage();
    const { rows, unread, rejected } = salvaged;
    const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
    return { file, rows: all, leads: rows.lead ?? 0, unread, rejected };
  },
  'workspaces.saveAgain': ({ workspaces }) => workspaces.saveAgain(),
};
