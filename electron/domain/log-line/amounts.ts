// Amounts of money in a line: "12k", "£2,300 + VAT", "1.200 €", "3-4k", "2 grand".
import { largestAmount, minorUnits } from '../../../shared/money.ts';
import { decimalEvidence, parseNumber } from '../import/numbers.ts';
import { foldedPattern } from './pattern.ts';
import { isOfOne } from './price-of-one.ts';
import type { LineHome, LineSpan, SaidAmount } from './said.ts';

export type FoundAmount = LineSpan &
  Omit<SaidAmount, 'doubt'> & {
    /** `money`: it may count something else; `one`: it may be the price of one; null: neither. */
    readonly doubt: 'money' | 'one' | null;
    /** Where the words for tax begin: they stay in the note. */
    readonly taxFrom: number;
  };

const signs: Readonly<Record<string, string>> = {
  '£': 'GBP',
  '€': 'EUR',
  $: 'USD',
  '¥': 'JPY',
  '₹': 'INR',
  zl: 'PLN',
  kc: 'CZK',
  euro: 'EUR',
  euros: 'EUR',
  eur: 'EUR',
  quid: 'GBP',
  pounds: 'GBP',
  pound: 'GBP',
  gbp: 'GBP',
  usd: 'USD',
  dollars: 'USD',
  chf: 'CHF',
  franken: 'CHF',
  fr: 'CHF',
  cad: 'CAD',
  aud: 'AUD',
  nzd: 'NZD',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  pln: 'PLN',
  czk: 'CZK',
};
const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'];
/** Currencies whose coin or note is a "kr". */
const crowns = ['SEK', 'NOK', 'DKK', 'ISK', 'CZK'];

const sign = String.raw`[£€$¥₹]|\b(?:eur|gbp|usd|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|fr\.?|kr\.?)`;
const signAfter = String.raw`[£€$¥₹]|(?:euros?|eur|gbp|quid|pounds?|usd|dollars|chf|franken|cad|aud|nzd|sek|nok|dkk|pln|czk|kr|zl|kc)\b`;
const number = String.raw`\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const factor = String.raw`k|teur|grand|tsd\.?|tausend|thousand|mille|mila|mil|mio\.?|m(?=\s*[£€$])`;
const tax = String.raw`\s?[+(]?\s?(?:(?:excl?|incl?|inkl|zzgl|plus|hors|sin|ohne|net|netto|brutto|ex|inc)\.?\s)?(?:vat|mwst|ust|tva|iva|btw|ht|ttc|netto|brutto|net|gst)\b\.?\)?`;
const one = String.raw`(${sign})?\s?(${number})\s?(?:(${factor})(?![\p{L}\d]))?`;
const pattern = foldedPattern(
  String.raw`(?<![\p{L}\d.,/#:])${one}(?:\s?(?:-|–|to|bis|a|hasta)\s?${one})?\s?(${signAfter})?(${tax})?(?![\d:]|e\d|/\s?\d|[.,]\d)`,
  'gi',
);
/** What may follow an amount that names no currency; before any other word it may count something. */
const goesOn =
  /^\s*(?:$|[,;.:!?)\ue001-\ue005+]|(?:and|for|on|plus|max|budget|net|ish|or|und|fur|et|pour|y|por|para|quote|total|deal|job|inc|ex)\b)/;

const factorOf = (word: string | undefined): number => (word === undefined ? 1 : /^(?:m$|mio)/i.test(word) ? 1e6 : 1e3);

function numberIn(text: string): number | null {
  const tidy = text.trim();
  // Three digits behind a mark are thousands: no amount has three decimals.
  const evidence = decimalEvidence(tidy);
  const mark = /[.,](?=\d{3}$)/.exec(tidy)?.[0];
  const decimal = evidence === 'either' || evidence === null ? (mark === '.' ? ',' : '.') : evidence;
  return parseNumber(tidy, decimal);
}

function currencyOf(text: string | undefined, home: string): string {
  const word = text?.toLowerCase().replace(/\.$/, '') ?? '';
  if (word === '$' || word === 'dollars') return dollars.includes(home) ? home : 'USD';
  if (word === 'kr') return crowns.includes(home) ? home : 'SEK';
  return signs[word] ?? home;
}

