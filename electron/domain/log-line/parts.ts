// A line in parts: what commas and full stops divide, with the days, amounts and addresses that stand in each.
import { type FoundAmount, findAmounts } from './amounts.ts';
import { type FoundEmail, type FoundPhone, findEmails, findPhones } from './contacts.ts';
import { findDates } from './dates.ts';
import { type Duty, dutyOf, isByUs } from './duty.ts';
import { cover, fold, type Mask } from './fold.ts';
import type { FoundDate } from './found-date.ts';
import { languageOf } from './language.ts';
import type { LineHome, LineSpan } from './said.ts';
import { titles } from './small-words.ts';
import { beforeStep, finite, isInfinitive, isStep, isSureStep, isToCome, mayBeOrder } from './steps.ts';
import { type FoundTouches, findTouches } from './touches.ts';

export type Part = LineSpan & {
  readonly dates: readonly FoundDate[];
  readonly amounts: readonly FoundAmount[];
  readonly isStep: boolean;
  /** The words that say it is to be done, counted from the beginning of the part. */
  readonly duty: Duty | null;
};

export type DividedLine = {
  /** As typed, in one line. */
  readonly line: string;
  /** Without what has been read as an address, a number, a day or an amount; each as long as `line`. */
  readonly masked: string;
  readonly folded: string;
  readonly emails: readonly FoundEmail[];
  readonly phones: readonly FoundPhone[];
  readonly parts: readonly Part[];
  readonly touches: FoundTouches;
};

const abbreviations = new Set(
  'hnos gebr flli ets sres dres dhr mevr sig dott ing arq fa fam str mr mrs ms dr prof st no nr co inc ltd hr fr sr sra mme hno str ca bzgl tel ext approx'.split(
    ' ',
  ),
);

/** Most parts of a line; what is behind them is one more. */
const mostParts = 40;

/** Where one part ends and the next begins. */
function dividers(text: string): LineSpan[] {
  const found: LineSpan[] = [];
  for (const match of text.matchAll(/[;\n]|,(?!\d)|:(?=\s|$)|\s[-–—|/]\s|[.!?]+(?=\s|$)|\s(?:->|=>)\s/g)) {
    if (match[0].startsWith('.')) {
      const before = /[\p{L}.]+$/u.exec(text.slice(0, match.index))?.[0] ?? '';
      const isAbbreviation = /^\p{L}(?:\.\p{L})*$/u.test(before) || abbreviations.has(before) || titles.has(before);
      if (isAbbreviation && text.slice(match.index + 1).trim() !== '') continue;
    }
    found.push({ from: match.index, to: match.index + match[0].length });
  }
  for (const match of text.matchAll(beforeStep)) found.push({ from: match.index, to: match.index + match[0].length });
  return found.sort((one, other) => one.from - other.from);
}

const inside = <T extends LineSpan>(items: readonly T[], { from, to }: LineSpan): T[] =>
  items.filter(item => item.from >= from && item.to <= to);

/** Reads what stands in a line for itself, and divides the rest. */
export function readLine(text: string, home: LineHome): DividedLine {
  const line = text.normalize('NFC').replace(/\s/g, ' ');
  let masked = line;
  let folded = fold(line);
  const hide = (spans: readonly LineSpan[], mask: Mask) => {
    for (const span of spans) [masked, folded] = [cover(masked, span, mask), cover(folded, span, mask)];
  };
  const emails = findEmails(line);
  hide(emails, 'email');
  const phones = findPhones(masked, home.country);
  hide(phones, 'phone');
  // A campaign is no person, and "Winter 2026" in its name is no day.
  const touches = findTouches(line, folded, home);
  const names = [touches.campaign, touches.content].flatMap(one => (one?.sure ? [one] : []));
  for (const span of names) masked = cover(masked, span, 'touch');
  const bare = names.reduce((text, span) => cover(text, span, 'touch'), folded);
  const dates = findDates(bare, home);
  hide(dates, 'date');
  const amounts = findAmounts(
    names.reduce((text, span) => cover(text, span, 'touch'), folded),
    masked,
    home,
    languageOf(folded, home.language),
  );
  hide(amounts, 'amount');
  const language = languageOf(folded, home.language);
  const marks = dividers(folded).slice(0, mostParts);
  const bounds: LineSpan[] = [];
  let from = 0;
  for (const mark of [...marks, { from: folded.length, to: folded.length }]) {
    if (folded.slice(from, mark.from).trim() !== '') bounds.push({ from, to: mark.from });
    from = Math.max(from, mark.to);
  }
  const parts = bounds.map((span, index): Part => {
    const own = { dates: inside(dates, span), amounts: inside(amounts, span) };
    const words = folded.slice(span.from, span.to);
    const isToDo = index === 0 ? isSureStep(words, own.dates, home.today) : isStep(words, own.dates);
    const isOrder = index > 0 && mayBeOrder(words, own.dates, language);
    const said = own.dates[0]?.pull === 'past' ? null : dutyOf(words, index === 0, language);
    const isOurs =
      own.dates.some(({ future, pull }) => future.length > 0 && pull !== 'past') && isByUs(words, index === 0);
    // In German a verb has a small letter: "mahnen" is to be done, "Treppen" are not.
    const verb =
      language === 'de' && index > 0 && own.dates.length === 0
        ? /^\s*((?:\S+ ){0,3})\p{Ll}{3,}(?:en|ern|eln)\s*$/u.exec(masked.slice(span.from, span.to))
        : null;
    const isVerb =
      verb !== null &&
      !finite.test(words) &&
      !/(?<![\p{L}])(?:keinen|einen|meinen|seinen|ihren|den|\p{L}*ge\p{L}{2,}en|be\p{L}+en|ver\p{L}+en|\p{L}+lichen|\p{L}+igen|wegen|gegen|zwischen|drinnen|oben|unten)\s*$/u.test(
        words,
      );
    const duty =
      said ??
      (isOurs && !isStep(words, own.dates) ? { from: 0, to: 0, sure: false } : null) ??
      (isVerb && !isStep(words, own.dates) ? { from: 0, to: 0, sure: verb[1] === '' } : null) ??
      (isOrder && !isStep(words, own.dates) ? { from: 0, to: 0, sure: false } : null);
    const isInf =
      (index > 0 || own.dates.some(date => isToCome(date, home.today))) && isInfinitive(words, own.dates, language);
    return { ...span, ...own, duty, isStep: isToDo || isInf || duty !== null };
  });
  return { line, masked, folded, emails, phones, parts, touches };
}
