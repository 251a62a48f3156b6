// Merge sort in slices, for 100,000 rows without blocking.

/** Rows sorted or merged between two yields: about 2 ms. */
const run = 4096;

export type SortKey = string | number | null;

/** Smaller first, what is not known last in either direction; numbers before text. */
function compare(a: SortKey, b: SortKey, sign: number): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a !== typeof b) return typeof a === 'number' ? -sign : sign;
  return a < b ? -sign : sign;
}

/** Indices of `keys` in order; rows with equal keys stay in the order they came in. */
export function* sortedIndices(keys: readonly SortKey[], descending: boolean): Generator<void, Uint32Array> {
  const sign = descending ? -1 : 1;
  const before = (a: number, b: number) => compare(keys[a] as SortKey, keys[b] as SortKey, sign) || a - b;
  let from = Uint32Array.from(keys, (_, index) => index);
  let to = new Uint32Array(keys.length);
  for (let start = 0; start < keys.length; start += run) {
    from.subarray(start, start + run).sort(before);
    yield;
  }
  for (let width = run; width < keys.length; width *= 2) {
    for (let start = 0; start < keys.length; start += 2 * width) {
      const middle = Math.min(start + width, keys.length);
      const end = Math.min(start + 2 * width, keys.length);
      let left = start;
      let right = middle;
      for (let out = start; out < end; out++) {
        const takeLeft = right >= end || (left < middle && before(from[left] as number, from[right] as number) <= 0);
        to[out] = from[takeLeft ? left++ : right++] as number;
        if (out % run === run - 1) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
