// Rejections of a span by reason, traced to the rules that gave those leads their points.
import { leadName } from '../../shared/lead.ts';
import type { RejectionReason } from '../../shared/meeting.ts';
import type { Reader } from '../db/file/handle.ts';
import { leadNameParts, promotionReceipts } from '../db/tables/reviews.ts';
import { reasonLabels } from '../domain/figures/handoff.ts';
import { rulesBehindRejections } from '../domain/figures/rejected-rules.ts';
import type { Scope } from '../domain/figures/scope.ts';
import { rejectedIn } from '../domain/figures/waiting-mqls.ts';

/** Names of leads by id; who is not there any more has none. */
export const namesOf = (db: Reader, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(leadNameParts(db, ids).map(lead => [lead.id, leadName(lead)]));

/** The most frequent reason first; of each lead the receipt that stood when sales rejected it. */
export function reasonsBehind(db: Reader, scope: Scope): RejectionReason[] {
  const rejected = rejectedIn(scope).map(({ lead, ...row }) => ({
    ...row,
    leadId: scope.index.history.leads.ids[lead] ?? '',
  }));
  const ids = rejected.map(({ leadId }) => leadId);
  const names = namesOf(db, ids);
  const receipts = Map.groupBy(promotionReceipts(db, ids), ({ leadId }) => leadId);
  const traced = rejected.map(({ leadId, reason, at }) => {
    const receipt = receipts.get(leadId)?.findLast(proof => proof.at <= at)?.receipt;
    return { leadId, reason, manual: receipt === undefined, lines: receipt?.lines ?? [] };
  });
  return rulesBehindRejections(traced).map(({ reason, leadIds, rules }) => ({
    reason,
    label: reasonLabels[reason] ?? reason,
    leads: leadIds.map(leadId => ({ leadId, name: names.get(leadId) ?? 'Deleted lead' })),
    rules: rules.map(rule => ({ what: rule.what, points: rule.points, leads: rule.leadIds.length })),
    manual: traced.filter(row => row.reason === reason && row.manual).length,
  }));
}
