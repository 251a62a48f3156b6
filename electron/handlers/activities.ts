// Activities: log, edit, delete; each may change the stage or promote the lead.
import { builtInActivityTypes } from '../../shared/activity.ts';
import { AppError } from '../../shared/result.ts';
import { deleteActivity, findActivity, listActivityTypes, updateActivity } from '../db/tables/activities.ts';
import { saveRow, wholeRow } from '../db/tables/rows.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { instantOf, logFor } from '../services/log-activity.ts';
import { logLine } from '../services/log-line.ts';
import { promote } from '../services/promotion.ts';
import { readLine } from '../services/read-line.ts';

export const activities: HandlersOfPrefix<'activities'> & HandlersOfPrefix<'activityTypes'> = {
  'activityTypes.list': ({ db }) => listActivityTypes(db),

  'activityTypes.save': ({ db, newId }, given) => {
    const type = wholeRow(listActivityTypes(db), given, newId, 'This type no longer exists.');
    const builtIn = builtInActivityTypes.find(({ id }) => id === type.id);
    if (builtIn && (type.label !== builtIn.label || type.ourSide !== builtIn.ourSide)) {
      throw new AppError('invalid', 'Built-in activity types cannot be renamed. Add your own type instead.', 'label');
    }
    const plain = (label: string) => label.trim().toLowerCase();
    const twin = listActivityTypes(db).find(one => one.id !== type.id && plain(one.label) === plain(type.label));
    if (twin) {
      const where = twin.archived ? ' among the archived ones' : '';
      throw new AppError('conflict', `A type named “${twin.label}” already exists${where}.`, 'label');
    }
    return { id: saveRow(db, 'activity_type', type, newId) };
  },

  'activities.log': logFor,

  'activities.parseLine': (context, { line }) => readLine(context, line),

  'activities.logLine': logLine,

  'activities.update': (context, { id, when, ...change }) => {
    const activity = findActivity(context.db, id);
    if (!activity) throw new AppError('not-found', 'This activity no longer exists.');
    const at = when ? { at: instantOf(context, when) } : {};
    updateActivity(context.db, id, { ...change, ...at });
    promote(context, [activity.leadId], { from: Math.min(activity.at, at.at ?? activity.at) });
    return {};
  },

  'activities.remove': ({ db }, { ids }) => {
    for (const id of ids) deleteActivity(db, id);
    return {};
  },
};
