// What the session is given by the program it runs in: folders, dialogs, windows, other processes.
import type { Settings } from '../../shared/workspace.ts';
import type { CopyChecker } from '../backups/checking.ts';
import type { Mender } from '../backups/mending.ts';
import type { Cost } from '../encryption/keys.ts';
import type { AppOptions } from '../open-workspace.ts';
import type { FolderMaker } from '../sharing/known-place.ts';
import type { PageState } from './quit-guard.ts';
import type { Notifier } from './reminders.ts';
import type { ReportSources } from './report-sources.ts';
import type { Secrets } from './sharing-memory.ts';

export type HostOptions = Pick<
  AppOptions,
  'migrationsFolder' | 'now' | 'addon' | 'log' | 'parser' | 'lineParser' | 'print'
> & {
  /** Where the list of recent files, this computer's id and the sample are kept. */
  readonly folder: string;
  /** The system's locale, such as 'de-AT', for what a new workspace starts with. */
  readonly locale: string;
  readonly dialogs: {
    readonly chooseWorkspace: () => Promise<string | null>;
    readonly chooseNewWorkspace: () => Promise<string | null>;
    readonly chooseImport: () => Promise<readonly string[]>;
    readonly chooseCriteria: () => Promise<string | null>;
    /** Files for a lead. */
    readonly chooseFiles: () => Promise<readonly string[]>;
    /** Names the file, asks, and hands what `path` answers to the system. */
    readonly openFile: (file: { name: string; detail: string; path: () => Promise<string> }) => Promise<boolean>;
    /** A folder, to meet others in. */
    readonly chooseFolder: () => Promise<string | null>;
    readonly chooseInvitation: () => Promise<string | null>;
    readonly chooseSave: (suggested: string) => Promise<string | null>;
    /** Shows where a link leads, asks, and opens it; false: the owner would rather not. */
    readonly openLink: (link: string) => Promise<boolean>;
  };
  /** Checks a backup; default: in this process. */
  readonly checkCopy?: CopyChecker | undefined;
  /** Repairs and salvages; default: in this process. */
  readonly mend?: Mender | undefined;
  /** Of deriving a key from a passphrase; for tests. */
  readonly passphraseCost?: Cost | undefined;
  /** What the system keeps secret for this user; default: nothing. */
  readonly secrets?: Secrets | undefined;
  /** Makes the folders where computers meet; default: in this process. */
  readonly folderOf?: FolderMaker | undefined;
  /** As this computer is called; default: as the system says. */
  readonly computer?: string | undefined;
  /** Ms between two meetings; for tests. */
  readonly meetEveryMs?: number | undefined;
  readonly version: string;
  /** License notices of everything that ships. */
  readonly licenses?: (() => string) | undefined;
  /** What a problem report is made from; default: nothing. */
  readonly reportSources?: (() => ReportSources) | undefined;
  /** Shows a file of ours in the system's file manager. */
  readonly showFile: (file: string) => void;
  /** Fills the screen with the window, or gives it its frame back; answers how it was. */
  readonly fullScreen: (on: boolean) => boolean;
  readonly notifier: Notifier;
  /** Brings the window to the front, at a lead or at Today. */
  readonly openLead: (leadId: string | null) => void;
  /** Whether closing the window leaves Ripen in the tray. */
  readonly keepInTray: (on: boolean) => void;
  /** The page has saved what it could; see `QuitGuard`. */
  readonly onSettled: (pageState: PageState) => void;
  readonly emit: NonNullable<AppOptions['emit']>;
  readonly onMenu: (state: HostMenu) => void;
};

/** What the menu bar shows of the state of things. */
export type HostMenu = {
  readonly open: boolean;
  readonly recent: readonly { readonly file: string; readonly name: string }[];
  readonly undo: string | null;
  readonly redo: string | null;
  readonly appearance: Settings['appearance'];
};
