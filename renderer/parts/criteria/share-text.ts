// Formats shares with their counts and intervals.
import type { Share } from '../../../shared/what-if.ts';
import type { Format } from '../../ui/format.tsx';

/** "likely 23 % to 58 %"; empty where there is nobody. */
export const intervalText = (format: Format, { interval }: Pick<Share, 'interval'>): string =>
  interval === null ? '' : `95 % CI ${format.percent(interval.low)} to ${format.percent(interval.high)}`;

/** "45 %", or a dash where there is nobody. */
export const percentText = (format: Format, { numerator, n }: Pick<Share, 'numerator' | 'n'>): string =>
  n === 0 ? '–' : format.percent(numerator / n);

/** "9 of 20". */
export const ofText = (format: Format, { numerator, n }: Pick<Share, 'numerator' | 'n'>): string =>
  `${format.whole(numerator)} of ${format.whole(n)}`;
