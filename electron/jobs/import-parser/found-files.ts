// Finds mail and address cards in what was chosen: a file, several files, or a folder, as Apple Mail exports a mailbox.
import { opendir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { AppError } from '../../../shared/result.ts';
import { type Bytes, bytesOf, fileBytes, type ImportSource } from './bytes.ts';
import type { KindOfFile } from './file-kind.ts';
import { kindOfFile } from './kind-of-file.ts';
import { limits } from './limits.ts';
import { rejected } from './refused-kinds.ts';

/** Folders within folders that are looked into. */
const deepest = 12;

const families = { mail: 'mail', mbox: 'mail', vcard: 'cards' } as const;
type FoundKind = keyof typeof families;
export type Family = (typeof families)[FoundKind];

export type FoundFile = {
  readonly bytes: Bytes;
  readonly kind: FoundKind;
  /** Folders it lies in below the one that was chosen, and the name of a mailbox: "Trash.sbd/2024". */
  readonly path: string;
};
export type FoundFiles = {
  readonly family: Family;
  readonly name: string;
  readonly size: number;
  readonly count: number;
  readonly files: () => AsyncGenerator<FoundFile>;
};

const isFound = (kind: KindOfFile['kind']): kind is FoundKind => Object.hasOwn(families, kind);

/** The files of one family that are read together; null: the source is something else. */
export async function findFiles(source: ImportSource): Promise<FoundFiles | null> {
  if (source.kind === 'files') return severalFiles(source.paths);
  if (source.kind === 'file' && (await stat(source.path)).isDirectory()) return folder(source.path);
  const bytes = await bytesOf(source);
  const { kind } = kindOfFile(await bytes.at(0, 4096));
  if (!isFound(kind)) return null;
  return {
    family: families[kind],
    name: source.kind === 'pasted' && kind === 'vcard' ? 'Pasted card' : bytes.name,
    size: bytes.size,
    count: 1,
    async *files() {
      yield { bytes, kind, path: kind === 'mbox' ? bytes.name : '' };
    },
  };
}

/** A file that is read with others; null: it is something else. `from`: the folder that was chosen. */
async function asFound(path: string, from = path): Promise<FoundFile | null> {
  const bytes = await fileBytes(path);
  const { kind } = kindOfFile(await bytes.at(0, 4096));
  if (!isFound(kind)) return null;
  const below = relative(dirname(from), path);
  // A single message is named by its subject, and Maildir's by its marks.
  return { bytes, kind, path: kind === 'mail' && !/[:;!]2,[A-Z]*$/.test(below) ? dirname(below) : below };
}

async function severalFiles(paths: readonly string[]): Promise<FoundFiles> {
  let size = 0;
  for (const path of paths) size += (await stat(path)).size;
  const first = await asFound(paths[0] ?? '');
  if (first === null) throw new AppError('file', rejected.severalFiles);
  const family = families[first.kind];
  return {
    family,
    name: `${basename(paths[0] ?? '')} and ${paths.length - 1} more`,
    size,
    count: paths.length,
    async *files() {
      for (const path of paths) {
        const found = await asFound(path);
        if (found === null || families[found.kind] !== family) throw new AppError('file', rejected.severalFiles);
        yield found;
      }
    },
  };
}

/** The mail in a folder; where it holds none, its cards. */
async function folder(path: string): Promise<FoundFiles> {
  const all: Record<Family, { readonly path: string; readonly size: number }[]> = { mail: [], cards: [] };
  let count = 0;
  for await (const file of filesBelow(path, 0)) {
    if (count >= limits.mailFiles) break;
    const found = await asFound(file);
    if (found === null) continue;
    count += 1;
    all[families[found.kind]].push({ path: file, size: found.bytes.size });
  }
  const family = (['mail', 'cards'] as const).find(one => all[one].length > 0);
  if (family === undefined) throw new AppError('file', `This is a folder. ${rejected.noMail}`);
  return {
    family,
    name: basename(path),
    size: all[family].reduce((sum, { size }) => sum + size, 0),
    count: all[family].length,
    async *files() {
      for (const file of all[family]) {
        const found = await asFound(file.path, path);
        if (found && families[found.kind] === family) yield found;
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
