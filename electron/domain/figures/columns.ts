// Columns of numbers that grow while rows are read, and the sorting of rows by day.

export type IntColumn = { readonly push: (value: number) => void; readonly done: () => Int32Array };
export type FloatColumn = { readonly push: (value: number) => void; readonly done: () => Float64Array };

export function intColumn(): IntColumn {
  let values = new Int32Array(1024);
  let length = 0;
  return {
    push: value => {
      if (length === values.length) {
        const more = new Int32Array(length * 2);
        more.set(values);
        values = more;
      }
      values[length++] = value;
    },
    done: () => values.subarray(0, length),
  };
}

export function floatColumn(): FloatColumn {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    push: value => {
      if (length === values.length) {
        const more = new Float64Array(length * 2);
        more.set(values);
        values = more;
      }
      values[length++] = value;
    },
    done: () => values.subarray(0, length),
  };
}

/** Rows in the order of their local day, then of their number. */
export type ByDay = { readonly days: Int32Array; readonly rows: Int32Array };

/** Room for the row number in a sort key; days get the rest of the 53 bits a double holds exactly. */
const rowRoom = 2 ** 27;
const dayZero = 2 ** 24;

/** Sorts rows by day. Days and rows share one double, because sorting doubles natively is far faster than with a comparison. */
export function sortByDay(rows: Int32Array, days: Int32Array): ByDay {
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = ((days[i] ?? 0) + dayZero) * rowRoom + (rows[i] ?? 0);
  keys.sort();
  const sorted = { days: new Int32Array(rows.length), rows: new Int32Array(rows.length) };
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const day = Math.floor(key / rowRoom);
    sorted.days[i] = day - dayZero;
    sorted.rows[i] = key - day * rowRoom;
  }
  return sorted;
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
