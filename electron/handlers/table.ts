// The table of leads: a page of rows by any filter and order.
import type { TableRow } from '../../shared/contract/lead-table.ts';
import { listedLeads } from '../db/tables/lead-list.ts';
import { tableAttributes } from '../db/tables/lead-table.ts';
import { calendarOf } from '../services/calendar.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { toLeadRow } from '../services/lead-rows.ts';

export const table: HandlersOfPrefix<'table'> = {
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
};
