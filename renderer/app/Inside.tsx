// Inside an open workspace: the screen, the panel of a lead over it, the log box, and the keys that work anywhere.
import { lazy, Suspense, useCallback, useState } from 'react';
import { setLeadOpener } from '../api/lead-button.ts';
import { showToast } from '../api/toast-store.ts';
import { redo, undo } from '../api/undo.ts';
import { useCommand } from '../api/use-command.ts';
import { type Workspace, WorkspaceProvider } from '../api/workspace.tsx';
import { useAction } from '../parts/actions/actions.ts';
import { withFile } from '../parts/actions/use-file-actions.ts';
import { saveCard } from '../parts/card/save-card.ts';
import { openExport } from '../parts/export/open-export.ts';
import { HelpLayer } from '../parts/help/HelpLayer.tsx';
import { useGoneDrafts } from '../parts/moves/draft-box.ts';
import { focusedLead, takeMeant } from '../parts/navigation/focused-lead.ts';
import { go, openLead as openLeadAnywhere, useRoute } from '../parts/navigation/use-route.ts';
import { WipeStrip } from '../parts/privacy/WipeStrip.tsx';
import { CriteriaFileActions } from '../screens/criteria/start/CriteriaFileActions.tsx';
import { DropAnywhere } from '../screens/import/DropAnywhere.tsx';
import { ReviewExport } from '../screens/review/print/ReviewExport.tsx';
import { PlanWatch } from '../screens/today/PlanWatch.tsx';
import { PromotionWatch } from '../screens/today/PromotionWatch.tsx';
import { Skeleton } from '../ui/feedback/Skeleton.tsx';
import { FormatProvider } from '../ui/format.tsx';
import { HoverCardLayer } from '../ui/hover-card/HoverCardLayer.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { screenCode } from './screens.ts';
import styles from './shell.module.css';
import { type SidebarItem, settingsItem, sidebarItems } from './sidebar-items.ts';

const LeadPanel = lazy(() => import('../screens/lead/LeadPanel.tsx').then(code => ({ default: code.LeadPanel })));
const AddLead = lazy(() => import('../screens/leads/AddLead.tsx').then(code => ({ default: code.AddLead })));
const Palette = lazy(() => import('./palette/Palette.tsx').then(code => ({ default: code.Palette })));
const ErasePerson = lazy(() =>
  import('../parts/privacy/ErasePerson.tsx').then(code => ({ default: code.ErasePerson })),
);
const AdjustScore = lazy(() =>
  import('../screens/lead/ManualChanges.tsx').then(code => ({ default: code.AdjustScore })),
);
const MqlExclusion = lazy(() =>
  import('../screens/lead/ManualChanges.tsx').then(code => ({ default: code.MqlExclusion })),
);
const ScanCard = lazy(() => import('../parts/card/ScanCard.tsx').then(code => ({ default: code.ScanCard })));
const ExportLayer = lazy(() => import('../parts/export/ExportLayer.tsx').then(code => ({ default: code.ExportLayer })));
const SharingLayer = lazy(() =>
  import('../parts/sharing/SharingLayer.tsx').then(code => ({ default: code.SharingLayer })),
);
const LogBox = lazy(() => import('../screens/log/LogBox.tsx').then(code => ({ default: code.LogBox })));

/** Dialogs about one lead. */
type AboutLead = 'points' | 'never' | 'erase' | 'card';

/** What lies over the screen; `leadId` is the lead in sight when the log box was opened. */
type Opened =
  | {
      readonly what: 'log';
      readonly leadId: string | null;
      readonly leads: ReturnType<typeof takeMeant>;
      readonly again: boolean;
    }
  | { readonly what: AboutLead; readonly leadId: string }
  | { readonly what: 'add' }
  | { readonly what: 'palette' };

// Sentences of refused commands open the lead they concern.
setLeadOpener(openLeadAnywhere);

