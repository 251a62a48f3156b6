// Cells merged over several rows hold their value in the first row only: it is repeated in the rows below.

/** Rows and columns, both ends included, from 0. */
export type MergedRange = {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
};

/**
 * Fills rows, which must come in their order, from the ranges that reach into them. Merged headers are left as they are: what is
 * merged in the first row that holds anything is no value.
 */
export function mergeFiller(ranges: readonly MergedRange[]): (line: number, row: string[]) => void {
  const down = ranges.filter(({ first, last }) => last > first).sort((a, b) => a.first - b.first);
  if (down.length === 0) return () => {};
  let next = 0;
  let header: number | null = null;
  /** By column, so that no number of ranges makes a row dear. */
  const open = new Map<number, { readonly last: number; readonly text: string }>();
  return (line, row) => {
    if (header === null && row.some(cell => cell !== '')) header = line;
    for (const [column, { last, text }] of open) {
      if (last < line) open.delete(column);
      else {
        while (row.length < column) row.push('');
        if ((row[column] ?? '') === '') row[column] = text;
      }
    }
    for (let range = down[next]; range && range.first <= line; range = down[++next]) {
      const text = row[range.left] ?? '';
      if (range.first === line && line !== header && text !== '') open.set(range.left, { last: range.last, text });
    }
  };
}
