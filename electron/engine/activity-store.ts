// Activities of all leads as columns: time and type, and counts per type.
import { Blocks } from './blocks.ts';

/** Type code 0 stands for points given by hand (see domain/scoring/plan.ts) and never lies in the store. */
const firstTypeCode = 1;

/** An activity as the covering index gives it: lead, type, UTC ms. */
/** What follows the three is not looked at: rows may be longer. */
export type ActivityRow = readonly [leadId: string, typeId: string, at: number, ...rest: unknown[]];

export type TypedInstant = { readonly typeId: string; readonly at: number };

export class ActivityStore {
  readonly activities = new Blocks({ at: new Float64Array(1024), type: new Uint16Array(1024) });
  /** Per lead the types that occur, and how often: enough to rule most leads out without looking at each activity. */
  readonly kinds = new Blocks({ type: new Uint16Array(1024), count: new Int32Array(1024) });
  readonly #codes = new Map<string, number>();
  readonly #typeIds: string[] = ['(manual)'];
  #tally = new Int32Array(64);
  #present: number[] = [];
  #open = -1;
  #version = 0;

  /** Changes whenever any activity does. */
  get version(): number {
    return this.#version;
  }

  /** Codes run from 1 to codeCount - 1. */
  get codeCount(): number {
    return this.#typeIds.length;
  }

  codeOf = (typeId: string): number | undefined => this.#codes.get(typeId);
  typeIdOf = (code: number): string => this.#typeIds[code] ?? '';

  #codeFor(typeId: string): number {
    const known = this.#codes.get(typeId);
    if (known !== undefined) return known;
    const code = this.#typeIds.length;
    if (code > 0xffff) throw new Error('More than 65,535 activity types.');
    this.#typeIds.push(typeId);
    this.#codes.set(typeId, Math.max(code, firstTypeCode));
    if (code >= this.#tally.length)
      this.#tally = new Int32Array(this.#tally.length * 2).map((_, i) => this.#tally[i] ?? 0);
    return code;
  }

  needPositions(positions: number): void {
    this.activities.needPositions(positions);
    this.kinds.needPositions(positions);
  }

  /** Appends the next activity in order of (lead, at). All activities of a lead must come in one run. */
  append(position: number, typeId: string, at: number): void {
    if (position !== this.#open) {
      this.closeRun();
      this.#open = position;
    }
    const code = this.#codeFor(typeId);
    const row = this.activities.append(position);
    const { columns } = this.activities;
    columns.at[row] = at;
    columns.type[row] = code;
    this.#count(code);
  }

  #count(code: number): void {
    const before = this.#tally[code] as number;
    if (before === 0) this.#present.push(code);
    this.#tally[code] = before + 1;
  }

  /** Writes the kinds of the lead whose run has ended. */
  closeRun(): void {
    if (this.#open !== -1) this.#writeKinds(this.#open);
    this.#open = -1;
  }

  #writeKinds(position: number): void {
    this.#version++;
    const first = this.kinds.resize(position, this.#present.length);
    const { type, count } = this.kinds.columns;
    for (let i = 0; i < this.#present.length; i++) {
      const code = this.#present[i] as number;
      type[first + i] = code;
      count[first + i] = this.#tally[code] as number;
      this.#tally[code] = 0;
    }
    this.#present.length = 0;
  }

  /** Puts these activities, in any order, in place of all that the lead had. */
  replace(position: number, activities: readonly TypedInstant[]): void {
    this.closeRun();
    const sorted = [...activities].sort((a, b) => a.at - b.at);
    const first = this.activities.resize(position, sorted.length);
    const { at, type } = this.activities.columns;
    sorted.forEach((activity, index) => {
      const code = this.#codeFor(activity.typeId);
      at[first + index] = activity.at;
      type[first + index] = code;
      this.#count(code);
    });
    this.#writeKinds(position);
  }

  drop(position: number): void {
    this.#version++;
    this.activities.drop(position);
    this.kinds.drop(position);
  }

  trim(): void {
    this.activities.trim();
    this.kinds.trim();
  }

  compactIfWorthwhile(positions: number): void {
    this.activities.compactIfWorthwhile(positions);
    this.kinds.compactIfWorthwhile(positions);
  }

  /** The lead's activities by time. */
  list(position: number): readonly TypedInstant[] {
    const first = this.activities.start[position] as number;
    const { at, type } = this.activities.columns;
    return Array.from({ length: this.activities.length[position] as number }, (_, index) => ({
      typeId: this.typeIdOf(type[first + index] as number),
      at: at[first + index] as number,
    }));
  }
}
