// The passphrase of the open workspace.
import type { HostHandlersOfPrefix } from './context.ts';

export const passphrase: HostHandlersOfPrefix<'passphrase'> = {
  'passphrase.get': ({ workspaces }) => workspaces.passphrase.state(),
  'passphrase.set': async ({ workspaces }, { passphrase }) => ({
    recoveryKey: await workspaces.passphrase.set(passphrase),
  }),
  'passphrase.change': async ({ workspaces }, { former, passphrase }) => ({
    recoveryKey: await workspaces.passphrase.change(former, passphrase),
  }),
  'passphrase.remove': async ({ workspaces }, { passphrase }) => ({
    removed: await workspaces.passphrase.remove(passphrase),
  }),
  'passphrase.cancelRemove': ({ workspaces }) => {
    workspaces.passphrase.cancelRemove();
    return {};
  },
};