const leads =
  /(?:budget|about|around|approx\.?|roughly|circa|ca\.?|c\.|for|at|to|preis|price|costs?|worth|total|quote[ds]?|estimate|deposit|env(?:iron|\.)?|unos|unas|aprox\.?|sobre|a|de|por|fur|von|bei|um|pour|vers|per|voor|rond|cerca de)\s*$/;
const counted =
  /(?:\b(?:plot|no|nr|nummer|number|order|job|invoice|inv|ref|room|unit|house|flat|apt|page|po|code|pin|ext|rechnung|auftrag|factura|facture|fattura|factuur|fatura|bestellung|pedido|commande|ordine|zimmer|model|modell|type|typ|reg|mot|route|hausnummer|numero|before|after|until|since)\.?|#)\s*$/;

/** A number with nothing beside it that says money: "about 1800, ring him back". It is asked about. */
function mayBeMoney(folded: string, at: number, whole: string, low: string): boolean {
  const text = low.trim();
  const digits = text.replace(/\D/g, '');
  // "8.45" with no sign is as well a time.
  if (/^(?:0?[6-9]|1\d|2[0-3])[.:][0-5][05]$/.test(text)) return false;
  if (digits.length < 3 || digits.length > 7 || /^0/.test(digits) || /[.,]\d$/.test(text)) return false;
  // "1.850,50" is hardly anything else.
  if (/[.,]\d\d$/.test(text)) return true;
  const before = folded.slice(0, at + whole.length - whole.trimStart().length);
  if (counted.test(before)) return false;
  // "1,500" counts few things.
  if (/^\d{1,3}[.,' ]\d{3}$/.test(text))
    return /^\s*(?:$|[,;.!?)]|\p{Ll}{2,5}(?:$|[\s,]))/u.test(folded.slice(at + whole.length));
  const isAlone = /(?:^|[,;:.–-])\s*$/.test(before);
  // "Ballpark 4500": any word may lead to it, as it is only asked.
  const isLed = leads.test(before) || /\p{L}{2,}\s*$/u.test(before);
  const isYear = /^(?:19|20)\d\d$/.test(text);
  if (isYear && !leads.test(before)) return false;
  if (
    /(?:deposit|fee|paid|pay|budget|price|quoted?|anzahlung|acompte|anticipo|acconto|sinal|aanbetaling)\s*$/.test(
      before,
    )
  )
    return true;
  return (
    (isAlone || isLed) &&
    /^\s*(?:$|[,;!?)\ue001-\ue005]|\.(?!\d)|(?:and|for|or|if|plus|all in|ish|und|oder|et|y|e|ou)\b)/.test(
      folded.slice(at + whole.length),
    )
  );
}

/** All amounts of a line; `folded` has no dates, addresses and phones any more. `typed`: the same with its capitals; `language`: that of the line. */
export function findAmounts(
  folded: string,
  typed: string,
  { currency: home }: LineHome,
  language: string,
): readonly FoundAmount[] {
  return [...folded.matchAll(pattern)].flatMap((match): FoundAmount[] => {
    const [whole, before, low = '', lowFactor, before2, high, highFactor, after, vat] = match;
    const isMoney = [before, before2, after, vat].some(Boolean);
    const isBare = !isMoney && lowFactor === undefined && highFactor === undefined;
    if (isBare && !mayBeMoney(folded, match.index, whole, low)) return [];
    const currency = currencyOf(before ?? after ?? before2, home);
    const unit = minorUnits(currency);
    const values = [
      [low, lowFactor ?? highFactor],
      [high, highFactor],
    ].flatMap(([text, word]) => {
      const value = text === undefined ? null : numberIn(text);
      return value === null ? [] : [{ amount: Math.round(value * factorOf(word) * unit) }];
    });
    const from = match.index + (whole.length - whole.trimStart().length);
    const to = match.index + whole.trimEnd().length;
    const taxFrom = to - (vat?.length ?? 0);
    const text = folded.slice(from, taxFrom).trimEnd();
    if (values.length === 0 || values.some(({ amount }) => !Number.isInteger(amount) || amount > largestAmount))
      return [];
    return [
      {
        from,
        to,
        taxFrom,
        text,
        currency,
        options: values,
        doubt: isOfOne(folded, typed, from, to, language)
          ? 'one'
          : isMoney || (!isBare && goesOn.test(folded.slice(to)))
            ? null
            : 'money',
      },
    ];
  });
}
