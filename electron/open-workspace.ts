// The main process for one workspace file, without a window: open it, call it, close it.
import { basename } from 'node:path';
import type { BackupReason } from '../shared/backups.ts';
import type { Changed, Progress } from '../shared/contract.ts';
import type { Result } from '../shared/result.ts';
import { AppError } from '../shared/result.ts';
import type { Settings } from '../shared/workspace.ts';
import { toAppError } from './db/file/app-errors.ts';
import { copyAtOnce } from './db/file/copy.ts';
import type { Reader } from './db/file/handle.ts';
import { readMigrations } from './db/file/migrate.ts';
import type { OpenDatabase, OpenOptions } from './db/file/open.ts';
import { createDatabase, openDatabase } from './db/file/open.ts';
import { beginStep, forgetSteps } from './db/journal/journal.ts';
import { identityOf } from './db/tables/criteria.ts';
import { greatestId } from './db/tables/greatest-id.ts';
import { lastPacket, leaveSharing, readSharing } from './db/tables/packets.ts';
import { readPassphrase, writePassphrase } from './db/tables/passphrase.ts';
import { readSettings } from './db/tables/workspace.ts';
import { countryKey } from './domain/countries.ts';
import { parseKeys, type StoredKeys } from './encryption/format.ts';
import type { FileState } from './files/file-state.ts';
import type { FileId } from './files/identity.ts';
import { createIdSource } from './ids.ts';
import { createDispatch, type Dispatch } from './ipc/dispatch.ts';
import { createMutex } from './ipc/mutex.ts';
import type { ImportParser } from './jobs/import-parser/in-process.ts';
import { inProcessParser } from './jobs/import-parser/in-process.ts';
import { inProcessLineParser } from './jobs/line-parser/in-process.ts';
import type { LineParser } from './jobs/line-parser/parsers.ts';
import type { Print } from './jobs/print.ts';
import type { FileOpener } from './services/context.ts';
import { addBuiltInTypes, fillNewWorkspace } from './services/new-workspace.ts';
import { type Exchanged, exchange, knownPackets } from './sharing/exchange.ts';
import { folderPlace } from './sharing/folder.ts';
import { finishSharing, joinFrom, type Sharer, shareIn } from './sharing/join.ts';
import type { MeetingPlace } from './sharing/meeting-place.ts';
import { createOutbox } from './sharing/sharing.ts';
import { createHistoryStore } from './stores/history-store.ts';
import { createLeadLists } from './stores/lead-lists.ts';
import { createScores } from './stores/score-store.ts';

export type AppOptions = {
  /** The workspace file (.ripen). */
  readonly file: string;
  readonly migrationsFolder: string;
  /** UTC ms. */
  readonly now: () => number;
  /** Names this computer in the journal. */
  readonly deviceId: string;
  readonly newId?: () => string;
  readonly addon?: string | undefined;
  readonly emit?: {
    readonly changed: (changed: Changed) => void;
    readonly progress: (progress: Progress) => void;
  };
  /** The owner's locale, such as 'de-AT'; it decides what is usual where a file leaves it open. */
  readonly locale?: string;
  /** Reads files to import; the program gives one that runs in a process of its own. */
  readonly parser?: ImportParser;
  /** Reads log lines; the program gives one that runs in a process of its own. */
  readonly lineParser?: LineParser;
  /** Asks the owner where to save a file of that name; null when they would rather not. */
  readonly saveAs?: (suggested: string) => Promise<string | null>;
  /** Hands a file to the system after asking. */
  readonly openFile?: FileOpener;
  /** Draws a page of ours on paper, as a PDF; only where there is a screen. */
  readonly print?: Print;
  /** Writes a bug to the log and answers the id under which it stands. */
  readonly log?: (error: unknown, name: string) => string;
  /** Keeps a backup: `copy` writes the workspace to the path it is given. Undefined: none are kept. */
  readonly backUp?: ((because: BackupReason, copy: (target: string) => Promise<void>) => Promise<void>) | undefined;
  /** Keeps a backup of an older file before it is brought up to date. */
  readonly beforeUpdate?: ((copy: (target: string) => void) => void) | undefined;
};

