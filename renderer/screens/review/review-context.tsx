// What every section of the review knows: the period, its figures, and how to open the people behind a number.
import { createContext, type ReactNode, use } from 'react';
import type { Input, Output } from '../../../shared/contract.ts';
import type { PlainDate } from '../../../shared/dates.ts';
import type { FigureValue, ReviewFigures } from '../../../shared/figures.ts';

export type ReviewData = Output<'review.get'>;

/** The people behind one number; `date` when it is another period than the one on screen. */
export type PeopleAsked = {
  readonly title: string;
  readonly figureId: string;
  readonly set: string;
  readonly date?: PlainDate;
  readonly only?: Input<'review.people'>['only'];
};

export type ReviewContext = {
  readonly data: ReviewData;
  readonly openPeople: (asked: PeopleAsked) => void;
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

/** A figure of the list by its id; undefined in a closed review that did not have it yet. */
export const figureOf = (figures: ReviewFigures, id: string): FigureValue | undefined =>
  figures.figures.find(figure => figure.id === id);
