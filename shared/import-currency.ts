// Detects amounts in another currency; they are imported unconverted, with a warning.
import type { Mapping, Preview } from './import.ts';
import { importTargets } from './import-targets.ts';

/** A sign and the currencies (ISO 4217) that are written with it. */
const signs: readonly (readonly [sign: string, currencies: readonly string[]])[] = [
  ['€', ['EUR']],
  ['£', ['GBP']],
  ['₹', ['INR']],
  ['zł', ['PLN']],
  ['₺', ['TRY']],
  ['₪', ['ILS']],
  ['₩', ['KRW']],
  ['¥', ['JPY', 'CNY']],
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN']],
];
const codes =
  /(?<![a-z])(EUR|USD|GBP|CHF|INR|JPY|CNY|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|BRL|MXN|ZAR|AED|SGD|HKD|ILS|KRW)(?![a-z])/i;
/** All of ISO 4217, for a cell that is nothing but a code: within a text, "ALL" and "TOP" are words. */
const everyCode = new Set(Intl.supportedValuesOf('currency'));
const onlyCode = (text: string): string | undefined => {
  const code = text.trim().toUpperCase();
  return code.length === 3 && everyCode.has(code) ? code : undefined;
};
const ofCurrency = /currency|währung|waehrung|devise|moneda|moeda|valuta/i;

/** The currency a cell or a header names when it is not `currency`; a sign stands for itself where several share it. */
export function otherThan(currency: string, text: string): string | null {
  const code = codes.exec(text)?.[1]?.toUpperCase();
  if (code !== undefined) return code === currency ? null : code;
  for (const [sign, currencies] of signs) {
    if (text.includes(sign))
      return currencies.includes(currency) ? null : ((currencies[1] ? sign : currencies[0]) ?? sign);
  }
  return null;
}

/** Currencies (codes or signs) other than `currency` that the columns of money name, in their headers or in the cells seen. */
export function otherCurrencies(
  { columns }: Pick<Preview, 'columns'>,
  mapping: Pick<Mapping, 'columns'>,
  currency: string,
): string[] {
  const money = new Set(
    mapping.columns.filter(({ target }) => importTargets[target].kind === 'money').map(({ column }) => column),
  );
  if (money.size === 0) return [];
  const found = new Set<string>();
  for (const { index, header, examples, values } of columns) {
    if (!money.has(index) && !ofCurrency.test(header)) continue;
    const isCode = ofCurrency.test(header);
    for (const text of [header, ...examples, ...values.map(({ value }) => value)]) {
      const code = isCode ? onlyCode(text) : undefined;
      const other = code === undefined ? otherThan(currency, text) : code === currency ? null : code;
      if (other !== null) found.add(other);
    }
  }
  return [...found];
}

/** The code or the sign a text names; null: none. A sign that several currencies share stays a sign. */
export function currencyIn(text: string): string | null {
  const code = codes.exec(text)?.[1]?.toUpperCase();
  return code ?? signs.find(([sign]) => text.includes(sign))?.[0] ?? null;
}

const thousands =
  /(?:^|[\s([/])(?:t ?€|t ?eur|t ?chf|k ?€|€ ?k|k ?eur|k ?chf|k ?\$|\$ ?k|k ?usd|k ?£|£ ?k|k ?gbp|tsd\.? ?(?:€|eur|euro|chf)?|in tausend|tausend|in thousands?|(?:in )?['’]?000s?|000 ?(?:€|£|\$)|k|milliers(?: d['’]euros)?|miles(?: de euros)?|migliaia|duizend|tys\.?(?: zł)?|mil ?€|tkr|tkr\.)(?:$|[\s)\]])/i;
const millions =
  /(?:^|[\s([/])(?:mio\.? ?(?:€|eur|chf|usd)?|m ?€|€ ?m|\$ ?m|£ ?m|m ?eur|m ?usd|in millions?|millions?|millionen)(?:$|[\s)\]])/i;
const hundredths =
  /(?:^|[\s([_])(?:cents?|ct|pence|pennies|minor(?: units?)?|centimes?|c[eé]ntimos?|centesimi|grosze|öre|øre|rappen)(?:$|[\s)\]])/i;

/** In what amounts under a header are counted: 1000 for "Value (T€)", 0.01 for "amount_cents", else 1. */
export function factorOfHeader(header: string): number {
  const text = header.slice(0, 200).replaceAll('_', ' ');
  if (hundredths.test(text)) return 0.01;
  if (thousands.test(text)) return 1000;
  return millions.test(text) ? 1_000_000 : 1;
}
