// Facts of all leads as columns of small numbers, one dictionary per field, so that a rule is tried once per distinct value.
import type { FitTest } from '../../shared/criteria.ts';
import type { FitAttributes, FitField } from '../../shared/custom-field.ts';
import { emptyAttributes, isKnown } from '../../shared/lead.ts';
import type { AttributeValue } from '../domain/scoring/fit.ts';
import { normalizeAttribute, prepareTest } from '../domain/scoring/fit.ts';

const unknownCode = 0;

export class AttributeColumn {
  readonly #field: FitField;
  codes = new Uint32Array(1024);
  readonly values: AttributeValue[] = [null];
  readonly #lookup = new Map<AttributeValue, number>();
  readonly #normalized: (string | undefined)[] = [];
  /** Per test (as JSON) which values pass; kept, since a drag changes points and not tests. */
  readonly #passing = new Map<string, Uint8Array>();

  constructor(field: FitField) {
    this.#field = field;
  }

  set(position: number, value: AttributeValue): void {
    if (position >= this.codes.length) {
      const larger = new Uint32Array(Math.max(position + 1, this.codes.length * 2));
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes[position] = this.#codeFor(value);
  }

  #codeFor(value: AttributeValue): number {
    if (!isKnown(value)) return unknownCode;
    const known = this.#lookup.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.values.push(value);
    this.#lookup.set(value, code);
    return code;
  }

  valueAt(position: number): AttributeValue {
    return this.values[this.codes[position] ?? unknownCode] ?? null;
  }

  /** The folded text of a value, made once. */
  normalized(code: number): string {
    const kept = this.#normalized[code];
    if (kept !== undefined) return kept;
    const made = normalizeAttribute(this.values[code] ?? null, this.#field);
    this.#normalized[code] = made;
    return made;
  }

  /** 1 per value code that passes `test`; the array covers all codes there are now. */
  passing(test: FitTest): Uint8Array {
    const key = JSON.stringify(test);
    const kept = this.#passing.get(key);
    if (kept && kept.length === this.values.length) return kept;
    if (this.#passing.size > 1000) this.#passing.clear();
    const passes = prepareTest(test, this.#field);
    const made = new Uint8Array(this.values.length);
    if (kept) made.set(kept);
    for (let code = kept?.length ?? 1; code < made.length; code++) {
      made[code] = passes(this.values[code] ?? null, () => this.normalized(code)) ? 1 : 0;
    }
    this.#passing.set(key, made);
    return made;
  }
}

/** Facts by field; only the fields that criteria have asked for are held. */
export class AttributeStore {
  readonly #columns = new Map<FitField, AttributeColumn>();

  get fields(): readonly FitField[] {
    return [...this.#columns.keys()];
  }

  has(field: FitField): boolean {
    return this.#columns.has(field);
  }

  ensureFields(field: FitField): void {
    if (!this.#columns.has(field)) this.#columns.set(field, new AttributeColumn(field));
  }

  column = (field: FitField): AttributeColumn => {
    const column = this.#columns.get(field);
    if (!column) throw new Error(`The engine does not hold the fact "${field}": load it first.`);
    return column;
  };

  set(position: number, field: FitField, value: AttributeValue): void {
    this.column(field).set(position, value);
  }

  /** Sets all held fields of one lead. */
  setAll(position: number, attributes: Partial<FitAttributes>): void {
    for (const [field, column] of this.#columns) column.set(position, attributes[field] ?? null);
  }

  /** What is held about one lead; all other facts as if unknown. */
  of(position: number): FitAttributes {
    const held = [...this.#columns].flatMap(([field, column]) => {
      const value = column.valueAt(position);
      return value === null ? [] : [[field, value]];
    });
    return { ...emptyAttributes, ...Object.fromEntries(held) };
  }
}
