// Before SQLite comes near a file: whether what lies beside it (-wal, -journal) is its own. What is not is set aside and never applied.
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/result.ts';
import type { FileLock } from '../tables/lock-file.ts';
import { syncFile, syncFolder } from './atomic-write.ts';
import { idIn, idInPage, idPage, type MainFile, mainFile, ownIdOf } from './id-in-file.ts';
import { arePagesOf, isFirst, isPartOf } from './log-id.ts';
import {
  firstCommit,
  firstRecords,
  losesCommits,
  readWalHeader,
  versionsInWal,
  type WalHeader,
} from './sidecar-bytes.ts';
import { sidecarFiles } from './wal.ts';

/**
 * `own`: SQLite may have it; `cut`: it may, and will not read all of it; `foreign`: of another file, or of another state of this one;
 * `damaged`: nobody could read it. In doubt a log is the file's own: what SQLite cannot take of it its checksums tell.
 */
type Judgement = 'own' | 'cut' | 'foreign' | 'damaged';

/**
 * A log begins where the file is: it names the id that the file had before. A file into which the log was merged, in part or
 * as a whole, has an id that the log has, too.
 */
function judgeWal(handle: number, main: MainFile): Judgement {
  const header = readWalHeader(handle);
  if (!header) return 'damaged';
  if (header.pageSize !== main.shape.pageSize) return 'foreign';
  if (!isOwnLog(handle, header, main)) return 'foreign';
  return losesCommits(handle, header) ? 'cut' : 'own';
}

function isOwnLog(handle: number, header: WalHeader, main: MainFile): boolean {
  const pages = firstCommit(handle, header);
  // Nothing of it would be applied: what a kill left of a commit that nobody was told of, or a log damaged in its first frames.
  if (!pages) return true;
  const found = idIn(pages, main);
  const own = ownIdOf(main, found?.page);
  if (own === 'unreadable') return true;
  // Versions of Ripen that wrote no ids left logs without; beside a file that has one, such a log is another's.
  if (!found) return own === 'none';
  if (own === 'none') return isFirst(found.id);
  const { id, previous } = found.id;
  return own.id === previous || isInLog(handle, header, found.page, own.id, main) || isPartOf(own.id, [previous, id]);
}

function isInLog(handle: number, header: WalHeader, page: number, id: string, main: MainFile): boolean {
  for (const bytes of versionsInWal(handle, header, page)) if (idInPage(bytes, page, main)?.id === id) return true;
  return false;
}

/** Bytes of the first page that SQLite changes by itself: format versions, change counter, size, and who wrote it last. */
const changing = [
  [18, 20],
  [24, 32],
  [92, 100],
] as const;

function isSameFirstPage(one: Buffer, other: Buffer): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  for (const [from, to] of changing) {
    a.fill(0, from, to);
    b.fill(0, from, to);
  }
  return a.equals(b);
}

/** A large write begins with a new id, so its old pages hold the one before. SQLite alone writes journals of the first page only. */
function judgeJournal(handle: number, main: MainFile, size: number): Judgement {
  const journal = firstRecords(handle);
  if (!journal) return 'own';
  const { records, pageCount, pageSize } = journal;
  // It was not on the disk yet when it was cut short, and the file is as it was then. A file that is longer would lose its end.
  if (records.length === 0) return pageCount * pageSize < size ? 'foreign' : 'own';
  const own = ownIdOf(main);
  // Half written, it may be: these old pages are what makes it whole.
  if (own === 'unreadable') return 'own';
  const old = idIn(records, main)?.id;
  if (own === 'none') return old && !isFirst(old) ? 'foreign' : 'own';
  if (old) return arePagesOf(old, own) || isPartOf(own.id, [old.id]) ? 'own' : 'foreign';
  const [only] = records;
  const first = main.readPage(1);
  // A file's first large write under a version that writes ids: there was none before it.
  if (isFirst(own) && records.some(({ page }) => page === idPage(main))) return 'own';
  return records.length === 1 && only?.page === 1 && first && isSameFirstPage(only.bytes, first) ? 'own' : 'foreign';
}

type Ending = (typeof sidecarFiles)[number];

const isEmpty = (path: string): boolean => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0;

function judge(file: string, ending: Ending): Judgement {
  const main = openSync(file, 'r');
  try {
    const beside = openSync(`${file}${ending}`, 'r');
    try {
      const read = mainFile(main);
      // SQLite says what is wrong with the file itself.
      if (!read) return 'own';
      return ending === '-wal' ? judgeWal(beside, read) : judgeJournal(beside, read, fstatSync(main).size);
    } finally {
      closeSync(beside);
    }
  } finally {
    closeSync(main);
  }
}

function nameAside(path: string): string {
  let n = 1;
  const name = (): string => `${path}-set-aside${n === 1 ? '' : `-${n}`}`;
  while (existsSync(name())) n += 1;
  return name();
}

/** A copy of a log that SQLite is about to use; one that was made before, at an opening that failed, is not made again. */
function copyAside(path: string): string {
  const kept = nameAside(path);
  const last = [`${path}-set-aside`].find(existsSync);
  if (last && statSync(last).size === statSync(path).size && readFileSync(last).equals(readFileSync(path))) return last;
  copyFileSync(path, kept, constants.COPYFILE_EXCL);
  syncFile(kept);
  return kept;
}

const why = {
  foreign: 'belongs to another workspace or to another state of this one',
  damaged: 'is damaged at its beginning, so that nothing in it can be read',
} as const;

/** The endings of what lies beside a file and may be copied with it: nobody may have the file open. */
export const ownLogsOf = (file: string): readonly Ending[] =>
  sidecarFiles.filter(ending => !isEmpty(`${file}${ending}`) && /own|cut/.test(judge(file, ending)));

/**
 * To be called while nobody has the file open, and with its lock. Answers what was set aside, in sentences for the owner; a file with its
 * own log, or with none, is left as it is. Throws an AppError when something should be set aside and the lock is not held: somebody
 * else may be writing what lies there.
 */
export function setForeignLogsAside(file: string, { isHeld }: Pick<FileLock, 'isHeld'>): string[] {
  return sidecarFiles.flatMap(ending => {
    const path = `${file}${ending}`;
    if (isEmpty(path)) return [];
    const judgement = judge(file, ending);
    if (judgement === 'own') return [];
    if (judgement !== 'cut' && !isHeld) {
      throw new AppError(
        'file',
        `The log “${basename(path)}” beside the workspace ${why[judgement]}, and it cannot be set aside safely, because the workspace cannot be locked in this folder. Nothing was changed. Copy the file “${basename(file)}” alone to another folder, and open it there.`,
      );
    }
    const kept = judgement === 'cut' ? copyAside(path) : nameAside(path);
    if (judgement !== 'cut') renameSync(path, kept);
    syncFolder(dirname(file));
    if (judgement === 'cut') {
      return [
        `The log “${basename(path)}” beside the workspace is damaged, so work that was saved in it last may be missing: a copy of the log is kept as “${basename(kept)}”. If work is missing here, restore a backup.`,
      ];
    }
    return [
      `The log “${basename(path)}” beside the workspace ${why[judgement]}: nothing of it was used, and it is kept as “${basename(kept)}”. If work is missing here, open the workspace file it belongs to, or restore a backup.`,
    ];
  });
}
