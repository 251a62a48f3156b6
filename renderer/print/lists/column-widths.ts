// Widths of the columns on paper: the same for all groups that have as many columns, so that they line up down the sheet.
import { type PrintedGroup, toWriteIn } from './printed-list.ts';

/** Characters: a box to tick needs room, and a long note breaks. */
const least = 3;
const most = 36;
/** Room for a few words by hand. */
const written = 26;

/** Shares of the width of the sheet, in percent, by the number of columns. */
export function columnWidths(groups: readonly PrintedGroup[]): ReadonlyMap<number, readonly number[]> {
  const longest = new Map<number, number[]>();
  for (const { heads, rows } of groups) {
    const lengths = longest.get(heads.length) ?? heads.map(() => least);
    for (const cells of [heads, ...rows.map(row => row.cells)])
      for (const [index, cell] of cells.entries())
        lengths[index] = Math.min(most, Math.max(lengths[index] ?? least, String(cell ?? '').length));
    const empty = heads.indexOf(toWriteIn);
    if (empty >= 0) lengths[empty] = written;
    longest.set(heads.length, lengths);
  }
  const shares = (lengths: readonly number[]) => {
    const sum = lengths.reduce((one, other) => one + other, 0);
    return lengths.map(length => Math.round((length * 1000) / sum) / 10);
  };
  return new Map([...longest].map(([many, lengths]) => [many, shares(lengths)]));
}
