// Trait statistics of closed leads.
import type { Criteria, FitTest } from '../../shared/criteria.ts';
import type { FitField } from '../../shared/custom-field.ts';
import { isCustomKey } from '../../shared/custom-field.ts';
import { leadFields } from '../../shared/lead.ts';
import type { AttributeValue } from '../domain/scoring/fit.ts';
import { passes, personaFields, prepareTest } from '../domain/scoring/fit.ts';
import type { Endings } from '../domain/scoring/learn/endings.ts';
import type { Seen, TraitStats } from '../domain/scoring/learn/insights.ts';
import type { AttributeColumn } from './attribute-store.ts';
import type { Store } from './store.ts';

/** Values of one field worth looking at: the most frequent so many, each with at least so many leads that ended. */
const maxValues = 25;
const fewestLeads = 20;

/** Company sizes as the EU counts them: micro, small, medium, large. */
const sizeRanges: readonly FitTest[] = [
  { test: 'between', from: 1, to: 9 },
  { test: 'between', from: 10, to: 49 },
  { test: 'between', from: 50, to: 249 },
  { test: 'at-least', value: 250 },
];

type Tally = { n: number; customers: number };

/** Leads looked at between two yields: a few ms of work. */
const chunk = 20_000;

function* activityTraits(store: Store, criteria: Criteria, endings: Endings): Generator<void, Seen[]> {
  const { activities, leadIndex } = store;
  const { start, length, columns } = activities.activities;
  const codes = activities.codeCount;
  const caps = new Float64Array(codes).fill(Number.POSITIVE_INFINITY);
  for (const { typeId, count } of criteria.behavior) {
    const code = activities.codeOf(typeId);
    if (code !== undefined) caps[code] = count.how === 'every' ? Infinity : count.how === 'first' ? 1 : count.times;
  }
  const n = new Int32Array(codes);
  const customers = new Int32Array(codes);
  const times = new Float64Array(codes);
  const had = new Int32Array(codes);
  const all: Tally = { n: 0, customers: 0 };
  for (let position = 0; position < leadIndex.size; position++) {
    if (position % chunk === chunk - 1) yield;
    const endedAt = endings.at[position] ?? Infinity;
    if (endedAt === Infinity) continue;
    const won = endings.won[position] as number;
    all.n++;
    all.customers += won;
    const first = start[position] as number;
    const end = first + (length[position] as number);
    let row = first;
    for (; row < end && (columns.at[row] as number) < endedAt; row++) {
      const code = columns.type[row] as number;
      const before = had[code] as number;
      had[code] = before + 1;
      if (before === 0) {
        n[code] = (n[code] as number) + 1;
        customers[code] = (customers[code] as number) + won;
      }
      if (before < (caps[code] as number)) times[code] = (times[code] as number) + 1;
    }
    for (let back = first; back < row; back++) had[columns.type[back] as number] = 0;
  }
  return Array.from({ length: codes }, (_, code) => code)
    .filter(code => (n[code] as number) > 0)
    .map((code): Seen => {
      const typeId = activities.typeIdOf(code);
      const group = { n: n[code] as number, customers: customers[code] as number };
      return {
        trait: { kind: 'activity', typeId },
        with: group,
        without: { n: all.n - group.n, customers: all.customers - group.customers },
        times: (times[code] as number) / group.n,
        present: criteria.behavior.reduce((sum, rule) => sum + (rule.typeId === typeId ? rule.points : 0), 0),
      };
    });
}

/** Ended leads and customers per value of one field. */
function tally(column: AttributeColumn, endings: Endings, size: number): Tally[] {
  const counts = column.values.map((): Tally => ({ n: 0, customers: 0 }));
  for (let position = 0; position < size; position++) {
    if ((endings.at[position] ?? Infinity) === Infinity) continue;
    const count = counts[column.codes[position] ?? 0];
    if (!count) continue;
    count.n++;
    count.customers += endings.won[position] as number;
  }
  return counts;
}

const searchText = (title: string): readonly string[] => [...new Set(title.match(/[\p{L}\p{N}]{2,}/gu) ?? [])];

