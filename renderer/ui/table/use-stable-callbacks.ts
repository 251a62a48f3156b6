// Functions that stay the same ones while what they do follows the last drawing: for parts that are drawn only when they change.
import { useLayoutEffect, useRef, useState } from 'react';

type Callbacks = { readonly [name: string]: (...given: never[]) => unknown };

/** One object for the life of the component; its functions call those of the last drawing. To be called after a drawing only. */
export function useStable<T extends Callbacks>(actions: T): T {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState(
    () =>
      Object.fromEntries(
        Object.keys(actions).map(name => [name, (...given: never[]) => latest.current[name]?.(...given)]),
      ) as unknown as T,
  );
  return stable;
}
