// Navigation: `const { route, go, openLead, closeLead } = useRoute()`.
import { useCallback, useMemo } from 'react';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { formatRoute, parseRoute, pathTo, type ScreenId } from './route.ts';

export function useRoute() {
  const [path] = useHashLocation();
  const route = useMemo(() => parseRoute(path), [path]);
  const openLead = useCallback(
    (lead: string) => navigate(formatRoute({ ...route, lead }), { replace: route.lead !== null }),
    [route],
  );
  const closeLead = useCallback(() => navigate(formatRoute({ ...route, lead: null })), [route]);
  return { route, go, openLead, closeLead };
}

/** Opens a screen, or a part of it. */
export const go = (screen: ScreenId, rest: string | null = null) => navigate(pathTo(screen, rest));

/** Opens a lead beside the screen that is open, from outside of what is drawn. */
export function openLead(lead: string): void {
  const route = parseRoute(location.hash.replace(/^#/, ''));
  navigate(formatRoute({ ...route, lead }), { replace: route.lead !== null });
}
