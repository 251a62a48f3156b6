// Whether the window is light or dark now: by the owner's choice, else by the computer.
import { useSyncExternalStore } from 'react';
import type { Scheme } from './palette.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-appearance'] });
  dark.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', listener);
  };
}

function now(): Scheme {
  const chosen = document.documentElement.dataset.appearance;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return dark.matches ? 'dark' : 'light';
}

export const useScheme = (): Scheme => useSyncExternalStore(subscribe, now);
