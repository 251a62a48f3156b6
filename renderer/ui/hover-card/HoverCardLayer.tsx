// The one place where hover cards appear; stands once at the root of the window.
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { positionElement } from '../floating/position-box.ts';
import styles from './hover-card.module.css';
import { hoverCardStore } from './hover-card-store.ts';

export const hoverCardId = 'hover-card';

export function HoverCardLayer() {
  const hoverCard = useSyncExternalStore(hoverCardStore.subscribe, hoverCardStore.get);
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !hoverCard) return;
    element.showPopover();
    const position = () => positionElement(element, hoverCard.anchor, hoverCard.side, 'center', 8);
    position();
    const described = hoverCard.anchor.getAttribute('aria-describedby');
    if (hoverCard.look === 'text') hoverCard.anchor.setAttribute('aria-describedby', hoverCardId);
    const size = new ResizeObserver(position);
    size.observe(element);
    return () => {
      size.disconnect();
      if (described === null) hoverCard.anchor.removeAttribute('aria-describedby');
      else hoverCard.anchor.setAttribute('aria-describedby', described);
      if (element.matches(':popover-open')) element.hidePopover();
    };
  }, [hoverCard]);

  useEffect(() => {
    // Also what is about to open: by then the row under the pointer shows somebody else.
    const scrolled = (event: Event) => !box.current?.contains(event.target as Node) && hoverCardStore.close();
    addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => removeEventListener('scroll', scrolled, { capture: true });
  }, []);

  useEffect(() => {
    if (!hoverCard) return;
    // Escape closes the hover card first, and only then whatever lies under it; one that is closing already has no claim to it.
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      if (!hoverCardStore.isQuitting()) event.stopPropagation();
      hoverCardStore.close();
    };
    addEventListener('keydown', close, { capture: true });
    addEventListener('hashchange', hoverCardStore.close);
    return () => {
      removeEventListener('hashchange', hoverCardStore.close);
      removeEventListener('keydown', close, { capture: true });
    };
  }, [hoverCard]);

  return (
    <div
      className={styles.hoverCard}
      data-look={hoverCard?.look}
      id={hoverCardId}
      onPointerEnter={hoverCardStore.hold}
      onPointerLeave={hoverCardStore.closeSoon}
      popover="manual"
      ref={box}
      role={hoverCard?.look === 'card' ? 'group' : 'tooltip'}
    >
      {hoverCard?.content()}
    </div>
  );
}
