// Builds rows and cards for the board and Today from lead ids.
import type { BoardCard } from '../../shared/contract/board.ts';
import type { LeadRow } from '../../shared/contract/parts.ts';
import type { Lead } from '../../shared/lead.ts';
import { followUpInput } from '../db/tables/board.ts';
import { openAmounts } from '../db/tables/deals.ts';
import { listedLeads } from '../db/tables/lead-list.ts';
import type { FollowUp, FollowUpLead, FollowUpRules } from '../domain/follow-up.ts';
import { followUpsOf, waitOf } from '../domain/follow-up.ts';
import { clockOf } from '../domain/follow-up-clock.ts';
import type { QueryContext } from './context.ts';
import { toLeadRow } from './lead-rows.ts';

export const followUpRules = ({ settings, zone, now }: QueryContext): FollowUpRules => ({
  zone,
  now,
  clock: clockOf(settings),
  quietAfterDays: settings.quietAfterDays,
});

/** These leads as rows, in the order of `ids`. */
export const rowsOf = (context: QueryContext, ids: readonly string[]): LeadRow[] =>
  listedLeads(context.db, ids).map(row => toLeadRow(context, row));

export type FollowedRow = { readonly row: LeadRow; readonly lead: FollowUpLead };

/** These leads as rows, each with what following it up needs to know. */
export function followedRows(context: QueryContext, ids: readonly string[]): FollowedRow[] {
  const attributes = followUpInput(context.db, ids);
  return rowsOf(context, ids).map(row => {
    const { consent = 'unknown', lastTouchAt = null } = attributes.get(row.id) ?? {};
    return { row, lead: { ...row, cooling: row.score.cooling, consent, lastTouchAt } };
  });
}

/** How the wait of one MQL stands; null for all others. */
export function waitFor(context: QueryContext, lead: Lead) {
  if (lead.stage !== 'mql') return null;
  const lastTouchAt = followUpInput(context.db, [lead.id]).get(lead.id)?.lastTouchAt ?? null;
  return waitOf({ ...lead, lastActivityAt: null, lastTouchAt, cooling: false }, followUpRules(context));
}

/** The days of one reason; null when the lead does not have it. */
export function daysOf(reasons: readonly FollowUp[], kind: 'due' | 'nurture' | 'quiet'): number | null {
  const reason = reasons.find(found => found.kind === kind);
  return reason && 'days' in reason ? reason.days : null;
}

/** These leads as cards, in the order of `ids`. */
export function cardsOf(context: QueryContext, ids: readonly string[]): BoardCard[] {
  const rules = followUpRules(context);
  const open = openAmounts(context.db, ids);
  return followedRows(context, ids).map(({ row, lead }) => {
    const reasons = followUpsOf(lead, rules);
    return {
      ...row,
      quietDays: daysOf(reasons, 'quiet'),
      overdue: (daysOf(reasons, 'due') ?? 0) > 0,
      wait: waitOf(lead, rules),
      openAmount: row.stage === 'customer' ? (open.get(row.id) ?? null) : null,
    };
  });
}
