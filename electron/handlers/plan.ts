// Plans backwards from a goal.
import { dayNumber } from '../../shared/dates.ts';
import { mostPlanDays } from '../../shared/plan.ts';
import { AppError } from '../../shared/result.ts';
import { pastMonths } from '../domain/plan/past.ts';
import { goAhead } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { fittedPlan, makePlan } from '../services/plan.ts';
import { runInSlices } from '../stores/history-store.ts';

export const plan: HandlersOfPrefix<'plan'> = {
  'plan.get': async (context, { goal, levers }) => {
    const days = dayNumber(goal.by) - context.zone.dayAt(context.now);
    if (days < 1) throw new AppError('invalid', 'Choose a day after today.', 'by');
    if (days > mostPlanDays) throw new AppError('invalid', 'Choose a day within two years.', 'by');
    // Somebody waits for it with a hand on a lever: scores that are still being loaded wait.
    return goAhead(makePlan(context, goal, levers));
  },
  'plan.past': async (context, { what }) => {
    const past = async () => {
      const { records } = await fittedPlan(context);
      return [...(await runInSlices(pastMonths(records, what, context.zone)))];
    };
    return goAhead(past());
  },
};
