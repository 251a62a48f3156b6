// A dialog for what truly must be answered first. Native: focus stays inside, Escape closes, focus goes back.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './Button.tsx';
import styles from './dialog.module.css';
import { focusInside } from './floating/focus.ts';
import { hoverCardStore } from './hover-card/hover-card-store.ts';

type Props = {
  readonly title: string;
  /** Mount to open; called when it closes by Escape, the cross or a click outside. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the one that goes on last. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'wide';
  /** `top`: what is below grows and shrinks while the upper edge stays. */
  readonly place?: 'middle' | 'top';
  /** The help page that F1 opens over it. */
  readonly help?: string;
};

export function Dialog({ title, onClose, children, actions, width = 'narrow', place = 'middle', help }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) {
      hoverCardStore.close();
      element.showModal();
      focusInside(element);
    }
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      aria-labelledby={titleId}
      className={styles.dialog}
      data-help={help}
      data-place={place}
      data-width={width}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onClick={event => event.target === dialog.current && onClose()}
      onKeyDown={event => event.key === 'Escape' && event.stopPropagation()}
      ref={dialog}
    >
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label="Close" onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {actions && <footer className={styles.foot}>{actions}</footer>}
      </div>
    </dialog>
  );
}
