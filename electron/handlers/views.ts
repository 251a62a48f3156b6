// Saved views of the table of leads.
import { placedBefore } from '../../shared/placed.ts';
import { deleteView, listViews, orderViews, saveView } from '../db/tables/views.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { requireUniqueLabel } from '../services/unique-label.ts';

export const views: HandlersOfPrefix<'views'> = {
  'views.list': ({ db }) => listViews(db),

  'views.save': ({ db, newId }, view) => {
    requireUniqueLabel(listViews(db), view, 'view');
    const id = view.id ?? newId();
    saveView(db, { ...view, id });
    return { id };
  },

  'views.remove': ({ db }, { id }) => {
    deleteView(db, id);
    return {};
  },

  'views.move': ({ db }, { id, before }) => {
    orderViews(
      db,
      placedBefore(listViews(db), [id], before).map(view => view.id),
    );
    return {};
  },
};
