// Parses numbers and amounts. The format is decided per column, never per cell.
import type { Decimal } from '../../../shared/import.ts';

const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
const asciiDigit = (digit: string): string => String((digit.codePointAt(0) ?? 0) & 0xf);
// Currency signs, ISO codes and the words around an amount; letters that may follow as a factor are kept apart.
const money =
  /(?:[\p{Sc}]|zł|kč|\b(?:eur|usd|gbp|chf|inr|jpy|cny|rmb|aud|cad|nzd|sek|nok|dkk|pln|czk|huf|ron|bgn|try|brl|mxn|zar|aed|sgd|hkd|rs|kr|zl|kc|ft|lei|fr|tl|us|r|a|c)\b\.?)/giu;
const factors: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  bn: 1e9,
  mrd: 1e9,
  lakh: 1e5,
  lac: 1e5,
  crore: 1e7,
  cr: 1e7,
};

type Parts = { readonly sign: 1 | -1; readonly body: string; readonly factor: number; readonly isMoney: boolean };

function partsOf(text: string): Parts | null {
  if (text.length > 40 || !/\d|[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/.test(text)) return null;
  let body = text.replace(otherDigits, asciiDigit).toLowerCase();
  const stripped = body
    .replace(
      /\s?[+(]?\s?(?:(?:excl?|incl?|inkl|zzgl|plus|hors|senza|sin|ohne|net|gross|netto|brutto)\.?\s)?(?:vat|mwst|ust|tva|iva|btw|ht|ttc|netto|brutto|gst)\.?\)?$/,
      '',
    )
    .replace(/(\d)(eur|usd|gbp|chf|inr|kr|zl|zł)(?![\p{L}\p{N}])/gu, '$1 $2')
    .replace(/^(eur|usd|gbp|chf|inr|rs|us|kr)(?=\d)/, '')
    .replace(/:-$/, '')
    .replace(money, '');
  // In Shift_JIS the sign of the yen is where others have the backslash.
  const yen = stripped.replace(/^\\(?=\d)|(?<=\d)\s?[円元원]$/g, '');
  const isMoney = yen !== body;
  body = yen
    .replace(/[\u2212\u2013\uff0d]/g, '-')
    .replace(/%|\bpercent\b/, '')
    .trim();
  let sign: 1 | -1 = 1;
  const inBrackets = /^\((.*)\)$/.exec(body);
  if (inBrackets) {
    sign = -1;
    body = (inBrackets[1] ?? '').trim();
  }
  if (body.startsWith('-') || body.endsWith('-')) {
    if (!/[.,]-+$/.test(body)) sign = sign === 1 ? -1 : 1;
    body = body.replace(/^-|[.,]?-+$/g, '').trim();
  }
  body = body.replace(/^\+/, '').replace(/[.,]-+$/, '');
  const factor = /^(.*\d)\s?(k|tsd|m|mn|mio|million|bn|mrd|lakh|lac|crore|cr)\.?s?$/.exec(body);
  if (factor) body = factor[1] ?? '';
  body = body.replace(/(\d)[\s\u00a0\u202f'’](?=\d)/g, '$1');
  if (!/^\d*(?:[.,]\d+)*[.,]?(?:e[+-]?\d{1,3})?$/.test(body) || !/\d/.test(body)) return null;
  return { sign, body, factor: factors[factor?.[2] ?? ''] ?? 1, isMoney };
}

/** What one cell says about how its column writes numbers; 'either' when it could be both ("1.234"). */
export function decimalEvidence(text: string): Decimal | 'either' | null {
  if (/^\d*$/.test(text)) return null;
  const parts = partsOf(text);
  if (!parts) return null;
  const dots = parts.body.split('.').length - 1;
  const commas = parts.body.split(',').length - 1;
  if (dots > 0 && commas > 0) return parts.body.lastIndexOf('.') > parts.body.lastIndexOf(',') ? '.' : ',';
  if (dots + commas === 0 || parts.factor !== 1) return null;
  const mark: Decimal = dots > 0 ? '.' : ',';
  if (dots + commas > 1) return mark === '.' ? ',' : '.';
  const [before = '', after = ''] = parts.body.split(mark);
  if (after.length !== 3 || before === '' || before.length > 3 || before.startsWith('0')) return mark;
  return 'either';
}

/** The number in a cell of a column that writes decimals with `decimal`; null when it is not one. */
export function parseNumber(text: string, decimal: Decimal): number | null {
  // Most numbers are digits only, and the rest of this is forty times as slow.
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const parts = partsOf(text);
  if (!parts) return null;
  const group = decimal === '.' ? ',' : '.';
  if (parts.body.includes('e')) return scientific(parts, decimal);
  // "1,2k" and "1.2k" mean the same.
  if (parts.factor !== 1 && /^\d{1,3}[.,]\d{1,2}$/.test(parts.body))
    return parts.sign * Number(parts.body.replace(',', '.')) * parts.factor;
  const at = parts.body.indexOf(decimal);
  const whole = at < 0 ? parts.body : parts.body.slice(0, at);
  const rest = at < 0 ? '' : parts.body.slice(at + 1);
  if (rest.includes(group) || rest.includes(decimal) || !isGrouped(whole, group)) return null;
  const value = Number(`${whole.replaceAll(group, '') || '0'}.${rest || '0'}`);
  return Number.isFinite(value) ? parts.sign * value * parts.factor : null;
}

function scientific(parts: Parts, decimal: Decimal): number | null {
  const value = Number(parts.body.replace(decimal, '.'));
  return Number.isFinite(value) ? parts.sign * value * parts.factor : null;
}

/** "1.234.567" and the Indian "12,34,567" are groups; "1.2" with a decimal comma is not a number. */
function isGrouped(whole: string, group: string): boolean {
  const groups = whole.split(group);
  if (groups.length === 1) return true;
  return groups.at(-1)?.length === 3 && groups.slice(1, -1).every(part => part.length === 3 || part.length === 2);
}

/** True when the cell names a currency. */
export const isMoney = (text: string): boolean => partsOf(text)?.isMoney ?? false;
export const isNumber = (text: string): boolean => partsOf(text) !== null;

/** "1.70123E+11": a spreadsheet has thrown digits away; what is left may not be used as an id or a phone. */
export const lostDigits = (text: string): boolean => /^[+-]?\d[.,]?\d*e\+?\d{1,3}$/i.test(text);

/** "1 to 50", "51-200", "10,000+", "> 500": a size given as a range, as its lower end; else the number itself. */
export function parseSize(text: string, decimal: Decimal): number | null {
  if (text.length > 60) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const tidy = text.replace(/employees|mitarbeiter|people|staff/gi, '').trim();
  const range = /^([\d.,\s]+)(?:-|–|to|bis|à|a)\s*[\d.,\s]+$/i.exec(tidy);
  const only = parseNumber((range?.[1] ?? tidy.replace(/^[<>≥≤~]=?\s*/, '').replace(/\s*\+$/, '')).trim(), decimal);
  return only === null || only < 0 ? null : Math.round(only);
}

/** "3-4k", "£2,000 – £3,000": the lower end as it would be written alone; null when the cell is no range of amounts. */
export function lowerEnd(text: string): string | null {
  const match =
    /^(\D{0,4})(\d[\d.,\s]*?)\s?(k|tsd|m|mio)?\.?(\D{0,4}?)\s?(?:-|–|—|to|bis|à|a|hasta|tot)\s?\D{0,4}?\d[\d.,\s]*?\s?(k|tsd|m|mio)?\.?(\D{0,6})$/i.exec(
      text.trim().slice(0, 60),
    );
  if (!match) return null;
  const [, sign = '', from = '', factor, unit = '', other, end = ''] = match;
  return `${sign}${from.trim()}${factor ?? other ?? ''} ${unit.trim() || (sign.trim() === '' ? end.trim() : '')}`.trim();
}
