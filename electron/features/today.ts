// Today: who waits, what is due, who has gone quiet; each list longest or oldest first.
import { addDays } from '../../shared/dates.ts';
import { leadName } from '../../shared/lead.ts';
import type { Stage } from '../../shared/stages.ts';
import { coolingIds, dueIds, nurturedIds, quietIds, waitingIds } from '../db/board.ts';
import { listedLeads } from '../db/lead-list.ts';
import { countByStage } from '../db/lead-scores.ts';
import { countPromotionsSince, promotionsSince } from '../db/stage-changes.ts';
import { quietDays, waitOf } from '../domain/follow-up.ts';
import { followedRows, followUpRules, rowsOf } from './cards.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';

/** Rows per list; the counts tell how many there are. */
const shown = 50;
/** Days for which a promotion is news. */
const newsDays = 7;
const quietStages: readonly Stage[] = ['sql', 'opportunity'];
const withSales: readonly Stage[] = ['mql', 'sql', 'opportunity'];

const newsSince = ({ zone, today: date }: QueryContext): number => zone.noon(addDays(date, -newsDays));
const waitingCount = ({ db }: QueryContext): number =>
  countByStage(db).find(({ stage }) => stage === 'mql')?.count ?? 0;

export const today: HandlersOfPrefix<'today'> = {
  'today.glance': async context => {
    const { db, scores } = context;
    await scores.ready();
    const news = promotionsSince(db, newsSince(context), shown);
    const ids = news.map(({ leadId }) => leadId);
    const people = new Map(listedLeads(db, ids).map(lead => [lead.id, lead]));
    return {
      waiting: waitingCount(context),
      nurture: nurturedIds(db, context.today, 0).count,
      promoted: news.flatMap(({ leadId, at }) => {
        const lead = people.get(leadId);
        return lead ? [{ id: leadId, name: leadName(lead), stage: lead.stage, total: lead.total, at }] : [];
      }),
    };
  },

  'today.get': async context => {
    const { db, scores, now, settings, zone } = context;
    await scores.ready();
    const rules = followUpRules(context);
    const due = dueIds(db, context.today, shown);
    const nurture = nurturedIds(db, context.today, shown);
    const lastQuietDay = zone.startOfDay(zone.dayAt(now) - settings.quietAfterDays + 1);
    const quiet = quietIds(db, quietStages, lastQuietDay, shown);
    const cooling = coolingIds(db, withSales, shown);
    const news = promotionsSince(db, newsSince(context), shown);
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
      promoted: news.flatMap(({ leadId, at, because }) => {
        const row = promoted.get(leadId);
        return row ? [{ row, at, because }] : [];
      }),
      cooling: rowsOf(context, cooling.ids),
      counts: {
        waiting: waitingCount(context),
        due: due.count,
        nurture: nurture.count,
        quiet: quiet.count,
        promoted: countPromotionsSince(db, newsSince(context)),
        cooling: cooling.count,
      },
    };
  },
};
