// The place at the bottom where toasts appear; stands once at the root.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Toast, toastStore } from '../../api/toast-store.ts';
import { IconButton } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import styles from './toast.module.css';

const staysMs = 8000;

export function Toaster() {
  const toast = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <section aria-label="Notifications" aria-live="polite" className={styles.index}>
      {toast && <ToastBox key={toast.id} toast={toast} />}
    </section>
  );
}

function ToastBox({ toast }: { readonly toast: Toast }) {
  const box = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    // In the top layer, so that it lies over panels and dialogs.
    box.current?.showPopover();
  }, []);
  useEffect(() => {
    if (held || toast.tone === 'problem') return;
    const timer = setTimeout(toastStore.close, staysMs);
    return () => clearTimeout(timer);
  }, [held, toast.tone]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on it only keeps it in sight
    <div
      className={styles.toast}
      data-tone={toast.tone}
      onBlur={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      popover="manual"
      ref={box}
    >
      <Icon name={toast.tone === 'done' ? 'check' : 'warning'} size={16} />
      <p>{toast.text}</p>
      {[toast.action, toast.also].map(
        action =>
          action && (
            <button
              className={styles.action}
              key={action.label}
              onClick={() => {
                toastStore.close();
                action.run();
              }}
              type="button"
            >
              {action.label}
            </button>
          ),
      )}
      <IconButton icon="close" label="Close" onClick={toastStore.close} size="small" />
    </div>
  );
}
