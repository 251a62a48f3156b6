// How numbers, money and time are written here: the person's language, the workspace's currency and time zone.
import { createContext, type ReactNode, use, useMemo } from 'react';
import { dayMs, dayNumber, type PlainDate } from '../../shared/dates.ts';
import { minorUnits } from '../../shared/money.ts';

export type FormatSettings = {
  /** BCP 47; undefined: the language of the computer. */
  readonly locale?: string | undefined;
  readonly timeZone: string;
  readonly currency: string;
  /** Today in the workspace's zone, for "today" and "in 3 days". */
  readonly today: PlainDate;
};

/** Writers of one workspace; everything on screen that is a number, an amount or a date goes through here. */
export function makeFormat({ locale, timeZone, currency, today }: FormatSettings) {
  const unit = minorUnits(currency);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const roundMoney = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  const shortMoney = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const named = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const noon = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  const local = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // Years before 1000 come without their zeros; a date that cannot be read would close the screen.
  const plainDate = (at: number): PlainDate => local.format(at).padStart(10, '0');
  const daysFromToday = (date: PlainDate) => dayNumber(date) - dayNumber(today);
  const date = (value: PlainDate) =>
    (value.slice(0, 4) === today.slice(0, 4) ? day : dayYear).format(dayNumber(value) * dayMs);
  return {
    locale,
    timeZone,
    currency,
    today,
    unit,
    whole: (value: number) => whole.format(value),
    decimal: (value: number) => decimal.format(value),
    /** 0.31 as "31 %": apart, as in every sentence that comes with a share. */
    percent: (share: number) => `${whole.format(share * 100)}\u00a0%`,
    /** Minor units as "EUR 1,200", with cents only where there are any. */
    money: (amount: number) => (amount % unit === 0 ? roundMoney : money).format(amount / unit),
    /** Minor units as "EUR 44K", for column heads; whole where the language knows nothing shorter, as German below a million. */
    shortMoney: (amount: number) => {
      const [short, round] = [shortMoney.format(amount / unit), roundMoney.format(amount / unit)];
      return amount >= 10_000 * unit && short.length < round.length ? short : round;
    },
    /** Local date of an instant (UTC ms). */
    plainDate,
    /** "12 Nov", with the year when it is another one. */
    date,
    /** "Fri, 12 Nov", with the year when it is another one. */
    weekDate: (value: PlainDate) =>
      value.slice(0, 4) === today.slice(0, 4)
        ? named.format(dayNumber(value) * dayMs)
        : dayYear.format(dayNumber(value) * dayMs),
    longDate: (value: PlainDate) => long.format(dayNumber(value) * dayMs),
    /** "14:30" of an instant. */
    time: (at: number) => clock.format(at),
    /** Noon to the millisecond: of an activity only the day was said. */
    isDayAlone: (at: number) => at % 60_000 === 0 && noon.format(at) === '12:00',
    dateTime: (at: number) => `${date(plainDate(at))}, ${clock.format(at)}`,
    /** "today", "in 3 days", "2 months ago". */
    away: (value: PlainDate) => {
      const days = daysFromToday(value);
      const size = Math.abs(days);
      if (size < 14) return relative.format(days, 'day');
      if (size < 60) return relative.format(Math.trunc(days / 7), 'week');
      if (size < 730) return relative.format(Math.trunc(days / 30.44), 'month');
      return relative.format(Math.trunc(days / 365.25), 'year');
    },
    daysFromToday,
  };
}

export type Format = ReturnType<typeof makeFormat>;

const FormatContext = createContext<Format | null>(null);

/** Gives everything below it the workspace's way of writing. */
export function FormatProvider({ settings, children }: { settings: FormatSettings; children: ReactNode }) {
  const { locale, timeZone, currency, today } = settings;
  const format = useMemo(() => makeFormat({ locale, timeZone, currency, today }), [locale, timeZone, currency, today]);
  return <FormatContext value={format}>{children}</FormatContext>;
}

/** The workspace's writers; throws when there is no `FormatProvider` above. */
export function useFormat(): Format {
  const format = use(FormatContext);
  if (!format) throw new Error('useFormat needs a FormatProvider above it.');
  return format;
}
