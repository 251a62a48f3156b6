// What the firm spent, and how many nameless people it reached, week by week.
import { addDays, weekStart } from '../../shared/dates.ts';
import type { Reach, Spend } from '../../shared/workspace.ts';
import type { SampleCalendar } from './calendar.ts';
import { yearDays } from './calendar.ts';
import type { Effort, EffortKey } from './company.ts';
import { cents } from './company.ts';
import type { Random } from './random.ts';

type SpendEntry = readonly [key: EffortKey, euros: number, from: number, to: number, note: string];

/** Once and for all; days ago. */
const entries: readonly SpendEntry[] = [
  ['autumnFair', 7900, 262, 259, 'Booth, hotel and travel'],
  ['prizeDraw', 3400, 178, 136, 'Trolleys, ads and mailing'],
  ['coldList', 980, 124, 96, 'Printing and stamps'],
  ['openDays', 1650, 25, 23, 'Our share of the open house'],
  ['templates', 1200, 340, 312, 'Design of the templates'],
  ['webinars', 420, 300, 300, 'Speaker'],
  ['webinars', 420, 236, 236, 'Speaker'],
  ['webinars', 420, 173, 173, 'Speaker'],
  ['webinars', 420, 110, 110, 'Speaker'],
  ['webinars', 420, 47, 47, 'Speaker'],
];

/** Search adverts and the website cost something every four weeks. Referrals and the newsletter have no spend recorded. */
export function makeSpend(
  calendar: SampleCalendar,
  efforts: readonly Effort[],
  random: Random,
  newId: () => string,
): readonly Spend[] {
  const effortOf = (key: EffortKey) => efforts.find(effort => effort.key === key)?.id ?? null;
  const once = entries.map(([key, euros, from, to, note]): Spend => {
    const span = { startsOn: calendar.date(from), endsOn: calendar.date(to) };
    return { id: newId(), channelId: null, campaignId: effortOf(key), amount: cents(euros), ...span, note };
  });
  const regular: Spend[] = [];
  for (let from = yearDays; from >= 28; from -= 28) {
    const span = { startsOn: calendar.date(from), endsOn: calendar.date(from - 27) };
    const adverts = cents(random.whole(560, 840));
    regular.push(
      { id: newId(), channelId: null, campaignId: effortOf('search'), amount: adverts, ...span, note: null },
      { id: newId(), channelId: 'website', campaignId: null, amount: cents(290), ...span, note: 'Website and hosting' },
    );
  }
  return [...once, ...regular];
}

/** Strangers reached and visitors counted in a usual week, by channel. */
const weekly: Readonly<Record<string, readonly [strangers: number, visitors: number]>> = {
  website: [0, 210],
  search: [2600, 150],
  advertising: [5200, 130],
  social: [1900, 45],
  'e-mail': [0, 60],
  referral: [40, 14],
};

/** Growing through the year, quieter in the weeks around the turn of the year and in high summer. */
export function makeReach(
  calendar: SampleCalendar,
  firstDay: number,
  random: Random,
  newId: () => string,
): readonly Reach[] {
  const thisWeek = weekStart(calendar.today, firstDay);
  return Array.from({ length: 52 }, (_, i) => 52 - i).flatMap(weeksAgo => {
    const start = addDays(thisWeek, -7 * weeksAgo);
    const monthDay = start.slice(5);
    const season =
      monthDay >= '12-18' || monthDay < '01-04' ? 0.45 : monthDay >= '07-18' && monthDay < '08-20' ? 0.65 : 1;
    const growth = 1.25 - weeksAgo / 100;
    return Object.entries(weekly).map(([channelId, [strangers, visitors]]): Reach => {
      const counted = (usual: number) => Math.round(usual * season * growth * random.between(0.8, 1.2));
      return { id: newId(), channelId, weekStart: start, strangers: counted(strangers), visitors: counted(visitors) };
    });
  });
}
