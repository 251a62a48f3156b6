// What days, moments and "quiet" mean in the open workspace, for questions about many leads.
import { addDays } from '../../shared/dates.ts';
import type { Stage } from '../../shared/stages.ts';
import type { Calendar } from '../db/lead-filter.ts';
import { followUpRules } from './cards.ts';
import type { QueryContext } from './context.ts';

export function calendarOf(context: QueryContext): Calendar {
  const { now, today, zone } = context;
  const limits = Object.entries(followUpRules(context).quiet) as [Stage, number | null][];
  return {
    now,
    today,
    startOf: date => zone.instant(date, 0),
    addDays,
    quietSince: limits.flatMap(([stage, days]) =>
      days === null ? [] : [[stage, zone.startOfDay(zone.dayAt(now) - days + 1)] as const],
    ),
  };
}
