// Finds help pages and terms by what was typed: titles first, then other words for it, then what the pages say.
import { glossary, type Term } from '../../../shared/glossary.ts';
import type { HelpPage } from './help-page.ts';
import { plainOf } from './markup.ts';
import { helpPages } from './pages/pages.ts';

export const termIds = (Object.keys(glossary) as Term[]).toSorted((one, other) =>
  glossary[one].term.localeCompare(glossary[other].term, 'en'),
);

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const has = (words: readonly string[], typed: readonly string[]) =>
  typed.every(part => words.some(word => word.startsWith(part)));

/** Everything a page says, as words. */
const said = ({ about, parts }: HelpPage) =>
  wordsOf(
    [about, ...parts.flatMap(({ title, text = '', steps = [], points = [] }) => [title, text, ...steps, ...points])]
      .map(plainOf)
      .join(' '),
  );

const indexed = helpPages.map(page => {
  const title = wordsOf(page.title);
  const also = [...title, ...wordsOf(page.words)];
  return { page, levels: [title, also, [...also, ...said(page)]] };
});

/** Pages that have every word typed, those that have it in the title first. */
export function findPages(typed: string): readonly HelpPage[] {
  const parts = wordsOf(typed);
  if (parts.length === 0) return [];
  return indexed
    .map(({ page, levels }) => ({ page, level: levels.findIndex(words => has(words, parts)) }))
    .filter(({ level }) => level !== -1)
    .toSorted((one, other) => one.level - other.level)
    .map(({ page }) => page);
}

/** Terms called so. */
export function findTerms(typed: string): readonly Term[] {
  const parts = wordsOf(typed);
  return parts.length === 0 ? [] : termIds.filter(id => has(wordsOf(glossary[id].term), parts));
}
