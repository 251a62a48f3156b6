// What leaves the review: PDF, minutes as text, the meeting in a calendar. By key and menu from anywhere: of the review on screen,
// else of the last whole week.
import { lazy, Suspense, useState } from 'react';
import { showToast } from '../../../api/toast-store.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { useAction } from '../../../parts/actions/actions.ts';
import type { Route, ScreenId } from '../../../parts/navigation/route.ts';
import { useFormat } from '../../../ui/format.tsx';
import { parseReviewRoute } from '../review-route.ts';

const MeetingTimeForm = lazy(() => import('./MeetingTimeForm.tsx').then(code => ({ default: code.MeetingTimeForm })));

export function ReviewExport({ route }: { readonly route: Route }) {
  const { today, settings } = useWorkspace();
  const format = useFormat();
  const [asksTime, setAsksTime] = useState(false);
  const { kind, date } = parseReviewRoute(
    route.screen === 'review' ? route.rest : null,
    today,
    settings.firstDayOfWeek,
  );
  const code = () => import('./review-export.ts');
  useAction('copy-minutes', () => void code().then(({ copyMinutes }) => copyMinutes(format, kind, date)));
  useAction('mail-minutes', () => void code().then(({ mailMinutes }) => mailMinutes(format, kind, date)));
  useAction('meeting-time', () => setAsksTime(true));
  return (
    <>
      {!printsItself.has(route.screen) && (
        <OtherPrint
          run={() =>
            route.screen === 'review'
              ? void code().then(({ saveReviewPdf }) => saveReviewPdf(kind, date))
              : void showToast('Open Today, Board, Leads, Review or a lead, and save that as PDF.')
          }
        />
      )}
      {asksTime && (
        <Suspense>
          <MeetingTimeForm onClose={() => setAsksTime(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Screens that say themselves what Ctrl+P saves. */
const printsItself: ReadonlySet<ScreenId> = new Set(['today', 'board', 'leads', 'lead']);

function OtherPrint({ run }: { readonly run: () => void }) {
  useAction('print', run);
  return null;
}