export type App = {
  readonly file: string;
  /** Asks the open file, which may show a step half done, or one that is taken back: what outlives the answer reads `between` steps. */
  readonly reader: Reader;
  readonly name: () => string;
  readonly settings: () => Settings;
  /** The same after its file was moved or renamed; its copies have it in common. */
  readonly identity: () => string | null;
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** What had to be done to open it, in sentences for the owner. */
  readonly told: readonly string[];
  /** It was not closed after it was open last. */
  readonly wasCutShort: boolean;
  /** Which file it is, whatever its path leads to by now. */
  readonly fileId: FileId;
  /** Writes a copy of the file to a path, between two steps. */
  readonly copyTo: Dispatch['copyTo'];
  readonly handOver: Dispatch['handOver'];
  /** Runs work that must not meet a step half done, such as a dry run of an import. */
  readonly between: Dispatch['between'];
  /** Whether a step is half done: what is read now may be taken back. */
  readonly isWriting: () => boolean;
  readonly eraseAgain: Dispatch['eraseAgain'];
  /** The keys under its passphrase; null: it has none. */
  readonly storedKeys: () => StoredKeys | null;
  readonly storeKeys: (keys: StoredKeys | null) => Promise<void>;
  /** Whether several computers share it. */
  readonly isShared: () => boolean;
  /** Its part in sharing, and the number of its last own packet; null: it is not shared. */
  readonly sharing: () => { readonly workspace: string; readonly writer: string; readonly last: number } | null;
  /** Of how many packets of each computer this file knows. */
  readonly known: () => Readonly<Record<string, number>>;
  /** Ends sharing on this computer: the workspace stays, whole. */
  readonly stopSharing: () => Promise<void>;
  /** Shares it where all can reach it. */
  readonly share: (place: MeetingPlace, begins?: Parameters<typeof shareIn>[3]) => Promise<void>;
  /** Ends what a kill left of sharing, if it did: it is shared then, or as it was. */
  readonly finishSharing: (place: Parameters<typeof finishSharing>[1]) => Promise<void>;
  /** Meets the others there: sends what was done here, and takes what was done there. */
  readonly exchange: (place: MeetingPlace) => Promise<Exchanged>;
  readonly isOpen: () => boolean;
  /** Whether the file still stands where it was opened. */
  readonly fileState: () => FileState;
  /** Whether it stands anywhere; false: it was deleted. */
  readonly hasName: () => boolean;
  /** Merges the log into the file, between two steps: one that was renamed is whole by itself then. */
  readonly mergeLog: () => Promise<void>;
  /** Writes a copy to a path that must not exist, at once: for the last moment. */
  readonly copyAtOnce: (target: string) => void;
  readonly close: () => void;
};

const openOptions = ({ file, migrationsFolder, addon, beforeUpdate }: AppOptions): OpenOptions => ({
  file,
  migrations: readMigrations(migrationsFolder),
  addon,
  functions: { country_key: countryKey },
  complete: addBuiltInTypes,
  beforeUpdate: beforeUpdate && (connection => beforeUpdate(target => copyAtOnce({ connection, addon }, target))),
});

const silent = { changed: () => undefined, progress: () => undefined };

const plainLog = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Opens an existing workspace. Throws an AppError with a sentence when the file cannot be used. */
export function makeApp(options: AppOptions): App {
  const database = openDatabase(openOptions(options));
  try {
    return appOver(database, options);
  } catch (error) {
    // Left open it would stay locked for everybody, this program included.
    database.close();
    const logId = (options.log ?? plainLog)(error, 'opening');
    throw (
      toAppError(error, options.file) ??
      new AppError(
        'damaged',
        `${options.file} is missing a part that every Ripen file has. It was not changed. (${logId})`,
      )
    );
  }
}

