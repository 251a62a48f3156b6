// The code as the tests read it: with one mutant in it, or with markers that say which mutants a test file reaches.
import type { Mutant } from './find-mutants.ts';

export const withMutant = (text: string, { start, end, replacement }: Mutant): string =>
  `${text.slice(0, start)}${replacement}${text.slice(end)}`;

type Insertion = { readonly at: number; readonly text: string };

/** Kept on `globalThis`, which all modules of a test file share. */
const marked = (ids: readonly string[]): string =>
  `(globalThis.__reached ??= new Set(), ${ids.map(id => `globalThis.__reached.add('${id}')`).join(', ')})`;

/** A marker for each function that holds a mutant. */
export function withMarkers(text: string, mutants: readonly Mutant[]): string {
  const byPlace = Map.groupBy(mutants, ({ marker }) => marker.at);
  const insertions = [...byPlace.values()].flatMap((some): Insertion[] => {
    const { at, expressionEnd } = (some[0] as Mutant).marker;
    const mark = marked(some.map(({ id }) => id));
    if (expressionEnd === null) return [{ at, text: `${mark};` }];
    return [
      { at, text: `(${mark}, ` },
      { at: expressionEnd, text: ')' },
    ];
  });
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce((code, { at, text: inserted }) => `${code.slice(0, at)}${inserted}${code.slice(at)}`, text);
}
