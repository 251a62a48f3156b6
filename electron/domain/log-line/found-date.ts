// A day or time found in a line, as what happened and as what is still to do.
import type { LineHome, LineSpan, Moment } from './said.ts';

export type FoundDate = LineSpan & {
  /** Where it can only lie: "ago" and "yesterday" before now, "tomorrow" and "by" after it. */
  readonly pull: 'past' | 'future' | null;
  /** The best first; several are asked; none: it is no day that can be used, and `why` says so. */
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
  readonly why: string | null;
};
export type DateReading = Omit<FoundDate, 'from' | 'to'>;
export type DateHome = Pick<LineHome, 'today' | 'time' | 'dayFirst' | 'language'>;

/** Years in which something can have happened. */
export const firstYear = 1990;
/** How far ahead a next step may lie. */
export const stepYears = 10;

export const day = (date: string, time: string | null = null): Moment => ({ date, time });
export const happened = (...past: readonly Moment[]): DateReading => ({ pull: 'past', past, future: [], why: null });
export const coming = (...future: readonly Moment[]): DateReading => ({ pull: 'future', past: [], future, why: null });
export const refused = (why: string): DateReading => ({ pull: null, past: [], future: [], why });

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
export const two = (value: number): string => String(value).padStart(2, '0');
export const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Whether it lies before now. */
export const isBefore = (one: Moment, { today, time }: DateHome): boolean =>
  one.date < today || (one.date === today && (one.time === null || one.time <= time));
