// A box that floats beside something: menus, questions in place. Native popover: top layer, Escape and a click outside close it.
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './floating.module.css';
import { focusInside } from './focus.ts';
import { type Align, type AnchorSide, type FloatingAnchor, positionElement } from './position-box.ts';

type Props = {
  readonly anchor: RefObject<FloatingAnchor | null>;
  /** Called once when the box has closed, by whatever means. Mount `Floating` to open it, unmount it to close it. */
  readonly onClose: () => void;
  /** True: out of sight with all that was typed in it, while an answer is waited for. */
  readonly hidden?: boolean;
  readonly side?: AnchorSide;
  readonly align?: Align;
  readonly role?: 'menu' | 'dialog' | 'group';
  /** Name for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
};

/**
 * Focus goes inside (see `focusInside`) and returns to where it was.
 * It stays beside its anchor while things scroll.
 */
export function Floating({
  anchor,
  onClose,
  hidden = false,
  side = 'below',
  align = 'start',
  role = 'group',
  label,
  children,
}: Props) {
  const box = useRef<HTMLDivElement>(null);
  const closed = useRef(onClose);
  closed.current = onClose;
  const isHidden = useRef(hidden);
  isHidden.current = hidden;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || hidden) return;
    const before = document.activeElement;
    const follow = () => anchor.current && positionElement(element, anchor.current, side, align);
    element.showPopover();
    follow();
    focusInside(element);
    const size = new ResizeObserver(follow);
    size.observe(element);
    addEventListener('scroll', follow, { capture: true, passive: true });
    addEventListener('resize', follow);
    return () => {
      size.disconnect();
      removeEventListener('scroll', follow, { capture: true });
      removeEventListener('resize', follow);
      const inside = element.contains(document.activeElement) || document.activeElement === document.body;
      if (isHidden.current) element.hidePopover();
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [anchor, side, align, hidden]);

  useEffect(() => {
    const element = box.current;
    const onToggle = (event: ToggleEvent) => event.newState === 'closed' && !isHidden.current && closed.current();
    element?.addEventListener('toggle', onToggle);
    return () => element?.removeEventListener('toggle', onToggle);
  }, []);

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: every role this box takes may be named
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is meant for the box and goes no further
    <div
      aria-label={label}
      className={styles.box}
      onKeyDown={event => event.key === 'Escape' && event.stopPropagation()}
      popover="auto"
      ref={box}
      role={role}
      tabIndex={-1}
    >
      {children}
    </div>
  );
}
