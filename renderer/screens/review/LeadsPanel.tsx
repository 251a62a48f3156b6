// Panel with the people, or spend entries, behind a number.
import { useRead } from '../../api/use-read.ts';
import { LeadsDrawer } from '../../parts/leads/LeadsDrawer.tsx';
import { useFormat } from '../../ui/format.tsx';
import { type LeadsRequest, useReview } from './review-context.tsx';
import { hasSpendEntries, SpendEntries } from './SpendBehindFigure.tsx';

type Props = { readonly request: LeadsRequest; readonly onClose: () => void };

export function LeadsPanel({ request, onClose }: Props) {
  const { data, now } = useReview();
  const format = useFormat();
  const { period } = data.figures;
  const { from, label } = period;
  const { title, figureId, set, date = from, kind = period.kind, only = null, count } = request;
  const leads = useRead('review.leads', { kind, date, figureId, set: set ?? '', only }, { when: set !== null });
  return (
    <LeadsDrawer
      aside={date === from && kind === period.kind ? label : `${kind} of ${format.date(date)}`}
      note={now !== null && leads.data && listedText(count, leads.data.total)}
      of={set === null ? null : leads}
      onClose={onClose}
      title={title}
    >
      {hasSpendEntries(figureId) && <SpendEntries date={date} kind={kind} only={only} />}
    </LeadsDrawer>
  );
}

/** Closing keeps numbers, not lists: what is listed is of now, and how many there were then stands beside it. */
function listedText(count: number | undefined, listed: number): string {
  const then = count === undefined || count === listed ? '' : ` At closing there were ${count}.`;
  return `Based on today’s records.${then}`;
}
