// Which workspace is open: the last one at start, the sample, a new one, another one. One at a time.

import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { checkHere } from '../backups/checking.ts';
import { eraseBackups } from '../backups/erase-backups.ts';
import { keepErasures, readErasuresFile } from '../backups/erasures-file.ts';
import { mendHere } from '../backups/mending.ts';
import type { Restored } from '../backups/restore.ts';
import { rescue } from '../backups/save-again.ts';
import { sidecarFiles } from '../db/file/wal.ts';
import { knownErasures } from '../db/tables/erasures.ts';
import { writePassphraseTo } from '../db/tables/passphrase.ts';
import { looksEncrypted, readHead } from '../encryption/format.ts';
import { storedKeys } from '../encryption/keys.ts';
import { locationSentence } from '../files/file-state.ts';
import { refuseHeldSource } from '../files/held.ts';
import { fileId, realPath } from '../files/identity.ts';
import type { App, AppOptions } from '../open-workspace.ts';
import { createWorkspace, makeApp } from '../open-workspace.ts';
import { createRecovery } from '../recovery.ts';
import { createBackupKeeper } from './backup-keeper.ts';
import { createLockedWorkspaces, type Waiting } from './locked-workspaces.ts';
import { createPassphrase } from './passphrase.ts';
import type { Workspaces, WorkspacesOptions } from './workspaces.ts';

