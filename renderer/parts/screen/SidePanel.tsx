// Side panel of a lead. Escape closes it and returns the focus.
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './side-panel.module.css';

type Props = {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Panels that are open, the latest on top: Escape closes that one alone. */
const open: symbol[] = [];

/** Whether a panel lies over the screen: then Escape is meant for it. */
export const isPanelOpen = (): boolean => open.length > 0;

export function SidePanel({ label, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = document.activeElement;
    const self = Symbol('panel');
    open.push(self);
    panel.current?.focus({ preventScroll: true });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || open.at(-1) !== self) return;
      // Says to the other panels, which hear the same key, that it was meant for this one.
      event.preventDefault();
      close.current();
    };
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
      open.splice(open.indexOf(self), 1);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <aside aria-label={label} className={styles.panel} data-panel ref={panel} tabIndex={-1}>
      {children}
    </aside>
  );
}
