// Adds leads to a nurture plan: copies its e-mails with dates.
import { leadName } from '../../shared/lead.ts';
import type { NurturePlan } from '../../shared/nurture.ts';
import { AppError } from '../../shared/result.ts';
import { findLead } from '../db/tables/leads.ts';
import {
  asksToBeLeftAlone,
  endPlans,
  findPlan,
  insertLeadPlan,
  insertLeadTouch,
  type SelfStart,
} from '../db/tables/nurture.ts';
import { datedTouches } from '../domain/nurture/plan.ts';
import type { CommandContext } from './context.ts';

/** A lead on another plan leaves it. Leads that opted out are refused by name. */
export function startPlan(
  context: CommandContext,
  leadIds: readonly string[],
  planId: string,
  startsOn: string = context.today,
): void {
  const { db, now } = context;
  const plan = findPlan(db, planId);
  if (!plan || plan.archived) throw new AppError('not-found', 'This plan no longer exists.', 'planId');
  if (plan.touches.length === 0) throw new AppError('invalid', 'This plan has no e-mails yet.', 'planId');
  for (const leadId of leadIds) {
    const lead = findLead(db, leadId);
    if (!lead) throw new AppError('not-found', 'This lead no longer exists. It may have been deleted.');
    if (asksToBeLeftAlone(db, leadId)) {
      const name = leadName(lead);
      const message = `${name} asked not to be contacted and cannot be added to a plan.`;
      throw new AppError('conflict', message, undefined, { id: leadId, name });
    }
    endPlans(db, leadId, { endedAt: now, endedBecause: 'replaced' });
    putOnPlan(context, plan, leadId, startsOn);
  }
}

/** Copies the e-mails of a plan for one lead that is on none. `start`: what started it, where it was no person. */
export function putOnPlan(
  { db, newId }: CommandContext,
  plan: NurturePlan,
  leadId: string,
  startsOn: string,
  start: SelfStart = {},
): void {
  const leadPlanId = newId();
  insertLeadPlan(db, { id: leadPlanId, leadId, planId: plan.id, startsOn, ...start });
  for (const touch of datedTouches(plan.touches, startsOn)) {
    insertLeadTouch(db, { ...touch, id: newId(), leadId, leadPlanId });
  }
}
