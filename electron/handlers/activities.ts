// Activities: log, edit, delete; each may change the stage or promote the lead.
import { AppError } from '../../shared/result.ts';
import { deleteActivity, findActivity, listContents, updateActivity } from '../db/tables/activities.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { instantOf, logFor, touchOf } from '../services/log-activity.ts';
import { logLine } from '../services/log-line.ts';
import { promote } from '../services/promotion.ts';
import { readDate, readLine } from '../services/read-line.ts';

const shownContents = 500;

export const activities: HandlersOfPrefix<'activities'> = {
  'activities.log': logFor,

  'activities.parseLine': readLine,

  'activities.parseDate': (context, { text }) => readDate(context, text),

  'activities.logLine': logLine,

  'activities.update': (context, { id, when, ...change }) => {
    const activity = findActivity(context.db, id);
    if (!activity) throw new AppError('not-found', 'This activity no longer exists.');
    const at = when ? { at: instantOf(context, when) } : {};
    const { campaignId = activity.campaignId, content = null } = change;
    const touch = touchOf(context, { campaignId, content }, id);
    // What is not changed stays as it is written.
    const written = change.content === undefined ? activity.content : touch.content;
    updateActivity(context.db, id, { ...change, ...touch, content: written, ...at });
    promote(context, [activity.leadId], { from: Math.min(activity.at, at.at ?? activity.at) });
    return {};
  },

  'activities.contents': ({ db }) => listContents(db, shownContents),

  'activities.remove': ({ db }, { ids }) => {
    for (const id of ids) deleteActivity(db, id);
    return {};
  },
};