export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { device, userData, localSettings, makeSample, switched, checkCopy, mend, passphraseCost, ...shared } = options;
  let current: App | null = null;
  let problem: string | null = null;
  /** What became of the one that was closed last. */
  let told: string | null = null;
  const sampleFile = realPath(join(userData, 'sample.ripen'));

  /** The sample can be had again at any time. */
  const isKept = (file: string): boolean => file !== sampleFile;

  const log = (error: unknown, name: string): void => void shared.log?.(error, name);
  const theCurrent = (): App | null => current;
  const locked = createLockedWorkspaces({ addon: shared.addon, storeOf: file => keeper.storeOf(file), log });
  const keeper = createBackupKeeper({
    current: theCurrent,
    isKept,
    keysOf: locked.keysOf,
    addon: shared.addon,
    now: shared.now,
    check: checkCopy ?? checkHere,
  });
  const backupsOf = keeper.storeOf;
  const passphrase = createPassphrase({
    locked,
    current: theCurrent,
    isKept,
    storeOf: backupsOf,
    log,
    cost: passphraseCost,
  });

  const optionsFor = (file: string): AppOptions => ({
    ...shared,
    file,
    deviceId: device.state().deviceId,
    emit: {
      changed: what => {
        keeper.noteChange();
        if (isKept(file) && current?.file === file && what.tables.includes('erasure')) keepBeside(current);
        shared.emit?.changed(what);
      },
      progress: what => shared.emit?.progress(what),
    },
    ...(isKept(file)
      ? {
          backUp: (because, copy) => keeper.take(because, backupsOf(file), copy),
          beforeUpdate: copy => backupsOf(file).takeAtOnce('update', copy),
        }
      : {}),
  });

  /** The one that is open stays open until the other one is. One that is locked waits for its passphrase meanwhile. */
  function open(chosen: string): void {
    // Links are followed: beside a link the log of the file would not be found, and a restore would replace the link.
    const file = realPath(chosen);
    if (current && (current.file === file || current.fileId === fileId(file))) return;
    if (locked.waiting()?.file === file) return;
    locked.finish(file);
    const isKnown = locked.keysOf(file) !== null;
    refuseHeldSource(file);
    if (!isKnown && looksEncrypted(file)) {
      // Throws the sentence of one that is damaged.
      readHead(file);
      ask({ file, app: null });
      return;
    }
    const next = makeApp(optionsFor(file));
    if (!isKnown && next.storedKeys() !== null) ask({ file, app: next });
    else enter(next);
  }

  function ask(waiting: Waiting): void {
    locked.ask(waiting);
    problem = null;
    switched();
  }

  function enter(next: App): void {
    const { file } = next;
    try {
      leave(file, false);
    } catch (error) {
      // Without a file the one that is open is the only copy: it stays open.
      next.close();
      throw error;
    }
    current = next;
    problem = null;
    keeper.opened(next);
    device.remember(file, next.name());
    switched();
    if (isKept(file)) eraseSince(next);
    followPassphrase(next);
  }

  /** What was restored or salvaged may know of another passphrase, or of none. */
  function followPassphrase(app: App): void {
    const keys = locked.keysOf(app.file);
    if (!keys) return;
    const isStored = app.storedKeys()?.keyId === keys.now.id;
    (isStored ? Promise.resolve() : app.storeKeys(storedKeys(keys)))
      .then(passphrase.encryptBackups)
      .catch(error => log(error, 'following the passphrase'));
  }

  async function unlock(text: string): Promise<void> {
    const file = locked.waiting()?.file;
    try {
      const { app } = await locked.unlock(text);
      if (app) enter(app);
      else if (file) open(file);
    } catch (error) {
      // The passphrase was right: what is wrong now is the file, and its backups can be restored.
      if (!(error instanceof AppError) || file === undefined || current || !locked.keysOf(file)) {
        locked.lockAllBut(current?.file ?? null, false);
        throw error;
      }
      locked.cancel();
      device.remember(file, nameOf(file));
      problem = error.failure.message;
      switched();
    }
  }

  const nameOf = (file: string): string =>
    device.state().recent.find(known => known.file === file)?.name ?? basename(file);

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

  /** Closes the open one, which is locked then if it has a passphrase. When its file was deleted under it, a copy of it is written first. */
  function leave(next: string | null, atOnce: boolean): void {
    if (current) {
      const { file } = current;
      const isHere = current.fileState() === 'here';
      const rescued = keepDeleted(current);
      if (rescued !== null) {
        device.remember(rescued, current.name());
        locked.shareKeys(file, rescued);
        locked.forget(file);
      }
      told = rescued && `${file} was deleted while it was open. All of it is kept as ${rescued}.`;
      current.close();
      current = null;
      if (!isHere) locked.leftElsewhere(file);
    }
    locked.lockAllBut(next, atOnce);
  }

  function close(): readonly string[] {
    try {
      locked.cancel();
      leave(null, true);
    } finally {
      current?.close();
      current = null;
      locked.finish();
    }
    return locked.troubles();
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
    if (isKept(app.file)) await keeper.take('regular', backupsOf(app.file), app.copyTo);
  }

  function doNotReopen(): void {
    leave(null, false);
    problem = null;
    device.doNotReopen();
    switched();
  }

  const lastFile = (): string | null =>
    current?.file ?? (problem === null ? null : (device.state().recent[0]?.file ?? null));

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
    prepare: (draft, file) => {
      const keys = locked.keysOf(file);
      if (keys) writePassphraseTo(draft, JSON.stringify(storedKeys(keys)), shared.addon);
    },
    shareKeys: locked.shareKeys,
    wasSetAside: (keptAs, file) => {
      locked.shareKeys(file, keptAs);
      locked.lockAllBut(file, false);
    },
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

  async function restore(id: string): Promise<Restored> {
    const file = lastFile();
    if (file !== null && !locked.keysOf(file) && looksEncrypted(backupsOf(file).pathOf(id))) {
      locked.ask({ file, app: null });
      switched();
      throw new AppError('conflict', 'This backup is locked. Enter the passphrase, then restore it again.');
    }
    return recovery.restore(id);
  }

  return {
    ...recovery,
    restore,
    damage: keeper.damage,
    current: () => current,
    backups: () => {
      const file = lastFile();
      return file === null ? null : backupsOf(file);
    },
    backupTrouble: keeper.trouble,
    backUp: keeper.backUp,
    backUpWhenDue: keeper.backUpWhenDue,
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
    told: () => [told, ...locked.troubles()].filter(sentence => sentence !== null),
    locked: () => {
      const waiting = locked.waiting();
      return waiting && { file: waiting.file, name: nameOf(waiting.file), wasLeftOpen: waiting.app !== null };
    },
    unlock,
    cancelUnlock: () => {
      locked.cancel();
      switched();
    },
    passphrase,
    keys: () => current && locked.keysOf(current.file),
    locationTrouble,
    look,
  };
}
