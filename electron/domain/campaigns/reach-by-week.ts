// Splits statistics of a longer span, such as a month of a website, into the weeks that reach is kept by.
import { dayNumber, fromDayNumber, type PlainDate } from '../../../shared/dates.ts';
import { partInDays } from '../figures/spread.ts';

type Counted = { readonly strangers: number | null; readonly visitors: number | null };
export type WeekOfReach = { readonly weekStart: PlainDate; readonly strangers: number; readonly visitors: number };

/**
 * People counted from `on` to the last day `to` (without it: the week from `on`), evenly by day, as rows of seven days each that
 * add up exactly. The last row begins early enough to end with the span, so that nobody is counted after it.
 */
export function reachByWeek(
  counted: Counted & { readonly on: PlainDate; readonly to?: PlainDate | undefined },
): WeekOfReach[] {
  const fromDay = dayNumber(counted.on);
  const toDay = counted.to === undefined ? fromDay + 7 : dayNumber(counted.to) + 1;
  const [strangers, visitors] = [counted.strangers ?? 0, counted.visitors ?? 0];
  if (toDay - fromDay <= 7) return [{ weekStart: counted.on, strangers, visitors }];
  const weeks: WeekOfReach[] = [];
  for (let day = fromDay; day < toDay; day += 7) {
    const part = (whole: number) =>
      partInDays(whole, { fromDay, toDay }, { fromDay: day, toDay: Math.min(day + 7, toDay) });
    weeks.push({
      weekStart: fromDayNumber(Math.min(day, toDay - 7)),
      strangers: part(strangers),
      visitors: part(visitors),
    });
  }
  return weeks;
}
