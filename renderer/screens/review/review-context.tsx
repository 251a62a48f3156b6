// What every section of the review knows: the period, its figures, the meeting, and how to open the people behind a number.
import { createContext, type ReactNode, use } from 'react';
import type { Input, Output } from '../../../shared/contract.ts';
import type { PlainDate } from '../../../shared/dates.ts';
import type { FigureValue, PeriodKind, ReviewFigures } from '../../../shared/figures.ts';
import type { SectionId } from './agenda.ts';

export type ReviewData = Output<'review.get'>;
export type MeetingData = Output<'meeting.get'>;

/** The people, and bills, behind one number; `date` when it is another period than the one on screen. */
export type LeadsRequest = {
  readonly title: string;
  readonly figureId: string;
  /** Null: behind spend there are bills and no people. */
  readonly set: string | null;
  readonly date?: PlainDate;
  /** When it is a longer or shorter period than the one on screen. */
  readonly kind?: PeriodKind;
  readonly only?: Input<'review.leads'>['only'];
  /** How many the number that was pressed counts; a closed review's may be others than are listed now. */
  readonly count?: number;
};

export type ReviewContext = {
  /** Of a closed review: the figures as they were. */
  readonly data: ReviewData;
  /** Beside a closed review: the figures as they would be now; else null. */
  readonly now: ReviewFigures | null;
  /** The meeting about the week on screen; null for longer periods. */
  readonly meeting: MeetingData | null;
  readonly openLeads: (request: LeadsRequest) => void;
  readonly goTo: (section: SectionId) => void;
};

const Context = createContext<ReviewContext | null>(null);

export const ReviewProvider = ({ value, children }: { value: ReviewContext; children: ReactNode }) => (
  <Context value={value}>{children}</Context>
);

/** Throws outside a review. */
export function useReview(): ReviewContext {
  const context = use(Context);
  if (context === null) throw new Error('useReview needs a review around it.');
  return context;
}

/** The meeting about the week on screen; throws in a longer period, whose agenda has no section that asks. */
export function useMeeting(): MeetingData {
  const { meeting } = useReview();
  if (meeting === null) throw new Error('useMeeting needs the review of a week around it.');
  return meeting;
}

/** A figure of the list by its id; undefined in a closed review that did not have it yet. */
export const figureOf = (figures: ReviewFigures, id: string): FigureValue | undefined =>
  figures.figures.find(figure => figure.id === id);
