// The workspace itself: its name, its money, its days.

import { useMemo } from 'react';
import { dayMs } from '../../../shared/dates.ts';
import { InlineChoice } from '../../ui/fields/InlineChoice.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import { useFormat } from '../../ui/format.tsx';
import { needed, useSettings } from './use-settings.ts';

/** 1 January 2024 was a Monday. */
const monday = Date.UTC(2024, 0, 1);

function weekdays(locale: string | undefined) {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
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

function currencies(locale: string | undefined) {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return [...new Set([...common, ...Intl.supportedValuesOf('currency')])].map(code => ({
    value: code,
    label: `${code}${signOf(code)} – ${names.of(code) ?? code}`,
  }));
}

/** Zones by name; the one in use is among them even when this system calls it otherwise. */
const zones = (now: string) =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', now])]
    .toSorted()
    .map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }));

export function LocaleSettings() {
  const { settings, save } = useSettings();
  const { locale } = useFormat();
  const { currency, timeZone, firstDayOfWeek } = settings;
  const options = useMemo(
    () => ({ currencies: currencies(locale), weekdays: weekdays(locale), zones: zones(timeZone) }),
    [locale, timeZone],
  );
  const saveDay = save('firstDayOfWeek');
  return (
    <>
      <InlineText label="Name" onSave={needed(save('name'), 'Enter a name for the workspace.')} value={settings.name} />
      <InlineChoice
        clearable={false}
        label="Currency"
        meaning="All amounts are in this currency. Changing it does not convert existing amounts."
        onSave={needed(
          save('currency', 'Currency changed. Existing amounts were not converted.'),
          'Choose a currency.',
        )}
        options={options.currencies}
        value={currency}
      />
      <InlineChoice
        clearable={false}
        label="Time zone"
        meaning="All dates in this workspace use this time zone, wherever this computer is."
        onSave={needed(save('timeZone', 'Time zone changed.'), 'Choose a time zone.')}
        options={options.zones}
        value={timeZone}
      />
      <InlineChoice
        clearable={false}
        label="Week starts on"
        meaning="Weeks in figures and reviews start on this day."
        onSave={async day => saveDay(Number(day))}
        options={options.weekdays}
        value={String(firstDayOfWeek)}
      />
    </>
  );
}
