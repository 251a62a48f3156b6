// Every way to leave the open workspace waits until what follows it, such as its calendar file, is written.
import type { Workspaces } from './workspaces.ts';

type Leaving = 'open' | 'create' | 'openSample' | 'removeSample' | 'doNotReopen' | 'unlock' | 'salvage';

/** `Workspaces` in which everything that may leave the open one takes its time first. */
export type UnhurriedWorkspaces = Omit<Workspaces, Leaving> & {
  readonly [K in Leaving]: (...given: Parameters<Workspaces[K]>) => Promise<Awaited<ReturnType<Workspaces[K]>>>;
};

/** `finish` is awaited before each of them, and takes a limited time. */
export function unhurried(workspaces: Workspaces, finish: () => Promise<void>): UnhurriedWorkspaces {
  const after =
    <A extends readonly unknown[], T>(work: (...given: A) => T | Promise<T>) =>
    async (...given: A): Promise<T> => {
      await finish();
      return work(...given);
    };
  return {
    ...workspaces,
    open: after(workspaces.open),
    create: after(workspaces.create),
    openSample: after(workspaces.openSample),
    removeSample: after(workspaces.removeSample),
    doNotReopen: after(workspaces.doNotReopen),
    unlock: after(workspaces.unlock),
    salvage: after(workspaces.salvage),
  };
}
