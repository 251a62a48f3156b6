// Review: the weekly meeting before one screen. Agenda at the left, one section at a time.
import { useRef, useState } from 'react';
import { addDays } from '../../../shared/dates.ts';
import { Answer } from '../../api/Answer.tsx';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';
import { go } from '../../app/use-place.ts';
import { useFormat } from '../../ui/format.tsx';
import { Agenda } from './Agenda.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { Period } from './Period.tsx';
import { readReviewPlace, writeReviewPlace } from './place.ts';
import styles from './review.module.css';
import { type PeopleAsked, ReviewProvider } from './review-context.tsx';
import { SectionBody } from './SectionBody.tsx';

export function Review({ rest }: ScreenProps) {
  const { today, settings } = useWorkspace();
  const format = useFormat();
  const place = readReviewPlace(rest, today, settings.firstDayOfWeek);
  const { kind, date, section } = place;
  const review = useRead('review.get', { kind, date }, { keep: true });
  const [people, setPeople] = useState<PeopleAsked | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const period = review.data?.figures.period;

  return (
    <Screen
      aside={
        period && (
          <>
            {period.label}, {format.date(period.from)} to {format.date(addDays(period.to, -1))}
            {period.partial && ', not over yet'}
          </>
        )
      }
      filters={
        period && (
          <Period
            kind={kind}
            onGo={(nextKind, nextDate) => go('review', writeReviewPlace({ kind: nextKind, date: nextDate, section }))}
            period={period}
          />
        )
      }
      layout="full"
      title="Review"
    >
      <div className={styles.meeting}>
        <Agenda place={place} />
        <div className={styles.section} data-from={period?.from} ref={body}>
          <Answer of={review}>
            {data => (
              <ReviewProvider value={{ data, openPeople: setPeople }}>
                <SectionBody section={section} />
                {people && <PeoplePanel asked={people} onClose={() => setPeople(null)} />}
              </ReviewProvider>
            )}
          </Answer>
        </div>
      </div>
    </Screen>
  );
}
