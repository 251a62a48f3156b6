// The board on paper: a table for each column.
import type { BoardCard } from '../../../shared/contract/board.ts';
import type { PrintedScreen } from '../../../shared/contract/documents.ts';
import { stageLabels } from '../../../shared/stages.ts';
import { ask } from '../../api/call.ts';
import { byId } from '../../api/workspace.tsx';
import { daysHere, nextStepText } from '../../parts/leads/card-text.ts';
import type { PrintedList } from './printed-list.ts';
import { type ListSource, phoneText } from './today-list.ts';

type Request = Extract<PrintedScreen, { readonly screen: 'board' }>;

/** Cards of a column on paper. */
const most = 500;

export async function boardList({ workspace, format }: ListSource, request: Request): Promise<PrintedList> {
  const { screen: _, stages, order, ...filter } = request;
  const heads = ['Name', 'Company', 'Phone', 'Score', 'Days', 'Amount', 'Next step', 'Owner'];
  const cells = (card: BoardCard) => [
    card.name,
    card.company === card.name ? '' : (card.company ?? ''),
    phoneText(card),
    `${format.whole(card.score.total)}\u00a0${card.score.grade}${card.score.level}`,
    format.whole(daysHere(card, workspace.now)),
    card.amount === null ? '' : format.money(card.amount),
    nextStepText(card, format) ?? '',
    byId(workspace.members, card.memberId)?.name ?? '',
  ];
  const columns = await Promise.all(
    stages.map(async stage => ({ stage, ...(await ask('board.cards', { ...filter, stage, order, limit: most })) })),
  );
  const total = columns.reduce((sum, column) => sum + column.total, 0);
  return {
    title: 'Board',
    note: `${format.longDate(format.today)} · ${format.whole(total)} ${total === 1 ? 'person' : 'people'}`,
    workspace,
    groups: columns.map(({ stage, total: all, rows }) => ({
      title: `${stageLabels[stage].label}: ${format.whole(all)}${all > rows.length ? `, the first ${rows.length}` : ''}`,
      heads,
      rows: rows.map(card => ({ id: card.id, cells: cells(card) })),
    })),
  };
}
