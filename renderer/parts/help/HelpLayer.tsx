// Listens for F1 and mounts the help; its pages are loaded when they are first asked for.
import { lazy, Suspense, useState } from 'react';
import { useAction } from '../actions/actions.ts';
import type { Route } from '../navigation/route.ts';
import { closeHelp, openHelp, useHelpRequest } from './open-help.ts';

const HelpPanel = lazy(() => import('./HelpPanel.tsx').then(code => ({ default: code.HelpPanel })));
const ReportDialog = lazy(() => import('./ReportDialog.tsx').then(code => ({ default: code.ReportDialog })));

/** `route`: what one looks at; null without an open workspace. */
export function HelpLayer({ route }: { readonly route: Route | null }) {
  const request = useHelpRequest();
  useAction('help', () => openHelp('here'));
  useAction('how-to', () => openHelp('contents'));
  useAction('glossary', () => openHelp('glossary'));
  const [reporting, setReporting] = useState(false);
  useAction('report-problem', () => setReporting(true));
  return (
    <Suspense>
      {reporting && <ReportDialog onClose={() => setReporting(false)} />}
      {request && <HelpPanel onClose={closeHelp} request={request} route={route} />}
    </Suspense>
  );
}
