// Listens for F1 and mounts the help; its pages are loaded when they are first asked for.
import { lazy, Suspense } from 'react';
import { useAction } from '../actions/actions.ts';
import type { Route } from '../navigation/route.ts';
import { closeHelp, openHelp, useHelpRequest } from './open-help.ts';

const HelpPanel = lazy(() => import('./HelpPanel.tsx').then(code => ({ default: code.HelpPanel })));

/** `route`: what one looks at; null without an open workspace. */
export function HelpLayer({ route }: { readonly route: Route | null }) {
  const request = useHelpRequest();
  useAction('help', () => openHelp('here'));
  useAction('how-to', () => openHelp('contents'));
  useAction('glossary', () => openHelp('glossary'));
  return (
    request && (
      <Suspense>
        <HelpPanel onClose={closeHelp} request={request} route={route} />
      </Suspense>
    )
  );
}
