// Reach: counted strangers and visitors of a week, without names.
import { saveRow } from '../db/tables/rows.ts';
import { listReach } from '../db/tables/workspace.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const reach: HandlersOfPrefix<'reach'> = {
  'reach.list': ({ db }) => listReach(db),
  'reach.save': ({ db, newId }, reach) => ({ id: saveRow(db, 'reach', reach, newId) }),
};
