// The whole main process but for Electron: every call as the page makes it, with the answers a person gives in dialogs.
import type { HostOptions } from '../../electron/desktop/host-options.ts';
import type { SystemNotice } from '../../electron/desktop/reminders.ts';
import { createHost } from '../../electron/desktop/session.ts';
import type { CallName, Input, Output } from '../../shared/contract.ts';
import { contract } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import { aFolder, atTheEnd, migrationsFolder, monday } from './workspace.ts';

type Answers = {
  workspace: string | null;
  newWorkspace: string | null;
  imports: readonly string[];
  criteria: string | null;
  files: readonly string[];
  mayOpenFiles: boolean;
  folder: string | null;
  invitation: string | null;
  save: string | null;
  mayOpenLinks: boolean;
};

/** Starts it with its memory in `folder`; closed after the test. */
export function startHost(folder: string = aFolder(), more: Partial<HostOptions> = {}) {
  const lead: Answers = {
    workspace: null,
    newWorkspace: null,
    imports: [],
    criteria: null,
    files: [],
    mayOpenFiles: true,
    folder: null,
    invitation: null,
    save: null,
    mayOpenLinks: true,
  };
  const opened: string[] = [];
  const openedFiles: { name: string; path: string }[] = [];
  const clock = { now: monday };
  /** Notifications that were shown, leads that a click on one opened, and whether closing keeps Ripen in the tray. */
  const seen = {
    notices: [] as SystemNotice[],
    onScreen: [] as SystemNotice[],
    leads: [] as (string | null)[],
    tray: false,
    shown: [] as string[],
  };
  const host = createHost({
    folder,
    migrationsFolder,
    now: () => clock.now,
    locale: 'en-GB',
    version: 'test',
    dialogs: {
      chooseWorkspace: async () => lead.workspace,
      chooseNewWorkspace: async () => lead.newWorkspace,
      chooseImport: async () => lead.imports,
      chooseCriteria: async () => lead.criteria,
      chooseFiles: async () => lead.files,
      openFile: async ({ name, path }) => {
        if (lead.mayOpenFiles) openedFiles.push({ name, path: await path() });
        return lead.mayOpenFiles;
      },
      chooseFolder: async () => lead.folder,
      chooseInvitation: async () => lead.invitation,
      chooseSave: async () => lead.save,
      openLink: async link => {
        if (lead.mayOpenLinks) opened.push(link);
        return lead.mayOpenLinks;
      },
    },
    showFile: file => void seen.shown.push(file),
    notifier: {
      supported: () => true,
      show: notice => {
        seen.notices.push(notice);
        seen.onScreen.push(notice);
        return () => {
          seen.onScreen = seen.onScreen.filter(one => one !== notice);
        };
      },
    },
    openLead: leadId => void seen.leads.push(leadId),
    keepInTray: on => {
      seen.tray = on;
    },
    fullScreen: () => false,
    onSettled: () => undefined,
    emit: { changed: () => undefined, progress: () => undefined },
    onMenu: () => undefined,
    log: error => String(error),
    // A lock that is cheap to try: what it costs by default is measured in test/encryption.
    passphraseCost: { n: 2 ** 10 },
    ...more,
  });
  atTheEnd(host.close);
  return {
    host,
    folder,
    lead,
    opened,
    openedFiles,
    clock,
    seen,
    /** Calls and expects success; the answer is checked against the contract. */
    call: async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
      const result = await host.call(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return contract[name].output.parse(result.value) as Output<N>;
    },
    /** Calls with whatever a page that was taken over may send. */
    raw: (name: string, input: unknown): Promise<Result<unknown>> => host.call(name, input),
  };
}
