// Activity types: list, create, rename, archive.
import { builtInActivityTypes } from '../../shared/activity.ts';
import { AppError } from '../../shared/result.ts';
import { listActivityTypes } from '../db/tables/activities.ts';
import { saveRow, wholeRow } from '../db/tables/rows.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { requireUniqueLabel } from '../services/unique-label.ts';

export const activityTypes: HandlersOfPrefix<'activityTypes'> = {
  'activityTypes.list': ({ db }) => listActivityTypes(db),

  'activityTypes.save': ({ db, newId }, given) => {
    const all = listActivityTypes(db);
    const type = wholeRow(all, given, newId, 'This type no longer exists.');
    const builtIn = builtInActivityTypes.find(({ id }) => id === type.id);
    if (builtIn && (type.label !== builtIn.label || type.ourSide !== builtIn.ourSide)) {
      throw new AppError('invalid', 'Built-in activity types cannot be renamed. Add your own type instead.', 'label');
    }
    requireUniqueLabel(all, type, 'type');
    return { id: saveRow(db, 'activity_type', type, newId) };
  },
};
