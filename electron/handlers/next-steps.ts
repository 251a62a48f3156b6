// Next steps: plan, change, do, drop.

import { nextDay, stepText } from '../../shared/next-step.ts';
import { AppError } from '../../shared/result.ts';
import { findActivityType, listActivityTypes } from '../db/tables/activities.ts';
import { stepsOf } from '../db/tables/next-steps.ts';
import { guessStepType } from '../domain/step-type.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { requireLead } from '../services/funnel.ts';
import { logOne, noTouch } from '../services/log-activity.ts';
import { addStep, changeStep, dropStep, requireStep } from '../services/next-steps.ts';
import { promote } from '../services/promotion.ts';

export const nextSteps: HandlersOfPrefix<'nextSteps'> = {
  'nextSteps.ofLead': ({ db }, { leadId }) => {
    const types = listActivityTypes(db);
    return stepsOf(db, leadId).map(step => ({ ...step, typeId: guessStepType(step.what, types) }));
  },

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
