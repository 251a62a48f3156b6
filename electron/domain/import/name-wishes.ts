// A name in one cell with a wish not to be contacted beside it: "Cy Ott (Mill GmbH) - no calls".
import { isCompanyName } from './companies.ts';
import { holdsWish, type Wish, wishOf } from './consent-terms.ts';

export type NameBesideWish = {
  /** As it was written, without the wish and its own signs; the whole text where the wish may be the name. */
  readonly name: string;
  /** 'address': that there is no e-mail address, if so. */
  readonly says: 'no' | 'ask' | 'address';
};
type Place = 'sign' | 'bracket' | 'whole' | 'start' | 'end';
type Piece = { readonly kind: 'text' | 'sign' | 'bracket'; readonly text: string };

/** Some beginning of every wish; nearly every name has none of them, and the rest costs a hundred times as much. */
const mayWish =
  /(?<![\p{L}])(?:no|do|don['’ ]?t|never|opt|opts|opted|unsub\p{L}*|opt-?out|suppress\p{L}*|(?:black|block) ?-?list\p{L}*|dn[cm]|kein\p{L}*|nicht|ohne|werb\p{L}*|widersprochen|abgemeldet|newsletter\p{L}*|robinson ?liste|sperr\p{L}*|gesperrt|ne|pas|sans|d[ée]s(?:abo|ins)\p{L}*|bloctel|dad[oa]s?|lista|sin|baja|non|disis\p{L}*|cancell?\p{L}*|nessun\p{L}*|niente|senza|niet|uitgeschreven|afgemeld|geen|zonder|n[ãa]o|sem|descad\p{L}*|nie|wypisan\p{L}*|bez|brak|sprzeciw|kontakta|ring|avreg\p{L}*|avanm\p{L}*|ing[ea]n?|inget|utan|ej|fr[åa]bett|afmeldt|avmeldt|ikke)(?![\p{L}])/iu;
/** A last name and a place. */
const isNameToo = /^\W*(?:robinson|baja|bloctel)\W*$/i;
/** Each splits a text with what it splits by between the parts. */
const brackets = /(\s*(?:\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}))/;
const spaced = /(\s*[,;:|/!*_\n–—]+\s*|\s+-+\s*|\s*-+\s+)/;
const hyphens = new RegExp(`(${spaced.source.slice(1, -1)}|-)`);
/** Said besides, it takes back or doubts what was asked. */
const takenBack =
  /opt(?:ed)?[ -]?in|again|wieder|but|aber|except|au(?:ss|ß)er|only|nur|ok\b|not\b.*opt|until|bis\b|before|vor\b|nach\b|after/i;

function piecesOf(text: string, signs: RegExp): Piece[] {
  const pieces: Piece[] = [];
  for (const [i, part] of text.split(brackets).entries()) {
    if (i % 2 === 1) pieces.push({ kind: 'bracket', text: part });
    else
      for (const [k, one] of part.split(signs).entries())
        if (one !== '') pieces.push({ kind: k % 2 === 1 ? 'sign' : 'text', text: one });
  }
  return pieces;
}

const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** Without the piece at `at`, and without the signs around it. */
function without(pieces: readonly Piece[], at: number): string {
  const gone = new Set([at]);
  if (pieces[at]?.kind === 'text') {
    const isClosing = (i: number) => pieces[i]?.kind === 'sign' && /[!*_]/.test(pieces[i]?.text ?? '');
    if (pieces[at - 1]?.kind === 'sign') gone.add(at - 1);
    else if (pieces[at + 1]?.kind === 'sign') gone.add(at + 1);
    if (isClosing(at + 1)) gone.add(at + 1);
    // "!!! DNC !!! Cy Ott"
    if (isClosing(at - 1) && at === 1 && pieces[at + 1]?.kind === 'sign') gone.add(at + 1);
  }
  return tidy(spread(pieces, gone));
}

/** What is left, with a space where both sides stood apart. */
function spread(pieces: readonly Piece[], gone: ReadonlySet<number>): string {
  return pieces.reduce((text, piece, i) => {
    if (gone.has(i)) return text;
    const wasApart = gone.has(i - 1) && text !== '' && !/\s$/.test(text) && !/^\s/.test(piece.text);
    return text + (wasApart && piece.kind !== 'sign' ? ' ' : '') + piece.text;
  }, '');
}

const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s,;:|/–—-]+|[\s,;:|/–—-]+$/g, '')
    .trim();

/** "Democratic National Committee" begins with the letters DNC. */
function hasInitials(rest: string, text: string): boolean {
  const wanted = /(?<![\p{L}])dn[cm](?![\p{L}])/iu.exec(text)?.[0].toLowerCase() ?? '';
  const words = rest.split(/[^\p{L}]+/u).filter(one => one !== '');
  const of = (some: readonly string[]) => some.map(one => one.charAt(0).toLowerCase()).join('');
  return wanted !== '' && [words, words.filter(one => /^\p{Lu}/u.test(one))].some(some => of(some).includes(wanted));
}

const asks = (name: string): NameBesideWish => ({ name, says: 'ask' });