function appOver(database: OpenDatabase, options: AppOptions): App {
  const { writer } = database;
  const scores = createScores(writer, options.now);
  const outbox = createOutbox(writer);
  const dispatch = createDispatch({
    database,
    sharing: outbox,
    file: options.file,
    deviceId: options.deviceId,
    now: options.now,
    newId: options.newId ?? createIdSource(options.now, undefined, greatestId(writer)),
    scores,
    history: createHistoryStore(writer),
    lists: createLeadLists(writer, scores),
    locale: options.locale ?? 'en',
    parser: options.parser ?? inProcessParser,
    lineParser: options.lineParser ?? inProcessLineParser,
    saveAs: options.saveAs,
    openFile: options.openFile,
    print: options.print,
    backUp: options.backUp,
    emit: options.emit ?? silent,
    log: options.log ?? plainLog,
  });
  const { call, copyTo, handOver, eraseAgain, mergeLog, stepOutsideUndo, receive, receiveAndPromote, between } =
    dispatch;
  const meetInTurn = createMutex();
  const sharer: Sharer = {
    reader: writer,
    file: options.file,
    addon: database.addon,
    placeOf: folderPlace,
    copyTo,
    write: stepOutsideUndo,
  };
  return {
    file: options.file,
    reader: writer,
    name: () => readSettings(writer).name,
    settings: () => readSettings(writer),
    identity: () => identityOf(writer),
    told: database.told,
    wasCutShort: database.wasCutShort,
    fileId: database.held.fileId,
    call,
    copyTo,
    handOver,
    between,
    isWriting: () => database.connection.inTransaction,
    eraseAgain,
    storedKeys: () => parseKeys(options.file, readPassphrase(writer)),
    storeKeys: keys => stepOutsideUndo(db => writePassphrase(db, keys && JSON.stringify(keys))),
    isShared: () => readSharing(writer) !== undefined,
    sharing: () => {
      const sharing = readSharing(writer);
      return sharing ? { ...sharing, last: lastPacket(writer, sharing.writer).n } : null;
    },
    known: () => knownPackets(writer),
    stopSharing: () =>
      meetInTurn(async () => {
        await stepOutsideUndo(leaveSharing);
        outbox.noteShared();
        options.emit?.changed({ tables: ['sharing', 'conflict', 'step'] });
      }),
    finishSharing: place => meetInTurn(() => finishSharing(sharer, place, outbox.noteShared)),
    share: (place, begins) =>
      meetInTurn(async () => {
        try {
          await shareIn(sharer, place, outbox.noteShared, begins);
        } finally {
          outbox.noteShared();
          // Undo reaches less far now.
          options.emit?.changed({ tables: ['sharing'] });
        }
      }),
    exchange: place =>
      meetInTurn(async () => {
        await finishSharing(sharer, place, outbox.noteShared);
        const { plan } = outbox;
        return exchange({ reader: writer, plan, now: options.now, between, receive, receiveAndPromote }, place);
      }),
    isOpen: () => database.connection.open,
    fileState: database.fileState,
    hasName: database.held.hasName,
    mergeLog,
    copyAtOnce: target => {
      if (database.connection.inTransaction) database.connection.exec('ROLLBACK');
      copyAtOnce(database, target);
    },
    close: database.close,
  };
}

/** Makes a new file of the workspace that others share in a place. */
export const joinWorkspace = async (options: AppOptions, place: MeetingPlace): Promise<void> =>
  void (await joinFrom(place, options.file, options.addon));

/** Makes a new workspace file with what everybody starts with. Its first step cannot be undone. */
export function createWorkspace(options: AppOptions, settings: Partial<Settings> = {}): void {
  const newId = options.newId ?? createIdSource(options.now);
  createDatabase(openOptions(options), ({ connection, writer }) => {
    connection.transaction(() => {
      beginStep(writer, {
        id: newId(),
        label: 'new workspace',
        at: options.now(),
        deviceId: options.deviceId,
        memberId: null,
      });
      const name = basename(options.file).replace(/\.ripen$/, '');
      fillNewWorkspace(writer, { settings: { name, ...settings }, now: options.now(), newId });
      forgetSteps(writer);
    })();
  });
}
