// The bytes of a B-tree page that belong to nothing: what was deleted or moved to another page may still stand there.
import { type FileShape, headerAt, pageKinds, type ReadPage } from './page.ts';

const kinds: ReadonlySet<number> = new Set(Object.values(pageKinds));

/** A page number whose first byte could be taken for the kind of a page: from here on the first byte alone does not tell. */
export const maxPages = pageKinds.interiorIndex << 24;

type Gap = readonly [from: number, to: number];

/** Numbers of pages that belong to nothing, each with the offset from which on nothing in it is needed. */
export type FreePages = ReadonlyMap<number, number>;

/**
 * Walks the freelist (https://www.sqlite.org/fileformat.html, 1.5): nothing in its leaves is needed, and in its trunks the list at their
 * beginning. Of a list that contradicts itself only the trunks before that are answered.
 */
export function freePagesOf({ usable }: FileShape, readPage: ReadPage): FreePages {
  const free = new Map<number, number>();
  let trunk = readPage(1)?.readUInt32BE(32) ?? 0;
  while (trunk > 1 && !free.has(trunk)) {
    const page = readPage(trunk);
    if (!page) break;
    const count = page.readUInt32BE(4);
    if (count > usable / 4 - 2) break;
    const leaves = Array.from({ length: count }, (_, n) => page.readUInt32BE(8 + 4 * n));
    if (leaves.some(leaf => leaf < 2 || leaf === trunk || free.has(leaf))) break;
    free.set(trunk, 8 + 4 * count);
    for (const leaf of leaves) free.set(leaf, 0);
    trunk = page.readUInt32BE(0);
  }
  return free;
}

/**
 * The gap between the list of cells and the cells, and the bodies of the free blocks among these
 * (https://www.sqlite.org/fileformat.html, 1.6). None for pages of another kind, and for a page that contradicts itself.
 */
function gapsOf(page: Buffer, number: number, { pageSize, usable }: FileShape): readonly Gap[] {
  const at = headerAt(number);
  const kind = page.readUInt8(at);
  if (!kinds.has(kind)) return [];
  const isLeaf = kind === pageKinds.leafTable || kind === pageKinds.leafIndex;
  const cellsEnd = at + (isLeaf ? 8 : 12) + 2 * page.readUInt16BE(at + 3);
  const content = page.readUInt16BE(at + 5) || pageSize;
  if (cellsEnd > content || content > usable) return [];
  const gaps: Gap[] = [[cellsEnd, content]];
  let free = page.readUInt16BE(at + 1);
  let end = content;
  while (free !== 0) {
    if (free < end || free + 4 > usable) return [];
    end = free + page.readUInt16BE(free + 2);
    if (end < free + 4 || end > usable) return [];
    gaps.push([free + 4, end]);
    free = page.readUInt16BE(free);
  }
  return gaps;
}

/** Fills the dead space of a page with zeros; false: there was nothing in it. Its content stays as it is, byte for byte. */
export function wipePage(page: Buffer, number: number, shape: FileShape, freePages: FreePages = new Map()): boolean {
  let wiped = false;
  const free = freePages.get(number);
  const gaps: readonly Gap[] = free === undefined ? gapsOf(page, number, shape) : [[free, shape.usable]];
  for (const [from, to] of gaps) {
    const gap = page.subarray(from, to);
    if (gap.every(byte => byte === 0)) continue;
    gap.fill(0);
    wiped = true;
  }
  return wiped;
}