/** The most frequent of `names`, each counted with its leads. */
function frequent(named: Iterable<readonly [name: string, leads: number]>): string[] {
  const leads = new Map<string, number>();
  for (const [name, count] of named) leads.set(name, (leads.get(name) ?? 0) + count);
  return [...leads]
    .filter(([, count]) => count >= fewestLeads)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, maxValues)
    .map(([name]) => name);
}

/** Tests worth asking of a field, from the values it has: bands of size, words of a title, single values of the rest. */
function testsFor(field: FitField, column: AttributeColumn, counts: readonly Tally[]): readonly FitTest[] {
  // An own field with numbers in it has no frequent values; one with words has.
  const kind = isCustomKey(field) ? 'text' : leadFields[field].kind;
  if (field === 'companySize') return sizeRanges;
  if (kind === 'number' || kind === 'money' || kind === 'notes') return [];
  const values = column.values.map((value, code) => ({ value, code, n: counts[code]?.n ?? 0 })).slice(1);
  if (field === 'jobTitle') {
    const named = values.flatMap(({ code, n }) => searchText(column.normalized(code)).map(word => [word, n] as const));
    return frequent(named).map(word => ({ test: 'contains', values: [word] }));
  }
  // Of several ways to write one value ("UK", "United Kingdom"), the most frequent stands for all.
  const written = new Map<string, string>();
  for (const { value, code } of values.toSorted((a, b) => b.n - a.n))
    if (!written.has(column.normalized(code))) written.set(column.normalized(code), String(value));
  const named = values.map(({ code, n }) => [written.get(column.normalized(code)) ?? '', n] as const);
  return frequent(named).map(value => ({ test: 'is', value }));
}

function attributeTraits(store: Store, criteria: Criteria, endings: Endings, field: FitField): Seen[] {
  const column = store.attributes.column(field);
  const counts = tally(column, endings, store.leadIndex.size);
  const rules = criteria.fit.filter(rule => rule.field === field);
  const request = rules.map(({ test, id }) => ({ test, ruleId: id as string | null }));
  const known = new Set(rules.map(rule => JSON.stringify(rule.test)));
  const fresh = testsFor(field, column, counts)
    .filter(test => !known.has(JSON.stringify(test)))
    .map(test => ({ test, ruleId: null }));
  return [...request, ...fresh].map(({ test, ruleId }): Seen => {
    const ready = prepareTest(test, field);
    const yes: Tally = { n: 0, customers: 0 };
    const no: Tally = { n: 0, customers: 0 };
    let sample: AttributeValue = null;
    // Who is unknown is in neither group, unless being known is what is asked.
    for (let code = test.test === 'is-known' ? 0 : 1; code < counts.length; code++) {
      const value = column.values[code] ?? null;
      const count = counts[code];
      if (!count) continue;
      const passing = ready(value, () => column.normalized(code));
      if (passing) sample ??= value;
      const group = passing ? yes : no;
      group.n += count.n;
      group.customers += count.customers;
    }
    const mine = rules.find(rule => rule.id === ruleId);
    const present = mine
      ? mine.points
      : rules.reduce((sum, rule) => sum + (passes(rule.test, sample, field) ? rule.points : 0), 0);
    return { trait: { kind: 'attribute', field, test, ruleId }, with: yes, without: no, times: 1, present };
  });
}

/**
 * Evidence about every activity type that occurs and every field of `fields` (all must be held) that no persona scores. Yields every few ms, so that
 * the caller can give way.
 */
export function* gatherTraitStats(
  store: Store,
  criteria: Criteria,
  endings: Endings,
  fields: readonly FitField[],
): Generator<void, TraitStats> {
  const ended: Tally = { n: 0, customers: 0 };
  for (let position = 0; position < store.leadIndex.size; position++) {
    if ((endings.at[position] ?? Infinity) === Infinity) continue;
    ended.n++;
    ended.customers += endings.won[position] as number;
  }
  yield;
  const seen = yield* activityTraits(store, criteria, endings);
  // What a persona scores is worth this to some and that to others: there are no points for all to compare with.
  const ofPersonas = new Set(personaFields(criteria));
  for (const field of fields) {
    if (!ofPersonas.has(field)) seen.push(...attributeTraits(store, criteria, endings, field));
    yield;
  }
  return { ended, seen };
}
