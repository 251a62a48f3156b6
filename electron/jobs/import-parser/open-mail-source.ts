// Finds the mail in what was chosen: a file, several files, or a folder, as Apple Mail exports a mailbox.
import { opendir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { AppError } from '../../../shared/result.ts';
import { bytesOf, fileBytes, type ImportSource } from './bytes.ts';
import { kindOfFile } from './kind-of-file.ts';
import { limits } from './limits.ts';
import { type MailContext, type MailFile, mailTable, openMail } from './open-mail.ts';
import type { OpenTable } from './opened.ts';
import { rejected } from './refused-kinds.ts';

/** Folders within folders that are looked into. */
const deepest = 12;

/** A mailbox as a table; null: the source is no mail. */
export async function openMailSource(source: ImportSource, context: MailContext): Promise<OpenTable | null> {
  const found = await filesIn(source);
  if (found === null) return null;
  const table = openMail(found.files, found.size, context);
  return {
    fileName: found.name,
    bytes: found.size,
    raw: table,
    table: mailTable,
    problems: [],
    // Of each message and each header only so much is read: a mail to a hundred people may be far smaller than its rows.
    data: () => table.rows(),
    mail: table.summary,
  };
}

type Found = { readonly name: string; readonly size: number; readonly files: () => AsyncGenerator<MailFile> };

async function filesIn(source: ImportSource): Promise<Found | null> {
  if (source.kind === 'files') return severalFiles(source.paths);
  if (source.kind === 'file' && (await stat(source.path)).isDirectory()) return folder(source.path);
  const bytes = await bytesOf(source);
  const { kind } = kindOfFile(await bytes.at(0, 4096));
  if (kind !== 'mail' && kind !== 'mbox') return null;
  return {
    name: bytes.name,
    size: bytes.size,
    async *files() {
      yield { bytes, kind, path: kind === 'mbox' ? bytes.name : '' };
    },
  };
}

/** A file as mail; null: it is something else. `from`: the folder that was chosen. */
async function asMail(path: string, from = path): Promise<MailFile | null> {
  const bytes = await fileBytes(path);
  const { kind } = kindOfFile(await bytes.at(0, 4096));
  if (kind !== 'mail' && kind !== 'mbox') return null;
  const below = relative(dirname(from), path);
  // A single message is named by its subject, and Maildir's by its marks.
  return { bytes, kind, path: kind === 'mail' && !/[:;!]2,[A-Z]*$/.test(below) ? dirname(below) : below };
}

async function severalFiles(paths: readonly string[]): Promise<Found> {
  let size = 0;
  for (const path of paths) size += (await stat(path)).size;
  return {
    name: `${basename(paths[0] ?? '')} and ${paths.length - 1} more`,
    size,
    async *files() {
      for (const path of paths) {
        const mail = await asMail(path);
        if (mail === null) throw new AppError('file', rejected.severalFiles);
        yield mail;
      }
    },
  };
}

async function folder(path: string): Promise<Found> {
  const paths: string[] = [];
  let size = 0;
  for await (const file of filesBelow(path, 0)) {
    if (paths.length >= limits.mailFiles) break;
    if ((await asMail(file)) === null) continue;
    paths.push(file);
    size += (await stat(file)).size;
  }
  if (paths.length === 0) throw new AppError('file', `This is a folder. ${rejected.noMail}`);
  return {
    name: basename(path),
    size,
    async *files() {
      for (const file of paths) {
        const mail = await asMail(file, path);
        if (mail) yield mail;
      }
    },
  };
}

/** Files of a folder and of those in it, in the order of their names. Links are not followed: they may lead anywhere. */
async function* filesBelow(path: string, depth: number): AsyncGenerator<string> {
  const entries: { readonly name: string; readonly isFolder: boolean }[] = [];
  for await (const entry of await opendir(path)) {
    if (entries.length >= limits.mailFiles) break;
    if (entry.isFile() || entry.isDirectory()) entries.push({ name: entry.name, isFolder: entry.isDirectory() });
  }
  for (const { name, isFolder } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!isFolder) yield join(path, name);
    else if (depth < deepest) yield* filesBelow(join(path, name), depth + 1);
  }
}
