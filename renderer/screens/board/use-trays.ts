// Which trays lie open as columns; a habit of this window.
import { useState } from 'react';
import { type Tray, trays } from '../../../shared/stages.ts';
import { remember, remembered } from '../../app/memory.ts';

export function useTrays() {
  const [open, setOpen] = useState<readonly Tray[]>(() => {
    const names = remembered('trays', '').split(' ');
    return trays.filter(tray => names.includes(tray));
  });
  const toggle = (tray: Tray) => {
    const next = trays.filter(other => (other === tray ? !open.includes(tray) : open.includes(other)));
    setOpen(next);
    remember('trays', next.join(' '));
  };
  return { open, toggle };
}
