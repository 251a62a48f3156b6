// Reads what a printed list holds, from the request of its screen.
import type { PrintedScreen } from '../../../shared/contract/documents.ts';
import { ask } from '../../api/call.ts';
import { makeFormat } from '../../ui/format.tsx';
import { boardList } from './board-list.ts';
import { leadsList } from './leads-list.ts';
import type { PrintedList } from './printed-list.ts';
import { todayList } from './today-list.ts';

/** Throws a `CallError` where an answer is an error. */
export async function readList(request: PrintedScreen): Promise<PrintedList> {
  const workspace = await ask('workspace.get', {});
  const { settings, today } = workspace;
  const source = {
    workspace,
    format: makeFormat({ timeZone: settings.timeZone, currency: settings.currency, today }),
  };
  switch (request.screen) {
    case 'today':
      return todayList(source, request);
    case 'board':
      return boardList(source, request);
    case 'leads':
      return leadsList(source, request);
    default:
      return request satisfies never;
  }
}
