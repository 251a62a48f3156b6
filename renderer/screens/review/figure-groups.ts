// Order and headings of the figures, on screen and in the PDF.
import type { FigureValue } from '../../../shared/figures.ts';

export type FigureGroup = { readonly title: string; readonly hidden?: true; readonly ids: readonly string[] };

export const figureGroups: readonly FigureGroup[] = [
  { title: 'Volume and time', hidden: true, ids: ['mql-volume', 'new-customers', 'time-to-conversion'] },
  { title: 'MQL to SQL', ids: ['mql-to-sql-cohort', 'mql-to-sql-period', 'mql-to-sql-settled'] },
  { title: 'SQL to customer', ids: ['sql-to-customer-cohort', 'sql-to-customer-period', 'sql-to-customer-settled'] },
  { title: 'Wins and costs', hidden: true, ids: ['win-rate', 'cost-per-mql', 'cost-per-accepted-mql'] },
];

/** "MQL to SQL, in the period" is "In the period" beneath a heading that says "MQL to SQL". */
export function shortLabel({ label }: FigureValue, title: string): string {
  if (!label.startsWith(`${title}, `)) return label;
  const rest = label.slice(title.length + 2);
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}
