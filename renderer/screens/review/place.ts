// Where in the review one is: which period, and which section of the agenda. Kept in the address as "week.2026-02-23.figures".
import { addDays, isPlainDate, type PlainDate, weekStart } from '../../../shared/dates.ts';
import { type PeriodKind, periodKinds } from '../../../shared/figures.ts';
import { type SectionId, sectionsOf } from './agenda.ts';

export type ReviewPlace = { readonly kind: PeriodKind; readonly date: PlainDate; readonly section: SectionId };

/** The week the next meeting is about: the last one that is over. */
export const lastWholeWeek = (today: PlainDate, firstDay: number): PlainDate => addDays(weekStart(today, firstDay), -7);

/** Reads the address; what it does not say is the last whole week and its first section. */
export function readReviewPlace(rest: string | null, today: PlainDate, firstDay: number): ReviewPlace {
  const [first = '', second = '', third = ''] = (rest ?? '').split('.');
  const kind = periodKinds.find(name => name === first) ?? 'week';
  const date = isPlainDate(second) ? second : lastWholeWeek(today, firstDay);
  const sections = sectionsOf(kind);
  const section = sections.find(({ id }) => id === third)?.id ?? 'figures';
  return { kind, date, section };
}

export const writeReviewPlace = ({ kind, date, section }: ReviewPlace): string => `${kind}.${date}.${section}`;

/**
 * The same days in another kind of period: from a week to the month it starts in, from a month to its last week that is over.
 * `to` is the first date after the period one comes from.
 */
export function dateInKind(
  kind: PeriodKind,
  period: { readonly from: PlainDate; readonly to: PlainDate },
  today: PlainDate,
  firstDay: number,
): PlainDate {
  if (kind !== 'week') return period.from;
  const latest = lastWholeWeek(today, firstDay);
  const last = weekStart(addDays(period.to, -7), firstDay);
  return last > latest && latest >= period.from ? latest : last;
}
