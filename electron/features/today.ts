// Today: who waits, what is due, who has gone quiet; each list longest or oldest first.
import { addDays } from '../../shared/dates.ts';
import type { LeadFilter, LeadSort } from '../db/lead-list.ts';
import { countListed, listedLeads, listLeads } from '../db/lead-list.ts';
import { promotionsSince } from '../db/stage-changes.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';
import { toLeadRow } from './lead-rows.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;
/** Rows per list; the counts tell how many there are. */
const shown = 50;
/** Days for which a promotion is news. */
const newsDays = 7;

function listOf({ db, scores }: QueryContext, filter: LeadFilter, sort: LeadSort) {
  const page = { sort, descending: false, from: 0, limit: shown };
  return { count: countListed(db, filter), rows: listLeads(db, filter, page).map(row => toLeadRow({ scores }, row)) };
}

const due = (today: string): LeadFilter => ({
  also: { sql: 'l.next_step_on IS NOT NULL AND l.next_step_on <= ?', params: [today] },
});
const nurtured = (today: string): LeadFilter => ({
  also: { sql: "l.stage = 'nurture' AND l.nurture_until IS NOT NULL AND l.nurture_until <= ?", params: [today] },
});
/** With sales or ready for it, nothing has happened for so long, and no next step is planned. */
const quiet = (since: number): LeadFilter => ({
  stages: ['sql', 'opportunity'],
  also: {
    sql: `l.next_step_on IS NULL AND l.stage_since < ?
      AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.lead_id = l.id AND a.at >= ?)`,
    params: [since, since],
  },
});
const cooling: LeadFilter = { stages: ['mql', 'sql', 'opportunity'], also: { sql: 's.cooling = 1', params: [] } };

export const today: HandlersOfPrefix<'today'> = {
  'today.get': async context => {
    const { db, scores, now, settings } = context;
    await scores.ready();
    const waiting = listOf(context, { stages: ['mql'] }, 'stageSince');
    const dueNow = listOf(context, due(context.today), 'stageSince');
    const back = listOf(context, nurtured(context.today), 'stageSince');
    const still = listOf(context, quiet(now - settings.quietAfterDays * dayMs), 'lastActivityAt');
    const cool = listOf(context, cooling, 'stageSince');
    const promotions = promotionsSince(db, context.zone.noon(addDays(context.today, -newsDays)));
    const rows = new Map(
      listedLeads(
        db,
        promotions.slice(0, shown).map(({ leadId }) => leadId),
      ).map(row => [row.id, toLeadRow({ scores }, row)]),
    );
    return {
      waiting: waiting.rows.map(row => {
        const hours = Math.max(0, (now - row.stageSince) / hourMs);
        const state =
          hours > settings.answerAtMostHours ? 'too-late' : hours > settings.answerWithinHours ? 'late' : 'in-time';
        return { row, hours, state } as const;
      }),
      due: dueNow.rows,
      nurture: back.rows,
      quiet: still.rows.map(row => ({
        row,
        days: Math.floor((now - Math.max(row.lastActivityAt ?? 0, row.stageSince)) / dayMs),
      })),
      promoted: promotions.slice(0, shown).flatMap(({ leadId, at, receipt }) => {
        const row = rows.get(leadId);
        return row ? [{ row, at, because: receipt.because }] : [];
      }),
      cooling: cool.rows,
      counts: {
        waiting: waiting.count,
        due: dueNow.count,
        nurture: back.count,
        quiet: still.count,
        promoted: promotions.length,
        cooling: cool.count,
      },
    };
  },
};
