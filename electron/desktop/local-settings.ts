// What a new workspace takes over from this computer: zone, currency, first day of the week, weekend.
import type { Settings } from '../../shared/workspace.ts';

/** Currencies of the countries our owners are most likely to live in; elsewhere they choose it in Settings. */
const currencies: Readonly<Record<string, string>> = {
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HU: 'HUF',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  RO: 'RON',
  SE: 'SEK',
  SG: 'SGD',
  TR: 'TRY',
  UA: 'UAH',
  US: 'USD',
  ZA: 'ZAR',
};

type WithWeek = Intl.Locale & {
  readonly getWeekInfo?: () => { readonly firstDay: number; readonly weekend: readonly number[] };
};

/** A locale that Intl understands: some systems call theirs "C", or nothing. */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Settings for a computer with this locale, such as 'de-AT'. */
export function localSettings(locale: string): Partial<Settings> {
  const known = new Intl.Locale(locale) as WithWeek;
  const week = known.getWeekInfo?.();
  return {
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    currency: currencies[known.maximize().region ?? ''] ?? 'EUR',
    firstDayOfWeek: week?.firstDay ?? 1,
    freeWeekdays: [...(week?.weekend ?? [])],
  };
}
