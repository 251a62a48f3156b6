// Aggregates over all leads: frequent values, leads with a trait, amount of data.

import type { FitField } from '../../shared/custom-field.ts';
import type { Trait } from '../../shared/learning.ts';
import { prepareTest } from '../domain/scoring/fit.ts';
import type { Endings } from '../domain/scoring/learn/endings.ts';
import type { Store } from './store.ts';

/** The most frequent values of a field that is held, the most frequent first; of several ways to write one, the most frequent. */
export function frequentValues({ attributes, leadIndex }: Store, field: FitField, most: number): readonly string[] {
  const column = attributes.column(field);
  const counts = new Int32Array(column.values.length);
  for (let position = 0; position < leadIndex.size; position++) {
    const code = column.codes[position] ?? 0;
    if (code !== 0 && leadIndex.ids[position] !== null) counts[code] = (counts[code] as number) + 1;
  }
  const written = column.values
    .map((value, code) => ({ value: String(value), count: counts[code] as number, code }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const same = new Map<string, { readonly value: string; count: number }>();
  for (const { value, count, code } of written) {
    const known = same.get(column.normalized(code));
    if (known) known.count += count;
    else same.set(column.normalized(code), { value, count });
  }
  return [...same.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ value }) => value);
}

/** Leads that did anything of a type not in `ours`, and how many such activities there are. */
export function recorded({ activities, leadIndex }: Store, ours: ReadonlySet<string>) {
  const { start, length, columns } = activities.kinds;
  const counts = Uint8Array.from({ length: activities.codeCount }, (_, code) =>
    ours.has(activities.typeIdOf(code)) ? 0 : 1,
  );
  let leads = 0;
  let total = 0;
  for (let position = 0; position < leadIndex.size; position++) {
    const first = start[position] as number;
    const before = total;
    for (let kind = first; kind < first + (length[position] as number); kind++) {
      if (counts[columns.type[kind] as number] === 1) total += columns.count[kind] as number;
    }
    if (total > before) leads++;
  }
  return { leads, activities: total };
}

/** Whether the lead at a position has the trait; null where nobody knows, as for the fact that no one asked. */
export function traitOf(store: Store, trait: Trait, endings: Endings): (position: number) => boolean | null {
  if (trait.kind === 'activity') {
    const { start, length, columns } = store.activities.activities;
    const code = store.activities.codeOf(trait.typeId);
    return position => {
      const first = start[position] as number;
      const endedAt = endings.at[position] as number;
      for (let row = first; row < first + (length[position] as number); row++) {
        if ((columns.at[row] as number) >= endedAt) return false;
        if (columns.type[row] === code) return true;
      }
      return false;
    };
  }
  const column = store.attributes.column(trait.field);
  const ready = prepareTest(trait.test, trait.field);
  const passing = column.values.map((value, code) => ready(value, () => column.normalized(code)));
  const asksWhetherKnown = trait.test.test === 'is-known';
  return position => {
    const code = column.codes[position] ?? 0;
    return code === 0 && !asksWhetherKnown ? null : (passing[code] ?? false);
  };
}

/** Leads that ended, with (or without) the trait: the people a lesson counts. */
export function leadsOf(
  store: Store,
  trait: Trait,
  endings: Endings,
  { having, customersOnly }: { readonly having: boolean; readonly customersOnly: boolean },
): readonly string[] {
  const has = traitOf(store, trait, endings);
  const leadIds: string[] = [];
  for (let position = 0; position < store.leadIndex.size; position++) {
    const id = store.leadIndex.ids[position] ?? null;
    if (id === null || (endings.at[position] as number) === Number.POSITIVE_INFINITY) continue;
    if (customersOnly && endings.won[position] !== 1) continue;
    if (has(position) === having) leadIds.push(id);
  }
  return leadIds;
}
