// What a handler is given: the database it may use, the clock, the workspace's settings and zone, and the scores.

import type { BackupReason } from '../../shared/backups.ts';
import type { host } from '../../shared/contract/workspace.ts';
import type {
  CallName,
  Changed,
  CommandName,
  Contract,
  Output,
  Parsed,
  ProcedureName,
  Progress,
  QueryName,
} from '../../shared/contract.ts';
import type { Settings } from '../../shared/workspace.ts';
import type { Reader, Writer } from '../db/file/handle.ts';
import type { Zone } from '../domain/zone.ts';
import type { ImportParser } from '../jobs/import-parser/in-process.ts';
import type { LineParser } from '../jobs/line-parser/parsers.ts';
import type { Print } from '../jobs/print.ts';
import type { HistoryStore } from '../stores/history-store.ts';
import type { LeadLists } from '../stores/lead-lists.ts';
import type { Scores } from '../stores/score-store.ts';

/** `path`: where it lies, or where a copy of it was put in the folder given, which is emptied when Ripen closes. */
export type FileOpener = (file: {
  readonly name: string;
  readonly detail: string;
  readonly path: (folder: string) => Promise<string>;
}) => Promise<boolean>;

export type QueryContext = {
  readonly db: Reader;
  /** UTC ms: one moment for the whole call. */
  readonly now: number;
  readonly settings: Settings;
  readonly zone: Zone;
  /** Today in the workspace's zone. */
  readonly today: string;
  readonly scores: Scores;
  readonly history: HistoryStore;
  readonly lists: LeadLists;
  readonly file: string;
  /** The owner's locale, such as 'de-AT', and the country of the workspace, 'AT'. */
  readonly locale: string;
  readonly country: string | null;
  readonly parser: ImportParser;
  readonly lineParser: LineParser;
  /** Tells how far long work is, a long query too. */
  readonly progress: (progress: Progress) => void;
};

export type CommandContext = Omit<QueryContext, 'db'> & {
  readonly db: Writer;
  readonly newId: () => string;
};

/** Long work: its own transactions as steps, with progress and a way to stop. */
export type ProcedureContext = QueryContext & {
  /** Undoes or redoes one step; null when there is none. `only`: refuses unless the step of that id is the next. */
  readonly undoOrRedo: (direction: 'undo' | 'redo', only?: string) => Promise<{ readonly label: string } | null>;
  /**
   * Runs `work` as one step in one transaction, during which the event loop keeps turning: `work` awaits `yieldToEventLoop` often.
   * Throwing takes everything back. `rows`: about how many it will change, if they may be many; it is written another way then.
   */
  readonly longStep: <T>(
    label: string,
    work: (
      context: CommandContext & {
        readonly yieldToEventLoop: () => Promise<void>;
        readonly beginBatch: (batchId: string) => void;
      },
    ) => Promise<T>,
    rows?: number,
  ) => Promise<T>;
  /**
   * Runs `work` in one transaction of which the journal keeps nothing, then overwrites what was deleted and still stands between
   * the rows of the file. It can never be undone. `watch`: hears how far that is, and may stop it; `wiped` says whether it came to
   * its end. What is left is done when the file is opened next. `rows` is as in `longStep`.
   */
  readonly unrecordedStep: <T>(
    work: (context: CommandContext & { readonly yieldToEventLoop: () => Promise<void> }) => Promise<T>,
    watch?: {
      readonly progress?: (done: number, total: number) => void;
      readonly isStopped?: () => boolean;
    },
    rows?: number,
  ) => Promise<{ readonly value: T; readonly wiped: boolean }>;
  /** Runs work that must not meet a step half done, nor the dry run of an import. It must not begin a step itself. */
  readonly between: <T>(work: () => Promise<T>) => Promise<T>;
  /** Keeps a backup of the file as it is now, before something big happens to it. */
  readonly backUp: (because: BackupReason) => Promise<void>;
  /** Asks the owner where to save a file; the window itself never names a place to write to. Null: nowhere. */
  readonly saveAs: (suggested: string) => Promise<string | null>;
  /** Asks by name whether a file may be handed to the system, and hands over what `path` answers. False: the owner would rather not. */
  readonly openFile: FileOpener;
  readonly print: Print;
  /** Throws the sentence for a stopped job once its job id was canceled. */
  readonly isCancelled: (jobId: string) => boolean;
  readonly cancel: (jobId: string) => void;
};

type ContextOf<N extends CallName> = Contract[N]['kind'] extends 'query'
  ? QueryContext
  : Contract[N]['kind'] extends 'command'
    ? CommandContext
    : ProcedureContext;

export type HostName = keyof typeof host;
export type WorkspaceCall = Exclude<CallName, HostName>;

/** A command answers at once, inside its transaction; queries and procedures may take their time. */
export type Handler<N extends CallName> = (
  context: ContextOf<N>,
  input: Parsed<N>,
) => Contract[N]['kind'] extends 'command' ? Output<N> : Output<N> | Promise<Output<N>>;

export type Handlers<N extends CallName> = { readonly [K in N]: Handler<K> };
export type HandlersOfPrefix<P extends string> = Handlers<Extract<WorkspaceCall, `${P}.${string}`>>;
export type { Changed, CommandName, ProcedureName, QueryName };
