// The small firm of the sample: a maker of planning software for workshops, its team, campaigns and criteria.

import type { Criteria, CriteriaVersion } from '../../shared/criteria.ts';
import { dayMs } from '../../shared/dates.ts';
import type { Campaign, Member, Settings } from '../../shared/workspace.ts';
import { fitRule, seedCriteria } from '../domain/scoring/defaults.ts';
import type { SampleCalendar } from './calendar.ts';
import { hourMs, yearDays } from './calendar.ts';
import { criteriaWeeksAgo, meetingAt } from './meetings.ts';
import type { Team } from './team.ts';
import { decidingWords, market } from './trades.ts';

export const sampleSettings = {
  name: 'Sample: Tenonwise, planning for workshops',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  sample: true,
} satisfies Partial<Settings>;

/** Minor units of the firm's currency in one unit. */
export const cents = (euros: number): number => Math.round(euros) * 100;

/** The firm's rival, and so the domain of the people who come to spy. */
export const rivalDomain = 'dovetailwise.example';

export function makeTeam(newId: () => string): Team {
  const member = (name: string, side: Member['side'], archived = false): Member => ({
    id: newId(),
    name,
    side,
    archived,
  });
  const boss = member('Lotte Verhagen', 'both');
  const marketer = member('Samir Haddad', 'marketing');
  const sellers = [member('Tom Achterberg', 'sales'), member('Priya Raman', 'sales')] as const;
  return { all: [boss, marketer, ...sellers, member('Greta Holm', 'marketing', true)], sellers, marketer, boss };
}

/** An effort of the firm; days are counted back from today. */
export type Effort = Campaign & {
  readonly key: EffortKey;
  readonly channel: string;
  readonly from: number;
  readonly to: number;
  /** Days on which its people were met, where those are few (fairs, webinars). */
  readonly days: readonly number[];
};
export type EffortKey = keyof typeof efforts;

type Plan = readonly [label: string, channel: string, from: number, to: number, days?: readonly number[]];

const efforts = {
  search: ['Search ads: workshop planning', 'advertising', yearDays, -30],
  templates: ['Free templates: cutting lists and quotes', 'search', 340, -60],
  autumnFair: ['Wood and metal trade show, hall 4', 'trade-show', 262, 259, [262, 261, 260, 259]],
  prizeDraw: ['Prize draw: win a tool trolley', 'social', 178, 136],
  coldList: ['Letters to joiners in the north', 'cold-outreach', 124, 96],
  webinars: ['Webinar: quotes without spreadsheets', 'webinar', 300, -20, [300, 236, 173, 110, 47]],
  newsletter: ['Newsletter: The Bench', 'e-mail', yearDays, -90],
  friends: ['Customer referrals', 'referral', 310, -120],
  openDays: ['Open house with the saw dealer', 'trade-show', 25, 23, [25, 24, 23]],
} as const satisfies Record<string, Plan>;

export function makeEfforts(calendar: SampleCalendar, newId: () => string): readonly Effort[] {
  return (Object.entries(efforts) as [EffortKey, Plan][]).map(([key, [label, channel, from, to, days = []]]) => ({
    key,
    id: newId(),
    channelId: channel,
    channel,
    label,
    startsOn: calendar.date(from),
    endsOn: calendar.date(to),
    archived: false,
    from,
    to,
    days,
  }));
}

const marketRules: Criteria = {
  ...seedCriteria,
  fit: [
    ...seedCriteria.fit,
    fitRule('our-market', 'industry', { test: 'is-one-of', values: [...market] }, 15),
    fitRule('decides', 'jobTitle', { test: 'contains', values: [...decidingWords] }, 10),
  ],
};

const cappedRules: Criteria = {
  ...marketRules,
  behavior: marketRules.behavior.map(rule =>
    rule.typeId === 'email-opened' ? { ...rule, count: { how: 'at-most', times: 5 } } : rule,
  ),
  disqualifiers: [
    {
      id: 'disqualifier-rival',
      field: 'email',
      test: { test: 'contains', values: [rivalDomain] },
      why: 'Works for a competitor',
    },
  ],
};

/**
 * The versions the firm published, oldest first, after number 1, which every workspace starts with. Number 2 came before the
 * first lead, and each of the others is stricter than the one before, so that publishing promoted nobody by itself.
 */
export function makeVersions(
  calendar: SampleCalendar,
  firstDay: number,
  newId: () => string,
): readonly CriteriaVersion[] {
  return [
    {
      id: newId(),
      number: 2,
      criteria: marketRules,
      reason: 'Our market: workshops that make things, and the people who decide there',
      publishedAt: beginning(calendar) + hourMs,
    },
    {
      id: newId(),
      number: 3,
      criteria: cappedRules,
      reason: 'Opened e-mails count at most five times; leads from the competitor are excluded',
      publishedAt: meetingAt(calendar, firstDay, criteriaWeeksAgo[3]),
    },
    {
      id: newId(),
      number: 4,
      criteria: { ...cappedRules, threshold: 120 },
      reason: 'At 100 there were more MQLs than we can call, and hardly any customers between 100 and 120',
      publishedAt: meetingAt(calendar, firstDay, criteriaWeeksAgo[4]),
    },
  ];
}

/** When the firm began to use Ripen: before anything else in the sample. */
export const beginning = (calendar: SampleCalendar): number => calendar.at(yearDays + 8, 9 * 60) - dayMs;
