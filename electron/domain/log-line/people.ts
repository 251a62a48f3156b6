// People in a stretch of the line: "dave @ kingsley", "Ann and Bob Lee", "Mr & Mrs Shah", "Greenfield Ltd".
import { householdOf, splitName } from '../import/names.ts';
import { companyFollows, isCompany, wordOf } from './company-names.ts';
import { fold, isCovered } from './fold.ts';
import type { PersonAttributes, SaidPerson } from './said.ts';
import {
  beginsCompany,
  endsName,
  isFirstName,
  isLastName,
  isLegalForm,
  isPlaceholder,
  isTrade,
  nameParticles,
  titles,
} from './small-words.ts';
import { isAppointment, isStepVerb } from './steps.ts';
import { isThing } from './things.ts';

export const nobodyKnown: PersonAttributes = {
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  company: null,
};

/** "J." of "J. Whitlock". */
export const isInitial = (token: string): boolean => /^\p{Lu}\.?$/u.test(token) && !/^[AIOYEÀ]$/.test(token);
const isJoint = (word: string): boolean => ['and', 'und', 'u', 'et', 'y', 'e', 'en', 'och', 'i'].includes(word);
const isCapital = (token: string): boolean => /^\p{Lu}/u.test(token);
/** "Pohl hat's" is no name, "O'Dowd" is. */
const endsHere = (word: string): boolean =>
  endsName(word) || (/^\p{L}{2,}'/u.test(word) && endsName(word.split("'")[0] ?? ''));

/** "dave jones" as "Dave Jones"; a name with a capital anywhere stays as it was typed. */
export function capitalized(name: string): string {
  if (name !== name.toLowerCase()) return name;
  return name.replace(/(?<![\p{L}\p{N}'’.])\p{L}(?=[\p{L}'’.-]|$|\s)/gu, (letter, at: number) => {
    const word = /^[\p{L}]+/u.exec(name.slice(at))?.[0] ?? '';
    return at > 0 && nameParticles.has(word) ? letter : letter.toUpperCase();
  });
}

/** "Popped round", "Ordered": a verb with a capital begins the line; "Fred" and "Ahmed" are names. */
const isPastVerb = (token: string, next: string): boolean =>
  /^\p{Lu}\p{Ll}{2,}ed$/u.test(token) &&
  !/^(?:fred|alfred|wilfred|winifred|manfred|ahmed|moham+ed|muham+ed|jared|syed|saeed|waheed|majeed|rashed|hamed|reed|creed|reid)$/i.test(
    token,
  ) &&
  /^\p{L}/u.test(next);

/** How many tokens from `at` on can be one name. */
function runLength(tokens: readonly string[], at: number, most: number): number {
  const first = tokens[at] ?? '';
  if (
    isThing(wordOf(first)) ||
    isAppointment(wordOf(first)) ||
    isStepVerb(wordOf(first)) ||
    /^[([]/.test(first) ||
    isPastVerb(first, tokens[at + 1] ?? '')
  )
    return 0;
  let length = 0;
  let names = 0;
  for (let index = at; index < tokens.length; index++) {
    const token = tokens[index] ?? '';
    // What has been read, and what stands in brackets, is in no name.
    if ([...token].some(isCovered) || (index > at && /^[([]/.test(token))) break;
    // "M'a écrit": a pronoun is no name.
    if (/^\p{Ll}{1,2}['’]/u.test(token) && index > at) break;
    const word = wordOf(token);
    const next = wordOf(tokens[index + 1] ?? '');
    const isTitle = titles.has(word);
    if (names > 0 && isThing(word) && !isTrade(word) && !isLastName(word, token)) break;
    const joins = token === '&' || token === '+' || isJoint(word);
    if (joins) {
      // "Ann and Bob", "Mr & Mrs Shah", "Harris & Sons": behind it another name must stand.
      // "Rocío Saavedra y nada": beside capitals a small word is no second name.
      const isSmall =
        /^\p{Ll}/u.test(tokens[index + 1] ?? '') && isCapital(tokens[index - 1] ?? '') && !titles.has(next);
      const more =
        index > at && next !== '' && !isSmall && /^\p{L}/u.test(next) && (!endsHere(next) || titles.has(next));
      if (!more) break;
      names = 0;
      continue;
    }
    // "AB von Frau Sander": another one begins there, and before it was no name.
    // "Umzug Familie Bock" too, but for "Tierarztpraxis Dr. Moll".
    const isFirm = isTrade(wordOf(first)) || beginsCompany(wordOf(first));
    if (isTitle && names > 0 && !isFirm && !nameParticles.has(word) && isCapital(token)) break;
    if (isTitle && names > 0 && nameParticles.has(wordOf(tokens[index - 1] ?? ''))) break;
    if (isTitle) {
      length = index + 1 - at;
      continue;
    }
    const particle =
      nameParticles.has(word) &&
      names > 0 &&
      next !== '' &&
      !endsName(next) &&
      /^\p{Lu}/u.test(tokens[index + 1] ?? '');
    // "Ed Blythe", "Will Stone": a small word that is a first name too.
    const isFirst = names === 0 && isFirstName(word, token) && /^\p{Lu}\p{Ll}/u.test(tokens[index + 1] ?? '');
    const particles =
      nameParticles.has(word) && nameParticles.has(next) && names > 0 && /^\p{Lu}/u.test(tokens[index + 2] ?? '');
    // "Weber von der Tischlerei Sommer" is no von der Tischlerei.
    if (nameParticles.has(word) && names > 0 && companyFollows(tokens, index)) break;
    const titled = nameParticles.has(word) && names === 0 && index > at && titles.has(wordOf(tokens[index - 1] ?? ''));
    const isLast = names >= 1 && isLastName(word, token) && /^\p{Lu}/u.test(tokens[index - 1] ?? '');
    // "Comunidad Los Olmos"
    const article =
      names === 1 &&
      beginsCompany(wordOf(tokens[at] ?? '')) &&
      /^(?:l[aeo]s?|el|les|il|de|del|della|do|da|von)$/.test(word) &&
      /^\p{Lu}/u.test(tokens[index + 1] ?? '');
    // "Hotel Las Palmeras": an article with a capital belongs to what it stands in.
    const capitalArticle =
      names > 0 && isCapital(token) && nameParticles.has(word) && isCapital(tokens[index + 1] ?? '');
    const initial = names === 0 && isInitial(token) && isCapital(tokens[index + 1] ?? '');
    if (
      !(particle || particles || titled || isLast || isFirst || article || capitalArticle || initial) &&
      (!/^[\p{L}]/u.test(word) || endsHere(word))
    )
      break;
    // "Uwe Thiel geschickt": a small letter behind a whole name is no name.
    if (names > 0 && isLegalForm(word)) {
      length = index + 1 - at;
      // "GmbH & Co. KG"
      const more = /^(?:&|\+|und) co\.?(?: (?:kg|ohg|kgaa))?/i.exec(tokens.slice(index + 1, index + 4).join(' '))?.[0];
      return more ? length + more.split(' ').length : length;
    }
    const isSmall = names > 0 && /^\p{Ll}/u.test(token) && isCapital(tokens[index - 1] ?? '');
    if (isSmall && !(particle || particles)) break;
    if (!(particle || particles || titled)) names++;
    if (names > most) break;
    length = index + 1 - at;
    // "gemiste oproep van Joost Vermeer": small letters before a name in capitals are none.
    if (
      isCapital(token) &&
      /^\p{Ll}/u.test(first) &&
      !nameParticles.has(wordOf(first)) &&
      !titles.has(wordOf(first)) &&
      !isCompany(tokens.slice(at, index + 1).join(' '))
    )
      return 0;
    if (/[,;:)]$/.test(token)) break;
  }
  return length;
}

/** Before the name of a company: "@ Kingsley", "from Kingsley", "von der Tischlerei Sommer", "chez Durand". */
const atCompany =
  /^(?:@|at|from|of|with|bei|von|de|di|du|von (?:der|dem)(?: firma)?|von firma|vom|der firma|de chez|chez|de la (?:empresa|societe)|de l'entreprise|de la|dal(?:la)?|da|van|from the)$/;
const noCompany = new Set(
  'number no nr unit flat plot house room the a an my our his her their home eux lui elle elles moi nous vous ihm ihnen ihr uns ellos ella lunch work site noon show fair stand once least last first'.split(
    ' ',
  ),
);

type Taken = { readonly people: readonly SaidPerson[]; readonly used: number };

function person(text: string, attributes: Partial<PersonAttributes>, household: string | null = null): SaidPerson {
  return { text, attributes: { ...nobodyKnown, ...attributes }, household, doubt: null };
}

/** "Ann and Bob Lee" are two of one last name, "Ann Lee and Bob Ray" two of two. */
function several(text: string): SaidPerson[] {
  const parts = text.split(/\s+(?:&|\+|and|und|u\.?|et|y|e|en|och)\s+/iu);
  const names = parts.map(part => splitName(capitalized(part)));
  const last = names.at(-1)?.lastName ?? null;
  return names.map((name, index) =>
    person(parts[index] ?? text, {
      firstName: name.firstName,
      lastName: name.lastName ?? (name.firstName === null ? null : last),
    }),
  );
}

function named(text: string): SaidPerson[] {
  const tidy = text
    .replace(/[,;:)\]]+$/, '')
    .replace(/(?<=\p{L}{2})(?:['’]s|(?<=s)['’])$/u, '')
    .trim();
  if (tidy === '') return [];
  // "Dona Teresa" is called by her first name.
  const first = /^do[nñ]a\s+(\p{L}+)$/iu.exec(tidy)?.[1];
  if (first) return [person(tidy, { firstName: capitalized(first) })];
  const household = householdOf(tidy);
  if (household !== null) return [person(tidy, { lastName: capitalized(household) }, tidy)];
  if (isCompany(tidy)) return [person(tidy, { company: capitalized(tidy) })];
  if (tidy.split(/\s+/).every(word => isPlaceholder(wordOf(word)))) return [];
  if (/\s(?:&|\+|and|und|u\.?|et|y|e|en|och)\s/iu.test(tidy)) return several(tidy);
  // Titles that no import knows: "Mw. Verhoeven".
  const title = tidy.split(/\s+/)[0] ?? '';
  const split = splitName(capitalized(tidy));
  const isLeft = titles.has(wordOf(title)) && fold(split.firstName ?? '').startsWith(fold(title));
  const name = isLeft ? splitName(capitalized(tidy.slice(title.length).trim())) : split;
  // "Dr Okafor" is called by the last name, as "Mr Shah" is.
  const isTitled = name.lastName === null && titles.has(wordOf(tidy.split(/\s+/)[0] ?? ''));
  return [person(tidy, isTitled ? { lastName: name.firstName } : name)];
}

/** The people at the beginning of `text`, and how much of it they take; none where it begins with no name. */
export function takePeople(text: string): Taken {
  const none = { people: [], used: 0 };
  const tokens = [...text.matchAll(/\S+/g)].map(match => ({ token: match[0], at: match.index }));
  const words = tokens.map(({ token }) => token);
  const length = runLength(words, 0, 4);
  const endOf = (index: number): number => (tokens[index]?.at ?? 0) + (tokens[index]?.token.length ?? 0);
  if (length === 0) {
    // "@ Kingsley rang": a company and nobody in particular.
    if (words[0] !== '@') return none;
    const more = runLength(words, 1, 5);
    const company = words
      .slice(1, 1 + more)
      .join(' ')
      .replace(/[,;:]+$/, '');
    return more === 0 ? none : { people: [person(company, { company: capitalized(company) })], used: endOf(more) };
  }
  const whole = words.slice(0, length).join(' ');
  const at = whole.indexOf('@');
  if (at > 0) return none;
  const bracket = /^\((.{2,80}?)\)/.exec(text.slice(endOf(length - 1)).trimStart());
  const people = named(whole);
  if (people.length === 0) return none;
  const withCompany = (typed: string): readonly SaidPerson[] => {
    const company = typed.replace(/^(?:fa\.|firma|ditta|empresa|societe|société|bedrijf|company)\s+/iu, '');
    return people.map(one =>
      one.attributes.company === null
        ? { ...one, text: `${one.text} @ ${company}`, attributes: { ...one.attributes, company: capitalized(company) } }
        : one,
    );
  };
  // "Mick O'Dowd (07700 900732)": in brackets is how he is reached.
  if (bracket?.[1] && [...bracket[1]].some(isCovered))
    return { people, used: text.indexOf(')', endOf(length - 1)) + 1 };
  if (bracket?.[1] && !/@|\d{5}/.test(bracket[1])) {
    const used = text.indexOf(')', endOf(length - 1)) + 1;
    return { people: withCompany(bracket[1].trim()), used };
  }
  if (/[,;:]$/.test(whole)) return { people, used: endOf(length - 1) };
  // One, two or three words before a company.
  for (const many of [3, 2, 1]) {
    const before = words.slice(length, length + many).map(wordOf);
    const sign = words.slice(length, length + many).join(' ') === '@' ? '@' : before.join(' ');
    if (!atCompany.test(sign)) continue;
    const next = wordOf(words[length + many] ?? '');
    // "@ the Willows Nursery" is called so; "at the show" is no company.
    const article = sign === '@' && next === 'the' ? 1 : 0;
    if (article === 0 && noCompany.has(next)) continue;
    const run = runLength(words, length + many + article, 5);
    if (run === 0) continue;
    const more = run + article;
    const company = words
      .slice(length + many, length + many + more)
      .join(' ')
      .replace(/[,;:]+$/, '');
    // "Ann-Marie Coyle at half past": beside capitals a small word is no company.
    const isSmall = isCapital(words[0] ?? '') && company === company.toLowerCase() && sign !== '@';
    if (isSmall && !isCompany(company)) continue;
    // "At BNI breakfast": what goes on in a small word is an event, and no company.
    const behind = words[length + many + more] ?? '';
    if (
      /^(?:at|from|of|in)$/.test(sign) &&
      !/[,;:]$/.test(words[length + many + more - 1] ?? '') &&
      /^\p{Ll}{4,}/u.test(behind) &&
      isCapital(company) &&
      !endsHere(wordOf(behind)) &&
      !/ed$|^(?:sent|met|went|left|wrote|spent)$/.test(wordOf(behind))
    )
      continue;
    if (sign === 'van' || sign === 'with' || (/^(?:de la|da|von|de|di|du)$/.test(sign) && !isCompany(company)))
      continue;
    return { people: withCompany(company), used: endOf(length + many + more - 1) };
  }
  return { people, used: endOf(length - 1) };
}
