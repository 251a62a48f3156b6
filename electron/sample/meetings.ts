// The weekly meetings the firm has held: when, what was decided, and who promised what.
import type { PlainDate } from '../../shared/dates.ts';
import { addDays, dayMs, daysBetween, weekday, weekStart } from '../../shared/dates.ts';
import { comesBackAfterWeeks, type DecisionVerdict, type Expected, type Sla } from '../../shared/meeting.ts';
import type { DecisionInput, ItemInput } from '../db/tables/decisions.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Team } from './team.ts';

/** Closed meetings are about weeks that began so many weeks ago; the one about last week is still to be held. */
export const meetingWeeks = { newest: 2, oldest: 18 };
/** The meetings that decided on criteria, by the number of the version. */
export const criteriaWeeksAgo = { 3: 16, 4: 4 } as const;

const weekOf = ({ today }: SampleCalendar, firstDay: number, weeksAgo: number): PlainDate =>
  addDays(weekStart(today, firstDay), -7 * weeksAgo);

/** When the meeting about such a week was closed: on the Monday after it, at a quarter to eleven. */
export function meetingAt(calendar: SampleCalendar, firstDay: number, weeksAgo: number): number {
  const next = weekOf(calendar, firstDay, weeksAgo - 1);
  const monday = addDays(next, (8 - weekday(next)) % 7);
  return calendar.at(daysBetween(monday, calendar.today), 10 * 60 + 45);
}

type Who = 'boss' | 'marketer' | 'tom' | 'priya';
type Promise = readonly [text: string, who: Who, dueInDays: number, doneInDays: number | null];
type Decision = {
  readonly text: string;
  /** Number of the version that was decided on. */
  readonly criteria?: keyof typeof criteriaWeeksAgo;
  readonly expected?: Expected;
  /** What the meeting four weeks later answered; without it the decision still waits, or will come back. */
  readonly answer?: readonly [verdict: DecisionVerdict, outcome: string];
};
type Minutes = {
  readonly decisions?: readonly Decision[];
  readonly commitments?: readonly Promise[];
  /** What both sides promise from the next week on. */
  readonly sla?: Sla;
  readonly notes?: string;
};

/** By weeks ago. Where nothing stands the meeting was short. */
const minutes: Readonly<Record<number, Minutes>> = {
  18: {
    decisions: [
      {
        text: 'Marketing commits to three MQLs a week. Sales commits to a first call within 24 hours.',
        answer: ['keep', 'Marketing met its commitment, sales was often late. We continue until both do.'],
      },
    ],
    sla: { mqlsAWeek: 3, acceptedPercent: null, answerHours: 24 },
    commitments: [['Put the clock on the wall screen', 'tom', 7, 5]],
  },
  17: { commitments: [['List all MQLs from the prize draw', 'marketer', 7, 6]] },
  16: {
    decisions: [
      {
        text: 'Opened e-mails count at most five times, and people from the competitor never become MQL.',
        criteria: 3,
        expected: { mqlsAWeek: null, acceptance: 0.5 },
        answer: ['keep', 'Fewer readers of the newsletter among the MQLs.'],
      },
    ],
    commitments: [['Tell the team what changes in the score', 'boss', 7, 2]],
    notes: 'Long talk about the newsletter: some open every issue and never buy.',
  },
  14: {
    decisions: [
      {
        text: 'No prize draw next year: many names, not one customer.',
        answer: ['keep', 'Still not one customer from it.'],
      },
    ],
    commitments: [['Move the prize draw budget to the webinars', 'marketer', 14, 13]],
  },
  12: { commitments: [['Ask three customers who referred them', 'priya', 14, 16]] },
  11: {
    decisions: [
      {
        text: 'MQLs not called for three weeks go back to marketing.',
        answer: ['keep', 'The MQL column is short again.'],
      },
    ],
    notes: 'Tom was at customers for two weeks; a third of the MQLs were not called.',
  },
  9: {
    commitments: [
      ['Write down the five questions for the first call', 'tom', 7, 7],
      ['Recording of the webinar on the website', 'marketer', 7, 4],
    ],
  },
  7: {
    decisions: [
      {
        text: 'Demo requests are called back the same day.',
        answer: ['keep', 'Priya has the phone on Fridays; it works most days.'],
      },
    ],
    commitments: [['Share the phone on Fridays', 'priya', 7, 3]],
  },
  5: {
    decisions: [
      {
        text: 'Two of our customers come to the open house and show their own plans: fewer names, better ones.',
        expected: { mqlsAWeek: 4, acceptance: 0.75 },
      },
    ],
    sla: { mqlsAWeek: 4, acceptedPercent: 60, answerHours: 24 },
    commitments: [
      ['Print the guide for the open house', 'marketer', 14, 12],
      ['Bring two of our customers to the open house', 'boss', 14, 11],
    ],
  },
  4: {
    decisions: [
      {
        text: 'The threshold rises to 120: at 100 there are more MQLs than we can call.',
        criteria: 4,
        expected: { mqlsAWeek: 3, acceptance: 0.65 },
      },
    ],
    notes: 'Open house this month: expect more MQLs than we can call at once.',
  },
  3: {
    decisions: [{ text: 'Look at company size: sales rejects most companies below ten people as too small.' }],
    commitments: [
      ['Try a rule for company size in the what-if', 'marketer', 18, null],
      ['Call all leads from the open house', 'tom', 12, null],
    ],
  },
  2: {
    decisions: [
      {
        text: 'The smallest companies lose points, if the what-if shows that no customer would have been lost.',
        expected: { mqlsAWeek: null, acceptance: 0.7 },
      },
    ],
    commitments: [
      ['Follow up on the two quotes without an answer', 'priya', 9, null],
      ['Book the booth for the next trade show', 'boss', 16, null],
      ['Send the recording to all who missed the webinar', 'marketer', 6, 4],
    ],
  },
};

