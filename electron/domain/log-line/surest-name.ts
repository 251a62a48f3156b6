// The surest name of a line, wherever it stands: by a title, by two capitals beside each other, or as a company.
import { isCompany } from './company-names.ts';
import { cover, fold, isCovered } from './fold.ts';
import type { DividedLine } from './parts.ts';
import { isInitial, takePeople } from './people.ts';
import type { LineSpan, SaidPerson } from './said.ts';
import { beginsCompany, endsName, nameParticles, titles } from './small-words.ts';
import { stepWordEnd } from './steps.ts';
import { isThing } from './things.ts';

type Candidate = LineSpan & {
  readonly people: readonly SaidPerson[];
  /** How surely it is a name; from `sure` on beyond doubt. */
  readonly score: number;
};
const sure = 4;

const wordOf = (token: string): string => fold(token).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
const isCapital = (token: string): boolean => /^['"“„«(]?\p{Lu}/u.test(token);

/** Behind these stands rather where it was, what it was by, or whom they went to instead. */
const elsewhere =
  /(?:^|\s)(?:than|versus|vs\.?|using|used|uses|chose|chosen|choose|picked|(?:go(?:ing|ne)?|went) (?:with|to|for)|on|via|in|near|nach|statt|als|als bei|bei|uber|im|sur|dans|chez|en|em|op|nimmt|kiest(?: toch)? voor|recommended by|referred by|empfehlung von|empfehlung durch|empfohlen von|empfohlen durch|recommandee? par|recomendad[oa] por|recomendo|recomienda|recomendacion de|raccomandat[oa] da|consigliat[oa] da|aanbevolen door|tip van|indicad[oa] por|rapport a|foi com|va con|por|par|price from|quote from|preventivo da|presupuesto de|devis de|devis chez)(?: (?:a|the|der|die|das|la|le|el|il|de|het|o))?\s*$/;
/** Behind these stands somebody. */
const toSomebody =
  /(?:^|\s)(?:to|for|from|with|w\/|off|an|mit|von|vom|bei|a|au|pour|avec|de|con|para|al|alla|da|dal|dalla|met|van|aan|naar|do|com|ao)\s*$/;

function scoreOf({ masked, folded }: DividedLine, one: LineSpan & { people: readonly SaidPerson[] }): number {
  const text = masked.slice(one.from, one.to);
  const tokens = text.split(/\s+/).filter(Boolean);
  const [person] = one.people;
  if (!person) return 0;
  const { firstName, lastName, company } = person.attributes;
  const isTitled = person.household !== null || titles.has(wordOf(tokens[0] ?? ''));
  const isWhole = firstName !== null && lastName !== null && isCapital(lastName);
  const isFirm = firstName === null && lastName === null && company !== null && isCompany(company);
  const before = folded.slice(Math.max(0, one.from - 40), one.from);
  const base = isTitled
    ? 6
    : one.people.length > 1
      ? 5
      : isWhole || isFirm || (company !== null && isCapital(text))
        ? sure
        : 1;
  const behind = folded.slice(one.to).trimStart();
  const isReached = isCovered(behind.charAt(0)) && /^[<(]?[\ue001\ue002]/.test(behind);
  const isFirst = before.trim() === '' && base >= sure;
  return (
    base +
    (toSomebody.test(before) ? 1 : 0) +
    (isReached ? 2 : 0) +
    (isFirst ? 2 : 0) -
    (elsewhere.test(before) && !isTitled ? 3 : 0)
  );
}

/** "Linda, Sue and Carl at Hopwood Estates": three, and their company. */
const listed =
  /(?<![\p{L}\p{N}])\p{Lu}\p{L}+(?:, \p{Lu}\p{L}+){1,4},? (?:and|&|und|et|y|e|en) (?=\p{Lu}\p{L}+(?![\p{L}]))/gu;

function lists({ masked }: DividedLine): (LineSpan & { people: readonly SaidPerson[] })[] {
  return [...masked.matchAll(listed)].flatMap(match => {
    const from = match.index + match[0].length;
    const last = takePeople(masked.slice(from));
    const [one] = last.people;
    if (!one || last.people.length > 1) return [];
    const firsts = match[0].split(/[^\p{L}]+/u).filter(word => isCapital(word));
    if (firsts.some(word => endsName(wordOf(word)) || isThing(wordOf(word)))) return [];
    const { company } = one.attributes;
    const people = firsts.map(firstName => ({
      ...one,
      text: company === null ? firstName : `${firstName} @ ${company}`,
      attributes: { ...one.attributes, firstName, lastName: null, company },
    }));
    return [{ from: match.index, to: from + last.used, people: [...people, one] }];
  });
}

/** "The Harpers", "les Masson", "los Navarro": a family by its last name. */
function familyOf(before: string, [one, ...others]: readonly SaidPerson[], used: number): SaidPerson | null {
  const article = /(?<![\p{L}])(the|les|los|gli|i signori|os|familie|die)\s+$/iu.exec(before)?.[1];
  if (!article || !one || others.length > 0 || one.household !== null || one.attributes.company !== null) return null;
  const name = one.attributes.firstName ?? '';
  const isEnglish = /^the$/i.test(article);
  if (one.attributes.lastName !== null || used > one.text.length + 2 || (isEnglish && !/\p{Ll}s$/u.test(name)))
    return null;
  // "The Hodges" may be called Hodge or Hodges.
  const doubt = isEnglish && /(?:es|ss)$/.test(name) ? asked(one).doubt : null;
  const lastName = isEnglish ? name.replace(/s$/, '') : name;
  return {
    ...one,
    attributes: { ...one.attributes, firstName: null, lastName },
    household: `${article} ${one.text}`,
    doubt,
  };
}

/** Where a name can begin: a title, or a capital that no capital stands before. */
function candidates(read: DividedLine, members: readonly string[]): readonly Candidate[] {
  const { masked } = read;
  const found: Candidate[] = lists(read).map(one => ({ ...one, score: scoreOf(read, one) }));
  const own = new Set(members.map(fold));
  let end = 0;
  for (const match of masked.matchAll(/\S+/g)) {
    const word = wordOf(match[0]);
    if (match.index < end || found.some(one => match.index < one.to && match.index >= one.from)) continue;
    const isTitle = titles.has(word) && !(nameParticles.has(word) || word.length < 2) && !/^st$/.test(word);
    const isTitleLetter = word === 'm' && /^M\.?$/.test(match[0]);
    if (!isTitle && !isTitleLetter && !isCapital(match[0])) continue;
    if (
      !isTitle &&
      !isTitleLetter &&
      !isInitial(match[0]) &&
      (isThing(word) || (endsName(word) && !beginsCompany(word)))
    )
      continue;
    const from = match.index + (/^[^\p{L}\p{N}]*/u.exec(match[0])?.[0].length ?? 0);
    const { people, used } = takePeople(masked.slice(from));
    if (people.length === 0) continue;
    const family = familyOf(masked.slice(0, from), people, used);
    if (family) {
      const span = { from, to: from + used };
      end = span.to;
      found.push({ ...span, people: [family], score: sure + 1 });
      continue;
    }
    const marks = /[\s,;:]+$/.exec(masked.slice(from, from + used))?.[0].length ?? 0;
    const span = { from, to: from + used - marks, people };
    end = span.to;
    if (people.some(({ text }) => own.has(fold(text)))) continue;
    found.push({ ...span, score: scoreOf(read, span) });
  }
  return found;
}

type Found = {
  readonly people: readonly SaidPerson[];
  readonly spans: readonly LineSpan[];
  readonly span: LineSpan | null;
};

/** Whether somebody else is named as surely. */
export function isOneOfTwo(read: DividedLine, { spans, span }: Found, members: readonly string[]): boolean {
  const taken = span ? [span] : spans;
  return candidates(read, members).some(
    one => one.score >= sure && !taken.some(({ from, to }) => one.from < to && from < one.to),
  );
}

/** A name that is surer than what was found, with what it takes of the line; null: there is none. */
export function surer(
  read: DividedLine,
  { people, spans, span }: Found,
  verbs: readonly LineSpan[],
  members: readonly string[],
): Candidate | null {
  // A word that says what happened is in no name: "Appelé M. Garnier".
  const toDo = read.parts
    .filter(({ isStep }) => isStep)
    .map(({ from, to }) => {
      const words = read.folded.slice(from, to);
      const start = from + words.length - words.trimStart().length;
      return { from: start, to: Math.max(start, from + stepWordEnd(words)) };
    });
  const masked = [...verbs, ...toDo].reduce((text, one) => cover(text, one, 'step'), read.masked);
  const all = candidates({ ...read, masked }, members);
  const [best, next] = all.toSorted((one, other) => other.score - one.score || one.from - other.from);
  // Better one that is asked than nobody.
  if (best && best.score < sure && people.length === 0 && best.people.every(isWhole))
    return { ...best, people: best.people.map(asked) };
  if (!best || best.score < sure) return null;
  if (people.length === 0) {
    const isOpen = next !== undefined && next.score >= best.score;
    return isOpen ? { ...best, people: best.people.map(asked) } : best;
  }
  const taken = span ? [span] : spans;
  const own = all.filter(one => taken.some(({ from, to }) => one.from < to && from < one.to));
  const wider = own.find(one =>
    taken.some(({ from, to }) => one.from <= from && one.to >= to && one.to - one.from > to - from + 1),
  );
  if (wider && wider.score >= sure && saysOf(wider.people) > saysOf(people)) return wider;
  // "Chez les Lambert": a family, and no first name.
  const family = own.find(one => one.people.some(({ household }) => household !== null));
  if (family && people.length === 1 && people[0]?.household === null && saysOf(people) === 1) return family;
  const mine = Math.max(0, ...own.map(({ score }) => score));
  if (best.score - mine < 3 || own.includes(best)) return null;
  // Small letters in a line with a name in capitals are none; anything else may be meant as well.
  const isSmall = people.every(({ text }) => text === text.toLowerCase());
  return isSmall ? best : { ...best, people: best.people.map(asked) };
}

const isWhole = ({ attributes: a }: SaidPerson): boolean => a.firstName !== null && a.lastName !== null;

/** How much is said of them. */
const saysOf = (people: readonly SaidPerson[]): number =>
  people.flatMap(({ attributes: { firstName, lastName, company } }) => [firstName, lastName, company].filter(Boolean))
    .length;

export const asked = (one: SaidPerson): SaidPerson => ({ ...one, doubt: `Is “${one.text}” who it is about?` });
