// Sharing a workspace where computers meet, and joining one from another computer.
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { AppError } from '../../shared/result.ts';
import type { Reader, Writer } from '../db/file/handle.ts';
import { beginAs, stripForOthers } from '../db/file/shared-start.ts';
import { sidecarFiles } from '../db/file/wal.ts';
import {
  forgetSharing,
  noteSharingBegun,
  noteSharingDone,
  readSharing,
  sharingBegunIn,
  writeSharing,
} from '../db/tables/packets.ts';
import { readSettings } from '../db/tables/workspace.ts';
import { refuseLongName } from '../files/backup-folder.ts';
import { draftBeside } from '../files/drafts.ts';
import { refuseHeldTarget } from '../files/held.ts';
import { startOfTime } from '../sync/clock.ts';
import { rules } from '../sync/rules.ts';
import { Refused } from '../sync/segment.ts';
import { newWriterId } from './exchange.ts';
import type { MeetingPlace } from './meeting-place.ts';

export type Sharer = {
  readonly reader: Reader;
  readonly file: string;
  /** The place of an id: where sharing began before a kill may be another one than is given now. */
  readonly placeOf: (id: string) => Pick<MeetingPlace, 'name' | 'isReached' | 'workspace' | 'dropStart'>;
  readonly addon: string | undefined;
  readonly copyTo: (target: string) => Promise<void>;
  readonly write: (work: (db: Writer) => void) => Promise<void>;
};

/** What keeps a workspace from being shared, in a sentence. */
function refusal(reader: Reader): string | null {
  if (readSharing(reader)) return 'This workspace is shared already.';
  return readSettings(reader).sample ? 'The sample workspace cannot be shared. Start your own first.' : null;
}

/**
 * What a kill left of sharing, where it began and did not end. Where others can join already it is done; otherwise nobody has joined, and
 * the workspace is as it was. Throws an AppError while the place is not reached, because then nobody knows.
 */
export async function finishSharing(
  sharer: Sharer,
  place: ReturnType<Sharer['placeOf']> & Pick<MeetingPlace, 'id'>,
  noteShared: () => void,
): Promise<void> {
  const { reader, write, placeOf } = sharer;
  const begun = sharingBegunIn(reader);
  if (begun === undefined) return;
  const own = readSharing(reader)?.workspace;
  if ((await place.workspace(own)) === own) return write(noteSharingDone);
  const there = begun === place.id ? place : placeOf(begun);
  if (!(await there.isReached()))
    throw new AppError(
      'file',
      `Sharing in ${there.name} was cut short, and it is not reached now. Your work is safe here; try again when it is back.`,
    );
  const found = await there.workspace(own);
  if (found === own) return write(noteSharingDone);
  await write(db => {
    forgetSharing(db);
    noteShared();
  });
  // Of another workspace nothing is touched.
  if (found === null && own !== undefined) await there.dropStart(own);
}

/** The file as others know it. */
export type SharedFile = { readonly workspace: string; readonly writer: string };

/**
 * Shares the open workspace where all can reach it. Everything up to now is what the others begin with; undo stops here. `begins`: what
 * must be known of it after a kill, before anything of it is written.
 */
export async function shareIn(
  sharer: Sharer,
  place: MeetingPlace,
  noteShared: () => void,
  begins: (file: SharedFile) => void = () => undefined,
): Promise<void> {
  const { reader, file, addon, copyTo, write } = sharer;
  const begun = sharingBegunIn(reader);
  await finishSharing(sharer, place, noteShared);
  if (begun === place.id && readSharing(reader)) return;
  const why = refusal(reader);
  if (why) throw new AppError('conflict', why);
  await place.requireFree();
  const workspace = randomUUID();
  const writer = newWriterId();
  const draft = draftBeside(file);
  begins({ workspace, writer });
  await write(db => {
    writeSharing(db, { workspace, writer, clock: startOfTime });
    noteSharingBegun(db, place.id);
    // Before anything else is done: the next step is for the others.
    noteShared();
  });
  try {
    await copyTo(draft);
    stripForOthers(draft, rules.setting?.home?.ids ?? [], addon);
    await place.putStart(workspace, { size: statSync(draft).size, chunks: createReadStream(draft) });
    await place.writeWorkspace(workspace);
  } catch (error) {
    // Nobody has joined: the workspace is as it was. What cannot be removed there is of no workspace.
    await place.dropStart(workspace).catch(() => undefined);
    await write(forgetSharing);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  await write(noteSharingDone);
}

/**
 * Makes a new file of the workspace that is shared in a place. `wanted`: it has to be this one. Throws an AppError when it cannot, and
 * leaves nothing.
 */
export async function joinFrom(
  place: MeetingPlace,
  file: string,
  addon: string | undefined,
  wanted?: string,
): Promise<SharedFile> {
  // What lies beside a file of this name that is gone would be taken for the new one's.
  const there = ['', ...sidecarFiles].map(end => file + end).find(existsSync);
  if (there !== undefined) throw new AppError('file', `A file already exists at ${there}. Choose another name.`);
  refuseHeldTarget(file);
  refuseLongName(file);
  const workspace = await place.workspace(wanted);
  if (workspace === null || (wanted ?? workspace) !== workspace)
    throw new AppError(
      'file',
      `No workspace is shared in ${place.name}, or it is not all there yet. Nothing was made.`,
    );
  const made = { workspace, writer: newWriterId() };
  const draft = draftBeside(file);
  try {
    const start = await place.getStart(workspace);
    if (!start) throw notAllThere(place);
    await writeFile(draft, start.chunks, { flag: 'wx' });
    beginAs(draft, made, addon);
    renameSync(draft, file);
    return made;
  } catch (error) {
    for (const end of ['', ...sidecarFiles]) rmSync(draft + end, { force: true });
    throw error instanceof AppError && !(error instanceof Refused) ? error : notAllThere(place);
  }
}

const notAllThere = ({ name }: MeetingPlace): AppError =>
  new AppError(
    'file',
    `What is shared in ${name} is not all there yet, or is damaged. Nothing was made. Try again when ${name} is up to date.`,
  );
