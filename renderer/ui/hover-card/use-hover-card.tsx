// Something more to read on hover or focus. Spread the result on the element: `<span {...useHoverCard(() => 'text')} />`.
import type { FocusEvent, PointerEvent, ReactNode } from 'react';
import type { AnchorSide } from '../floating/position-box.ts';
import { type HoverCard, hoverCardStore } from './hover-card-store.ts';

/** `beside`: selector of what the card must not cover, such as the row it is about. `content` is drawn only while it is looked at. Touch and mouse presses do not open it, a keyboard's focus does. */
export function useHoverCard(
  content: () => ReactNode,
  look: HoverCard['look'] = 'text',
  side?: AnchorSide,
  beside?: string,
) {
  const hoverCard = (anchor: Element): HoverCard => ({
    anchor: (beside === undefined ? null : anchor.closest(beside)) ?? anchor,
    content,
    look,
    side: side ?? (look === 'card' ? 'below' : 'above'),
  });
  return {
    onPointerEnter: (event: PointerEvent<Element>) => {
      if (event.pointerType !== 'touch') hoverCardStore.soon(hoverCard(event.currentTarget));
    },
    onPointerLeave: () => hoverCardStore.closeSoon(),
    onPointerDown: () => hoverCardStore.close(),
    onFocus: (event: FocusEvent<Element>) => {
      if (event.currentTarget === event.target && event.target.matches(':focus-visible'))
        hoverCardStore.now(hoverCard(event.currentTarget));
    },
    onBlur: () => hoverCardStore.closeSoon(),
  };
}
