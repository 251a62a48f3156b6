// Moves a lead: the one place where its stage, its history and its deals change together.
import type { Move } from '../../shared/contract/leads.ts';
import type { Lead } from '../../shared/lead.ts';
import { leadName } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import type { Stage } from '../../shared/stages.ts';
import { dealsOf, insertDeal, updateDeal } from '../db/tables/deals.ts';
import { findLead, updateLead } from '../db/tables/leads.ts';
import { endPlans } from '../db/tables/nurture.ts';
import { readSharing } from '../db/tables/packets.ts';
import { isShared } from '../db/tables/shared-rows.ts';
import type { StageChange } from '../db/tables/stage-changes.ts';
import { insertStageChange, stageChangesOf, updateStageChange } from '../db/tables/stage-changes.ts';
import { moveError, planMove } from '../domain/funnel.ts';
import { planEnd } from '../domain/nurture/plan.ts';
import { assign } from './assign.ts';
import type { CommandContext, QueryContext } from './context.ts';
import { dropAllSteps } from './next-steps.ts';
import { startOnRejection } from './self-start.ts';
import { startPlan } from './start-plan.ts';

export function requireLead({ db }: Pick<QueryContext, 'db'>, id: string): Lead {
  const lead = findLead(db, id);
  if (!lead) throw new AppError('not-found', 'This lead no longer exists. It may have been deleted.');
  return lead;
}

type StageMove = Pick<StageChange, 'at' | 'cause' | 'reason' | 'note'> & { readonly to: Stage };

/** Ids are at most 100 long. */
const longestBase = 70;

/**
 * The id of a stage change. In a shared workspace one that follows from what was logged is named by the line it comes after: two computers
 * that make it apart make the same row. One that was there before, and was taken back, is another.
 */
function idOfMove({ db, newId }: CommandContext, lead: Lead, { to, cause }: StageMove): string {
  if (cause === 'hand' || readSharing(db) === undefined) return newId();
  const last = stageChangesOf(db, lead.id).at(-1);
  const id = `${last?.id}-${to}`;
  return !last || last.id.length > longestBase || isShared(db, 'stage_change', id) ? newId() : id;
}

/**
 * Sets the stage and writes the line of its history; answers the line's id. A change never lies before the one it follows,
 * also when it is logged late or the clock was set back.
 */
export function changeStage(
  context: CommandContext,
  lead: Lead,
  move: StageMove,
  batchId: string | null = null,
): string {
  const { db, settings } = context;
  const id = idOfMove(context, lead, move);
  const at = Math.max(move.at, lead.stageSince);
  // A place among the cards of one column means nothing in the next.
  updateLead(db, lead.id, { stage: move.to, stageSince: at, position: null });
  const ended = planEnd(move.to);
  if (ended !== null) endPlans(db, lead.id, { endedAt: at, endedBecause: ended });
  insertStageChange(db, { id, leadId: lead.id, from: lead.stage, memberId: settings.actingAs, ...move, at }, batchId);
  return id;
}

/** A lead that did something on an earlier day was known by then: the line "created" moves back to it. */
export function backdate({ db }: CommandContext, lead: Lead, at: number): Lead {
  const first = stageChangesOf(db, lead.id)[0];
  if (first?.cause !== 'created' || first.at <= at) return lead;
  updateStageChange(db, first.id, { at });
  if (lead.stageSince !== first.at) return lead;
  updateLead(db, lead.id, { stageSince: at });
  return { ...lead, stageSince: at };
}

/** Moves a lead by a person's word, with everything that goes with it; answers how many next steps ended. */
export function moveLead(context: CommandContext, id: string, move: Move): number {
  const { db, newId, now } = context;
  const lead = requireLead(context, id);
  const error = moveError(lead, move);
  const name = leadName(lead);
  if (error) throw new AppError('conflict', `${name}: ${error}`, undefined, { id, name });
  const plan = planMove(lead, dealsOf(db, id), move, now);
  if (plan.lead.stage !== lead.stage)
    changeStage(context, lead, { to: plan.lead.stage, at: now, cause: 'hand', reason: plan.reason, note: plan.note });
  const toSales = move.to === 'mql' || move.to === 'sql';
  const assigned = toSales ? assign(context, { ...lead, ...plan.lead }) : undefined;
  updateLead(db, id, { ...plan.lead, ...assigned });
  const endedSteps = plan.endSteps ? dropAllSteps(context, id) : 0;
  if (move.to === 'nurture' && move.planId) startPlan(context, [id], move.planId);
  // Left out, and not chosen to be none.
  if (move.to === 'nurture' && move.planId === undefined && lead.stage === 'mql')
    startOnRejection(context, id, move.reason);
  for (const { id: dealId, change } of plan.deals) updateDeal(db, dealId, change);
  if (plan.open) {
    const won = move.to === 'customer';
    insertDeal(db, {
      ...plan.open,
      id: newId(),
      leadId: id,
      probability: null,
      status: won ? 'won' : 'open',
      closedAt: won ? now : null,
      reason: won ? plan.note : null,
      createdAt: now,
    });
  }
  return endedSteps;
}
