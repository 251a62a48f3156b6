// The frame of the window: the rail, and beside it whatever is open. Painted before anything is read from the file.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { remember, remembered } from './memory.ts';
import type { ScreenId } from './place.ts';
import { Rail } from './Rail.tsx';
import { railItems, settingsItem } from './rail-items.ts';
import styles from './shell.module.css';
import { usePlace } from './use-place.ts';

type Props = {
  /** Name of the workspace. */
  readonly name: string;
  readonly counts: Partial<Readonly<Record<ScreenId, number>>>;
  readonly children: ReactNode;
};

export function Shell({ name, counts, children }: Props) {
  const { place } = usePlace();
  const [wide, setWide] = useState(() => remembered('rail', innerWidth >= 1440 ? 'wide' : 'narrow') === 'wide');
  const main = useRef<HTMLElement>(null);

  useEffect(() => {
    const label = [...railItems, settingsItem].find(item => item.id === place.screen)?.label ?? 'Lead';
    document.title = `${label} – ${name}`;
  }, [place.screen, name]);

  return (
    <div className={styles.shell}>
      <button className="skip-link" onClick={() => main.current?.focus()} type="button">
        Skip to the screen
      </button>
      <Rail
        counts={counts}
        name={name}
        onWide={next => {
          setWide(next);
          remember('rail', next ? 'wide' : 'narrow');
        }}
        screen={place.screen}
        wide={wide}
      />
      <main className={styles.main} ref={main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
