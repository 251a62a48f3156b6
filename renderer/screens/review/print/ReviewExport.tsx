// What leaves the review: PDF, minutes as text, the meeting in a calendar. By key and menu from anywhere: of the review on screen,
// else of the last whole week.
import { lazy, Suspense, useState } from 'react';
import { useWorkspace } from '../../../api/workspace.tsx';
import { useAction } from '../../../parts/actions/actions.ts';
import type { Route } from '../../../parts/navigation/route.ts';
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
  useAction('print', () => void code().then(({ savePdf }) => savePdf(kind, date)));
  useAction('copy-minutes', () => void code().then(({ copyMinutes }) => copyMinutes(format, kind, date)));
  useAction('mail-minutes', () => void code().then(({ mailMinutes }) => mailMinutes(format, kind, date)));
  useAction('meeting-time', () => setAsksTime(true));
  return (
    asksTime && (
      <Suspense>
        <MeetingTimeForm onClose={() => setAsksTime(false)} />
      </Suspense>
    )
  );
}
