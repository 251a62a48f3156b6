// Which workspace is open: the last one at start, the sample, a new one, another one. One at a time.

import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Backup, BackupReason } from '../../shared/backups.ts';
import { dayMs } from '../../shared/dates.ts';
import { AppError } from '../../shared/result.ts';
import { checkHere } from '../backups/checking.ts';
import { eraseBackups } from '../backups/erase-backups.ts';
import { keepErasures, readErasuresFile } from '../backups/erasures-file.ts';
import { mendHere } from '../backups/mending.ts';
import { rescue } from '../backups/save-again.ts';
import { type BackupStore, createBackupStore } from '../backups/store.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { sidecarFiles } from '../db/file/wal.ts';
import { knownErasures } from '../db/tables/erasures.ts';
import { locationSentence, refuseMoved } from '../files/file-state.ts';
import { fileId, realPath } from '../files/identity.ts';
import type { App, AppOptions } from '../open-workspace.ts';
import { createWorkspace, makeApp } from '../open-workspace.ts';
import { createRecovery } from '../recovery.ts';
import type { Workspaces, WorkspacesOptions } from './workspaces.ts';

const backUpEveryMs = 30 * 60_000;
/** How long a file may go without being looked through, page by page. */
const checkEveryMs = 7 * dayMs;

const damageSentence = (broken: readonly string[]): string | null =>
  broken.length === 0
    ? null
    : `Some entries no longer fit together (it does not hold that ${broken.join('; that ')}). Nothing is lost: repair the workspace, or restore a backup from before.`;

/** Whether a file was written after a backup of it was taken; closing it writes, so a little is allowed. */
function changedSince(file: string, backup: Backup | undefined): boolean {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return !backup || written > backup.takenAt + 60_000;
}

