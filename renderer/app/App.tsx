// The whole window: the sidebar is painted at once; what stands beside it follows when the workspace has answered.
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ask } from '../api/call.ts';
import { listenForChanges, queryClient } from '../api/queries.ts';
import { useRead } from '../api/use-read.ts';
import { useAction } from '../parts/actions/actions.ts';
import { useFileActions } from '../parts/actions/use-file-actions.ts';
import { BackupStrip } from '../parts/backups/BackupStrip.tsx';
import { FileStrip } from '../parts/backups/FileStrip.tsx';
import { HelpLayer } from '../parts/help/HelpLayer.tsx';
import { readPreference, savePreference } from '../parts/navigation/local-preferences.ts';
import { Announcer } from '../ui/feedback/announce.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { Toaster } from '../ui/feedback/Toaster.tsx';
import { HoverCardLayer } from '../ui/hover-card/HoverCardLayer.tsx';
import { useAppearance } from './appearance.ts';
import { keepDrafts } from './before-close.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { SampleStrip } from './SampleStrip.tsx';
import { Shell } from './Shell.tsx';
import styles from './shell.module.css';
import { useKeys } from './use-keys.ts';

const Welcome = lazy(() => import('../screens/welcome/Welcome.tsx').then(code => ({ default: code.Welcome })));
// Asked for now, in parallel with the first call, and drawn when the answer is there.
const insideCode = import('./Inside.tsx');
const Inside = lazy(() => insideCode.then(code => ({ default: code.Inside })));
const Recovered = lazy(() => import('./Recovered.tsx').then(code => ({ default: code.Recovered })));
const UnlockDialog = lazy(() =>
  import('../parts/passphrase/UnlockDialog.tsx').then(code => ({ default: code.UnlockDialog })),
);
const LockingDialog = lazy(() =>
  import('../parts/passphrase/LockingDialog.tsx').then(code => ({ default: code.LockingDialog })),
);
// Writes times, which brings zod along: that may not be loaded before `zod-without-eval.ts` has run.
const SidebarSharing = lazy(() => import('./SidebarSharing.tsx').then(code => ({ default: code.SidebarSharing })));
const JoinWorkspace = lazy(() =>
  import('../parts/sharing/JoinWorkspace.tsx').then(code => ({ default: code.JoinWorkspace })),
);
const KeysSheet = lazy(() => import('./KeysSheet.tsx').then(code => ({ default: code.KeysSheet })));

export function App() {
  useEffect(listenForChanges, []);
  useEffect(keepDrafts, []);
  useKeys();
  useFileActions();
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <Door />
      </ErrorBoundary>
      <KeysDoor />
      <JoinDoor />
      <Toaster />
      <Announcer />
    </QueryClientProvider>
  );
}

/** How often it is looked whether the file still stands in its place. */
const lookEveryMs = 2000;

/** A workspace when one is open, or very likely is; else the welcome. */
function Door() {
  const state = useQuery({
    queryKey: ['workspaces.state'],
    queryFn: () => ask('workspaces.state', {}),
    refetchInterval: lookEveryMs,
  });
  const open = state.data ? state.data.open : undefined;
  useEffect(() => {
    if (open !== undefined) savePreference('workspace', open?.name ?? '');
  }, [open]);
  if (state.error) return <Broken text={state.error.message} />;
  const name = open?.name ?? readPreference('workspace', '');
  return (
    <>
      {open === null && state.data ? (
        <Suspense>
          <Welcome
            canMend={state.data.canMend}
            problem={state.data.problem}
            recent={state.data.recent}
            told={state.data.told}
          />
          <HelpLayer route={null} />
          <HoverCardLayer />
        </Suspense>
      ) : (
        // On the very first start nothing is known, and a sidebar that vanishes again would only startle.
        name !== '' && (
          <Open
            key={open?.file}
            moved={state.data?.moved ?? null}
            name={name}
            ready={open !== undefined}
            told={state.data?.told ?? []}
          />
        )
      )}
      {state.data?.locking && (
        <Suspense>
          <LockingDialog name={state.data.locking.name} />
        </Suspense>
      )}
      {state.data?.locked && (
        <Suspense>
          <UnlockDialog key={state.data.locked.file} locked={state.data.locked} />
        </Suspense>
      )}
      {state.data && (
        <Suspense>
          <Recovered />
        </Suspense>
      )}
    </>
  );
}

/** The sheet of keys, from anywhere. */
function KeysDoor() {
  const [open, setOpen] = useState(false);
  useAction('keys', () => setOpen(true));
  return (
    open && (
      <Suspense>
        <KeysSheet onClose={() => setOpen(false)} />
      </Suspense>
    )
  );
}

/** Joining a shared workspace, with and without an open one. */
function JoinDoor() {
  const [open, setOpen] = useState(false);
  useAction('join-workspace', () => setOpen(true));
  return (
    open && (
      <Suspense>
        <JoinWorkspace onClose={() => setOpen(false)} />
      </Suspense>
    )
  );
}

type OpenProps = {
  readonly name: string;
  readonly ready: boolean;
  readonly moved: string | null;
  readonly told: readonly string[];
};

function Open({ name, ready, moved, told }: OpenProps) {
  const workspace = useRead('workspace.get', {}, { when: ready });
  const today = useRead('today.glance', {}, { when: workspace.data !== undefined });
  useAppearance(workspace.data?.settings.appearance);
  return (
    <Shell
      counts={{ today: today.data?.waiting ?? 0 }}
      foot={
        workspace.data && (
          <Suspense>
            <SidebarSharing workspace={workspace.data} />
          </Suspense>
        )
      }
      name={workspace.data?.settings.name ?? name}
    >
      {workspace.data?.settings.sample && <SampleStrip />}
      <FileStrip moved={moved} told={told} />
      <BackupStrip />
      {workspace.error && <Broken text={workspace.error.message} />}
      {workspace.data && (
        <Suspense>
          <Inside workspace={workspace.data} />
        </Suspense>
      )}
    </Shell>
  );
}

const Broken = ({ text }: { readonly text: string }) => (
  <div className={styles.broken}>
    <Notice tone="problem">{text}</Notice>
  </div>
);
