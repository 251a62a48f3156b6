// Light, dark, or as the computer is set. The choice is the workspace's; the last one is remembered for the first paint.
import { useEffect } from 'react';
import type { Settings } from '../../shared/workspace.ts';
import { readPreference, savePreference } from '../parts/navigation/local-preferences.ts';

export type Appearance = Settings['appearance'];

export function applyAppearance(appearance: string) {
  if (appearance === 'light' || appearance === 'dark') document.documentElement.dataset.appearance = appearance;
  else delete document.documentElement.dataset.appearance;
}

/** Before anything is drawn. */
export const applyRememberedAppearance = () => applyAppearance(readPreference('appearance', 'system'));

export function useAppearance(appearance: Appearance | undefined) {
  useEffect(() => {
    if (appearance === undefined) return;
    applyAppearance(appearance);
    savePreference('appearance', appearance);
  }, [appearance]);
}
