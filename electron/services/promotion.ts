// Promotions by score: dated at the activity that met the rules, with a frozen receipt.
import type { Criteria, CriteriaVersion } from '../../shared/criteria.ts';
import type { RuleNames } from '../../shared/criteria-text.ts';
import type { Lead } from '../../shared/lead.ts';
import type { Receipt } from '../../shared/score.ts';
import { updateLead } from '../db/tables/leads.ts';
import { readSharing } from '../db/tables/packets.ts';
import { insertReceipt, stageChangesOf } from '../db/tables/stage-changes.ts';
import { eligibleSince } from '../domain/funnel.ts';
import type { Promotion } from '../domain/scoring/promotion.ts';
import { firstPromotion, promotionAt } from '../domain/scoring/promotion.ts';
import { makeReceipt } from '../domain/scoring/score.ts';
import type { Subject } from '../domain/scoring/subject.ts';
import { assign } from './assign.ts';
import type { CommandContext } from './context.ts';
import { changeStage, requireLead } from './funnel.ts';
import { ruleNames, subjectOf } from './subjects.ts';

export type Promoted = { readonly lead: Lead; readonly receipt: Receipt };

/**
 * The moment at which a lead meets the rules and may be promoted, or null. `since`: from when on it may be (see eligibleSince);
 * moments before `looked` (UTC ms) were judged before.
 */
export function promotionInstant(
  criteria: Criteria,
  subject: Subject,
  { since, looked, now }: { readonly since: number; readonly looked: number; readonly now: number },
): Promotion | null {
  return (
    firstPromotion(criteria, subject, { eligibleSince: Math.max(since, looked), until: now }) ??
    // A fact may have changed with no activity since; a lead that came back waits for its next activity.
    (since === Number.NEGATIVE_INFINITY ? promotionAt(criteria, subject, now) : null)
  );
}

type Ready = {
  readonly lead: Lead;
  readonly subject: Subject;
  readonly promotion: Promotion;
  readonly names: RuleNames;
};

/** Moves one lead to MQL by these criteria and freezes the proof. */
export function becomeMql(
  context: CommandContext,
  { criteria, number }: Pick<CriteriaVersion, 'criteria' | 'number'>,
  { lead, subject, promotion, names }: Ready,
  batchId: string | null = null,
): Promoted {
  const { db, newId } = context;
  const receipt = makeReceipt(criteria, number, subject, promotion, names);
  const at = Math.max(promotion.at, lead.stageSince);
  const move = { to: 'mql', at, cause: 'score', reason: null, note: null } as const;
  const stageChangeId = changeStage(context, lead, move, batchId);
  const assigned = assign(context, lead);
  if (assigned) updateLead(db, lead.id, assigned);
  const id = readSharing(db) === undefined ? newId() : `${stageChangeId}-receipt`;
  insertReceipt(db, { id, leadId: lead.id, stageChangeId, receipt }, batchId);
  return { lead, receipt };
}

type What = {
  /** The import to which the promotions belong: its history is looked at from the beginning. */
  readonly batchId?: string;
  /** UTC ms of the earliest activity that is new; what lies before it was judged before. Left out: nothing in the past is new. */
  readonly from?: number;
};

/**
 * Promotes those of the leads that meet the rules now and did not before. To be called after activities, facts or points by
 * hand have changed, inside the same step.
 */
export function promote(
  context: CommandContext,
  leadIds: readonly string[],
  { batchId, from = Number.POSITIVE_INFINITY }: What = {},
): readonly Promoted[] {
  const { db, now, scores } = context;
  const version = scores.criteria();
  const { criteria } = version;
  const names = ruleNames(db);
  // Moments before these rules came into force were looked at under others, and when these were published.
  const looked = batchId === undefined ? Math.min(version.publishedAt ?? from, from) : Number.NEGATIVE_INFINITY;
  const promoted: Promoted[] = [];
  for (const id of new Set(leadIds)) {
    const lead = requireLead(context, id);
    const since = eligibleSince(lead.stage, stageChangesOf(db, id));
    if (since === undefined) continue;
    const subject = subjectOf(db, lead);
    const promotion = promotionInstant(criteria, subject, { since, looked, now });
    if (promotion) promoted.push(becomeMql(context, version, { lead, subject, promotion, names }, batchId));
  }
  return promoted;
}