/** What a wish found at `place` means beside `rest`; `text`: the whole cell. Null: it is part of the name. */
function judged(wish: Wish, place: Place, column: string, rest: string, text: string): NameBesideWish | null {
  const isFirm = column === 'company' || isCompanyName(rest) || (place === 'start' && isCompanyName(text));
  const no = { name: rest, says: 'no' } as const;
  const isApart = place === 'sign' || place === 'bracket';
  switch (wish) {
    case 'initials':
      if (hasInitials(rest, text)) return isFirm ? null : asks(text);
      if (isFirm) return place === 'start' || (place === 'end' && !isCompanyName(rest)) ? null : asks(text);
      if (isApart) return no;
      return place === 'start' && column === 'fullName' && !rest.includes(' ') ? asks(text) : asks(rest);
    case 'noun':
      if (place === 'start' || place === 'end') return null;
      return isFirm || (column === 'fullName' && place !== 'bracket') ? asks(text) : no;
    case 'address':
    case 'short': {
      const found = wish === 'short' ? no : ({ name: rest, says: 'address' } as const);
      if (place === 'start') return isFirm ? null : asks(wish === 'short' ? rest : text);
      if (!isFirm || isApart) return found;
      if (place === 'whole') return wish === 'short' ? no : asks(text);
      return isCompanyName(rest) ? found : asks(text);
    }
    case 'newsletter':
      return place === 'start' ? null : asks(rest);
    default:
      // "Do Not Disturb Ltd" and "Opt Out Media GmbH" may be firms; "keine Werbung Mill GmbH" is none.
      if ((place !== 'start' && place !== 'whole') || !isCompanyName(text)) return no;
      return isCompanyName(rest) && /^(?:bitte|please|do|don|kein|nicht|ne|niet|geen|nao)/i.test(text)
        ? no
        : asks(text);
  }
}

/** What stands in brackets asks as a whole, or beside something else: "(do not call, moved)". */
function inBrackets(text: string): { readonly wish: Wish; readonly sure: boolean } | null {
  const inside = text.trim().slice(1, -1);
  const whole = isNameToo.test(inside) ? null : wishOf(inside);
  if (whole !== null) return { wish: whole, sure: true };
  const part = inside
    .split(/[,;/.–—]|\s-\s/)
    .map(one => (isNameToo.test(one) ? null : wishOf(one)))
    .find(one => one !== null && one !== 'noun');
  if (part !== undefined && part !== null) return { wish: part, sure: !takenBack.test(inside) };
  return holdsWish(inside) && !isCompanyName(inside) && !/^not |^nicht /i.test(inside)
    ? { wish: 'outright', sure: false }
    : null;
}

/** A wish that no sign stands before: the longest one of words at the end, else at the beginning. */
function within(text: string): { readonly wish: Wish; readonly place: Place; readonly rest: string } | null {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 14) return null;
  for (const place of ['end', 'start'] as const) {
    for (let count = Math.min(words.length - 1, 9); count > 0; count--) {
      const said = (place === 'end' ? words.slice(-count) : words.slice(0, count)).join(' ');
      const wish = isNameToo.test(said) ? null : wishOf(said);
      // "Dnc" may be a name; one word that is no statement is one.
      if (wish === null || (wish === 'initials' && count === 1 && said !== said.toUpperCase())) continue;
      const rest = (place === 'end' ? words.slice(0, -count) : words.slice(count)).join(' ');
      return { wish, place, rest };
    }
  }
  return null;
}

function besideSigns(text: string, column: string, signs: RegExp): NameBesideWish | null {
  const pieces = piecesOf(text, signs);
  const texts = pieces.filter(({ kind }) => kind === 'text');
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'sign') continue;
    const rest = without(pieces, at);
    if (piece.kind === 'bracket') {
      const found = inBrackets(piece.text);
      const judgement = found && judged(found.wish, 'bracket', column, rest, text);
      if (judgement) return found.sure || judgement.says === 'ask' ? judgement : asks(judgement.name);
      continue;
    }
    const wish = isNameToo.test(piece.text) ? null : wishOf(piece.text);
    if (wish !== null) {
      const judgement = judged(wish, rest === '' ? 'whole' : 'sign', column, rest, text);
      if (judgement) return judgement;
    } else if (texts.length > 1 && at > 0 && holdsWish(piece.text) && column !== 'company' && !isCompanyName(text))
      return asks(rest);
  }
  for (const [at, piece] of pieces.entries()) {
    const found = piece.kind === 'text' ? within(piece.text) : null;
    if (found === null) continue;
    const rest = joined(pieces.map((one, i) => (i === at ? { ...one, text: keepingEnds(one.text, found.rest) } : one)));
    const judgement = judged(found.wish, found.place, column, tidy(rest), text);
    if (judgement) return judgement;
  }
  return null;
}

const keepingEnds = (whole: string, text: string): string =>
  `${/^\s*/.exec(whole)?.[0] ?? ''}${text}${/\s*$/.exec(whole)?.[0] ?? ''}`;

/** A name without the wishes not to be contacted that stand beside it: "DO NOT CALL - Cy Ott"; null: none does. */
export function nameBesideWish(text: string, column: string): NameBesideWish | null {
  if (text.length > 200 || !mayWish.test(text)) return null;
  const found = besideSigns(text, column, spaced) ?? besideSigns(text, column, hyphens);
  if (found === null) return column !== 'company' && !isCompanyName(text) && holdsWish(text) ? asks(text) : null;
  const more = found.name.length < text.length ? nameBesideWish(found.name, column) : null;
  if (more === null) return found;
  return { name: more.name, says: [found, more].find(({ says }) => says === 'no')?.says ?? found.says };
}