export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { device, userData, localSettings, makeSample, switched, checkCopy, mend, ...shared } = options;
  let current: App | null = null;
  let problem: string | null = null;
  /** Something has changed since the last backup. */
  let changed = false;
  let backupTrouble: string | null = null;
  let damage: string | null = null;
  /** What became of the one that was closed last. */
  let told: string | null = null;
  /** The file is to be looked through though nothing has changed: its last run was cut short, or a week has passed. */
  let checkDue = false;
  const sampleFile = realPath(join(userData, 'sample.ripen'));

  const storeOf = (file: string): BackupStore =>
    createBackupStore({ file, addon: shared.addon, now: shared.now, check: checkCopy ?? checkHere });

  /** The store of the open file; made once per file, because it takes one backup after the other. */
  let stored: { readonly file: string; readonly store: BackupStore } | null = null;
  const backupsOf = (file: string): BackupStore => {
    if (stored?.file !== file) stored = { file, store: storeOf(file) };
    return stored.store;
  };

  /** The sample can be had again at any time. */
  const isKept = (file: string): boolean => file !== sampleFile;

  const optionsFor = (file: string): AppOptions => ({
    ...shared,
    file,
    deviceId: device.state().deviceId,
    emit: {
      changed: what => {
        changed = true;
        if (isKept(file) && current?.file === file && what.tables.includes('erasure')) keepBeside(current);
        shared.emit?.changed(what);
      },
      progress: what => shared.emit?.progress(what),
    },
    ...(isKept(file)
      ? {
          backUp: (because, copy) => take(because, backupsOf(file), copy),
          beforeUpdate: copy => backupsOf(file).takeAtOnce('update', copy),
        }
      : {}),
  });

  async function take(
    because: BackupReason,
    store: BackupStore,
    copy: (target: string) => Promise<void>,
  ): Promise<void> {
    const before = changed;
    changed = false;
    try {
      // With the folder gone, one would be made anew where nobody looks for it.
      if (current && !existsSync(dirname(current.file))) refuseMoved(current.file, current.fileState());
      const { broken } = await store.take(because, copy);
      backupTrouble = null;
      damage = damageSentence(broken);
      checkDue = false;
    } catch (error) {
      changed = before;
      backupTrouble = toAppError(error, store.folder)?.failure.message ?? 'Something went wrong in Ripen.';
      throw error;
    }
  }

  /** The one that is open stays open until the other one is. */
  function open(chosen: string): void {
    // Links are followed: beside a link the log of the file would not be found, and a restore would replace the link.
    const file = realPath(chosen);
    if (current && (current.file === file || current.fileId === fileId(file))) return;
    const next = makeApp(optionsFor(file));
    try {
      leave();
    } catch (error) {
      // Without a file the one that is open is the only copy: it stays open.
      next.close();
      throw error;
    }
    current = next;
    problem = null;
    backupTrouble = null;
    damage = null;
    const [newest] = isKept(file) ? backupsOf(file).list() : [];
    changed = isKept(file) && changedSince(file, newest);
    checkDue = next.wasCutShort || (newest !== undefined && options.now() - newest.takenAt > checkEveryMs);
    device.remember(file, next.name());
    switched();
    if (isKept(file)) eraseSince(next);
  }

  /** The erasure is done by now: a list that cannot be written is written at the next opening. */
  function keepBeside(app: App): void {
    try {
      keepErasures(app.file, knownErasures(app.reader));
    } catch (error) {
      shared.log?.(error, 'keeping the erasures');
    }
  }

  /** A file from before an erasure, such as a backup that was restored, still holds whoever was erased since. */
  function eraseSince(app: App): void {
    keepBeside(app);
    app.eraseAgain(readErasuresFile(app.file)).catch(error => shared.log?.(error, 'erasing again'));
  }

  function keepDeleted(app: App): string | null {
    try {
      return rescue(app, userData);
    } catch (error) {
      shared.log?.(error, 'keeping a deleted workspace');
      throw new AppError(
        'file',
        `${app.file} was deleted while it was open, and a copy of it could not be written. It stays open; free up space on the disk and try again.`,
      );
    }
  }

  /** Closes the open one. When its file was deleted under it, a copy of it is written first, which can fail. */
  function leave(): void {
    if (!current) return;
    const { file } = current;
    const rescued = keepDeleted(current);
    if (rescued !== null) device.remember(rescued, current.name());
    told = rescued && `${file} was deleted while it was open. All of it is kept as ${rescued}.`;
    current.close();
    current = null;
  }

  function close(): void {
    try {
      leave();
    } finally {
      current?.close();
      current = null;
    }
  }

  const locationTrouble = (): string | null => current && locationSentence(current.file, current.fileState());

  /** The file of which it is known that it stands in its place no more. */
  let moved: App | null = null;
  async function look(): Promise<void> {
    const app = current;
    if (!app?.isOpen() || app.fileState() === 'here') {
      moved = null;
      return;
    }
    if (moved === app) return;
    moved = app;
    // Renamed, the file is whole by itself then; deleted, the backup is all that outlives this process.
    await app.mergeLog();
    if (isKept(app.file)) await take('regular', backupsOf(app.file), app.copyTo);
  }

  function doNotReopen(): void {
    leave();
    problem = null;
    device.doNotReopen();
    switched();
  }

  const lastFile = (): string | null =>
    current?.file ?? (problem === null ? null : (device.state().recent[0]?.file ?? null));

  async function backUp(because: BackupReason): Promise<void> {
    if (!current || !isKept(current.file)) return;
    await take(because, backupsOf(current.file), current.copyTo);
  }

  /** What cannot be opened is told as the last file's problem. */
  function tryToOpen(file: string): void {
    try {
      open(file);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      problem = error.failure.message;
    }
  }

  const recovery = createRecovery({
    current: () => current,
    lastFile,
    open,
    tryToOpen,
    forgetClosed: () => {
      if (current?.isOpen() === false) current = null;
    },
    backupsOf,
    check: checkCopy ?? checkHere,
    mend: mend ?? mendHere,
    addon: shared.addon,
    migrationsFolder: shared.migrationsFolder,
    now: shared.now,
  });

  return {
    ...recovery,
    damage: () => damage,
    current: () => current,
    backups: () => {
      const file = lastFile();
      return file === null ? null : backupsOf(file);
    },
    backupTrouble: () => backupTrouble,
    backUp,
    backUpWhenDue: async () => {
      if (!current || !(changed || checkDue) || !isKept(current.file)) return;
      if (checkDue) return backUp('regular');
      const last = backupsOf(current.file).list()[0];
      if (!last || options.now() - last.takenAt >= backUpEveryMs || last.takenAt > options.now())
        await backUp('regular');
    },
    eraseBackups: async (jobId, isCancelled) => {
      if (!current) throw new AppError('conflict', 'No workspace is open.');
      const { emit, ...app } = { ...shared, deviceId: device.state().deviceId };
      return eraseBackups({
        store: backupsOf(current.file),
        known: knownErasures(current.reader),
        app,
        progress: (done, total) => emit?.progress({ jobId, phase: 'backups', done, total }),
        isCancelled,
      });
    },
    problem: () => problem,
    open,
    openLast: () => {
      const { recent, reopen } = device.state();
      const last = recent[0];
      if (!last || !reopen) return;
      tryToOpen(last.file);
    },
    create: file => {
      const named = file.endsWith('.ripen') ? file : `${file}.ripen`;
      createWorkspace(optionsFor(named), localSettings());
      open(named);
    },
    openSample: async () => {
      if (!existsSync(sampleFile)) await makeSample(optionsFor(sampleFile));
      open(sampleFile);
    },
    removeSample: () => {
      if (current?.file === sampleFile) doNotReopen();
      for (const end of [...sidecarFiles, '']) rmSync(`${sampleFile}${end}`, { force: true });
      device.forget(sampleFile);
      switched();
    },
    doNotReopen,
    close,
    told: () => told,
    locationTrouble,
    look,
  };
}
