// The letters of charts grow with all others: with the root, which the meeting on the room's screen makes larger.
import { useSyncExternalStore } from 'react';
import { defaultFontSize } from './config.ts';

const usualRoot = 16;

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-meeting'] });
  addEventListener('resize', listener);
  return () => {
    observer.disconnect();
    removeEventListener('resize', listener);
  };
}

const now = (): number =>
  Math.round((defaultFontSize * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)) / usualRoot);

/** In pixels. */
export const useFontSize = (): number => useSyncExternalStore(subscribe, now);
