// The review: figures of a period, the people behind a number, this period's MQLs with their receipts, the handoff.
import { AppError } from '../../shared/result.ts';
import { promotionReceipts } from '../db/tables/reviews.ts';
import { listCampaigns, listChannels, listSpend } from '../db/tables/workspace.ts';
import { periodOf } from '../domain/figures/period.ts';
import { drillDown, mqlsIn, reviewFigures, withinLine } from '../domain/figures/review.ts';
import { scopeOf } from '../domain/figures/scope.ts';
import { spendIn, spendParts } from '../domain/figures/spend.ts';
import { waitingMqlsIn } from '../domain/figures/waiting-mqls.ts';
import { clockState } from '../domain/follow-up-clock.ts';
import { goAhead } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { rowsInSlices } from '../services/lead-rows.ts';
import { leadsNamed, readOverview } from '../services/overview.ts';
import { reasonsBehind } from '../services/rejection-reasons.ts';
import { figureSettings, runInSlices } from '../stores/history-store.ts';

/** Most people a list opens with. */
const shown = 500;
/** Most waits named on the screen. */
const named = 100;

const rowsOf = (context: QueryContext, ids: readonly string[]) => rowsInSlices(context, ids.slice(0, shown));

export const review: HandlersOfPrefix<'review'> = {
  // No score is in a figure: a file that was just opened has them before its scores are loaded, which waits meanwhile.
  'review.get': ({ history, settings, zone, now, today }, { kind, date }) => {
    const figures = async () => {
      const index = await history.index(zone, now);
      return { figures: await runInSlices(reviewFigures(index, figureSettings(settings), kind, date ?? today)) };
    };
    return goAhead(figures());
  },

  'review.mqls': async (context, { kind, date }) => {
    const { db, history, scores, settings, zone, now, today } = context;
    await scores.ready();
    const index = await history.index(zone, now);
    const period = periodOf(kind, date ?? today, settings.firstDayOfWeek);
    const became = mqlsIn(scopeOf(index, figureSettings(settings), period)).slice(0, shown);
    const ids = became.map(({ leadId }) => leadId);
    const rows = new Map((await rowsOf(context, ids)).map(row => [row.id, row]));
    const receipts = Map.groupBy(promotionReceipts(db, ids), ({ leadId }) => leadId);
    return became.flatMap(({ leadId, at }) => {
      const row = rows.get(leadId);
      const proof = receipts.get(leadId)?.find(stored => stored.at === at);
      return row ? [{ row, at, receipt: proof?.receipt ?? null }] : [];
    });
  },

  'review.leads': async (context, { kind, date, figureId, set, only }) => {
    const { history, scores, settings, zone, now, today } = context;
    await scores.ready();
    const index = await history.index(zone, now);
    const ids = drillDown(index, figureSettings(settings), { kind, date: date ?? today, figureId, set, only });
    if (!ids) throw new AppError('not-found', 'This list no longer exists.');
    return { total: ids.length, rows: await rowsOf(context, ids) };
  },

  'review.spend': async (context, { kind, date, only }) => {
    const { db, history, scores, settings, zone, now, today } = context;
    await scores.ready();
    const index = await history.index(zone, now);
    const whole = scopeOf(index, figureSettings(settings), periodOf(kind, date ?? today, settings.firstDayOfWeek));
    const scope = only === null ? whole : withinLine(whole, only);
    if (scope === null) throw new AppError('not-found', 'This row no longer exists.');
    const rows = listSpend(db);
    const labels = new Map([...listChannels(db), ...listCampaigns(db)].map(({ id, label }) => [id, label]));
    const entries = spendParts(scope).flatMap(part => {
      const row = rows[part.row];
      if (row === undefined) return [];
      const { id, channelId, campaignId, amount, startsOn, endsOn, note } = row;
      const label = labels.get(campaignId ?? channelId ?? '') ?? null;
      return [{ id, label, startsOn, endsOn, whole: amount, amount: part.amount, note }];
    });
    return { amount: spendIn(scope).amount, entries };
  },

  'review.overview': async context => {
    const overview = await readOverview(context);
    return { overview, rows: await rowsOf(context, leadsNamed(overview)) };
  },

  'review.handoff': async (context, { kind, date }) => {
    const { db, history, scores, settings, zone, now, today } = context;
    await scores.ready();
    const index = await history.index(zone, now);
    const given = figureSettings(settings);
    const scope = scopeOf(index, given, periodOf(kind, date ?? today, settings.firstDayOfWeek));
    const idOf = (lead: number) => index.history.leads.ids[lead] ?? '';
    const waits = waitingMqlsIn(scope)
      .map(wait => ({ ...wait, state: clockState(wait.hours, given.clock) }))
      .sort((a, b) => b.hours - a.hours || (idOf(a.lead) < idOf(b.lead) ? -1 : 1));
    const withRows = async (list: typeof waits) => {
      const few = list.slice(0, named);
      const ids = few.map(({ lead }) => idOf(lead));
      const rows = new Map((await rowsOf(context, ids)).map(row => [row.id, row]));
      return few.flatMap(({ lead, ...wait }) => {
        const row = rows.get(idOf(lead));
        return row ? [{ row, ...wait }] : [];
      });
    };
    return {
      reasons: reasonsBehind(db, scope),
      late: await withRows(waits.filter(wait => wait.answered && wait.state !== 'in-time')),
      waiting: await withRows(waits.filter(wait => !wait.answered)),
      withinHours: given.clock.goalHours,
      atMostHours: given.clock.maxHours,
    };
  },
};
