// Navigation: `const { place, go, openLead, closeLead } = usePlace()`.
import { useCallback, useMemo } from 'react';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { pathTo, readPlace, type ScreenId, writePlace } from './place.ts';

export function usePlace() {
  const [path] = useHashLocation();
  const place = useMemo(() => readPlace(path), [path]);
  const openLead = useCallback(
    (lead: string) => navigate(writePlace({ ...place, lead }), { replace: place.lead !== null }),
    [place],
  );
  const closeLead = useCallback(() => navigate(writePlace({ ...place, lead: null })), [place]);
  return { place, go, openLead, closeLead };
}

/** Opens a screen, or a part of it. */
export const go = (screen: ScreenId, rest: string | null = null) => navigate(pathTo(screen, rest));
