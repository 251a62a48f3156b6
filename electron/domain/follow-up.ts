// Lists of Today: waiting MQLs, next steps due, nurture dates due, inactive and cooling leads.
import { dayNumber, type PlainDate } from '../../shared/dates.ts';
import type { Lead } from '../../shared/lead.ts';
import type { Stage } from '../../shared/stages.ts';
import { type Clock, type ClockState, clockState, hoursOnClock } from './follow-up-clock.ts';
import type { Zone } from './zone.ts';

/** Stages in which a lead can become inactive. */
export const canGoQuiet: readonly Stage[] = ['sql', 'opportunity'];

/**
 * Since when nothing has been heard of a lead (UTC ms): the latest activity, or since the stage began where nothing has
 * happened in it. Null when nobody minds: another stage, a next step that is planned, a wish to be left alone.
 */
export function quietSince(
  lead: Pick<Lead, 'stage' | 'stageSince' | 'nextStepOn' | 'consent'>,
  lastActivityAt: number | null,
): number | null {
  if (!canGoQuiet.includes(lead.stage) || lead.nextStepOn !== null || lead.consent === 'no') return null;
  return Math.max(lastActivityAt ?? Number.NEGATIVE_INFINITY, lead.stageSince);
}

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
  /** Days without a sign of life from which a lead counts as quiet. */
  readonly quietAfterDays: number;
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

/** Local days since an instant. */
export const daysFrom = (at: number, { zone, now }: Pick<FollowUpRules, 'zone' | 'now'>): number =>
  Math.max(0, zone.dayAt(now) - zone.dayAt(at));

function quiet(lead: FollowUpLead, rules: FollowUpRules): FollowUp | null {
  const limit = rules.quietAfterDays;
  const since = quietSince(lead, lead.lastActivityAt);
  if (since === null) return null;
  const days = daysFrom(since, rules);
  return days >= limit ? { kind: 'quiet', days, limit } : null;
}

const withSales: readonly Stage[] = ['mql', 'sql', 'opportunity'];

/** All reasons to show a lead on Today. Leads that opted out are not nurtured. */
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
