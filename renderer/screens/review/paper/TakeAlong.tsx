// What leaves the review: PDF, minutes as text, the meeting in a calendar. By key and menu from anywhere: of the review on screen,
// else of the last whole week.
import { lazy, Suspense, useState } from 'react';
import { useWorkspace } from '../../../api/workspace.tsx';
import { useAction } from '../../../app/actions.ts';
import type { Place } from '../../../app/place.ts';
import { useFormat } from '../../../ui/format.tsx';
import { readReviewPlace } from '../place.ts';

const MeetingTimeForm = lazy(() => import('./MeetingTimeForm.tsx').then(code => ({ default: code.MeetingTimeForm })));

export function TakeAlong({ place }: { readonly place: Place }) {
  const { today, settings } = useWorkspace();
  const format = useFormat();
  const [asksTime, setAsksTime] = useState(false);
  const { kind, date } = readReviewPlace(place.screen === 'review' ? place.rest : null, today, settings.firstDayOfWeek);
  const code = () => import('./take-along.ts');
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
