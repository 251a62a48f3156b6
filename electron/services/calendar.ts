// Days, instants and inactivity in the open workspace, for queries over many leads.
import { addDays } from '../../shared/dates.ts';
import type { Calendar } from '../db/tables/lead-filter.ts';
import { canGoQuiet } from '../domain/follow-up.ts';
import type { QueryContext } from './context.ts';

export function calendarOf(context: QueryContext): Calendar {
  const { now, today, zone, settings } = context;
  const since = zone.startOfDay(zone.dayAt(now) - settings.quietAfterDays + 1);
  return {
    now,
    today,
    startOf: date => zone.instant(date, 0),
    addDays,
    quietSince: canGoQuiet.map(stage => [stage, since] as const),
  };
}
