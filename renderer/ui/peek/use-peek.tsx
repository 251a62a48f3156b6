// Something more to read on hover or focus. Spread the result on the element: `<span {...usePeek(() => 'words')} />`.
import type { FocusEvent, PointerEvent, ReactNode } from 'react';
import type { Side } from '../floating/place.ts';
import { type Peek, peekStore } from './peek-store.ts';

/** `content` is drawn only while it is looked at. Touch and mouse presses do not open it, a keyboard's focus does. */
export function usePeek(content: () => ReactNode, look: Peek['look'] = 'words', side?: Side) {
  const peek = (anchor: Element): Peek => ({
    anchor,
    content,
    look,
    side: side ?? (look === 'card' ? 'below' : 'above'),
  });
  return {
    onPointerEnter: (event: PointerEvent<Element>) => {
      if (event.pointerType !== 'touch') peekStore.soon(peek(event.currentTarget));
    },
    onPointerLeave: () => peekStore.closeSoon(),
    onPointerDown: () => peekStore.close(),
    onFocus: (event: FocusEvent<Element>) => {
      if (event.currentTarget === event.target && event.target.matches(':focus-visible'))
        peekStore.now(peek(event.currentTarget));
    },
    onBlur: () => peekStore.closeSoon(),
  };
}
