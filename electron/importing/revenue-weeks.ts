// What a file says was won, by weeks: all of it in one week is the day of an export, or of one column for all.
import { dayNumber, type PlainDate, weekStart } from '../../shared/dates.ts';
import type { Finding } from '../../shared/import-findings.ts';

/** Fewer wins fall in one week by chance. */
const enoughWins = 5;
const monday = 1;

export function createRevenueWeeks() {
  const weeks = new Map<number, number>();
  let revenue = 0;
  let wins = 0;
  return {
    /** `amount` in minor units. */
    see: (won: PlainDate, amount: number): void => {
      wins += 1;
      revenue += amount;
      const week = dayNumber(weekStart(won, monday));
      weeks.set(week, (weeks.get(week) ?? 0) + amount);
    },
    found: (): Finding[] => {
      const top = Math.max(0, ...weeks.values());
      if (wins < enoughWins || top * 10 <= revenue * 8 || weeks.size >= wins) return [];
      return [
        {
          kind: 'revenue',
          key: 'revenue',
          odd: true,
          text: 'Nearly all revenue of this file falls in one week.',
          count: wins,
          rows: [],
          column: null,
          target: 'customerOn',
        },
      ];
    },
  };
}