export function Inside({ workspace }: { readonly workspace: Workspace }) {
  const { route, openLead, closeLead } = useRoute();
  const [open, setOpen] = useState<Opened | null>(null);
  const close = () => setOpen(null);
  const [sharing, setSharing] = useState(false);
  const closeSharing = useCallback(() => setSharing(false), []);
  const { settings, today } = workspace;
  const Screen = screenCode[route.screen];
  useGoneDrafts(workspace.file);

  const whom = () => route.lead ?? (route.screen === 'lead' ? route.rest : focusedLead());
  const withLead = (run: (leadId: string) => void) => {
    const leadId = whom();
    if (leadId === null) showToast('Open a lead first, or select one with the arrow keys.');
    else run(leadId);
  };
  const adjustLead = (what: AboutLead) => withLead(leadId => setOpen({ what, leadId }));

  const log = (again: boolean) => setOpen({ what: 'log', leadId: whom(), leads: takeMeant(), again });
  useAction('log', () => log(false));
  useAction('log-again', () => log(true));
  useAction('hand-points', () => adjustLead('points'));
  useAction('never-mql', () => adjustLead('never'));
  useAction('erase-person', () => adjustLead('erase'));
  useAction('scan-card', () => adjustLead('card'));
  useAction('save-card', () => withLead(leadId => void saveCard(leadId)));
  useAction('new-lead', () => setOpen({ what: 'add' }));
  useAction('palette', () => setOpen({ what: 'palette' }));
  useAction('undo', undo);
  useAction('redo', redo);
  useAction('back', () => history.back());
  useAction('forward', () => history.forward());
  useAction('import', () => go('import'));
  useAction('duplicates', () => go('leads', 'duplicates'));
  useAction('export', () => openExport());
  useAction('meeting-mode', () => go('review', 'meeting'));
  useAction('share-workspace', () => {
    // It lies where the panel of a lead does, and below one that is opened from it.
    if (route.lead !== null) closeLead();
    setSharing(true);
  });
  useAction('passphrase', () => go('settings', 'passphrase'));
  useAction('about', () => go('settings', 'about'));
  useAction('close-workspace', () => void withFile('workspaces.close', {}));

  return (
    <WorkspaceProvider value={workspace}>
      <FormatProvider settings={{ timeZone: settings.timeZone, currency: settings.currency, today }}>
        {[...sidebarItems, settingsItem].map(item => (
          <GoAction item={item} key={item.id} />
        ))}
        {appearances.map(appearance => (
          <AppearanceAction appearance={appearance} key={appearance} />
        ))}
        <WipeStrip />
        <ErrorBoundary key={route.screen}>
          <Suspense fallback={<Waiting />}>
            <Screen rest={route.rest} />
          </Suspense>
        </ErrorBoundary>
        <Suspense>
          <SharingLayer onClose={closeSharing} open={sharing} />
        </Suspense>
        {route.lead !== null && (
          <ErrorBoundary key={`lead ${route.lead}`}>
            <Suspense>
              <LeadPanel id={route.lead} onClose={closeLead} />
            </Suspense>
          </ErrorBoundary>
        )}
        <HoverCardLayer />
        <PromotionWatch />
        <PlanWatch />
        <ReviewExport route={route} />
        <DropAnywhere />
        <CriteriaFileActions />
        <Suspense>
          <ExportLayer />
        </Suspense>
        <Suspense>
          {open?.what === 'log' && (
            <LogBox again={open.again} leadId={open.leadId} onClose={close} leads={open.leads} />
          )}
          {open?.what === 'points' && <AdjustScore leadId={open.leadId} onClose={close} />}
          {open?.what === 'never' && <MqlExclusion leadId={open.leadId} onClose={close} />}
          {open?.what === 'erase' && <ErasePerson leadId={open.leadId} onClose={close} onGone={closeLead} />}
          {open?.what === 'card' && <ScanCard leadId={open.leadId} onClose={close} />}
          {open?.what === 'add' && (
            <AddLead
              onAdded={id => {
                close();
                openLead(id);
              }}
              onClose={close}
            />
          )}
          {open?.what === 'palette' && <Palette onClose={close} />}
        </Suspense>
        <HelpLayer route={route} />
      </FormatProvider>
    </WorkspaceProvider>
  );
}

/** "Go to ..." of one item of the sidebar, by key and by menu. */
function GoAction({ item }: { readonly item: SidebarItem }) {
  useAction(item.action, () => go(item.id));
  return null;
}

const appearances = ['system', 'light', 'dark'] as const;

function AppearanceAction({ appearance }: { readonly appearance: (typeof appearances)[number] }) {
  const { run } = useCommand('settings.update');
  useAction(`appearance-${appearance}`, () => void run({ appearance }));
  return null;
}

const Waiting = () => (
  <div className={styles.waiting}>
    <Skeleton lines={6} />
  </div>
);
