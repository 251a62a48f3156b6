// One name in one cell, split into first and last name.
import { normalize } from './text.ts';

const set = (words: string) => new Set(words.split(' '));
const titles = set(
  'mevrouw meneer senhor senhora sres ehepaar eheleute mr mrs ms miss mx dr prof sir dame lord lady rev herr herrn frau hr fr fam familie family familia famiglia famille mme mlle m monsieur madame mag dipl ing sr sra srta senor senora sig sigra signor signora dhr mevr dott dottssa dottore univ priv doz pd em drs ir pan pani dra dres',
);
/** What follows a title and belongs to it: "Dr. med.", "Dr. rer. nat.", "Prof. Dr. h.c. mult.". */
const degrees = set(
  'med rer nat phil jur iur habil h c hc dent vet pol oec theol mult ing math agr pharm techn mont biol paed publ silv univ fh tu em emer dipl',
);
const compound = /^(?:dr|dipl|prof|mag|ing|bakk|dres)(?:-\p{L}+)+$/u;
const particles = set(
  'van von der den de del della di da dos das du la le el bin ibn al ter ten zu zum zur mac st vom af',
);
/** Kept with the last name: without it father and son would be one. */
const generations = set('jr sr ii iii iv');
/** Behind a name, and no part of it. */
const behind = set(
  'jun sen junior senior phd md mba msc bsc ba ma esq cpa obe mbe cbe llm llb mag bed med mphil dphil msw rn dds dvm pe cfa pmp mas dipl-ing dipl ing fh bakk csc drsc mph edd jd',
);
const salutation =
  'sres|senhor|senhora|meneer|ehepaar|eheleute|mr|mrs|ms|miss|mx|herr|herrn|frau|hr|fr|mme|m|monsieur|madame|sr|sra|srta|senor|senora|sig|sigra|signor|signora|dhr|mevr|mevrouw|de heer|pan|pani';
const pair = new RegExp(
  `^(?:${salutation}|dr|prof)\\s(?:\\p{L}{1,2}\\s){0,2}(?:&|\\+|/|und|and|et|y|e|en|i|a|og|och)\\s(?:${salutation}|dr|prof)\\s(?=\\S)`,
  'u',
);
const household = /^(?:fam|familie|family|familia|famiglia|famille|the)\s/;
const saluted = new RegExp(`^(?:${salutation}|fam|familie|family|familia|famiglia|famille)\\b`);
const word = (text: string): string => normalize(text).replace(/[.,()]/g, '');

const isLoud = (text: string): boolean => text.length > 2 && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
const isBehind = (text: string): boolean => behind.has(word(text));

export type Name = { readonly firstName: string | null; readonly lastName: string | null };
const nobody: Name = { firstName: null, lastName: null };

const familyBehind = /^(?:the\s)?(\S.*?)\s(?:family|household)$/i;

/** "Mr & Mrs Patel", "Familie Kurz": one household, called by its last name. */
export function householdOf(name: string): string | null {
  // "Mr&Mrs", "Herr/Frau".
  const text = name.slice(0, 400).replace(/(?<=\p{L}\.?)[/&+](?=\p{L})/gu, ' $& ');
  const plain = text.slice(0, 400).split(/\s+/).map(word).join(' ').trim();
  const lead =
    pair.exec(`${plain} `)?.[0] ??
    (household.test(plain) && !plain.startsWith('the ') ? household.exec(plain)?.[0] : undefined);
  if (lead === undefined) return familyBehind.exec(text.slice(0, 400).trim())?.[1] ?? null;
  const rest = text.trim().split(/\s+/).slice(lead.trim().split(' ').length);
  while (
    rest.length > 1 &&
    (titles.has(word(rest[0] ?? '')) || compound.test(normalize(rest[0] ?? '').replaceAll('.', '')))
  )
    rest.shift();
  if (rest.length === 0) return null;
  let from = rest.length - 1;
  while (from > 0 && particles.has(word(rest[from - 1] ?? ''))) from--;
  return rest.slice(from).join(' ');
}

/**
 * "Lee, Ann", "Dr. Ann van der Lee", "Ann Mary Lee Jr."; one word is a first name; Chinese, Japanese and Korean stay whole. The
 * person's own `address` tells where a last name of several words begins: "Ángel Muñoz Gil" beside angel.munozgil@firm.example.
 */
export function splitName(text: string, address = ''): Name {
  const tidy = text
    .slice(0, 400)
    .replace(/\s+/g, ' ')
    .replace(/\([^()]{0,80}\) ?$/, '')
    .trim();
  const family = householdOf(tidy);
  if (family !== null) return { firstName: null, lastName: family };
  const both = coupleOf(tidy);
  if (both !== null) return both;
  const comma = /^([^,]+),\s*([^,]+)$/.exec(tidy);
  // "DURAND Luc, PETIT Zoé" are two people, of whom the first is taken.
  if (comma?.slice(1).every(part => isLoud(part.split(' ')[0] ?? '') && /\s.*\p{Ll}/u.test(part)))
    return splitName(comma[1] ?? '');
  if (comma && !(comma[2] ?? '').split(' ').every(part => isBehind(part) || generations.has(word(part)))) {
    return { firstName: bare(comma[2] ?? ''), lastName: bare(comma[1] ?? '') };
  }
  const words = bareWords(tidy);
  if (words.length === 0) return tidy === '' ? nobody : { firstName: null, lastName: tidy };
  const isSaluted = saluted.test(normalize(tidy).replace(/\./g, ' '));
  // "Mr Smith" and "Mr de Vries" hold a last name only.
  if (isSaluted && words.slice(0, -1).every(part => particles.has(word(part))))
    return { firstName: null, lastName: words.join(' ') };
  if (words.length === 1) return { firstName: words[0] ?? null, lastName: null };
  // "DUPONT Éric": where only the first words are in capitals, they are the last name.
  const loud = words.findIndex(part => !isLoud(part));
  if (loud > 0 && words.slice(loud).every(part => !isLoud(part)))
    return { firstName: words.slice(loud).join(' '), lastName: words.slice(0, loud).join(' ') };
  let split = words.length - 1;
  while (split > 1 && generations.has(word(words[split] ?? ''))) split--;
  while (split > 1 && particles.has(word(words[split - 1] ?? ''))) split--;
  split = lastNameIn(address, words, split);
  return { firstName: words.slice(0, split).join(' '), lastName: words.slice(split).join(' ') };
}