export type Meeting = {
  readonly review: {
    readonly id: string;
    readonly weekStart: PlainDate;
    readonly attendees: readonly string[];
    readonly notes: string | null;
  };
  /** UTC ms. */
  readonly closedAt: number;
  readonly decisions: readonly (DecisionInput & {
    readonly id: string;
    readonly answer: { readonly verdict: DecisionVerdict; readonly outcome: string } | null;
  })[];
  readonly sla: (Sla & { readonly fromWeek: PlainDate }) | null;
  readonly actionItems: readonly (ItemInput & { readonly id: string; readonly doneAt: number | null })[];
};

/** All closed meetings, oldest first. `criteriaIds`: the versions that some of them decided on, by number. */
export function makeMeetings(
  calendar: SampleCalendar,
  firstDay: number,
  team: Team,
  criteriaIds: ReadonlyMap<number, string>,
  newId: () => string,
): readonly Meeting[] {
  const [tom, priya] = team.sellers;
  const who = { boss: team.boss, marketer: team.marketer, tom, priya };
  const weeks = Array.from(
    { length: meetingWeeks.oldest - meetingWeeks.newest + 1 },
    (_, i) => meetingWeeks.oldest - i,
  );
  return weeks.map(weeksAgo => {
    const { decisions = [], commitments = [], sla = null, notes = null } = minutes[weeksAgo] ?? {};
    const closedAt = meetingAt(calendar, firstDay, weeksAgo);
    const weekStart = weekOf(calendar, firstDay, weeksAgo);
    const there = [team.boss, team.marketer, ...(weeksAgo === 11 ? [priya] : [tom, priya])];
    return {
      review: { id: newId(), weekStart, attendees: there.map(({ name }) => name), notes },
      closedAt,
      decisions: decisions.map(({ text, criteria, expected = null, answer }) => ({
        id: newId(),
        text,
        criteriaId: criteria === undefined ? null : (criteriaIds.get(criteria) ?? null),
        expected,
        comesBack: addDays(weekStart, 7 * comesBackAfterWeeks),
        answer: answer ? { verdict: answer[0], outcome: answer[1] } : null,
      })),
      sla: sla && { ...sla, fromWeek: addDays(weekStart, 7) },
      actionItems: commitments.map(([text, member, dueInDays, doneInDays]) => ({
        id: newId(),
        text,
        memberId: who[member].id,
        dueOn: addDays(calendar.dateAt(closedAt), dueInDays),
        doneAt: doneInDays === null ? null : closedAt + doneInDays * dayMs,
      })),
    };
  });
}
