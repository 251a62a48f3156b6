// Files of leads: read from where they were chosen, kept in pieces, handed out again.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { mayOpenFile, mostBytesOfFile, mostBytesOfFiles, plainFileName, sizeText } from '../../shared/lead-file.ts';
import { AppError } from '../../shared/result.ts';
import { toAppError } from '../db/file/app-errors.ts';
import type { Reader } from '../db/file/handle.ts';
import {
  findLeadFile,
  hasContent,
  insertChunk,
  insertLeadFile,
  keptBytes,
  type LeadFile,
  readChunk,
} from '../db/tables/lead-files.ts';
import { refuseHeldSource } from '../files/held.ts';
import { saveFile } from '../jobs/save-file.ts';
import type { CommandContext } from './context.ts';

/** Bytes of one piece: written in a few ms. */
const pieceBytes = 256 * 1024;

/** How many rows so many bytes weigh: 2 MB and more are written as a big step is. */
export const bytesAsRows = (bytes: number): number => Math.ceil(bytes / 1000);

export type ChosenFile = {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly refused: string | null;
  readonly tooBig: string | null;
};

/** What lies at a path, and what speaks against adding it. */
export async function lookAt(path: string): Promise<ChosenFile> {
  const name = plainFileName(basename(path));
  const found = await stat(path).catch(() => null);
  const size = found?.size ?? 0;
  const refused = !found
    ? `“${name}” is no longer there.`
    : !found.isFile()
      ? `“${name}” is a folder. Add the files in it.`
      : !mayOpenFile(name)
        ? `“${name}” is a program or a script, or has no ending that says what it is. Ripen keeps and opens none.`
        : null;
  const most = sizeText(mostBytesOfFile);
  const tooBig =
    size > mostBytesOfFile ? `“${name}” is larger than ${most}, the most a workspace keeps of one file.` : null;
  return { path, name, size, refused, tooBig };
}

export type ReadFile = ChosenFile & { readonly contentId: string | null; readonly pieces: readonly Uint8Array[] };

/** The bytes of a file in pieces, with their hash. */
export async function readPieces(file: ChosenFile): Promise<ReadFile> {
  refuseHeldSource(file.path);
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of createReadStream(file.path, { highWaterMark: pieceBytes }) as AsyncIterable<Uint8Array>) {
      size += piece.length;
      // It may grow while it is read.
      if (size > mostBytesOfFile)
        throw new AppError('conflict', `“${file.name}” is being changed. Add it again later.`);
      hash.update(piece);
      pieces.push(piece);
    }
  } catch (error) {
    throw toAppError(error, file.path) ?? error;
  }
  if (pieces.length === 0) pieces.push(new Uint8Array());
  return { ...file, size, contentId: hash.digest('hex'), pieces };
}

type Adding = CommandContext & { readonly yieldToEventLoop: () => Promise<void> };

/** Writes down files of a lead inside the running step; bytes that are here already are kept once. */
export async function addFiles(context: Adding, leadId: string, files: readonly ReadFile[]): Promise<void> {
  const { db, newId, now, settings, yieldToEventLoop } = context;
  for (const { name, size, contentId, path, pieces } of files) {
    if (contentId !== null && !hasContent(db, contentId)) {
      if (keptBytes(db) + size > mostBytesOfFiles) {
        const most = sizeText(mostBytesOfFiles);
        throw new AppError(
          'conflict',
          `With “${name}” the workspace would keep more than ${most} of files. Nothing was added; remove some, or keep it where it lies.`,
        );
      }
      for (const [part, bytes] of pieces.entries()) {
        insertChunk(db, contentId, part, bytes);
        await yieldToEventLoop();
      }
    }
    insertLeadFile(db, {
      id: newId(),
      leadId,
      name,
      size,
      addedAt: now,
      memberId: settings.actingAs,
      contentId,
      path: contentId === null ? path : null,
    });
  }
}

export function requireLeadFile(db: Reader, id: string): LeadFile {
  const file = findLeadFile(db, id);
  if (!file) throw new AppError('not-found', 'This file was removed from the lead.');
  return file;
}

const lost = ({ name }: LeadFile) =>
  new AppError('file', `The bytes of “${name}” are no longer in this workspace. Remove it here and add it again.`);
const moved = ({ name }: LeadFile) =>
  new AppError(
    'file',
    `“${name}” is no longer where it was when you added it. Put it back, or remove it here and add it again.`,
  );

/** Whether the file can be had. */
export const isThere = async (db: Reader, { contentId, path }: LeadFile): Promise<boolean> =>
  contentId !== null
    ? hasContent(db, contentId)
    : path !== null && (await stat(path).catch(() => null))?.isFile() === true;

/** The bytes of a file, piece by piece. Throws an AppError before the first when they cannot be had. */
export async function* bytesOf(db: Reader, file: LeadFile): AsyncGenerator<Uint8Array> {
  if (!(await isThere(db, file))) throw file.contentId === null ? moved(file) : lost(file);
  if (file.contentId === null) {
    refuseHeldSource(file.path ?? '');
    yield* createReadStream(file.path ?? '') as AsyncIterable<Uint8Array>;
    return;
  }
  for (let part = 0; ; part += 1) {
    const bytes = readChunk(db, file.contentId, part);
    if (bytes === undefined) return;
    yield bytes;
  }
}

/** A path at which the system may open the file: its own, or that of a copy to read in `folder`. */
export async function pathToOpen(db: Reader, file: LeadFile, folder: string): Promise<string> {
  if (!(await isThere(db, file))) throw file.contentId === null ? moved(file) : lost(file);
  if (file.contentId === null) {
    refuseHeldSource(file.path ?? '');
    return file.path ?? '';
  }
  const copy = join(folder, plainFileName(file.name));
  await saveFile(copy, bytesOf(db, file));
  await chmod(copy, 0o400);
  return copy;
}
