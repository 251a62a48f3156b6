// The frame of the window: the sidebar, and beside it whatever is open. Painted before anything is read from the file.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAction } from '../parts/actions/actions.ts';
import { readPreference, savePreference } from '../parts/navigation/local-preferences.ts';
import type { ScreenId } from '../parts/navigation/route.ts';
import { useRoute } from '../parts/navigation/use-route.ts';
import { announce } from '../ui/feedback/announce.tsx';
import { Sidebar } from './Sidebar.tsx';
import styles from './shell.module.css';
import { settingsItem, sidebarItems } from './sidebar-items.ts';

type Props = {
  /** Name of the workspace. */
  readonly name: string;
  readonly counts: Partial<Readonly<Record<ScreenId, number>>>;
  /** At the foot of the sidebar, above Settings. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

export function Shell({ name, counts, foot, children }: Props) {
  const { route } = useRoute();
  const [wide, setWide] = useState(() => readPreference('sidebar', innerWidth >= 1440 ? 'wide' : 'narrow') === 'wide');
  const main = useRef<HTMLElement>(null);
  const label = [...sidebarItems, settingsItem].find(item => item.id === route.screen)?.label ?? 'Lead';
  const widen = (next: boolean) => {
    setWide(next);
    savePreference('sidebar', next ? 'wide' : 'narrow');
  };
  useAction('sidebar', () => widen(!wide));

  useEffect(() => {
    document.title = `${label} – ${name}`;
  }, [label, name]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) announce(label);
    first.current = false;
    // What had the keyboard may have gone with the old screen.
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [label]);

  return (
    <div className={styles.shell}>
      <button className="skip-link" onClick={() => main.current?.focus()} type="button">
        Skip to content
      </button>
      <Sidebar counts={counts} foot={foot} name={name} onWide={widen} screen={route.screen} wide={wide} />
      <main className={styles.main} ref={main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
