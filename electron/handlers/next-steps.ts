// Next steps: plan, change, do, drop.

import { compareSteps, type NextStep, nextDay, stepText } from '../../shared/next-step.ts';
import { AppError } from '../../shared/result.ts';
import { findActivityType, listActivityTypes } from '../db/tables/activities.ts';
import { stepsAmong, stepsOf } from '../db/tables/next-steps.ts';
import { countOnPlan } from '../db/tables/nurture.ts';
import { guessStepType } from '../domain/step-type.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { requireLead } from '../services/funnel.ts';
import { logOne, noTouch } from '../services/log-activity.ts';
import { addStep, changeStep, dropStep, requireStep } from '../services/next-steps.ts';
import { promote } from '../services/promotion.ts';
import { readStep } from '../services/read-line.ts';
import { idsOfWho } from '../services/selected-ids.ts';

/** Leads whose next steps are read at once: some 10 ms. */
const leadsAtOnce = 2000;
/** Next steps that are named. */
const named = 3;

export const nextSteps: HandlersOfPrefix<'nextSteps'> = {
  'nextSteps.ofLead': ({ db }, { leadId }) => {
    const types = listActivityTypes(db);
    return stepsOf(db, leadId).map(step => ({ ...step, typeId: guessStepType(step.what, types) }));
  },

  'nextSteps.planned': async (context, { who }) => {
    const { db } = context;
    const leadIds = await idsOfWho(context, who);
    const yieldToEventLoop = createYield();
    const planned = { count: 0, first: [] as NextStep[], onPlan: 0 };
    for (let from = 0; from < leadIds.length; from += leadsAtOnce) {
      const some = leadIds.slice(from, from + leadsAtOnce);
      const steps = [...stepsAmong(db, some).values()].flat();
      planned.count += steps.length;
      planned.first = [...planned.first, ...steps].toSorted(compareSteps).slice(0, named);
      planned.onPlan += countOnPlan(db, some);
      await yieldToEventLoop();
    }
    return planned;
  },

  'nextSteps.parse': (context, { text }) => readStep(context, text),

  'nextSteps.save': (context, input) => {
    requireLead(context, input.leadId);
    if (input.id === null) {
      const { leadId, id: _, ...planned } = input;
      addStep(context, leadId, planned);
    } else {
      const { leadId, id, seen, ...change } = input;
      requireStep(context, leadId, id, seen);
      changeStep(context, leadId, id, change);
    }
    return {};
  },

  'nextSteps.done': (context, { leadId, id, seen, typeId, note, next }) => {
    requireLead(context, leadId);
    const step = requireStep(context, leadId, id, seen);
    if (typeId !== null) {
      const type = findActivityType(context.db, typeId);
      if (!type) throw new AppError('not-found', 'This activity type no longer exists.', 'typeId');
      logOne(context, leadId, { type, at: context.now, note: note ?? stepText(step), touch: noTouch });
    }
    const again = nextDay(step, context.today);
    if (again === null) dropStep(context, leadId, id);
    else changeStep(context, leadId, id, { on: again });
    if (next !== null) addStep(context, leadId, next);
    return { promoted: typeId !== null && promote(context, [leadId], { from: context.now }).length > 0 };
  },

  'nextSteps.remove': (context, { leadId, id, seen }) => {
    requireStep(context, leadId, id, seen);
    dropStep(context, leadId, id);
    return {};
  },
};
