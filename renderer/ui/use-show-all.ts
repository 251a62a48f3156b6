// A long list of which only the first few are shown at first; when all are, the keyboard stands on the first of the others.
import { useEffect, useRef, useState } from 'react';

/** `list` is for the element whose children the entries are. */
export function useShowAll<E extends HTMLElement>(few: number) {
  const [all, setAll] = useState(false);
  const list = useRef<E>(null);
  useEffect(() => {
    // The button that showed them is gone, and must not take the keyboard along.
    if (all) list.current?.children[few]?.querySelector<HTMLElement>('button, a')?.focus();
  }, [all, few]);
  return { all, list, showAll: () => setAll(true) };
}
