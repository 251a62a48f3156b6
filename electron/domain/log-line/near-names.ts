// How near two names are: the same, one half of it, short for it, or spelled alike.
import type { LeadAttributes } from '../../../shared/lead.ts';
import { nameKey } from '../import/keys.ts';
import { normalize } from '../import/text.ts';

type Named = Pick<LeadAttributes, 'firstName' | 'lastName'>;
export type Nearness = { readonly rank: number; readonly why: string };

/** Short names of one person, by line. */
const shortNames = `
dave david davy|jon john johnny jonathan jonny jack|mike michael mick mickey|bob robert rob bobby bert|bill william will billy liam|jim james jimmy jamie|
tom thomas tommy|steve stephen steven|chris christopher christine christina|tony anthony antony|andy andrew drew|dan daniel danny|matt matthew mathew|
nick nicholas nicolas|pete peter|phil philip phillip|ed edward eddie ted|sam samuel samantha|ben benjamin|alex alexander alexandra|joe joseph joey|
ron ronald ronnie|ken kenneth kenny|greg gregory|jeff geoff jeffrey geoffrey|rick richard dick rich ricky|fred frederick freddie|charlie charles chas|
kate katherine catherine katie kathy cathy katharine|liz elizabeth beth betty lizzie|sue susan susie suzanne|jenny jennifer jen|becky rebecca|vicky victoria|
maggie margaret meg|pat patricia patrick|debbie deborah deb|jess jessica|anna ann anne annie|terry terence teresa|gill jill gillian|lou louise louis|
hans johannes johann|sepp josef joseph|uli ulrich ulrike|steffi stefanie|gabi gabriele|toni anton|pepe jose|paco francisco|nacho ignacio|manu manuel manuela emmanuel|fran francisco francisca francesca
`
  .split(/[|\n]/)
  .map(line => line.trim().split(' '))
  .filter(names => names.length > 1);
const isShortFor = (one: string, other: string): boolean =>
  shortNames.some(names => names.includes(one) && names.includes(other));

/** Letters to add, drop, change or swap to make one word of the other; more than two are not counted on. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((row[j] ?? 9) + 1, (next[j - 1] ?? 9) + 1, (row[j - 1] ?? 9) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 9) + 1);
      next[j] = cost;
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 9;
}

/** One letter in a short word, two in a long one. */
export const isSpelledAlike = (one: string, other: string): boolean =>
  one.length > 2 && other.length > 2 && distance(one, other) <= (Math.min(one.length, other.length) > 6 ? 2 : 1);

const fits = (one: string, other: string): 'same' | 'short' | 'alike' | null => {
  if (one === other) return 'same';
  if (isShortFor(one, other)) return 'short';
  if (one.length === 1 && other.startsWith(one)) return 'short';
  return isSpelledAlike(one, other) ? 'alike' : null;
};

/** How near a lead's name is to the typed one; null: another name. 10 and more: the same whole name. */
export function nearnessTo(typed: Named): (lead: Named) => Nearness | null {
  const one = nameKey(typed.firstName, typed.lastName);
  const [first, last] = [normalize(typed.firstName ?? ''), normalize(typed.lastName ?? '')];
  return one === null ? () => null : lead => nearness(one, first, last, lead);
}

function nearness(one: string, first: string, last: string, lead: Named): Nearness | null {
  const other = nameKey(lead.firstName, lead.lastName);
  if (other === null) return null;
  const [words, theirs] = [one.split(' '), other.split(' ')];
  if (one === other) return words.length > 1 ? { rank: 10, why: 'Same name' } : { rank: 9, why: 'Same name' };
  const [leadFirst, leadLast] = [normalize(lead.firstName ?? ''), normalize(lead.lastName ?? '')];
  if (first !== '' && last !== '') {
    const [f, l] = [fits(first, leadFirst), fits(last, leadLast)];
    if (f && l)
      return {
        rank: f === 'same' || l === 'same' ? 7 : 5,
        why: f === 'short' && l === 'same' ? 'Short for it' : 'Spelled alike',
      };
    // "Dave Staircase" may be Dave, and what he wants.
    if (words.every(word => theirs.includes(word)) || theirs.every(word => words.includes(word)))
      return { rank: 6, why: 'Part of the name' };
    if (leadLast === '' && f === 'same') return { rank: 4, why: 'Same first name' };
    if (leadFirst === '' && l === 'same') return { rank: 4, why: 'Same last name' };
    return null;
  }
  const half = first || last;
  const [a, b] = [fits(half, leadFirst), fits(half, leadLast)];
  if (first !== '' && a === 'same') return { rank: 8, why: 'Same first name' };
  if (last !== '' && b === 'same') return { rank: 8, why: 'Same last name' };
  if (a === 'same' || b === 'same' || theirs.includes(half)) return { rank: 6, why: 'Part of the name' };
  if (a === 'short') return { rank: 5, why: 'Short for it' };
  if ((first !== '' && a === 'alike') || (last !== '' && b === 'alike')) return { rank: 3, why: 'Spelled alike' };
  return null;
}
