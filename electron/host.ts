// Answers every call: those about files and windows here, all others by the open workspace. Free of Electron.

import { host as hostContract } from '../shared/contract/workspace.ts';
import type { CallName, Output, Parsed } from '../shared/contract.ts';
import { contract } from '../shared/contract.ts';
import type { Result } from '../shared/result.ts';
import { fail, ok, Refusal } from '../shared/result.ts';
import type { AppOptions } from './app.ts';
import { openDevice } from './device.ts';
import type { HostName } from './features/context.ts';
import { knownLocale, localSettings } from './local-settings.ts';
import { createWorkspaces } from './workspaces.ts';

export type HostOptions = Pick<AppOptions, 'migrationsFolder' | 'now' | 'addon' | 'log' | 'parser'> & {
  /** Where the list of recent files, this computer's id and the sample are kept. */
  readonly folder: string;
  /** The system's locale, such as 'de-AT', for what a new workspace starts with. */
  readonly locale: string;
  readonly dialogs: {
    readonly chooseWorkspace: () => Promise<string | null>;
    readonly chooseNewWorkspace: () => Promise<string | null>;
    readonly chooseImport: () => Promise<string | null>;
    readonly chooseSave: (suggested: string) => Promise<string | null>;
  };
  readonly emit: NonNullable<AppOptions['emit']>;
  readonly onMenu: (state: {
    readonly recent: readonly { readonly file: string; readonly name: string }[];
    readonly undo: string | null;
    readonly redo: string | null;
  }) => void;
};

export type Host = {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly close: () => void;
};

type Answers = { readonly [N in HostName]: (input: Parsed<N>) => Output<N> | Promise<Output<N>> };

const isHostName = (name: string): name is HostName => Object.hasOwn(hostContract, name);

/** Opens the last workspace and answers calls from then on. */
export function createHost(options: HostOptions): Host {
  const device = openDevice(options.folder);
  const locale = knownLocale(options.locale);

  async function showMenu(): Promise<void> {
    const steps = await workspaces.current()?.call('journal.state', {});
    const { undo, redo } = (steps?.ok ? steps.value : { undo: null, redo: null }) as Output<'journal.state'>;
    options.onMenu({ recent: device.state().recent, undo, redo });
  }

  const workspaces = createWorkspaces({
    device,
    userData: options.folder,
    migrationsFolder: options.migrationsFolder,
    now: options.now,
    addon: options.addon,
    log: options.log,
    ...(options.parser ? { parser: options.parser } : {}),
    saveAs: options.dialogs.chooseSave,
    locale,
    localSettings: () => localSettings(locale),
    makeSample: async sample => {
      const { timeZone, firstDayOfWeek } = localSettings(locale);
      const { createSampleWorkspace } = await import('./features/sample/index.ts');
      return createSampleWorkspace(sample, undefined, { timeZone, firstDayOfWeek });
    },
    emit: {
      changed: changed => {
        options.emit.changed(changed);
        void showMenu();
      },
      progress: options.emit.progress,
    },
    switched: () => {
      options.emit.changed({ tables: [], switched: true });
      void showMenu();
    },
  });

  const answers: Answers = {
    'workspaces.state': () => {
      const open = workspaces.current();
      return {
        open: open && { file: open.file, name: open.name() },
        recent: [...device.state().recent],
        problem: workspaces.problem(),
      };
    },
    'workspaces.openSample': async () => {
      await workspaces.openSample();
      return { opened: true };
    },
    'workspaces.create': async () => {
      const file = await options.dialogs.chooseNewWorkspace();
      if (file !== null) workspaces.create(file);
      return { opened: file !== null };
    },
    'workspaces.open': async ({ file }) => {
      const chosen = file ?? (await options.dialogs.chooseWorkspace());
      if (chosen !== null) workspaces.open(chosen);
      return { opened: chosen !== null };
    },
    'files.choose': async () => ({ path: await options.dialogs.chooseImport() }),
  };

  async function answer(name: HostName, input: unknown): Promise<Result<unknown>> {
    const parsed = contract[name as CallName].input.safeParse(input);
    if (!parsed.success) return fail('invalid', 'This is not what Ripen expects here.');
    try {
      return ok(await (answers[name] as (given: unknown) => unknown)(parsed.data));
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.failure };
      throw error;
    }
  }

  workspaces.openLast();
  void showMenu();

  return {
    call: async (name, input) => {
      if (isHostName(name)) return answer(name, input);
      return workspaces.current()?.call(name, input) ?? fail('conflict', 'No workspace is open.');
    },
    close: workspaces.close,
  };
}
