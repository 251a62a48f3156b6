// Sharing a workspace in a folder, and joining one from another computer.
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/result.ts';
import type { Reader, Writer } from '../db/file/handle.ts';
import { stripForOthers, takeStart } from '../db/file/shared-start.ts';
import { sidecarFiles } from '../db/file/wal.ts';
import {
  forgetSharing,
  noteSharingBegun,
  noteSharingDone,
  readSharing,
  sharingBegunIn,
  writeSharing,
} from '../db/tables/packets.ts';
import { readPassphrase } from '../db/tables/passphrase.ts';
import { readSettings } from '../db/tables/workspace.ts';
import { refuseLongName } from '../files/backup-folder.ts';
import { draftBeside } from '../files/drafts.ts';
import { refuseHeldSource, refuseHeldTarget } from '../files/held.ts';
import { startOfTime } from '../sync/clock.ts';
import { rules } from '../sync/rules.ts';
import { newWriterId } from './exchange.ts';
import { startFile, workspaceIn, writeWorkspace } from './folder.ts';

export type Sharer = {
  readonly reader: Reader;
  readonly addon: string | undefined;
  readonly copyTo: (target: string) => Promise<void>;
  readonly write: (work: (db: Writer) => void) => Promise<void>;
};

/** What keeps a workspace from being shared, in a sentence. */
function refusal(reader: Reader): string | null {
  if (readSharing(reader)) return 'This workspace is shared already.';
  if (readPassphrase(reader) !== null)
    return 'This workspace has a passphrase, and what computers exchange has none yet. Remove it first, or go on alone.';
  return readSettings(reader).sample ? 'The sample workspace cannot be shared. Start your own first.' : null;
}

/**
 * What a kill left of sharing, where it began and did not end. Where others can join already it is done; otherwise nobody has joined, and
 * the workspace is as it was. Throws an AppError while the folder is not there, because then nobody knows.
 */
export async function finishSharing({ reader, write }: Sharer, folder: string, noteShared: () => void): Promise<void> {
  const begun = sharingBegunIn(reader);
  if (begun === undefined) return;
  const own = readSharing(reader)?.workspace;
  if ((await workspaceIn(folder)) === own) return write(noteSharingDone);
  if (!existsSync(begun))
    throw new AppError(
      'file',
      `Sharing in ${begun} was cut short, and the folder is not reached now. Your work is safe here; try again when it is back.`,
    );
  const found = await workspaceIn(begun);
  if (found === own) return write(noteSharingDone);
  await write(db => {
    forgetSharing(db);
    noteShared();
  });
  // Of another workspace nothing is touched.
  if (found !== null) return;
  for (const name of [startFile, `${startFile}.part`]) rmSync(join(begun, name), { force: true });
}

/** Shares the open workspace in a folder that all can reach. Everything up to now is what the others begin with; undo stops here. */
export async function shareIn(sharer: Sharer, folder: string, noteShared: () => void): Promise<void> {
  const { reader, addon, copyTo, write } = sharer;
  const begun = sharingBegunIn(reader);
  await finishSharing(sharer, folder, noteShared);
  if (begun === folder && readSharing(reader)) return;
  const why = refusal(reader);
  if (why) throw new AppError('conflict', why);
  if (!existsSync(folder)) throw new AppError('file', `${folder} is not there. Choose a folder that you can reach.`);
  if ((await workspaceIn(folder)) !== null)
    throw new AppError('conflict', 'Another workspace is shared in this folder. Join it, or choose another folder.');
  const start = join(folder, startFile);
  refuseHeldTarget(start);
  if (existsSync(start))
    throw new AppError('file', `There is a file ${startFile} in ${folder} already. Choose another folder.`);
  const workspace = randomUUID();
  const draft = join(folder, `${startFile}.part`);
  await write(db => {
    writeSharing(db, { workspace, writer: newWriterId(), clock: startOfTime });
    noteSharingBegun(db, folder);
    // Before anything else is done: the next step is for the others.
    noteShared();
  });
  try {
    rmSync(draft, { force: true });
    await copyTo(draft);
    stripForOthers(draft, rules.setting?.home?.ids ?? [], addon);
    renameSync(draft, start);
    await writeWorkspace(folder, workspace);
  } catch (error) {
    for (const file of [draft, start]) rmSync(file, { force: true });
    // Nobody has joined: the workspace is as it was.
    await write(forgetSharing);
    throw error;
  }
  await write(noteSharingDone);
}

/** Makes a new file of the workspace that is shared in a folder. Throws an AppError when it cannot, and leaves nothing. */
export async function joinFrom(folder: string, file: string, addon: string | undefined): Promise<void> {
  // What lies beside a file of this name that is gone would be taken for the new one's.
  const there = ['', ...sidecarFiles].map(end => file + end).find(existsSync);
  if (there !== undefined) throw new AppError('file', `A file already exists at ${there}. Choose another name.`);
  refuseHeldTarget(file);
  refuseLongName(file);
  if ((await workspaceIn(folder)) === null)
    throw new AppError('file', `No workspace is shared in ${folder}, or it is not all there yet. Nothing was made.`);
  refuseHeldSource(join(folder, startFile));
  const draft = draftBeside(file);
  try {
    takeStart(join(folder, startFile), draft, newWriterId(), addon);
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
    throw new AppError(
      'file',
      `What is shared in ${folder} is not all there yet, or is damaged. Nothing was made. Try again when the folder is up to date.`,
    );
  }
}
