// Panel with the people, or spend entries, behind a number.
import { useRead } from '../../api/use-read.ts';
import { useFormat } from '../../ui/format.tsx';
import { PeopleDrawer } from '../people/PeopleDrawer.tsx';
import { Bills, showsBills } from './Bills.tsx';
import { type PeopleAsked, useReview } from './review-context.tsx';

type Props = { readonly asked: PeopleAsked; readonly onClose: () => void };

export function PeoplePanel({ asked, onClose }: Props) {
  const { data, now } = useReview();
  const format = useFormat();
  const { kind, from, label } = data.figures.period;
  const { title, figureId, set, date = from, only = null, count } = asked;
  const people = useRead('review.people', { kind, date, figureId, set: set ?? '', only }, { when: set !== null });
  return (
    <PeopleDrawer
      aside={date === from ? label : `${kind} of ${format.date(date)}`}
      note={now !== null && people.data && listedWords(count, people.data.total)}
      of={set === null ? null : people}
      onClose={onClose}
      title={title}
    >
      {showsBills(figureId) && <Bills date={date} kind={kind} only={only} />}
    </PeopleDrawer>
  );
}

/** Closing keeps numbers, not lists: what is listed is of now, and how many there were then stands beside it. */
function listedWords(count: number | undefined, listed: number): string {
  const then = count === undefined || count === listed ? '' : ` At closing there were ${count}.`;
  return `Based on today’s records.${then}`;
}
