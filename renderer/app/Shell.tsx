// The window around an open workspace: rail, screen, the panel of a lead over it, the log box, and keys.
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { redo, undo } from '../api/undo.ts';
import { Skeleton } from '../ui/feedback/Skeleton.tsx';
import { useAction } from './actions.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { remember, remembered } from './memory.ts';
import type { ScreenId } from './place.ts';
import { Rail } from './Rail.tsx';
import { railItems, screenCode, settingsItem } from './screens.ts';
import styles from './shell.module.css';
import { useKeys } from './use-keys.ts';
import { go, usePlace } from './use-place.ts';

const LeadPanel = lazy(() => import('../screens/lead/LeadPanel.tsx').then(code => ({ default: code.LeadPanel })));
const LogBox = lazy(() => import('../screens/log/LogBox.tsx').then(code => ({ default: code.LogBox })));

type Props = {
  readonly name: string;
  readonly counts?: Partial<Readonly<Record<ScreenId, number>>>;
};

export function Shell({ name, counts = {} }: Props) {
  const { place, closeLead } = usePlace();
  const [wide, setWide] = useState(() => remembered('rail', innerWidth >= 1440 ? 'wide' : 'narrow') === 'wide');
  const [logging, setLogging] = useState(false);
  const main = useRef<HTMLElement>(null);
  const Code = screenCode[place.screen];

  useKeys();
  useAction('log', () => setLogging(true));
  useAction('undo', undo);
  useAction('redo', redo);
  useTitle(place.screen, name);

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
      <GoActions />
      <main aria-labelledby="screen-title" className={styles.main} id="main" ref={main} tabIndex={-1}>
        <ErrorBoundary key={place.screen}>
          <Suspense fallback={<Waiting />}>
            <Code rest={place.rest} />
          </Suspense>
        </ErrorBoundary>
      </main>
      {place.lead !== null && (
        <ErrorBoundary key={place.lead}>
          <Suspense>
            <LeadPanel id={place.lead} onClose={closeLead} />
          </Suspense>
        </ErrorBoundary>
      )}
      {logging && (
        <Suspense>
          <LogBox
            leadId={place.lead ?? (place.screen === 'lead' ? place.rest : null)}
            onClose={() => setLogging(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

const Waiting = () => (
  <div className={styles.waiting}>
    <Skeleton lines={6} />
  </div>
);

/** "Go to ..." of every item on the rail, by key and by menu. */
const GoActions = () => [...railItems, settingsItem].map(item => <GoAction item={item} key={item.id} />);

function GoAction({ item }: { readonly item: typeof settingsItem }) {
  useAction(item.action, () => go(item.id));
  return null;
}

function useTitle(screen: ScreenId, name: string) {
  useEffect(() => {
    const label = [...railItems, settingsItem].find(item => item.id === screen)?.label ?? 'Lead';
    document.title = `${label} – ${name}`;
  }, [screen, name]);
}
