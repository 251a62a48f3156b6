// What needs somebody today: MQLs that wait, next steps that are due, nurture dates that have come, quiet and cooling leads.
import { dayNumber, type PlainDate } from '../../shared/dates.ts';
import type { Lead } from '../../shared/lead.ts';
import type { Stage } from '../../shared/stages.ts';
import { type Clock, type ClockState, clockState, hoursOnClock } from './follow-up-clock.ts';
import type { Zone } from './zone.ts';

/** Days without activity after which a lead of a stage counts as quiet; null: never. */
export type QuietLimits = Readonly<Record<Stage, number | null>>;

/**
 * Limits from one number of days. Quiet are those with whom sales is talking. An MQL has the clock, Nurture its date, and of
 * the others nobody expects to hear.
 */
export const quietLimits = (days: number): QuietLimits => ({
  stranger: null,
  visitor: null,
  lead: null,
  mql: null,
  sql: days,
  opportunity: days,
  customer: null,
  nurture: null,
  disqualified: null,
  lost: null,
});

export type FollowUpLead = Pick<Lead, 'id' | 'stage' | 'stageSince' | 'nurtureUntil' | 'nextStepOn' | 'consent'> & {
  /** UTC ms of the latest activity of either side, and of ours alone; null when there is none. */
  readonly lastActivityAt: number | null;
  readonly lastTouchAt: number | null;
  /** The score met the rules once and does not now. */
  readonly cooling: boolean;
};

export type FollowUpRules = {
  readonly zone: Zone;
  readonly now: number;
  readonly clock: Clock;
  readonly quiet: QuietLimits;
};

/** One reason to look at a lead. `days` are local dates apart: 0 is today. */
export type FollowUp =
  | { readonly kind: 'waiting'; readonly hours: number; readonly state: ClockState }
  | { readonly kind: 'due'; readonly days: number }
  | { readonly kind: 'nurture'; readonly days: number }
  | { readonly kind: 'quiet'; readonly days: number; readonly limit: number }
  | { readonly kind: 'cooling' };

/** The response clock of a lead; null when it does not run: not an MQL, or touched by our side since it became one. */
export function responseClock(
  lead: FollowUpLead,
  { zone, now, clock }: FollowUpRules,
): { readonly hours: number; readonly state: ClockState } | null {
  if (lead.stage !== 'mql') return null;
  if (lead.lastTouchAt !== null && lead.lastTouchAt >= lead.stageSince && lead.lastTouchAt <= now) return null;
  const hours = hoursOnClock(zone, lead.stageSince, now, clock);
  return { hours, state: clockState(hours, clock) };
}

/** How an MQL's wait stands: on the clock, or touched by our side and still to be answered; null for all others. */
export function waitOf(
  lead: FollowUpLead,
  { zone, now, clock }: FollowUpRules,
): { readonly hours: number; readonly state: ClockState; readonly touchedAt: number | null } | null {
  if (lead.stage !== 'mql') return null;
  const touchedAt = lead.lastTouchAt !== null && lead.lastTouchAt >= lead.stageSince ? lead.lastTouchAt : null;
  const hours = hoursOnClock(zone, lead.stageSince, now, clock);
  return { hours, state: clockState(hours, clock), touchedAt };
}

/** Local dates since a planned date; null when none is planned or it has not come yet. */
function daysSince(date: PlainDate | null, { zone, now }: FollowUpRules): number | null {
  if (date === null) return null;
  const days = zone.dayAt(now) - dayNumber(date);
  return days >= 0 ? days : null;
}

/** Days without a sign of life: since the latest activity, or since the stage began where nothing has happened in it. */
export function quietDays(lead: FollowUpLead, { zone, now }: Pick<FollowUpRules, 'zone' | 'now'>): number {
  const last = Math.max(lead.lastActivityAt ?? Number.NEGATIVE_INFINITY, lead.stageSince);
  return Math.max(0, zone.dayAt(now) - zone.dayAt(last));
}

function quiet(lead: FollowUpLead, rules: FollowUpRules): FollowUp | null {
  const limit = rules.quiet[lead.stage];
  // Whoever has a next step is not forgotten: it comes up on its own date.
  if (limit === null || lead.nextStepOn !== null || lead.consent === 'no') return null;
  const days = quietDays(lead, rules);
  return days >= limit ? { kind: 'quiet', days, limit } : null;
}

const withSales: readonly Stage[] = ['mql', 'sql', 'opportunity'];

/** Every reason to look at a lead today; none when it needs nothing. Whoever asked not to be contacted is not nurtured. */
export function followUpsOf(lead: FollowUpLead, rules: FollowUpRules): readonly FollowUp[] {
  const waiting = responseClock(lead, rules);
  const due = daysSince(lead.nextStepOn, rules);
  const back = lead.stage === 'nurture' && lead.consent !== 'no' ? daysSince(lead.nurtureUntil, rules) : null;
  const still = quiet(lead, rules);
  return [
    ...(waiting === null ? [] : [{ kind: 'waiting', ...waiting } as const]),
    ...(due === null ? [] : [{ kind: 'due', days: due } as const]),
    ...(back === null ? [] : [{ kind: 'nurture', days: back } as const]),
    ...(still === null ? [] : [still]),
    ...(lead.cooling && withSales.includes(lead.stage) ? [{ kind: 'cooling' } as const] : []),
  ];
}

/** How long a reason has stood, for the order of a list: the longest first. */
const weight = (reason: FollowUp): number => {
  switch (reason.kind) {
    case 'waiting':
      return reason.hours;
    case 'due':
    case 'nurture':
    case 'quiet':
      return reason.days;
    case 'cooling':
      return 0;
    default:
      return reason satisfies never;
  }
};

export type FollowUpList = readonly { readonly leadId: string; readonly reason: FollowUp }[];

/** The lists of Today over many leads, each with the longest first, then by id. */
export function followUpLists(
  leads: Iterable<FollowUpLead>,
  rules: FollowUpRules,
): Readonly<Record<FollowUp['kind'], FollowUpList>> {
  const lists: Record<FollowUp['kind'], { leadId: string; reason: FollowUp }[]> = {
    waiting: [],
    due: [],
    nurture: [],
    quiet: [],
    cooling: [],
  };
  for (const lead of leads) {
    for (const reason of followUpsOf(lead, rules)) lists[reason.kind].push({ leadId: lead.id, reason });
  }
  for (const list of Object.values(lists)) {
    list.sort((a, b) => weight(b.reason) - weight(a.reason) || (a.leadId < b.leadId ? -1 : 1));
  }
  return lists;
}
