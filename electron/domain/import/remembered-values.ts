// Meanings of words that were corrected: found in a mapping that is imported, and put into the next one with such a column.
import type { ImportColumn, Mapping, ValueMapping } from '../../../shared/import.ts';
import type { RememberedValue } from '../../../shared/import-memory.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import { headerKey } from './text.ts';
import { valueKey, valueTable } from './values.ts';

type Meaning = Pick<RememberedValue, 'header' | 'target' | 'value'>;

/** Tells one word of one column from others, whatever file it stands in. */
export const meaningKey = ({ header, target, value }: Meaning): string =>
  `${headerKey(header)}\n${valueKey(target, value)}`;

/** Each word of each column that is looked up, once. */
function wordsOf(columns: Mapping['columns'], seen: readonly ImportColumn[]): Meaning[] {
  return columns.flatMap(({ column, target, typeId, flag }) => {
    const of = seen.find(({ index }) => index === column);
    if (!of || importTargets[target].kind !== 'value' || typeId !== undefined || flag !== undefined) return [];
    return of.values.map(({ value }) => ({ header: of.header.slice(0, 200), target, value }));
  });
}

/** The mapping with what was corrected before in place of guesses, and what of it was used. */
export function withRemembered(
  mapping: Mapping,
  seen: readonly ImportColumn[],
  remembered: readonly RememberedValue[],
): { readonly mapping: Mapping; readonly used: readonly RememberedValue[] } {
  if (remembered.length === 0) return { mapping, used: [] };
  const known = new Map(remembered.map(one => [meaningKey(one), one]));
  const used = wordsOf(mapping.columns, seen).flatMap(word => known.get(meaningKey(word)) ?? []);
  const table = new Map<string, ValueMapping>(mapping.values.map(one => [valueKey(one.target, one.value), one]));
  for (const { target, value, to } of used) table.set(valueKey(target, value), { target, value, to });
  return used.length === 0
    ? { mapping, used }
    : { mapping: { ...mapping, values: [...table.values()].slice(0, 5000) }, used: [...new Set(used)] };
}

/** Meanings that are other than what was suggested, with what is guessed when nobody says anything. */
export function correctedValues(
  mapping: Mapping,
  suggested: Mapping,
  seen: readonly ImportColumn[],
  guessOf: (target: ImportTarget, value: string) => string | null,
): readonly (Meaning & { readonly to: string | null; readonly asGuessed: boolean })[] {
  const said = valueTable(mapping.values);
  const before = valueTable(suggested.values);
  return wordsOf(mapping.columns, seen).flatMap(word => {
    const key = valueKey(word.target, word.value);
    const to = said.get(key);
    const guess = guessOf(word.target, word.value);
    const was = before.has(key) ? (before.get(key) ?? null) : guess;
    return to === undefined || to === was ? [] : [{ ...word, to, asGuessed: to === guess }];
  });
}
