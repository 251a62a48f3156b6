// Reads the id that ties a file to its log (see log-id.ts) out of the bytes of its pages, without SQLite.
import { type FileShape, leavesOf, type RawRow, type ReadPage, rowsOf, shapeOf, soundRowsOf } from '../raw/page.ts';
import { type LogId, logIdIn } from './log-id.ts';
import { readBytes, type StoredPage } from './sidecar-bytes.ts';

export type MainFile = { readonly shape: FileShape; readonly readPage: ReadPage };

/** `none`: the page on which it would be is sound, and has none; `unreadable`: that page, or the way to it, is damaged. */
export type IdOfFile = LogId | 'none' | 'unreadable';

/** Null: its header says nothing that can be. */
export function mainFile(handle: number): MainFile | null {
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
export function idInPage(bytes: Buffer | null, page: number, { shape, readPage }: MainFile): LogId | null {
  if (!bytes) return null;
  for (const { values } of rowsOf(bytes, page, shape, readPage)) {
    const id = logIdIn(values);
    if (id) return id;
  }
  return null;
}

/** The first of some pages that has an id. */
export function idIn(pages: readonly StoredPage[], main: MainFile): { page: number; id: LogId } | null {
  for (const { page, bytes } of pages) {
    const id = idInPage(bytes, page, main);
    if (id) return { page, id };
  }
  return null;
}

/** The page on which the file keeps its id; null: its list of tables does not say. */
export function idPage({ shape, readPage }: MainFile): number | null {
  for (const leaf of leavesOf(1, shape, readPage)) {
    const page = readPage(leaf);
    for (const { values } of page ? rowsOf(page, leaf, shape, readPage) : []) {
      const [type, name, , root] = values;
      if (type === 'table' && name === 'sqlite_sequence' && typeof root === 'number') return root;
    }
  }
  return null;
}

/** What stands in `sqlite_sequence` beside the id: the name of a table and its last number. Anything else is damage. */
const isUsual = ({ values: [name, last, more] }: RawRow): boolean =>
  typeof name === 'string' && typeof last === 'number' && more === undefined;

/**
 * The file's own id. `place`: where its log has it, for a file whose list of tables cannot be read. A page that was half written, or has
 * rotted, is not taken for one without an id.
 */
export function ownIdOf(main: MainFile, place?: number): IdOfFile {
  const root = idPage(main);
  const number = root ?? place;
  const page = number === undefined ? null : main.readPage(number);
  if (number === undefined || !page) return 'unreadable';
  const id = idInPage(page, number, main);
  if (id) return id;
  if (root === null) return 'unreadable';
  return soundRowsOf(page, number, main.shape, main.readPage)?.every(isUsual) ? 'none' : 'unreadable';
}
