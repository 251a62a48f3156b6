// The bytes of a B-tree page that belong to nothing: what was deleted or moved to another page may still stand there.
import { type FileShape, headerAt, pageKinds } from './page.ts';

const kinds: ReadonlySet<number> = new Set(Object.values(pageKinds));

/** A page number whose first byte could be taken for the kind of a page: from here on the first byte alone does not tell. */
export const maxPages = pageKinds.interiorIndex << 24;

type Gap = readonly [from: number, to: number];

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
export function wipePage(page: Buffer, number: number, shape: FileShape): boolean {
  let wiped = false;
  for (const [from, to] of gapsOf(page, number, shape)) {
    const gap = page.subarray(from, to);
    if (gap.every(byte => byte === 0)) continue;
    gap.fill(0);
    wiped = true;
  }
  return wiped;
}
