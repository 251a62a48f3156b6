// Which figures a section draws, in which order and under which heading: as the list says, on the screen and on paper alike.
import {
  type FigureSection,
  type FigureTable,
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

/** A table without the columns that have no number anywhere, and those columns with the reason. */
export function withNumbers(table: FigureTable): {
  readonly table: FigureTable;
  readonly without: readonly { readonly label: string; readonly why: string }[];
} {
  const all = [...table.rows.map(({ cells }) => cells), table.total];
  const has = table.columns.map((_, at) => all.some(cells => cells[at]?.value != null));
  const keep = <T>(list: readonly T[]): T[] => list.filter((_, at) => has[at]);
  return {
    table: {
      ...table,
      columns: keep(table.columns),
      rows: table.rows.map(row => ({ ...row, cells: keep(row.cells) })),
      total: keep(table.total),
    },
    without: table.columns.flatMap(({ label }, at) =>
      has[at] ? [] : [{ label, why: table.total[at]?.why ?? 'nothing to count' }],
    ),
  };
}

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
