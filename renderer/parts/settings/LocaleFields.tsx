// Currency, first day of the week and days off: asked once in the first steps, changed in Settings.
import { useMemo, useState } from 'react';
import { dayMs } from '../../../shared/dates.ts';
import { InlineChoice } from '../../ui/fields/InlineChoice.tsx';
import { ManyChips } from '../../ui/fields/ManyChips.tsx';
import { useFormat } from '../../ui/format.tsx';
import { needed, useSettings } from './use-settings.ts';

/** 1 January 2024 was a Monday. */
const monday = Date.UTC(2024, 0, 1);

/** ISO weekdays with their names in the language of the window. */
export function weekdayOptions(locale: string | undefined, weekday: 'long' | 'short') {
  const name = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map(day => ({ value: String(day), label: name.format(monday + (day - 1) * dayMs) }));
}

/** First in the list, so that a word such as "pound" or "dollar" finds the one that is usually meant. */
const common = ['EUR', 'GBP', 'USD', 'CHF', 'CAD', 'AUD', 'NZD', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK'];

/** " £" of GBP; nothing where the sign is the code. */
function signOf(code: string): string {
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' });
  const sign = parts.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? code;
  return sign === code ? '' : ` ${sign}`;
}

function currencyOptions(locale: string | undefined) {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return [...new Set([...common, ...Intl.supportedValuesOf('currency')])].map(code => ({
    value: code,
    label: `${code}${signOf(code)} – ${names.of(code) ?? code}`,
  }));
}

export function CurrencyField() {
  const { settings, save } = useSettings();
  const { locale } = useFormat();
  const options = useMemo(() => currencyOptions(locale), [locale]);
  return (
    <InlineChoice
      clearable={false}
      label="Currency"
      meaning="All amounts are in this currency. Changing it does not convert existing amounts."
      onSave={needed(save('currency', 'Currency changed. Existing amounts were not converted.'), 'Choose a currency.')}
      options={options}
      value={settings.currency}
    />
  );
}

export function WeekStartField() {
  const { settings, save } = useSettings();
  const { locale } = useFormat();
  const saveDay = save('firstDayOfWeek');
  const options = useMemo(() => weekdayOptions(locale, 'long'), [locale]);
  return (
    <InlineChoice
      clearable={false}
      label="Week starts on"
      meaning="Weeks in figures and reviews start on this day."
      onSave={async day => saveDay(Number(day))}
      options={options}
      value={String(settings.firstDayOfWeek)}
    />
  );
}

export function DaysOffField() {
  const { settings, change } = useSettings();
  const { locale } = useFormat();
  const [error, setError] = useState<string | null>(null);
  return (
    <ManyChips
      error={error}
      label="Days off (the response clock stops)"
      onTurn={(number, on) => {
        setError(null);
        // The answer to an earlier change does not take the sentence away.
        void change({ what: 'free-weekday', day: Number(number), on }).then(why => why !== null && setError(why));
      }}
      options={weekdayOptions(locale, 'short')}
      titled
      value={settings.freeWeekdays.map(String)}
    />
  );
}
