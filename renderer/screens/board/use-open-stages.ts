// Which stages are columns of the board; the others are compact below it. Kept for this window.
import { useState } from 'react';
import { funnelStages, type Stage, stages } from '../../../shared/stages.ts';
import { readPreference, savePreference } from '../../parts/navigation/local-preferences.ts';

const key = 'board-columns';

/** Until one chooses, the stages of the funnel. */
export function useOpenStages() {
  const [open, setOpen] = useState<readonly Stage[]>(() => {
    const names = readPreference(key, funnelStages.join(' ')).split(' ');
    return stages.filter(stage => names.includes(stage));
  });
  const toggle = (stage: Stage) =>
    setOpen(before => {
      const next = stages.filter(other => (other === stage ? !before.includes(stage) : before.includes(other)));
      savePreference(key, next.join(' '));
      return next;
    });
  return { open, toggle };
}
