// Activities: log, edit, delete; each may change the stage or promote the lead.
import { builtInActivityTypes, plainLabel } from '../../shared/activity.ts';
import { AppError } from '../../shared/result.ts';
import { deleteActivity, findActivity, listActivityTypes, updateActivity } from '../db/tables/activities.ts';
import { saveRow, wholeRow } from '../db/tables/rows.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { instantOf, logFor } from '../services/log-activity.ts';
import { promote } from '../services/promotion.ts';

export const activities: HandlersOfPrefix<'activities'> & HandlersOfPrefix<'activityTypes'> = {
  'activityTypes.list': ({ db }) => listActivityTypes(db),

  'activityTypes.save': ({ db, newId }, given) => {
    const all = listActivityTypes(db);
    const type = wholeRow(all, given, newId, 'This type no longer exists.');
    const before = all.find(({ id }) => id === type.id);
    const builtIn = builtInActivityTypes.find(({ id }) => id === type.id);
    if (builtIn && (type.label !== builtIn.label || type.ourSide !== builtIn.ourSide)) {
      throw new AppError('invalid', 'Built-in activity types cannot be renamed. Add your own type instead.', 'label');
    }
    const isNewName = !before || plainLabel(before.label) !== plainLabel(type.label);
    const twin = all.find(one => one.id !== type.id && plainLabel(one.label) === plainLabel(type.label));
    // A file may hold two of one name, one of them archived: both can be saved, but not both be in use.
    if (twin && (isNewName || !(type.archived || twin.archived))) {
      const where = twin.archived ? ' among the archived ones' : '';
      throw new AppError('conflict', `A type named “${twin.label}” already exists${where}.`, 'label');
    }
    return { id: saveRow(db, 'activity_type', type, newId) };
  },

  'activities.log': logFor,

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
