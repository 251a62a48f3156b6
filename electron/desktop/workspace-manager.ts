// Which workspace is open: the last one at start, the sample, a new one, another one. One at a time.

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, type Failure } from '../../shared/result.ts';
import { checkHere } from '../backups/checking.ts';
import { mendHere } from '../backups/mending.ts';
import type { Restored } from '../backups/restore.ts';
import { rescueBeforeClosing } from '../backups/save-again.ts';
import { sidecarFiles } from '../db/file/wal.ts';
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
import { createErasing } from './erasing.ts';
import { createFileWatch } from './file-watch.ts';
import { createLockedWorkspaces, type Waiting } from './locked-workspaces.ts';
import { createLockingAtQuit } from './locking-at-quit.ts';
import { createPassphrase } from './passphrase.ts';
import type { Workspaces, WorkspacesOptions } from './workspaces.ts';

export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { device, userData, localSettings, makeSample, switched, checkCopy, mend, passphraseCost, ...shared } = options;
  let current: App | null = null;
  let problem: Failure | null = null;
  /** What became of the one that was closed last. */
  let told: string | null = null;
  const sampleFile = realPath(join(userData, 'sample.ripen'));

  /** The sample can be had again at any time. */
  const isKept = (file: string): boolean => file !== sampleFile;

  const log = (error: unknown, name: string): void => void shared.log?.(error, name);
  const theCurrent = (): App | null => current;
  const locked = createLockedWorkspaces({ ...shared, storeOf: file => keeper.storeOf(file), log });
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
    emit: shared.emit,
    cost: passphraseCost,
  });

  const erasing = createErasing({
    current: theCurrent,
    storeOf: backupsOf,
    app: shared,
    deviceId: () => device.state().deviceId,
    log,
  });

  const optionsFor = (file: string): AppOptions => ({
    ...shared,
    file,
    deviceId: device.state().deviceId,
    emit: {
      changed: what => {
        keeper.noteChange();
        if (isKept(file) && current?.file === file && what.tables.includes('erasure')) erasing.keepBeside(current);
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
    refuseHeldSource(file);
    if (looksEncrypted(file)) {
      // Throws the sentence of one that is damaged.
      readHead(file);
      ask({ file, app: null });
      return;
    }
    const next = makeApp(optionsFor(file));
    if (next.storedKeys() !== null && locked.keysOf(file) === null) ask({ file, app: next });
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
    if (isKept(file)) erasing.eraseSince(next);
    passphrase.follow(next);
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
      device.remember(file, device.nameOf(file));
      problem = error.failure;
      switched();
    }
  }

  /** Closes the open one, which is locked then if it has a passphrase. When its file was deleted under it, a copy of it is written first. */
  function leave(next: string | null, atOnce: boolean): void {
    if (current) {
      const { file } = current;
      const isHere = current.fileState() === 'here';
      const rescued = rescueBeforeClosing(current, userData, log);
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

  const look = createFileWatch(theCurrent, async app => {
    if (isKept(app.file)) await keeper.take('regular', backupsOf(app.file), app.copyTo);
  });

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
      problem = error.failure;
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
    current: theCurrent,
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

  const closeCurrent = (): void => leave(null, false);
  const atQuit = createLockingAtQuit({ locked, passphrase, current: theCurrent, closeCurrent, open, device, switched });

  return {
    ...recovery,
    restore,
    atQuit,
    damage: keeper.damage,
    current: theCurrent,
    backups: () => {
      const file = lastFile();
      return file === null ? null : backupsOf(file);
    },
    backupTrouble: keeper.trouble,
    backUp: keeper.backUp,
    backUpWhenDue: keeper.backUpWhenDue,
    eraseBackups: erasing.eraseBackups,
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
      return waiting && { file: waiting.file, name: device.nameOf(waiting.file), wasLeftOpen: waiting.app !== null };
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
