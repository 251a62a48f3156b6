// Cells of a sheet that are merged downwards: what stands in the first of them holds for all of their rows.
import type { Bytes } from './bytes.ts';
import type { ZipEntry } from './zip.ts';
import { inflateEntry } from './zip.ts';

/** One column from row `top` to row `bottom`, both from 1; `column` from 0. */
export type Merge = { readonly column: number; readonly top: number; readonly bottom: number };

const mostMerges = 20_000;
const mergeTag = /<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Finds them in a pass of its own: they stand behind the rows. */
export async function readMerges(bytes: Bytes, entry: ZipEntry): Promise<ReadonlyMap<number, readonly Merge[]>> {
  const found = new Map<number, Merge[]>();
  const decoder = new TextDecoder('latin1');
  let rest = '';
  let count = 0;
  for await (const piece of inflateEntry(bytes, entry, { used: 0 })) {
    // Looked for among bytes first: most pieces have none.
    if (rest === '' && !Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).includes('ergeCell')) {
      rest = '';
      continue;
    }
    const text = rest + decoder.decode(piece);
    for (const [, letters = '', first, last] of text.matchAll(mergeTag)) {
      const [top, bottom] = [Number(first), Number(last)];
      if (bottom <= top || ++count > mostMerges) continue;
      found.set(top, [...(found.get(top) ?? []), { column: columnOf(letters), top, bottom }]);
    }
    rest = text.slice(-60);
  }
  return found;
}

/** Fills rows in their order, from the merges by the row they begin in. */
export function fillDown(merges: ReadonlyMap<number, readonly Merge[]>): (row: string[], line: number) => void {
  let open: { readonly merge: Merge; readonly text: string }[] = [];
  return (row, line) => {
    open = open.filter(({ merge }) => merge.bottom >= line);
    for (const { merge, text } of open) {
      while (row.length <= merge.column) row.push('');
      row[merge.column] ||= text;
    }
    for (const merge of merges.get(line) ?? []) {
      const text = row[merge.column] ?? '';
      if (text !== '') open.push({ merge, text });
    }
  };
}
