// Whether there is enough recorded for scoring to be of use.
import { dayMs } from '../../shared/dates.ts';
import { listActivityTypes } from '../db/tables/activities.ts';
import { needScoring } from '../domain/scoring/sets/need.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const scoringNeed: HandlersOfPrefix<'scoringNeed'> = {
  'scoringNeed.get': async ({ db, scores, history, zone, now }) => {
    await scores.ready();
    const { history: rows, lastAnswer, answers } = await history.index(zone, now);
    const ours = new Set(listActivityTypes(db).flatMap(type => (type.ourSide ? [type.id] : [])));
    const recorded = scores.engine.recorded(ours);
    const answered = lastAnswer.filter(row => row !== -1);
    return needScoring({
      leads: rows.leads.ids.length,
      newIn90Days: rows.leads.createdAt.filter(at => at > now - 90 * dayMs && at <= now).length,
      withActivity: recorded.leads,
      activities: recorded.activities,
      answered: answered.length,
      accepted: answered.filter(row => answers.accepted[row] === 1).length,
    });
  },
};
