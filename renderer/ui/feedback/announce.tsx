// Says things to screen readers: `announce('Saved')`. `Announcer` stands once at the root.
import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Politely, after what is being read. The same words twice in a row are said twice. */
export function announce(text: string) {
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const Announcer = () => (
  <div aria-live="polite" className="hidden-visually" role="status">
    {useSyncExternalStore(subscribe, () => message)}
  </div>
);
