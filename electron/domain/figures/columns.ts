// Columns of numbers that grow while rows are read, and the sorting of rows by day.

type Column<T> = {
  readonly push: (value: number) => void;
  /** Sets a value that is there already, or the next one. */
  readonly put: (at: number, value: number) => void;
  readonly done: () => T;
};
export type IntColumn = Column<Int32Array>;
export type FloatColumn = Column<Float64Array>;

/** Without the room that was left to grow, where it is much: these columns are kept as long as the file is open. */
const exact = <T extends Int32Array | Float64Array>(values: T, length: number): T =>
  (values.length > length * 1.1 ? values.slice(0, length) : values.subarray(0, length)) as T;

/** `first`: values it holds already; they are copied. */
export function intColumn(first: Int32Array = new Int32Array(0)): IntColumn {
  let values = new Int32Array(Math.max(1024, first.length + 64));
  values.set(first);
  let length = first.length;
  const put = (at: number, value: number) => {
    if (at === values.length) {
      const more = new Int32Array(at * 2);
      more.set(values);
      values = more;
    }
    values[at] = value;
    if (at === length) length++;
  };
  return {
    put,
    push: value => put(length, value),
    done: () => exact(values, length),
  };
}

export function floatColumn(first: Float64Array = new Float64Array(0)): FloatColumn {
  let values = new Float64Array(Math.max(1024, first.length + 64));
  values.set(first);
  let length = first.length;
  const put = (at: number, value: number) => {
    if (at === values.length) {
      const more = new Float64Array(at * 2);
      more.set(values);
      values = more;
    }
    values[at] = value;
    if (at === length) length++;
  };
  return {
    put,
    push: value => put(length, value),
    done: () => exact(values, length),
  };
}

/** Rows in the order of their local day, then of their number. */
export type ByDay = { readonly days: Int32Array; readonly rows: Int32Array };

/** Widest span of days that gets a counter each (some 270 years). */
const maxDays = 100_000;

/** Sorts rows, given in the order of their number, by day. */
export function sortByDay(rows: Int32Array, days: Int32Array): ByDay {
  let least = days[0] ?? 0;
  let most = least;
  for (const day of days) {
    if (day < least) least = day;
    if (day > most) most = day;
  }
  if (most - least > maxDays) return sortFarDays(rows, days);
  const next = new Int32Array(most - least + 2);
  for (const day of days) next[day - least + 1] = (next[day - least + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const sorted = { days: new Int32Array(rows.length), rows: new Int32Array(rows.length) };
  for (let i = 0; i < rows.length; i++) {
    const day = days[i] ?? 0;
    const position = next[day - least] ?? 0;
    next[day - least] = position + 1;
    sorted.days[position] = day;
    sorted.rows[position] = rows[i] ?? 0;
  }
  return sorted;
}

/** Dates far apart, as a slip of the pen in a spreadsheet gives (the year 20025), would need a counter for each day between. */
function sortFarDays(rows: Int32Array, days: Int32Array): ByDay {
  const order = Array.from(rows, (_, i) => i).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b);
  return {
    days: Int32Array.from(order, i => days[i] ?? 0),
    rows: Int32Array.from(order, i => rows[i] ?? 0),
  };
}

function firstAtLeast(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows whose day lies in [fromDay, toDay). */
export const rowsIn = (sorted: ByDay, fromDay: number, toDay: number): Int32Array =>
  sorted.rows.subarray(firstAtLeast(sorted.days, fromDay), firstAtLeast(sorted.days, toDay));

/** Those of the rows that are wanted, by day as before. */
export function keptIn({ days, rows }: ByDay, isWanted: (row: number) => boolean): ByDay {
  const kept = { days: new Int32Array(rows.length), rows: new Int32Array(rows.length) };
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (!isWanted(row)) continue;
    kept.days[count] = days[i] ?? 0;
    kept.rows[count] = row;
    count++;
  }
  return { days: kept.days.slice(0, count), rows: kept.rows.slice(0, count) };
}
