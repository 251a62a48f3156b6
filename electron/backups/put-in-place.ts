// Puts a whole workspace file where another one is: at every moment either the old one is there or the new one.
import { existsSync, lstatSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { syncFile, syncFolder } from '../db/file/atomic-write.ts';
import { sidecarFiles } from '../db/file/wal.ts';
import { draftBeside, sweepDrafts } from '../files/drafts.ts';

/** Copies a backup beside `file`, on the disk for good; answers where. It is checked there, for that copy is what is used. */
export async function copyBeside(copyOut: (target: string) => Promise<void>, file: string): Promise<string> {
  sweepDrafts(file);
  const draft = draftBeside(file);
  try {
    await copyOut(draft);
    syncFile(draft);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return draft;
}

/** What becomes of the file that is there: `replace`: it is in a backup; otherwise it stays, under a name with this word in it. */
export type Old = 'replace' | 'damaged' | 'before';

/**
 * Renames `draft` to `file`, which nobody has open. What lay beside the old file, a log or old pages, is never left beside
 * the new one: a file that still has any is not replaced but kept, with them. Answers the name it is kept under, or null.
 */
export function putInPlace(draft: string, file: string, old: Old): string | null {
  const left = sidecarFiles.some(end => (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0) > 0);
  const keptAs = old === 'replace' && !left ? null : setAside(file, old === 'damaged' ? 'damaged' : 'before');
  for (const end of sidecarFiles) rmSync(file + end, { force: true });
  renameSync(draft, file);
  syncFolder(dirname(file));
  return keptAs;
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** A name beside `file` that nobody has: "Mill (damaged).ripen", "Mill (damaged 2).ripen". */
export function nameBeside(file: string, word: string): string {
  const end = extname(file);
  // A name may have 255 bytes; what is cut off it is still told by the folder and the beginning.
  const stem = shortened(basename(file, end), 200);
  const name = (n: number): string => join(dirname(file), `${stem} (${n === 1 ? word : `${word} ${n}`})${end}`);
  let n = 1;
  while (isThere(name(n))) n += 1;
  return name(n);
}

function shortened(text: string, bytes: number): string {
  let short = text;
  while (Buffer.byteLength(short) > bytes) short = [...short].slice(0, -1).join('');
  return short;
}

/** Keeps a file and what lies beside it under a new name: somebody may still get something out of it. Null: there is none. */
export function setAside(file: string, word: string): string | null {
  const all = [...sidecarFiles, ''].filter(end => existsSync(`${file}${end}`));
  if (all.length === 0) return null;
  const name = nameBeside(file, word);
  // The companions first: beside a new file they would be taken for that one's.
  for (const end of all) renameSync(`${file}${end}`, `${name}${end}`);
  return name;
}
