// Columns cut into one block per lead: a longer block goes to the end, so that no change ever moves the others.

type Column = Float64Array | Uint16Array | Int32Array;

/** From so many rows on columns grow by little at a time: half as much again would be megabytes for one activity more. */
const manyRows = 1_000_000;

/** Room beyond what is asked, so that a lead's next few activities fit where the last ones lie. */
const spare = (count: number): number => Math.max(2, count >> 2);

const resized = <C extends Column>(column: C, capacity: number): C => {
  const Kind = column.constructor as new (length: number) => C;
  const larger = new Kind(capacity);
  larger.set(column.subarray(0, Math.min(capacity, column.length)));
  return larger;
};

/** One block of rows per position (a lead), in columns of equal length. Columns are replaced when they grow: do not keep them. */
export class Blocks<C extends Record<string, Column>> {
  columns: C;
  start = new Int32Array(1024);
  length = new Int32Array(1024);
  #room = new Int32Array(1024);
  #capacity: number;
  #used = 0;
  #wasted = 0;

  /** `columns` are empty ones of equal length. */
  constructor(columns: C) {
    this.columns = columns;
    this.#capacity = Object.values(columns)[0]?.length ?? 0;
  }

  /** Rows in use at the end of which the next block goes; includes room that blocks have left behind. */
  get used(): number {
    return this.#used;
  }

  #need(rows: number): void {
    if (rows <= this.#capacity) return;
    this.#resize(Math.max(rows, Math.ceil(this.#capacity * (this.#capacity < manyRows ? 1.5 : 1.125))));
  }

  /** Makes room for that many rows in all, so that nothing is copied while they come. */
  reserve(rows: number): void {
    if (rows > this.#capacity) this.#resize(rows);
  }

  #resize(capacity: number): void {
    this.#capacity = capacity;
    this.columns = Object.fromEntries(
      Object.entries(this.columns).map(([name, column]) => [name, resized(column, capacity)]),
    ) as C;
  }

  /** Gives back what was taken to grow while everything was loaded, but for a little. */
  trim(): void {
    const enough = this.#used + (this.#used >> 5) + 1024;
    if (this.#capacity > enough) this.#resize(enough);
  }

  /** Makes sure that positions up to `positions` - 1 have an (empty) block. */
  needPositions(positions: number): void {
    if (positions <= this.start.length) return;
    const capacity = Math.max(positions, this.start.length * 2);
    this.start = resized(this.start, capacity);
    this.length = resized(this.length, capacity);
    this.#room = resized(this.#room, capacity);
  }

  /** Appends one row to the block of `position`, which must be the last block: the fast way for sorted input. Returns its row. */
  append(position: number): number {
    if (this.length[position] === 0) this.start[position] = this.#used;
    const row = this.#used;
    if (row === this.#capacity) this.#need(row + 1);
    this.#used = row + 1;
    const length = (this.length[position] as number) + 1;
    this.length[position] = length;
    this.#room[position] = length;
    return row;
  }

  /** Gives `position` a block of `count` rows, whose content is the caller's to write; returns its first row. */
  resize(position: number, count: number): number {
    const room = this.#room[position] as number;
    if (count > room) {
      this.#wasted += room;
      const larger = count + spare(count);
      this.#need(this.#used + larger);
      this.start[position] = this.#used;
      this.#room[position] = larger;
      this.#used += larger;
    }
    this.length[position] = count;
    return this.start[position] as number;
  }

  /** Takes the block of `position` away. */
  drop(position: number): void {
    this.#wasted += this.#room[position] as number;
    this.#room[position] = 0;
    this.length[position] = 0;
  }

  /** Closes the gaps when a third of the rows is left behind: a few ms for a million rows, once in a long while. */
  compactIfWorthwhile(positions: number): boolean {
    if (this.#wasted < 1024 || this.#wasted * 3 < this.#used) return false;
    let kept = 0;
    for (let position = 0; position < positions; position++) kept += this.length[position] as number;
    const old = this.columns;
    this.#capacity = Math.ceil(kept * 1.2) + 1024;
    const fresh = Object.fromEntries(
      Object.entries(old).map(([name, column]) => [name, resized(column.subarray(0, 0), this.#capacity)]),
    ) as C;
    let next = 0;
    for (let position = 0; position < positions; position++) {
      const from = this.start[position] as number;
      const count = this.length[position] as number;
      for (const name of Object.keys(old)) fresh[name]?.set(old[name]?.subarray(from, from + count) ?? [], next);
      this.start[position] = next;
      this.#room[position] = count;
      next += count;
    }
    this.columns = fresh;
    this.#used = next;
    this.#wasted = 0;
    return true;
  }
}
