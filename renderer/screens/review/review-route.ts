// Where in the review one is: which period, which section of the agenda, and whether the meeting fills the screen. Kept in the
// address as "week.2026-02-23.figures", with ".meeting" after it in meeting mode ("meeting" alone: about the last whole week);
// "past" and "compare.WEEK.WEEK" are the past.
import { addDays, isPlainDate, type PlainDate, weekStart } from '../../../shared/dates.ts';
import { type PeriodKind, periodKinds } from '../../../shared/figures.ts';
import { type SectionId, sectionIds } from './agenda.ts';

export type ReviewRoute = {
  readonly kind: PeriodKind;
  readonly date: PlainDate;
  /** Null: the first one. */
  readonly section: SectionId | null;
  readonly meeting: boolean;
};

/** The week the next meeting is about: the last one that is over. */
export const lastWholeWeek = (today: PlainDate, firstDay: number): PlainDate => addDays(weekStart(today, firstDay), -7);

/** Reads the address; what it does not say is the last whole week and its first section. */
export function parseReviewRoute(rest: string | null, today: PlainDate, firstDay: number): ReviewRoute {
  const parts = (rest ?? '').split('.');
  const [first = '', second = '', third = ''] = parts;
  const kind = periodKinds.find(name => name === first) ?? 'week';
  const date = isPlainDate(second) ? second : lastWholeWeek(today, firstDay);
  const section = sectionIds.find(id => id === third) ?? null;
  return { kind, date, section, meeting: parts.at(-1) === 'meeting' };
}

export const formatReviewRoute = ({ kind, date, section, meeting }: ReviewRoute): string =>
  [kind, date, ...(section === null && !meeting ? [] : [section ?? 'last']), ...(meeting ? ['meeting'] : [])].join('.');

/** The two weeks of "compare.2026-02-16.2026-02-23"; null for any other address. */
export function readComparison(rest: string | null): readonly [PlainDate, PlainDate] | null {
  const [first, one = '', two = ''] = (rest ?? '').split('.');
  return first === 'compare' && isPlainDate(one) && isPlainDate(two) ? [one, two] : null;
}

export const writeComparison = (one: PlainDate, two: PlainDate): string => `compare.${one}.${two}`;

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
