// Reads numbers and amounts the way people type them: "1,200.50", "1.200,50", "1 200", "12k".
import { otherThan } from '../../shared/import-currency.ts';
import { minorUnits } from '../../shared/money.ts';

const multiples: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 };

/**
 * A number typed by a person, or null when it is none. The last of "." and "," is the decimal sign, unless exactly
 * three digits follow a sign that occurs alone: "1,200" and "1.200" are both twelve hundred.
 */
export function parseNumber(text: string): number | null {
  const match = /^([+-]?)([\d.,'\u2019\s]*\d)\s*([km])?$/i.exec(text.trim());
  if (!match) return null;
  const [, sign, body, multiple] = match;
  const digits = (body ?? '').replace(/[\s'\u2019]/g, '');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const kinds = new Set(digits.replace(/\d/g, ''));
  const after = digits.length - last - 1;
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(digits) && kinds.size === 1;
  if (last >= 0 && !grouped && after === 0) return null;
  const plain =
    last < 0 || grouped
      ? digits.replace(/[.,]/g, '')
      : `${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`;
  const value = Number(plain) * (multiples[(multiple ?? '').toLowerCase()] ?? 1);
  return Number.isFinite(value) ? (sign === '-' ? -value : value) : null;
}

/** How a currency is written here: "€", "R$". */
const signsOf = (currency: string): string[] =>
  (['symbol', 'narrowSymbol'] as const).flatMap(currencyDisplay =>
    new Intl.NumberFormat(undefined, { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .filter(({ type }) => type === 'currency')
      .map(({ value }) => value),
  );

/** The currency an amount is typed in where it is another than `currency`. A sign that this one is written with here is its own. */
function otherCurrency(text: string, currency: string): string | null {
  const other = otherThan(currency, text);
  const isCode = other !== null && text.toUpperCase().includes(other) && /^[A-Z]{3}$/.test(other);
  return isCode || !signsOf(currency).some(sign => text.includes(sign)) ? other : null;
}

/** An amount in minor units from what a person typed, currency sign and all; null when it is none, or one of another currency. */
export function parseAmount(text: string, currency: string): number | null {
  if (otherCurrency(text, currency) !== null) return null;
  const value = parseNumber(text.replace(/^[^\d+-]+|[^\dkmKM]+$/g, ''));
  return value === null ? null : Math.round(value * minorUnits(currency));
}

/** What to say of an amount that could not be read. */
export function amountProblem(text: string, currency: string): string {
  const other = otherCurrency(text, currency);
  return other === null ? 'Enter an amount such as 1,200.50.' : `Amounts here are in ${currency}, not in ${other}.`;
}
