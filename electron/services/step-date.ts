// Bounds of the day of a next step.
import { addMonths, firstDay } from '../../shared/dates.ts';
import { AppError } from '../../shared/result.ts';
import type { QueryContext } from './context.ts';

/** Years ahead within which a next step may lie. */
export const stepYears = 10;

/** Refuses a day that is a slip of the keyboard: before 1990, or more than ten years ahead. */
export function requireStepDate({ today }: Pick<QueryContext, 'today'>, date: string): void {
  if (date < firstDay || date > addMonths(today, 12 * stepYears)) {
    throw new AppError('invalid', `Enter a day within the next ${stepYears} years. Nothing was changed.`, 'nextStepOn');
  }
}
