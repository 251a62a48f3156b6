// The one place where peeks appear; stands once at the root of the window.
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { placeElement } from '../floating/place.ts';
import styles from './peek.module.css';
import { peekStore } from './peek-store.ts';

export const peekId = 'peek';

export function PeekLayer() {
  const peek = useSyncExternalStore(peekStore.subscribe, peekStore.get);
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !peek) return;
    element.showPopover();
    const place = () => placeElement(element, peek.anchor, peek.side, 'center', 8);
    place();
    const described = peek.anchor.getAttribute('aria-describedby');
    if (peek.look === 'words') peek.anchor.setAttribute('aria-describedby', peekId);
    const size = new ResizeObserver(place);
    size.observe(element);
    return () => {
      size.disconnect();
      if (described === null) peek.anchor.removeAttribute('aria-describedby');
      else peek.anchor.setAttribute('aria-describedby', described);
      if (element.matches(':popover-open')) element.hidePopover();
    };
  }, [peek]);

  useEffect(() => {
    // Also what is about to open: by then the row under the pointer shows somebody else.
    const scrolled = (event: Event) => !box.current?.contains(event.target as Node) && peekStore.close();
    addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => removeEventListener('scroll', scrolled, { capture: true });
  }, []);

  useEffect(() => {
    if (!peek) return;
    // Escape closes the peek first, and only then whatever lies under it; one that is closing already has no claim to it.
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      if (!peekStore.isLeaving()) event.stopPropagation();
      peekStore.close();
    };
    addEventListener('keydown', close, { capture: true });
    addEventListener('hashchange', peekStore.close);
    return () => {
      removeEventListener('hashchange', peekStore.close);
      removeEventListener('keydown', close, { capture: true });
    };
  }, [peek]);

  return (
    <div
      className={styles.peek}
      data-look={peek?.look}
      id={peekId}
      onPointerEnter={peekStore.hold}
      onPointerLeave={peekStore.closeSoon}
      popover="manual"
      ref={box}
      role={peek?.look === 'card' ? 'group' : 'tooltip'}
    >
      {peek?.content()}
    </div>
  );
}
