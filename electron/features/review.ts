// The review: figures of a period, the people behind a number, this period's MQLs with their receipts.
import { Refusal } from '../../shared/result.ts';
import { listedLeads } from '../db/lead-list.ts';
import { receiptsOf, stageChangesOf } from '../db/stage-changes.ts';
import { drillDown, reviewFigures } from '../domain/figures/review.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';
import { figureSettings, runInSlices } from './history.ts';
import { toLeadRow } from './lead-rows.ts';

/** Most people a list opens with. */
const shown = 500;

function rowsOf({ db, scores }: QueryContext, ids: readonly string[]) {
  return listedLeads(db, ids.slice(0, shown)).map(row => toLeadRow({ scores }, row));
}

/** The receipt of the promotion at that moment, if it was the score that promoted. */
function receiptAt({ db }: QueryContext, leadId: string, at: number) {
  const change = stageChangesOf(db, leadId).find(line => line.at === at && line.to === 'mql');
  return receiptsOf(db, leadId).find(stored => stored.stageChangeId === change?.id)?.receipt ?? null;
}

export const review: HandlersOfPrefix<'review'> = {
  'review.get': async (context, { kind, date }) => {
    const { history, scores, settings, zone, now, today } = context;
    await scores.ready();
    const index = await history.index(zone, now);
    const figures = await runInSlices(reviewFigures(index, figureSettings(settings), kind, date ?? today));
    const rows = new Map(
      rowsOf(
        context,
        figures.mqls.map(({ leadId }) => leadId),
      ).map(row => [row.id, row]),
    );
    const mqls = figures.mqls.flatMap(({ leadId, at }) => {
      const row = rows.get(leadId);
      return row ? [{ row, at, receipt: receiptAt(context, leadId, at) }] : [];
    });
    return { figures, mqls };
  },

  'review.people': async (context, { kind, date, figureId, set }) => {
    const { history, scores, settings, zone, now, today } = context;
    await scores.ready();
    const index = await history.index(zone, now);
    const ids = drillDown(index, figureSettings(settings), { kind, date: date ?? today, figureId, set });
    if (!ids) throw new Refusal('not-found', 'There is no such figure any more.');
    return rowsOf(context, ids);
  },
};
