// Today: who waits, what is due, who has gone quiet; each list longest or oldest first.
import { addDays } from '../../shared/dates.ts';
import type { Stage } from '../../shared/stages.ts';
import { coolingIds, dueIds, nurturedIds, quietIds, waitingIds } from '../db/board.ts';
import { countByStage } from '../db/lead-scores.ts';
import { promotionsSince } from '../db/stage-changes.ts';
import { quietDays, waitOf } from '../domain/follow-up.ts';
import { followedRows, followUpRules, rowsOf } from './cards.ts';
import type { HandlersOfPrefix } from './context.ts';

/** Rows per list; the counts tell how many there are. */
const shown = 50;
/** Days for which a promotion is news. */
const newsDays = 7;
const quietStages: readonly Stage[] = ['sql', 'opportunity'];
const withSales: readonly Stage[] = ['mql', 'sql', 'opportunity'];

export const today: HandlersOfPrefix<'today'> = {
  'today.get': async context => {
    const { db, scores, now, settings, zone } = context;
    await scores.ready();
    const rules = followUpRules(context);
    const due = dueIds(db, context.today, shown);
    const nurture = nurturedIds(db, context.today, shown);
    const lastQuietDay = zone.startOfDay(zone.dayAt(now) - settings.quietAfterDays + 1);
    const quiet = quietIds(db, quietStages, lastQuietDay, shown);
    const cooling = coolingIds(db, withSales, shown);
    const promotions = promotionsSince(db, zone.noon(addDays(context.today, -newsDays)));
    const news = promotions.slice(0, shown);
    const newsIds = news.map(({ leadId }) => leadId);
    const promoted = new Map(rowsOf(context, newsIds).map(row => [row.id, row]));
    return {
      waiting: followedRows(context, waitingIds(db, shown)).flatMap(({ row, lead }) => {
        const wait = waitOf(lead, rules);
        return wait ? [{ row, ...wait }] : [];
      }),
      due: rowsOf(context, due.ids),
      nurture: rowsOf(context, nurture.ids),
      quiet: followedRows(context, quiet.ids).map(({ row, lead }) => ({ row, days: quietDays(lead, rules) })),
      promoted: news.flatMap(({ leadId, at, receipt }) => {
        const row = promoted.get(leadId);
        return row ? [{ row, at, because: receipt.because }] : [];
      }),
      cooling: rowsOf(context, cooling.ids),
      counts: {
        waiting: countByStage(db).find(({ stage }) => stage === 'mql')?.count ?? 0,
        due: due.count,
        nurture: nurture.count,
        quiet: quiet.count,
        promoted: promotions.length,
        cooling: cooling.count,
      },
    };
  },
};
