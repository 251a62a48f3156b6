// The days near at hand that a next step may be planned for.
import { addDays, type PlainDate } from '../../../shared/dates.ts';

const near = [
  [0, 'Today'],
  [1, 'Tomorrow'],
  [3, 'In 3 days'],
  [7, 'In a week'],
  [14, 'In 2 weeks'],
] as const;

export const nearDays = (today: PlainDate) => near.map(([days, label]) => ({ date: addDays(today, days), label }));
