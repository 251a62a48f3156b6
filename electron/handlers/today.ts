// Lists of Today: waiting, due and inactive leads; longest or oldest first.
import { addDays } from '../../shared/dates.ts';
import { leadName } from '../../shared/lead.ts';
import type { Stage } from '../../shared/stages.ts';
import { listedLeads } from '../db/tables/lead-list.ts';
import { countOfStage } from '../db/tables/lead-scores.ts';
import { dueTouches } from '../db/tables/nurture.ts';
import { countPromotionsSince, promotionsSince } from '../db/tables/stage-changes.ts';
import { answersSince, coolingIds, dueIds, nurturedIds, quietIds, waitingIds } from '../db/tables/today.ts';
import { daysFrom, waitOf } from '../domain/follow-up.ts';
import { followedRows, followUpRules, rowsOf } from '../services/cards.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';

/** Rows per list; the counts tell how many there are. */
const shown = 50;
/** Days for which a promotion is news. */
const newsDays = 7;
const withSales: readonly Stage[] = ['mql', 'sql', 'opportunity'];

const newsSince = ({ zone, today: date }: QueryContext): number => zone.noon(addDays(date, -newsDays));

export const today: HandlersOfPrefix<'today'> = {
  'today.glance': async context => {
    const { db, scores } = context;
    await scores.ready();
    const news = promotionsSince(db, newsSince(context), shown);
    const ids = news.map(({ leadId }) => leadId);
    const leadsById = new Map(listedLeads(db, ids).map(lead => [lead.id, lead]));
    return {
      waiting: countOfStage(db, 'mql'),
      nurture: nurturedIds(db, context.today, 0).count,
      promoted: news.flatMap(({ leadId, at }) => {
        const lead = leadsById.get(leadId);
        return lead ? [{ id: leadId, name: leadName(lead), stage: lead.stage, total: lead.total, at }] : [];
      }),
    };
  },

  'today.get': async context => {
    const { db, scores, now, settings, zone } = context;
    await scores.ready();
    const rules = followUpRules(context);
    const waiting = waitingIds(db, shown);
    const due = dueIds(db, context.today, shown);
    const nurture = nurturedIds(db, context.today, shown);
    const lastQuietDay = zone.startOfDay(zone.dayAt(now) - settings.quietAfterDays + 1);
    const touches = dueTouches(db, context.today, shown);
    const toWrite = new Map(
      rowsOf(
        context,
        touches.touches.map(({ leadId }) => leadId),
      ).map(row => [row.id, row]),
    );
    const quiet = quietIds(db, lastQuietDay, shown);
    const cooling = coolingIds(db, withSales, shown);
    const answers = answersSince(db, newsSince(context), shown);
    const answered = new Map(
      rowsOf(
        context,
        answers.map(({ leadId }) => leadId),
      ).map(row => [row.id, row]),
    );
    const news = promotionsSince(db, newsSince(context), shown);
    const newsIds = news.map(({ leadId }) => leadId);
    const promoted = new Map(rowsOf(context, newsIds).map(row => [row.id, row]));
    return {
      waiting: followedRows(context, waiting.ids).flatMap(({ row, lead }) => {
        const wait = waitOf(lead, rules);
        return wait ? [{ row, ...wait }] : [];
      }),
      due: rowsOf(context, due.ids),
      nurture: rowsOf(context, nurture.ids),
      touches: touches.touches.flatMap(({ leadId, ...touch }) => {
        const row = toWrite.get(leadId);
        return row ? [{ row, ...touch }] : [];
      }),
      quiet: followedRows(context, quiet.ids).map(({ row, lead }) => ({
        row,
        days: daysFrom(Math.max(lead.lastActivityAt ?? 0, lead.stageSince), rules),
      })),
      promoted: news.flatMap(({ leadId, at, because }) => {
        const row = promoted.get(leadId);
        return row ? [{ row, at, because }] : [];
      }),
      answered: answers.flatMap(({ leadId, to, ...answer }) => {
        const row = answered.get(leadId);
        return row ? [{ row, ...answer, accepted: to !== 'nurture' && to !== 'disqualified' }] : [];
      }),
      cooling: rowsOf(context, cooling.ids),
      counts: {
        waiting: waiting.count,
        due: due.count,
        nurture: nurture.count,
        touches: touches.count,
        quiet: quiet.count,
        promoted: countPromotionsSince(db, newsSince(context)),
        answered: answers.length,
        cooling: cooling.count,
      },
    };
  },
};
