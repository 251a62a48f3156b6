// Campaigns: what was spent and whom it reached, week by week; every bill; channels and campaigns themselves.
import { useState } from 'react';
import { go } from '../../parts/navigation/use-route.ts';
import { Screen } from '../../parts/screen/Screen.tsx';
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { Button } from '../../ui/Button.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { Lists } from './Lists.tsx';
import { Paste } from './Paste.tsx';
import { SpendEntries } from './SpendEntries.tsx';
import { Week } from './Week.tsx';

const parts = [
  { value: 'weeks', label: 'By week' },
  { value: 'bills', label: 'All spend' },
  { value: 'lists', label: 'Channels and campaigns' },
] as const;
type Part = (typeof parts)[number]['value'];

export function Campaigns({ rest }: ScreenProps) {
  const [pasting, setPasting] = useState<string | null>(null);
  const [first = '', date] = (rest ?? '').split('.');
  const part: Part = parts.find(({ value }) => value === first)?.value ?? 'weeks';
  return (
    <Screen
      filters={<Segments label="View" onChange={next => go('campaigns', next)} options={parts} value={part} />}
      title="Campaigns"
      tools={
        <Button icon="file" onClick={() => setPasting('')}>
          Paste from a sheet
        </Button>
      }
    >
      {part === 'weeks' && (
        <Week date={date ?? null} onDate={next => go('campaigns', `weeks.${next}`)} onPaste={setPasting} />
      )}
      {part === 'bills' && <SpendEntries />}
      {part === 'lists' && <Lists />}
      {pasting !== null && <Paste onClose={() => setPasting(null)} start={pasting} />}
    </Screen>
  );
}
