// Which trays lie open as columns; a habit of this window.
import { useState } from 'react';
import { type OffFunnelStage, offFunnelStages } from '../../../shared/stages.ts';
import { readPreference, savePreference } from '../../parts/navigation/local-preferences.ts';

export function useOffFunnelStages() {
  const [open, setOpen] = useState<readonly OffFunnelStage[]>(() => {
    const names = readPreference('trays', '').split(' ');
    return offFunnelStages.filter(offFunnel => names.includes(offFunnel));
  });
  const toggle = (offFunnel: OffFunnelStage) => {
    const next = offFunnelStages.filter(other =>
      other === offFunnel ? !open.includes(offFunnel) : open.includes(other),
    );
    setOpen(next);
    savePreference('trays', next.join(' '));
  };
  return { open, toggle };
}
