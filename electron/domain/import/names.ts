// One name in one cell, split into first and last name.
import { fold } from './text.ts';

const titles = new Set(
  'mr mrs ms miss mx dr prof sir herr herrn frau hr fr fam familie family mme mlle m monsieur madame mag dipl ing sr sra srta senor senora sig signor signora dhr mevr dott dottssa'.split(
    ' ',
  ),
);
const particles = new Set(
  'van von der den de del della di da dos das du la le el bin ibn al ter ten zu zum zur mac st'.split(' '),
);
const suffixes = new Set('jr sr ii iii iv phd md mba esq cpa'.split(' '));
const saluted =
  /^(?:mr|mrs|ms|miss|mx|herr|herrn|frau|hr|fr|fam|familie|family|mme|mlle|monsieur|madame|sr|sra|srta|sig|signor|signora|dhr|mevr)\b/;
const word = (text: string): string => fold(text).replace(/[.,]/g, '');

const isLoud = (text: string): boolean => text.length > 2 && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();

export type Name = { readonly firstName: string | null; readonly lastName: string | null };

/** "Lee, Ann", "Dr. Ann van der Lee", "Ann Mary Lee Jr."; one word is a first name; Chinese, Japanese and Korean stay whole. */
export function splitName(text: string): Name {
  const tidy = text
    .slice(0, 400)
    .replace(/\s+/g, ' ')
    .replace(/\([^()]{0,80}\) ?$/, '')
    .trim();
  const comma = /^([^,]+),\s*([^,]+)$/.exec(tidy);
  // "DURAND Luc, PETIT Zoé" are two people, of whom the first is taken.
  if (comma?.slice(1).every(part => isLoud(part.split(' ')[0] ?? '') && /\s.*\p{Ll}/u.test(part)))
    return splitName(comma[1] ?? '');
  if (comma && !suffixes.has(word(comma[2] ?? ''))) {
    return { firstName: bare(comma[2] ?? ''), lastName: comma[1]?.trim() ?? null };
  }
  const words = bareWords(tidy);
  if (words.length === 0) return { firstName: null, lastName: tidy === '' ? null : tidy };
  // "Mr Smith" is a last name.
  if (words.length === 1 && saluted.test(fold(tidy))) return { firstName: null, lastName: words[0] ?? null };
  if (words.length === 1) return { firstName: words[0] ?? null, lastName: null };
  // "DUPONT Éric": where only the first words are in capitals, they are the last name.
  const loud = words.findIndex(part => !isLoud(part));
  if (loud > 0 && words.slice(loud).every(part => !isLoud(part)))
    return { firstName: words.slice(loud).join(' '), lastName: words.slice(0, loud).join(' ') };
  let split = words.length - 1;
  while (split > 1 && suffixes.has(word(words[split] ?? ''))) split--;
  while (split > 1 && particles.has(word(words[split - 1] ?? ''))) split--;
  return { firstName: words.slice(0, split).join(' '), lastName: words.slice(split).join(' ') };
}

function bareWords(text: string): string[] {
  const words = text.split(/[\s,]+/).filter(part => part !== '');
  while (words.length > 1 && titles.has(word(words[0] ?? ''))) words.shift();
  return words;
}

const bare = (text: string): string | null => bareWords(text).join(' ') || null;
