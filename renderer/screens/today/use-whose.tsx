// "Mine" or "Everyone's": whose leads Today lists; the choice is kept on this computer.
import { useState } from 'react';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { readPreference, savePreference } from '../../parts/navigation/local-preferences.ts';
import { Segments } from '../../ui/fields/Segments.tsx';

const options = [
  { value: 'all', label: 'Everyone’s' },
  { value: 'mine', label: 'Mine' },
] as const;

/** `switch` is null while nobody is chosen under "Acting as": then all leads are everyone's. */
export function useWhose() {
  const { members, settings } = useWorkspace();
  const [whose, setWhose] = useState(() => (readPreference('today-whose', 'all') === 'mine' ? 'mine' : 'all'));
  const me = byId(members, settings.actingAs);
  return {
    memberId: whose === 'mine' && me ? me.id : null,
    switch: me ? (
      <Segments
        label="Whose leads"
        onChange={value => {
          setWhose(value);
          savePreference('today-whose', value);
        }}
        options={options}
        value={whose as 'all' | 'mine'}
      />
    ) : null,
  };
}
