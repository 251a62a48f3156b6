// Fit of every lead under given fit rules and disqualifiers, from the dictionaries; kept while only other rules change.
import type { Criteria, FitTest } from '../../shared/criteria.ts';
import type { FitField } from '../../shared/own-field.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import { bestAnswer, greatestFit } from '../domain/scoring/possible.ts';
import type { FactStore } from './fact-store.ts';

/** Columns by position. */
export type Fits = {
  readonly fit: Int32Array;
  /** Points that missing facts could add at most. */
  readonly open: Int32Array;
  /** 1 where a disqualifier speaks against the lead. */
  readonly disqualified: Uint8Array;
  readonly greatest: number;
};

type Kept = Fits & { readonly key: string; readonly stale: Set<number> };

/** How many rule sets to keep: the published one, the draft, and two more to compare. */
const keep = 4;

export class FitCache {
  readonly #facts: FactStore;
  #kept: Kept[] = [];

  constructor(facts: FactStore) {
    this.#facts = facts;
  }

  /** All facts may have changed. */
  forget(): void {
    this.#kept = [];
  }

  /** The facts of one lead have changed. */
  touch(position: number): void {
    for (const kept of this.#kept) kept.stale.add(position);
  }

  /** Fits of positions 0 to `positions` - 1. */
  get(criteria: Criteria, positions: number): Fits {
    const key = JSON.stringify([criteria.fit, criteria.disqualifiers]);
    const found = this.#kept.find(kept => kept.key === key && kept.fit.length >= positions);
    const fits = found ?? this.#make(criteria, key, positions);
    if (fits.stale.size * 8 > positions) this.#fill(fits, criteria, 0, positions);
    else for (const position of fits.stale) this.#fillOne(fits, criteria, position);
    fits.stale.clear();
    this.#kept = [fits, ...this.#kept.filter(kept => kept !== fits && kept.key !== key)].slice(0, keep);
    return fits;
  }

  #make(criteria: Criteria, key: string, positions: number): Kept {
    const capacity = positions + (positions >> 3) + 64;
    const fits: Kept = {
      fit: new Int32Array(capacity),
      open: new Int32Array(capacity),
      disqualified: new Uint8Array(capacity),
      greatest: greatestFit(criteria),
      key,
      stale: new Set(),
    };
    this.#fill(fits, criteria, 0, positions);
    // Leads that come later find room behind `positions`; they are touched when they are added.
    return fits;
  }

  /** One lead, rule by rule: cheaper than new tables over all values. */
  #fillOne({ fit, open, disqualified }: Fits, criteria: Criteria, position: number): void {
    const codeOf = (field: FitField) => this.#facts.column(field).codes[position] ?? 0;
    const passes = (rule: { readonly field: FitField; readonly test: FitTest }) =>
      this.#facts.column(rule.field).passing(rule.test)[codeOf(rule.field)] === 1;
    fit[position] = criteria.fit.reduce((sum, rule) => sum + (passes(rule) ? rule.points : 0), 0);
    open[position] = fieldsOf(criteria)
      .filter(field => codeOf(field) === 0)
      .reduce((sum, field) => sum + bestAnswer(criteria, field), 0);
    disqualified[position] = criteria.disqualifiers.some(passes) ? 1 : 0;
  }

  #fill({ fit, open, disqualified }: Fits, criteria: Criteria, from: number, to: number): void {
    fit.fill(0, from, to);
    open.fill(0, from, to);
    disqualified.fill(0, from, to);
    for (const field of fieldsOf(criteria)) {
      const column = this.#facts.column(field);
      const worth = new Int32Array(column.values.length);
      const against = new Uint8Array(column.values.length);
      for (const rule of criteria.fit) {
        if (rule.field !== field) continue;
        const passing = column.passing(rule.test);
        for (let code = 0; code < worth.length; code++)
          if (passing[code] === 1) worth[code] = (worth[code] as number) + rule.points;
      }
      for (const rule of criteria.disqualifiers) {
        if (rule.field !== field) continue;
        const passing = column.passing(rule.test);
        for (let code = 0; code < against.length; code++) if (passing[code] === 1) against[code] = 1;
      }
      const best = bestAnswer(criteria, field);
      const codes = column.codes;
      for (let position = from; position < to; position++) {
        const code = codes[position] ?? 0;
        if (code === 0) open[position] = (open[position] as number) + best;
        else {
          fit[position] = (fit[position] as number) + (worth[code] as number);
          if (against[code] === 1) disqualified[position] = 1;
        }
      }
    }
  }
}
