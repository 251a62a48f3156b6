// The score's own moves: a lead that meets the rules becomes MQL by itself, dated at the activity, with a frozen receipt.
import type { Lead } from '../../shared/lead.ts';
import type { Receipt } from '../../shared/score.ts';
import { insertReceipt, stageChangesOf } from '../db/stage-changes.ts';
import { eligibleSince } from '../domain/funnel.ts';
import { firstPromotion, promotionAt } from '../domain/scoring/promotion.ts';
import { makeReceipt } from '../domain/scoring/score.ts';
import type { CommandContext } from './context.ts';
import { changeStage, requireLead } from './funnel.ts';
import { ruleNames, subjectOf } from './subjects.ts';

export type Promoted = { readonly lead: Lead; readonly receipt: Receipt };

/**
 * Promotes those of the leads that meet the rules now and did not before. To be called after activities, facts or points by
 * hand have changed, inside the same step. `batchId`: the import to which the promotions belong.
 */
export function promote(
  context: CommandContext,
  leadIds: readonly string[],
  batchId: string | null = null,
): readonly Promoted[] {
  const { db, now, newId, scores } = context;
  const { criteria, number } = scores.criteria();
  const names = ruleNames(db);
  const promoted: Promoted[] = [];
  for (const id of new Set(leadIds)) {
    const lead = requireLead(context, id);
    const since = eligibleSince(lead.stage, stageChangesOf(db, id));
    if (since === undefined) continue;
    const subject = subjectOf(db, lead);
    const promotion =
      firstPromotion(criteria, subject, { eligibleSince: since, until: now }) ??
      // A fact may have changed with no activity since; a lead that came back waits for its next activity.
      (since === Number.NEGATIVE_INFINITY ? promotionAt(criteria, subject, now) : null);
    if (!promotion) continue;
    const receipt = makeReceipt(criteria, number, subject, promotion, names);
    const at = Math.max(promotion.at, lead.stageSince);
    const stageChangeId = changeStage(
      context,
      lead,
      { to: 'mql', at, cause: 'score', reason: null, note: null },
      batchId,
    );
    insertReceipt(db, { id: newId(), leadId: id, stageChangeId, receipt }, batchId);
    promoted.push({ lead, receipt });
  }
  return promoted;
}
