// First steps of a new workspace: completed automatically or manually.
import { builtInActivityTypes } from '../../shared/activity.ts';
import { listActivityTypes } from '../db/tables/activities.ts';
import { currentCriteria } from '../db/tables/criteria.ts';
import { countLeads } from '../db/tables/leads.ts';
import { countClosedReviews, listCampaigns } from '../db/tables/workspace.ts';
import { firstSteps as stepsOf } from '../domain/first-steps.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

const builtIn = new Set(builtInActivityTypes.map(({ id }) => id));

export const firstSteps: HandlersOfPrefix<'firstSteps'> = {
  'firstSteps.get': ({ db, settings }) => {
    const steps = stepsOf({
      criteria: currentCriteria(db).criteria,
      idealCustomer: settings.idealCustomer !== null,
      customTypes: listActivityTypes(db).filter(({ id }) => !builtIn.has(id)).length,
      leads: countLeads(db),
      campaigns: listCampaigns(db).length,
      closedReviews: countClosedReviews(db),
      hasMeetingTime: settings.meetingTime !== null,
    });
    return {
      steps: steps.map(([id, isDone]) => ({
        id,
        done: isDone ? ('data' as const) : settings.stepsDone.includes(id) ? ('hand' as const) : null,
      })),
      hidden: settings.stepsHidden,
    };
  },
};
