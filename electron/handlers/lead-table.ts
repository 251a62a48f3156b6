// The table of leads: a page of rows by any filter and order; saved views.
import type { TableRow } from '../../shared/contract/lead-table.ts';
import { placedBefore } from '../../shared/placed.ts';
import { AppError } from '../../shared/result.ts';
import { listedLeads } from '../db/tables/lead-list.ts';
import { tableAttributes } from '../db/tables/lead-table.ts';
import { deleteView, listViews, orderViews, saveView } from '../db/tables/views.ts';
import { calendarOf } from '../services/calendar.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { toLeadRow } from '../services/lead-rows.ts';

export const leadTable: HandlersOfPrefix<'table' | 'views'> = {
  'table.rows': async (context, { from, limit, ...request }) => {
    const { db, scores, lists } = context;
    await scores.ready();
    const list = await lists.of({ ...request, country: context.country }, calendarOf(context));
    const ids = list.page(from, limit);
    const attributes = tableAttributes(db, ids);
    const rows = listedLeads(db, ids).flatMap((listed): TableRow[] => {
      const more = attributes.get(listed.id);
      return more ? [{ ...toLeadRow({ scores, country: context.country }, listed), ...more }] : [];
    });
    return { total: list.total, rows };
  },

  'views.list': ({ db }) => listViews(db),

  'views.save': ({ db, newId }, view) => {
    const plain = (label: string) => label.trim().toLowerCase();
    if (listViews(db).some(other => other.id !== view.id && plain(other.label) === plain(view.label))) {
      throw new AppError('conflict', `A view named “${view.label}” already exists.`, 'label');
    }
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
