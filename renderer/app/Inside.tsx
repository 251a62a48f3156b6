// Inside an open workspace: the screen, the panel of a lead over it, the log box, and the keys that work anywhere.
import { lazy, Suspense, useState } from 'react';
import { redo, undo } from '../api/undo.ts';
import { type Workspace, WorkspaceProvider } from '../api/workspace.tsx';
import { DropAnywhere } from '../screens/import/DropAnywhere.tsx';
import { PromotionWatch } from '../screens/today/PromotionWatch.tsx';
import { Skeleton } from '../ui/feedback/Skeleton.tsx';
import { FormatProvider } from '../ui/format.tsx';
import { PeekLayer } from '../ui/peek/PeekLayer.tsx';
import { useAction } from './actions.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { leadInSight } from './lead-in-sight.ts';
import { type RailItem, railItems, settingsItem } from './rail-items.ts';
import { screenCode } from './screens.ts';
import styles from './shell.module.css';
import { useKeys } from './use-keys.ts';
import { go, usePlace } from './use-place.ts';

const LeadPanel = lazy(() => import('../screens/lead/LeadPanel.tsx').then(code => ({ default: code.LeadPanel })));
const LogBox = lazy(() => import('../screens/log/LogBox.tsx').then(code => ({ default: code.LogBox })));

export function Inside({ workspace }: { readonly workspace: Workspace }) {
  const { place, closeLead } = usePlace();
  /** The log box is open; `leadId` is the lead in sight when it was opened. */
  const [logging, setLogging] = useState<{ readonly leadId: string | null } | null>(null);
  const { settings, today } = workspace;
  const Screen = screenCode[place.screen];

  useKeys();
  useAction('log', () => setLogging({ leadId: place.lead ?? (place.screen === 'lead' ? place.rest : leadInSight()) }));
  useAction('undo', undo);
  useAction('redo', redo);

  return (
    <WorkspaceProvider value={workspace}>
      <FormatProvider settings={{ timeZone: settings.timeZone, currency: settings.currency, today }}>
        {[...railItems, settingsItem].map(item => (
          <GoAction item={item} key={item.id} />
        ))}
        <ErrorBoundary key={place.screen}>
          <Suspense fallback={<Waiting />}>
            <Screen rest={place.rest} />
          </Suspense>
        </ErrorBoundary>
        {place.lead !== null && (
          <ErrorBoundary key={`lead ${place.lead}`}>
            <Suspense>
              <LeadPanel id={place.lead} onClose={closeLead} />
            </Suspense>
          </ErrorBoundary>
        )}
        <PeekLayer />
        <PromotionWatch />
        <DropAnywhere />
        {logging && (
          <Suspense>
            <LogBox leadId={logging.leadId} onClose={() => setLogging(null)} />
          </Suspense>
        )}
      </FormatProvider>
    </WorkspaceProvider>
  );
}

/** "Go to ..." of one item of the rail, by key and by menu. */
function GoAction({ item }: { readonly item: RailItem }) {
  useAction(item.action, () => go(item.id));
  return null;
}

const Waiting = () => (
  <div className={styles.waiting}>
    <Skeleton lines={6} />
  </div>
);
