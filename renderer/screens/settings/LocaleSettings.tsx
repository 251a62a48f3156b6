// The workspace itself: its name, its money, its days.

import { useMemo } from 'react';
import { CurrencyField, WeekStartField } from '../../parts/settings/LocaleFields.tsx';
import { needed, useSettings } from '../../parts/settings/use-settings.ts';
import { InlineChoice } from '../../ui/fields/InlineChoice.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';

/** Zones by name; the one in use is among them even when this system calls it otherwise. */
const zones = (now: string) =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', now])]
    .toSorted()
    .map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }));

export function LocaleSettings() {
  const { settings, save } = useSettings();
  const { timeZone } = settings;
  const options = useMemo(() => zones(timeZone), [timeZone]);
  return (
    <>
      <InlineText label="Name" onSave={needed(save('name'), 'Enter a name for the workspace.')} value={settings.name} />
      <CurrencyField />
      <InlineChoice
        clearable={false}
        label="Time zone"
        meaning="All dates in this workspace use this time zone, wherever this computer is."
        onSave={needed(save('timeZone', 'Time zone changed.'), 'Choose a time zone.')}
        options={options}
        value={timeZone}
      />
      <WeekStartField />
    </>
  );
}
