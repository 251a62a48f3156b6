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
    for (const text of [header, ...examples, ...values.map(({ value }) => value)]) {
      const other = otherThan(currency, text);
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
