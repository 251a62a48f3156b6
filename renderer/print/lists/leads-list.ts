// The Leads table on paper: the same columns, filter and order as on the screen.

import type { PrintedScreen } from '../../../shared/contract/documents.ts';
import type { TableRow } from '../../../shared/contract/lead-table.ts';
import { listFields } from '../../../shared/lead-filter.ts';
import { ask } from '../../api/call.ts';
import { columnsFor } from '../../screens/leads/columns.tsx';
import type { PrintedList } from './printed-list.ts';
import type { ListSource } from './today-list.ts';

type Request = Extract<PrintedScreen, { readonly screen: 'leads' }>;

/** Rows on paper, and rows asked for at once. */
const most = 2000;
const atOnce = 500;

export async function leadsList({ workspace, format }: ListSource, request: Request): Promise<PrintedList> {
  const { screen: _, columns: keys, ...query } = request;
  const rows: TableRow[] = [];
  let total = 0;
  do {
    const page = await ask('table.rows', { ...query, from: rows.length, limit: atOnce });
    total = page.total;
    rows.push(...page.rows);
    if (page.rows.length === 0) break;
  } while (rows.length < Math.min(total, most));
  const imports = await ask('imports.list', {});
  const columns = columnsFor(
    keys.map(key => ({ key, width: null })),
    listFields(workspace.customFields),
    { workspace, format, batches: new Map(imports.map(batch => [batch.id, batch.fileName])), writers: null },
  );
  return {
    title: 'Leads',
    note: [
      format.longDate(format.today),
      `${format.whole(total)} ${total === 1 ? 'lead' : 'leads'}`,
      ...(total > rows.length ? [`the first ${format.whole(rows.length)} are printed`] : []),
    ].join(' · '),
    workspace,
    groups: [
      {
        title: 'All in this list',
        heads: columns.map(({ head }) => head),
        // Cells hold bars and badges, whose width no text tells.
        widths: columns.map(({ width }) => width),
        rows: rows.map(row => ({ id: row.id, cells: columns.map(column => column.cell(row)) })),
      },
    ],
  };
}
