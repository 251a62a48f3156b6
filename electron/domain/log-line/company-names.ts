// Whether words are the name of a company.
import { isCompanyName } from '../import/companies.ts';
import { fold } from './fold.ts';
import { foldedPattern } from './pattern.ts';
import { beginsCompany, isTrade, nameParticles, namesTrade } from './small-words.ts';

/** A word folded, without the marks around it. */
export const wordOf = (token: string): string => fold(token).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

const andSons = foldedPattern(
  /\p{L} ?(?:&|\+|and|und|et|y|e|en) (?:sons?|daughters?|bro(?:ther)?s|co|partners?|associates|sohne?|fils|filles?|freres|hijos|hermanos|figli|zonen|filhos)\.?$/iu,
);

/** By its legal form, its trade, or "& Sons". */
export const isCompany = (name: string): boolean => {
  const words = name.trim().split(/\s+/);
  if (isCompanyName(name) || andSons.test(name)) return true;
  const [one, other] = [wordOf(words[0] ?? ''), wordOf(words.at(-1) ?? '')];
  return words.length > 1 && (isTrade(other) || beginsCompany(one) || namesTrade(one));
};

/** Whether the name of a company begins at this word, behind "von der" and the like. */
export function companyFollows(tokens: readonly string[], at: number): boolean {
  let from = at;
  while (nameParticles.has(wordOf(tokens[from] ?? ''))) from++;
  return [2, 3, 4].some(many =>
    isCompany(
      tokens
        .slice(from, from + many)
        .join(' ')
        .replace(/[,;:]+$/, ''),
    ),
  );
}
