// Merged ranges of a sheet, found in a pass of their own: they stand behind the rows.
import type { Bytes } from './bytes.ts';
import { limits } from './limits.ts';
import type { MergedRange } from './merged-cells.ts';
import type { ZipEntry } from './zip.ts';
import { inflateEntry } from './zip.ts';

const mergeTag = /<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** A tag may be cut between two pieces. */
const longestTag = 80;

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Rows as lines of the sheet, from 1; columns from 0. */
export async function readMergedRanges(bytes: Bytes, entry: ZipEntry): Promise<readonly MergedRange[]> {
  const found: MergedRange[] = [];
  let before: Buffer = Buffer.alloc(0);
  for await (const piece of inflateEntry(bytes, entry, { used: 0 })) {
    const whole = Buffer.concat([before, piece]);
    // Looked for among bytes first: most pieces have none.
    const at = whole.indexOf('ergeCell ref');
    if (at >= 0) {
      for (const [, left = '', first, right = '', last] of whole
        .toString('latin1', at - 20 < 0 ? 0 : at - 20)
        .matchAll(mergeTag)) {
        if (found.length >= limits.mergedRanges) return found;
        found.push({ first: Number(first), last: Number(last), left: columnOf(left), right: columnOf(right) });
      }
    }
    before = Buffer.from(whole.subarray(-longestTag));
  }
  return found;
}
