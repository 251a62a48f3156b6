// Reads one cell under its mapping: a value, or a warning.
import type { ColumnMapping } from '../../../shared/import.ts';
import type { CellInstant } from './dates.ts';
import { parseDate } from './dates.ts';
import { unwrapped } from './entities.ts';
import { cleanCell, columnLetter, saysNothing, saysNothingAsName } from './text.ts';

/** A column in use, ready to be read: where it is, what it feeds, how it is written. */
export type Use = ColumnMapping & {
  readonly header: string;
  readonly literal: boolean;
  /** Amounts are counted in so many units: 1000 under "Value (k€)". */
  readonly factor?: number;
  /** Holds what stands before a last name. */
  readonly particle?: boolean;
};

const names = new Set(['firstName', 'lastName', 'fullName', 'company']);

/** The cleaned text of a use in a row; '' when the cell says nothing. */
export function textOf(use: Use, row: readonly string[]): string {
  const raw = row[use.column];
  if (raw === undefined || raw === '') return '';
  const clean = cleanCell(raw);
  if (use.literal) return clean;
  const text = unwrapped(clean);
  if (names.has(use.target) ? saysNothingAsName(text) : saysNothing(text)) return '';
  if (!use.part) return text;
  return (text.split(use.part.by)[use.part.index] ?? '').trim();
}

/** The moment in a cell; the column's order first, then what can be read in one way only. */
export function cellInstant(use: Use, text: string): CellInstant | null {
  const instant = parseDate(text, use.dateOrder ?? 'dmy');
  if (instant !== null && use.days) return { date: instant.date, seconds: null, offset: null };
  const inUtc =
    instant !== null && instant.seconds !== null && instant.offset === null && utc.test(use.header.slice(0, 200));
  return inUtc ? { ...instant, offset: 0 } : instant;
}

/** "Created (UTC)", "submitted_at_utc": the program says so once for all cells. */
const utc = /(?:^|[^a-z])(?:utc|gmt)(?:[^a-z+-]|$)/i;

/** What a column is called; one without a header by its letter. */
export const headerOf = ({ header, column }: Pick<Use, 'header' | 'column'>): string =>
  header || `Column ${columnLetter(column)}`;

/** "Close date: \"soon\" is not a date." */
export const warning = (use: Pick<Use, 'header' | 'column'>, text: string, what: string): string =>
  `${headerOf(use)}: “${text.length > 60 ? `${text.slice(0, 59)}…` : text}” ${what}`;
