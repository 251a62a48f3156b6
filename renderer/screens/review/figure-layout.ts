// Which figures a section draws, in which order and under which heading: as the list says, on the screen and on paper alike.
import {
  type FigureSection,
  type FigureValue,
  figureSections,
  type Placement,
  type ReviewFigures,
} from '../../../shared/figures.ts';

/** Figures that stand together. `title` may be empty, and is a heading where `titled`. */
export type FigureGroup = {
  readonly title: string;
  readonly titled: boolean;
  readonly figures: readonly FigureValue[];
};

const order = (a: FigureValue, b: FigureValue) => a.placement.order - b.placement.order;

/** The figures that a section draws in one form, in order. */
export const figuresIn = (
  { figures }: ReviewFigures,
  section: FigureSection,
  as: Placement['as'],
): readonly FigureValue[] =>
  figures.filter(({ placement }) => placement.section === section && placement.as === as).sort(order);

/** The numbers of a section, those of one group together. */
export const groupsIn = (figures: ReviewFigures, section: FigureSection): readonly FigureGroup[] =>
  [...Map.groupBy(figuresIn(figures, section, 'number'), ({ placement }) => placement.group)].map(([title, group]) => ({
    title,
    titled: group.some(({ placement }) => placement.titled),
    figures: group,
  }));

/** Figures that are drawn over time without being asked for. */
export const trendsOf = ({ figures }: ReviewFigures): readonly FigureValue[] =>
  figures.filter(({ placement }) => placement.trend).sort(order);

/** Figures that the minutes name, in the order of the agenda. */
export const minutesOf = (figures: ReviewFigures): readonly FigureValue[] =>
  figureSections.flatMap(section => figuresIn(figures, section, 'number').filter(({ placement }) => placement.minutes));

/** "MQL to SQL, in the period" is "In the period" beneath a heading that says "MQL to SQL". */
export function shortLabel({ label }: FigureValue, title: string): string {
  if (!label.startsWith(`${title}, `)) return label;
  const rest = label.slice(title.length + 2);
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}
