// The whole window: which workspace is open, what it is called, and everything that stands once at the root.
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { ask } from '../api/call.ts';
import { listenForChanges, queryClient } from '../api/queries.ts';
import { useRead } from '../api/use-read.ts';
import { WorkspaceProvider } from '../api/workspace.tsx';
import { Announcer } from '../ui/feedback/announce.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { Toaster } from '../ui/feedback/Toaster.tsx';
import { FormatProvider } from '../ui/format.tsx';
import { PeekLayer } from '../ui/peek/PeekLayer.tsx';
import { useAppearance } from './appearance.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';
import styles from './shell.module.css';

const Welcome = lazy(() => import('../screens/welcome/Welcome.tsx').then(code => ({ default: code.Welcome })));

export function App() {
  useEffect(listenForChanges, []);
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <Door />
      </ErrorBoundary>
      <PeekLayer />
      <Toaster />
      <Announcer />
    </QueryClientProvider>
  );
}

/** A workspace when one is open, else the welcome. */
function Door() {
  const state = useQuery({ queryKey: ['workspaces.state'], queryFn: () => ask('workspaces.state', {}) });
  if (state.error) return <Broken words={state.error.message} />;
  if (state.data === undefined) return null;
  if (state.data.open !== null) return <Open key={state.data.open.file} />;
  return (
    <Suspense>
      <Welcome problem={state.data.problem} recent={state.data.recent} />
    </Suspense>
  );
}

function Open() {
  const workspace = useRead('workspace.get', {});
  const today = useRead('today.get', {});
  useAppearance(workspace.data?.settings.appearance);
  if (workspace.error) return <Broken words={workspace.error.message} />;
  if (workspace.data === undefined) return null;
  const { settings, today: date } = workspace.data;
  return (
    <WorkspaceProvider value={workspace.data}>
      <FormatProvider settings={{ timeZone: settings.timeZone, currency: settings.currency, today: date }}>
        <Shell counts={{ today: today.data?.counts.waiting ?? 0 }} name={settings.name} />
      </FormatProvider>
    </WorkspaceProvider>
  );
}

const Broken = ({ words }: { readonly words: string }) => (
  <div className={styles.broken}>
    <Notice tone="problem">{words}</Notice>
  </div>
);
