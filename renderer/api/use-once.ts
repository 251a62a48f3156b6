// Ignores a second press while the first is running, so one extra Enter writes nothing twice.
import { useRef } from 'react';

/** `work`, but never twice at a time; the call that comes too early answers undefined. */
export function useOnce<A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) {
  const busy = useRef(false);
  return async (...given: A): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    try {
      return await work(...given);
    } finally {
      busy.current = false;
    }
  };
}
