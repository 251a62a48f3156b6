// Whether "5/12" is the fifth of December or the twelfth of May: one answer for lines that are typed and for files.
import type { QueryContext } from './context.ts';

/** Currencies of places where the month comes first, or where both orders are in use: there it is as the locale says. */
const eitherOrder = new Set(['USD', 'CAD', 'PHP', 'JPY', 'CNY', 'KRW', 'TWD', 'HUF']);

/** Whether the day comes before the month where the workspace is: its currency says so sooner than the language of the computer. */
export function isDayFirst({
  locale,
  country,
  settings,
}: Pick<QueryContext, 'locale' | 'country' | 'settings'>): boolean {
  if (!eitherOrder.has(settings.currency)) return true;
  const { language } = new Intl.Locale(locale);
  const place = country === null ? locale : `${language}-${country}`;
  const parts = new Intl.DateTimeFormat(place).formatToParts(0).map(part => part.type);
  return parts.indexOf('day') < parts.indexOf('month');
}
