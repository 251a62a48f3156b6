// Nurture: plans, who is on one, and the e-mails that fall due, from the template to the logged activity.
import { addDays } from '../../shared/dates.ts';
import { leadName } from '../../shared/lead.ts';
import type { NurturePlan } from '../../shared/nurture.ts';
import { AppError } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import { madeByLastStep } from '../db/journal/next-step.ts';
import { insertActivity } from '../db/tables/activities.ts';
import { findLead } from '../db/tables/leads.ts';
import type { LeadTouch } from '../db/tables/nurture.ts';
import {
  asksToBeLeftAlone,
  countOnPlans,
  endPlans,
  findTouch,
  latestPlanOf,
  listPlans,
  savePlan,
  touchesOnPlan,
  updateTouch,
} from '../db/tables/nurture.ts';
import { endPlan, startedSince } from '../db/tables/plan-starts.ts';
import { wholeRow } from '../db/tables/rows.ts';
import { listMembers } from '../db/tables/workspace.ts';
import { fill } from '../domain/nurture/fill.ts';
import type { CommandContext, HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { requireLead } from '../services/funnel.ts';
import { startPlan } from '../services/start-plan.ts';

/** Plans that started by themselves, told at once. */
const newsAtMost = 200;

const noPlan = 'This plan no longer exists.';

function requirePlan(db: Reader, id: string): NurturePlan {
  const plan = listPlans(db).find(one => one.id === id);
  if (!plan) throw new AppError('not-found', noPlan);
  return plan;
}

function requireTouch({ db }: Pick<QueryContext, 'db'>, id: string): LeadTouch {
  const touch = findTouch(db, id);
  if (!touch) throw new AppError('not-found', 'This e-mail is no longer planned.');
  return touch;
}

/** Closes a touch; with the last one the plan is done. */
function closeTouch({ db, now }: CommandContext, touch: LeadTouch, change: Partial<LeadTouch>): void {
  if (touch.closedAt !== null) throw new AppError('conflict', 'This e-mail was already sent or skipped.');
  updateTouch(db, touch.id, { ...change, closedAt: now });
  const isDone = touchesOnPlan(db, touch.leadPlanId).every(one => one.closedAt !== null);
  if (isDone) endPlan(db, touch.leadPlanId, now, null);
}

export const nurture: HandlersOfPrefix<'nurture'> = {
  'nurture.plans': ({ db }) => {
    const counts = new Map(countOnPlans(db).map(({ planId, count }) => [planId, count]));
    return listPlans(db).map(plan => ({ ...plan, count: counts.get(plan.id) ?? 0 }));
  },

  'nurture.savePlan': ({ db, newId }, given) => {
    const touches = given.id === null ? given.touches.map(touch => ({ ...touch, id: newId() })) : undefined;
    const plan = wholeRow<NurturePlan>(
      listPlans(db),
      given.id === null ? { ...given, touches: touches ?? [] } : given,
      newId,
      noPlan,
    );
    savePlan(db, plan);
    return { id: plan.id };
  },
  'nurture.saveTouch': ({ db, newId }, { planId, ...given }) => {
    const plan = requirePlan(db, planId);
    const touch = wholeRow(plan.touches, given, newId, 'This e-mail is no longer in the plan.');
    savePlan(db, { ...plan, touches: [...plan.touches.filter(({ id }) => id !== touch.id), touch] });
    return { id: touch.id };
  },
  'nurture.removeTouch': ({ db }, { planId, id }) => {
    const plan = requirePlan(db, planId);
    savePlan(db, { ...plan, touches: plan.touches.filter(touch => touch.id !== id) });
    return {};
  },

  'nurture.start': (context, { leadIds, planId, startsOn }) => {
    startPlan(context, leadIds, planId, startsOn ?? context.today);
    return {};
  },

  'nurture.stop': ({ db, now }, { leadIds }) => {
    for (const id of leadIds) endPlans(db, id, { endedAt: now, endedBecause: 'stopped' });
    return {};
  },

  'nurture.started': ({ db, today }) => {
    const started = startedSince(db, addDays(today, -1), newsAtMost);
    const last = madeByLastStep(
      db,
      'lead_plan',
      started.map(({ id }) => id),
    );
    return started.flatMap(one => {
      const lead = findLead(db, one.leadId);
      return lead ? [{ ...one, name: leadName(lead), step: last?.rowIds.has(one.id) ? last.id : null }] : [];
    });
  },

  'nurture.ofLead': ({ db }, { leadId }) => {
    const plan = latestPlanOf(db, leadId);
    const leftAlone = asksToBeLeftAlone(db, leadId);
    if (!plan) return { plan: null, leftAlone };
    const { leadId: _, ...rest } = plan;
    const touches = touchesOnPlan(db, plan.id).map(({ id, label, dueOn, outcome, closedAt }) => ({
      id,
      label,
      dueOn,
      outcome,
      closedAt,
    }));
    return { plan: { ...rest, touches }, leftAlone };
  },

  'nurture.email': (context, { id }) => {
    const { db, settings } = context;
    const touch = requireTouch(context, id);
    const lead = requireLead(context, touch.leadId);
    if (asksToBeLeftAlone(db, lead.id)) {
      const name = leadName(lead);
      throw new AppError('conflict', `${name} asked not to be contacted.`, undefined, { id: lead.id, name });
    }
    const me = listMembers(db).find(member => member.id === settings.actingAs)?.name ?? null;
    const values = {
      'first name': lead.firstName,
      'last name': lead.lastName,
      name: [lead.firstName, lead.lastName].filter(Boolean).join(' ') || null,
      company: lead.company,
      'job title': lead.jobTitle,
      'my name': me,
      'my company': settings.name,
    };
    const [subject, body] = [fill(touch.subject, values), fill(touch.body, values)];
    return {
      to: lead.email,
      subject: subject.text,
      body: body.text,
      missing: [...new Set([...subject.missing, ...body.missing])],
      unknown: [...new Set([...subject.unknown, ...body.unknown])],
    };
  },

  'nurture.sent': (context, { id }) => {
    const { db, newId, now, settings } = context;
    const touch = requireTouch(context, id);
    const activityId = newId();
    insertActivity(db, {
      id: activityId,
      leadId: touch.leadId,
      typeId: 'email-sent',
      at: now,
      note: touch.label,
      memberId: settings.actingAs,
      campaignId: null,
      content: null,
      batchId: null,
    });
    closeTouch(context, touch, { outcome: 'sent', activityId });
    return {};
  },

  'nurture.skip': (context, { id }) => {
    closeTouch(context, requireTouch(context, id), { outcome: 'skipped' });
    return {};
  },

  'nurture.snooze': (context, { id, until }) => {
    const touch = requireTouch(context, id);
    if (until <= context.today) throw new AppError('invalid', 'Choose a day after today.', 'until');
    updateTouch(context.db, touch.id, { dueOn: until });
    return {};
  },
};
