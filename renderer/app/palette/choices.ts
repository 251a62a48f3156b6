// What the palette offers for what was typed: people, places to go, things to do; the likeliest first.
import type { ReactNode } from 'react';

export type PaletteChoice = {
  readonly key: string;
  readonly label: string;
  /** Read along with the label when narrowing: other words for it. */
  readonly also?: string;
  readonly glyph: ReactNode;
  /** Small, behind the label. */
  readonly after?: ReactNode;
  readonly run: () => void;
};

export type PaletteGroup = { readonly title: string; readonly choices: readonly PaletteChoice[] };

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** 0: it begins so; 1: its words do, in any order; null: it does not fit. */
export function fitOf(label: string, typed: string): number | null {
  const text = plain(label);
  const search = plain(typed);
  if (text.startsWith(search)) return 0;
  const words = text.split(/[^\p{L}\p{N}]+/u);
  return search.split(/\s+/).every(part => words.some(word => word.startsWith(part))) ? 1 : null;
}

const wordsOf = ({ label, also = '' }: PaletteChoice) => `${label} ${also}`;

/** The choices that fit, the best first; all of them, in their own order, when nothing is typed. */
export function fitting(choices: readonly PaletteChoice[], typed: string): readonly PaletteChoice[] {
  return choices
    .flatMap(choice => {
      const fit = fitOf(wordsOf(choice), typed);
      return fit === null ? [] : [{ choice, fit }];
    })
    .toSorted((one, other) => one.fit - other.fit)
    .map(({ choice }) => choice);
}

/** People found somewhere in their record, those whose name begins so first. */
export const byName = <T extends { readonly name: string }>(rows: readonly T[], typed: string): readonly T[] =>
  rows.toSorted((one, other) => (fitOf(one.name, typed) ?? 2) - (fitOf(other.name, typed) ?? 2));

/** Groups in the order in which Enter should meet them: what is named by its beginning goes before people. */
export function inOrder(leads: PaletteGroup, others: readonly PaletteGroup[], typed: string): readonly PaletteGroup[] {
  const isNamed = ({ choices }: PaletteGroup) =>
    typed.trim() !== '' && choices.some(choice => fitOf(choice.label, typed) === 0);
  const named = others.filter(isNamed);
  const rest = others.filter(group => !named.includes(group));
  return [...named, leads, ...rest].filter(({ choices }) => choices.length > 0);
}
