// Example readings of a column in each possible format, for the user to choose from.
import type { Content, DateOrder, Decimal, ImportColumn } from '../../../shared/import.ts';
import type { CellInstant } from './dates.ts';
import { parseDate } from './dates.ts';
import { parseNumber } from './numbers.ts';

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`;
const shownInstant = (instant: CellInstant | null): string =>
  instant === null ? '' : instant.seconds === null ? instant.date : `${instant.date} ${clock(instant.seconds)}`;

/** Readings of dates ("2024-04-03") and of numbers ("1234.5"); those that read no example are left out. */
export function readingsOf(
  content: Content,
  order: DateOrder | null,
  examples: readonly string[],
): ImportColumn['readings'] {
  if (order !== null) {
    const orders: readonly DateOrder[] = content === 'date' ? ['dmy', 'mdy', 'ymd'] : [order, 'serial-1904'];
    return [...new Set([order, ...orders])]
      .map(dateOrder => ({ dateOrder, as: examples.map(text => shownInstant(parseDate(text, dateOrder))) }))
      .filter(reading => reading.dateOrder === order || reading.as.some(text => text !== ''))
      .filter((reading, i, all) => all.findIndex(other => other.as.join() === reading.as.join()) === i);
  }
  if (content !== 'number' && content !== 'money') return [];
  return (['.', ','] as const satisfies readonly Decimal[])
    .map(decimal => ({ decimal, as: examples.map(text => String(parseNumber(text, decimal) ?? '')) }))
    .filter(reading => reading.as.some(text => text !== ''));
}
