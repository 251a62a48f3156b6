// Before SQLite comes near a file: whether what lies beside it (-wal, -journal) is its own. What is not is set aside and never applied.
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type FileShape, leavesOf, type ReadPage, rowsOf, shapeOf } from '../raw/page.ts';
import { syncFolder } from './atomic-write.ts';
import { arePagesOf, isFirst, type LogId, logIdIn } from './log-id.ts';
import {
  firstCommit,
  firstRecords,
  readBytes,
  readWalHeader,
  type StoredPage,
  versionsInWal,
  type WalHeader,
} from './sidecar-bytes.ts';

/** `own`: SQLite may have it; `foreign`: of another file, or of another state of this one; `damaged`: nobody could read it. */
type Judgement = 'own' | 'foreign' | 'damaged';

type MainFile = { readonly shape: FileShape; readonly readPage: ReadPage };

function mainFile(handle: number): MainFile | null {
  const shape = shapeOf(readBytes(handle, 0, 100));
  if (!shape) return null;
  const { pageSize } = shape;
  const readPage: ReadPage = number => {
    const page = readBytes(handle, (number - 1) * pageSize, pageSize);
    return page.length === pageSize ? page : null;
  };
  return { shape, readPage };
}

/** The id in a page of the file or of a log; null: there is none. */
function idInPage(bytes: Buffer | null, page: number, { shape, readPage }: MainFile): LogId | null {
  if (!bytes) return null;
  for (const { values } of rowsOf(bytes, page, shape, readPage)) {
    const id = logIdIn(values);
    if (id) return id;
  }
  return null;
}

/** The page on which the file keeps its id; null: its list of tables does not say. */
function idPage({ shape, readPage }: MainFile): number | null {
  for (const leaf of leavesOf(1, shape, readPage)) {
    const page = readPage(leaf);
    for (const { values } of page ? rowsOf(page, leaf, shape, readPage) : []) {
      const [type, name, , root] = values;
      if (type === 'table' && name === 'sqlite_sequence' && typeof root === 'number') return root;
    }
  }
  return null;
}

const ownId = (main: MainFile): LogId | null => {
  const page = idPage(main);
  return page === null ? null : idInPage(main.readPage(page), page, main);
};

/**
 * A log begins where the file is: it names the id that the file had before. A file into which the log was merged, in part or
 * as a whole, has an id that the log has, too.
 */
function judgeWal(handle: number, main: MainFile): Judgement {
  const header = readWalHeader(handle);
  if (!header) return 'damaged';
  if (header.pageSize !== main.shape.pageSize) return 'foreign';
  const frames = firstCommit(handle, header);
  // Nothing of it would be applied: what a kill left of a commit that nobody was told of.
  if (!frames) return 'own';
  const found = idOf(frames, main);
  // Versions of Ripen that wrote no ids left logs without; beside a file that has one, such a log is another's.
  if (!found) return ownId(main) ? 'foreign' : 'own';
  const own = idInPage(main.readPage(found.page), found.page, main);
  if (!own) return isFirst(found.id) && !ownId(main) ? 'own' : 'foreign';
  return own.id === found.id.previous || isInLog(handle, header, found.page, own.id, main) ? 'own' : 'foreign';
}

function idOf(frames: readonly StoredPage[], main: MainFile): { page: number; id: LogId } | null {
  for (const { page, bytes } of frames) {
    const id = idInPage(bytes, page, main);
    if (id) return { page, id };
  }
  return null;
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
function judgeJournal(handle: number, main: MainFile): Judgement {
  const records = firstRecords(handle);
  if (!records || records.length === 0) return 'own';
  const own = ownId(main);
  const old = idOf(records, main);
  if (!own) return old && !isFirst(old.id) ? 'foreign' : 'own';
  if (old) return arePagesOf(old.id, own) ? 'own' : 'foreign';
  const [only] = records;
  const first = main.readPage(1);
  // A file's first large write under a version that writes ids: there was none before it.
  if (isFirst(own) && records.some(({ page }) => page === idPage(main))) return 'own';
  return records.length === 1 && only?.page === 1 && first && isSameFirstPage(only.bytes, first) ? 'own' : 'foreign';
}

function judge(file: string, ending: '-wal' | '-journal'): Judgement {
  const main = openSync(file, 'r');
  try {
    const beside = openSync(`${file}${ending}`, 'r');
    try {
      const read = mainFile(main);
      // SQLite says what is wrong with the file itself.
      if (!read) return 'own';
      return ending === '-wal' ? judgeWal(beside, read) : judgeJournal(beside, read);
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

const why = {
  foreign: 'belongs to another workspace or to another state of this one',
  damaged: 'is damaged at its beginning, so that nothing in it can be read',
} as const;

/**
 * To be called while nobody has the file open, and with the lock held. Answers what was set aside, in sentences for the owner; a
 * file with its own log, or with none, is left as it is.
 */
export function setForeignLogsAside(file: string): string[] {
  return (['-wal', '-journal'] as const).flatMap(ending => {
    const path = `${file}${ending}`;
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) return [];
    const judgement = judge(file, ending);
    if (judgement === 'own') return [];
    const kept = nameAside(path);
    renameSync(path, kept);
    syncFolder(dirname(file));
    return [
      `The log “${basename(path)}” beside the workspace ${why[judgement]}: nothing of it was used, and it is kept as “${basename(kept)}”. If work is missing here, open the workspace file it belongs to, or restore a backup.`,
    ];
  });
}
