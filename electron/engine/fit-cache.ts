// Cached fit of every lead under given fit rules and disqualifiers.
import type { Criteria, FitTest } from '../../shared/criteria.ts';
import type { FitField } from '../../shared/custom-field.ts';
import { fieldsOf, variantsOf } from '../domain/scoring/fit.ts';
import { bestAnswer, greatestFit } from '../domain/scoring/possible.ts';
import type { AttributeStore } from './attribute-store.ts';

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

/** Columns with room for `positions` and some more. */
function emptyFits(positions: number, greatest: number): Fits {
  const capacity = positions + (positions >> 3) + 64;
  return {
    fit: new Int32Array(capacity),
    open: new Int32Array(capacity),
    disqualified: new Uint8Array(capacity),
    greatest,
  };
}

const keys = new WeakMap<Criteria, string>();
/** Criteria are never changed in place: a draft's next state is another object. */
function keyOf(criteria: Criteria): string {
  const known = keys.get(criteria);
  if (known !== undefined) return known;
  const key = JSON.stringify([criteria.fit, criteria.disqualifiers, criteria.personas]);
  keys.set(criteria, key);
  return key;
}

/** Up to so many leads are judged rule by rule; more of them by tables over all values. */
const few = 20;

/** How many rule sets to keep: the published one, the draft, and two more to compare. */
const keep = 4;

export class FitCache {
  readonly #attributes: AttributeStore;
  #kept: Kept[] = [];
  #few = emptyFits(0, 0);

  constructor(attributes: AttributeStore) {
    this.#attributes = attributes;
  }

  /** All facts may have changed. */
  forget(): void {
    this.#kept = [];
  }

  /** The facts of one lead have changed. */
  touch(position: number): void {
    for (const kept of this.#kept) kept.stale.add(position);
  }

  /** Fits at `some` positions only, of no more than `positions`; elsewhere the columns mean nothing. They hold until the next call. */
  some(criteria: Criteria, some: Int32Array, positions: number): Fits {
    const key = keyOf(criteria);
    const kept = this.#kept.find(one => one.key === key && one.fit.length >= positions && one.stale.size === 0);
    if (kept) return kept;
    if (this.#few.fit.length < positions) this.#few = emptyFits(positions, 0);
    this.#fill(this.#few, criteria, some);
    return this.#few;
  }

  /** Fits of positions 0 to `positions` - 1. */
  get(criteria: Criteria, positions: number): Fits {
    const key = keyOf(criteria);
    const found = this.#kept.find(kept => kept.key === key && kept.fit.length >= positions);
    const fits = found ?? this.#make(criteria, key, positions);
    if (fits.stale.size > few) this.#fill(fits, criteria, Int32Array.from(fits.stale));
    else for (const position of fits.stale) this.#fillOne(fits, criteria, position);
    fits.stale.clear();
    this.#kept = [fits, ...this.#kept.filter(kept => kept !== fits && kept.key !== key)].slice(0, keep);
    return fits;
  }

  #make(criteria: Criteria, key: string, positions: number): Kept {
    const fits = { ...emptyFits(positions, greatestFit(criteria)), key, stale: new Set<number>() };
    this.#fill(fits, criteria, positions);
    // Leads that come later find room behind `positions`; they are touched when they are added.
    return fits;
  }

  /** One lead, rule by rule: cheaper than new tables over all values. */
  #fillOne({ fit, open, disqualified }: Fits, criteria: Criteria, position: number): void {
    const codeOf = (field: FitField) => this.#attributes.column(field).codes[position] ?? 0;
    const passes = (rule: { readonly field: FitField; readonly test: FitTest }) =>
      this.#attributes.column(rule.field).passing(rule.test)[codeOf(rule.field)] === 1;
    let best = Number.NEGATIVE_INFINITY;
    let possible = Number.NEGATIVE_INFINITY;
    for (const variant of variantsOf(criteria)) {
      const points = variant.fit.reduce((sum, rule) => sum + (passes(rule) ? rule.points : 0), 0);
      const more = fieldsOf(variant)
        .filter(field => codeOf(field) === 0)
        .reduce((sum, field) => sum + bestAnswer(variant, field), 0);
      best = Math.max(best, points);
      possible = Math.max(possible, points + more);
    }
    fit[position] = best;
    open[position] = possible - best;
    disqualified[position] = criteria.disqualifiers.some(passes) ? 1 : 0;
  }

  /** Of several personas the best counts, and the best that could be counts for what is missing. */
  #fill(fits: Fits, criteria: Criteria, which: number | Int32Array): void {
    const [first = criteria, ...others] = variantsOf(criteria);
    this.#fillVariant(fits, first, which);
    if (others.length === 0) return;
    const { fit, open } = fits;
    const more = emptyFits(fit.length, 0);
    const count = typeof which === 'number' ? which : which.length;
    for (const variant of others) {
      this.#fillVariant(more, variant, which);
      for (let index = 0; index < count; index++) {
        const position = typeof which === 'number' ? index : (which[index] as number);
        const [here, there] = [fit[position] as number, more.fit[position] as number];
        const possible = Math.max(here + (open[position] as number), there + (more.open[position] as number));
        fit[position] = Math.max(here, there);
        open[position] = possible - (fit[position] as number);
      }
    }
  }

  /** `which`: so many from the first on, or these positions. */
  #fillVariant({ fit, open, disqualified }: Fits, criteria: Criteria, which: number | Int32Array): void {
    const some = typeof which === 'number' ? null : which;
    const count = typeof which === 'number' ? which : which.length;
    for (let index = 0; index < count; index++) {
      const position = some ? (some[index] as number) : index;
      fit[position] = 0;
      open[position] = 0;
      disqualified[position] = 0;
    }
    for (const field of fieldsOf(criteria)) {
      const column = this.#attributes.column(field);
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
      for (let index = 0; index < count; index++) {
        const position = some ? (some[index] as number) : index;
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