/** "Rossi Maria" under "Cognome Nome": one last name with its particles, or all but the last word of three and more. */
export function splitLastFirst(text: string): Name {
  const words = bareWords(text.slice(0, 400).trim());
  if (words.length < 2 || /[,&+]/.test(text)) return splitName(text);
  let end = 0;
  while (end < words.length - 2 && particles.has(word(words[end] ?? ''))) end++;
  const split = end === 0 && words.length > 2 ? words.length - 1 : end + 1;
  return { firstName: words.slice(split).join(' '), lastName: words.slice(0, split).join(' ') };
}

/** Where the last name begins when the address holds it behind the first name or its initial ("a.munozgil"), else `split`. */
function lastNameIn(address: string, words: readonly string[], split: number): number {
  if (split < 2) return split;
  const [first = '', ...rest] = letters(address.slice(0, Math.max(0, address.indexOf('@')))).split(' ');
  const given = letters(words[0] ?? '');
  if (given === '' || (first !== given && first !== given.charAt(0))) return split;
  for (let from = 1; from < split; from++) {
    if (rest.includes(letters(words.slice(from).join('')))) return from;
  }
  return split;
}

const letters = (text: string): string =>
  normalize(text.slice(0, 400))
    .replace(/[^a-z]+/g, ' ')
    .trim();

const joined = /^(\S[^,]{0,100}?)(\s(?:&|\+|and|und|et|y|e|en|i|och|og)\s|\s?[/+&]\s?)(\S[^,]{0,100})$/i;
/** Between two first names; between others "e" and "y" belong to one name: "José Ortega y Gasset". */
const plainJoint = /^\s?(?:&|\+|\/|and|und)\s?$/i;

/**
 * Two people in one cell: "Ann and Bob Wood" share a last name, "Ada & Tom" have none, and of "Beth Lind and Sam Ward" the
 * first is taken.
 */
function coupleOf(text: string): Name | null {
  const [, left = '', joint = '', right = ''] = joined.exec(text) ?? [];
  // "S/O", "c/o" say whose son or in whose care.
  if (left === '' || /\d|(?<!\p{L})[a-z]\/[a-z](?!\p{L})/iu.test(text)) return null;
  const [one, other] = [bareWords(left), bareWords(right)];
  if (one.length === 1 && other.length === 1)
    return plainJoint.test(joint) ? { firstName: text, lastName: null } : null;
  if (one.length === 1 && /^\s?[&+/]\s?$/.test(joint)) {
    const { firstName, lastName } = splitName(right);
    return { firstName: [one[0], joint.trim(), firstName].join(' '), lastName };
  }
  if (one.length < 2 || other.length < 2 || !plainJoint.test(joint)) return null;
  const [first, second] = [splitName(left), splitName(right)];
  const shared = first.lastName !== null && normalize(first.lastName) === normalize(second.lastName ?? '');
  return shared ? { ...first, firstName: [first.firstName, joint.trim(), second.firstName].join(' ') } : first;
}

const salutations = set(salutation.replaceAll('|', ' '));

/**
 * What a name says beyond its halves, and beyond `others` that the row holds: 'more' is a title, a nickname in brackets or
 * another person, 'salutation' no more than Mr or Frau.
 */
export function saysBeside(text: string, { firstName, lastName }: Name, others = ''): 'more' | 'salutation' | null {
  const whole = `${firstName ?? ''} ${lastName ?? ''}`.trim();
  if (text === whole) return null;
  const words = (name: string) => name.split(/[\s,()]+/).filter(part => part !== '');
  const kept = new Set(words(`${whole} ${others}`));
  const left = words(text).filter(part => !kept.has(part));
  if (left.length === 0) return null;
  return left.length === 1 && salutations.has(word(left[0] ?? '')) ? 'salutation' : 'more';
}

function bareWords(text: string): string[] {
  const words = text.split(/[\s,]+/).filter(part => part !== '');
  while (words.length > 1 && words[0] === '&') words.shift();
  while (words.length > 1 && words.at(-1) === '&') words.pop();
  let titled = false;
  while (words.length > 1) {
    const first = word(words[0] ?? '');
    const isTitle = titles.has(first) || compound.test(first) || (titled && degrees.has(first));
    if (!isTitle) break;
    titled = true;
    words.shift();
    if (words.length > 1 && words[0] === '&') words.shift();
  }
  // "Ma" and "Ba" alone are names; behind two words they are degrees.
  while (words.length > 2 && isBehind(words.at(-1) ?? '')) words.pop();
  return words;
}

const bare = (text: string): string | null => bareWords(text).join(' ') || null;
