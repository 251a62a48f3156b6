// A workspace file as plain rows for the independent figures: read with Node's own SQLite and none of the product's code.
import { DatabaseSync } from 'node:sqlite';
import type { Export, Question } from './independent-figures.ts';

/** The rows and settings of a file that nobody has open, to be asked as of `asOf` (UTC ms). */
export function questionOf(file: string, asOf: number): Question & { readonly nameOf: (id: string) => string } {
  const db = new DatabaseSync(file, { readOnly: true });
  const all = <T>(sql: string): T[] => db.prepare(sql).all() as T[];
  const setting = <T>(id: string, otherwise: T): T => {
    const row = db.prepare('SELECT value FROM setting WHERE id = ?').get(id) as { value: string } | undefined;
    return row ? JSON.parse(row.value) : otherwise;
  };
  const rows: Export = {
    leads: all(
      'SELECT id, channel_id channelId, campaign_id campaignId, member_id memberId, created_at createdAt FROM lead',
    ),
    changes: all<Export['changes'][number] & { cause: string }>(
      'SELECT lead_id leadId, from_stage "from", to_stage "to", at, cause, reason FROM stage_change ORDER BY at, id',
    ).map(change => ({ ...change, opening: change.cause === 'opening' })),
    deals: all(
      'SELECT lead_id leadId, amount, status, closed_at closedAt, created_at createdAt, expected_close expectedClose, probability FROM deal',
    ),
    touches: all(
      'SELECT lead_id leadId, at FROM activity JOIN activity_type t ON t.id = type_id WHERE t.our_side = 1 ORDER BY at',
    ),
    touchpoints: all(
      `SELECT lead_id leadId, at, campaign_id campaignId, content FROM activity JOIN activity_type t ON t.id = type_id
       WHERE t.our_side = 0 AND t.id NOT IN ('unsubscribed', 'email-bounced')
       AND coalesce(campaign_id, content) IS NOT NULL ORDER BY at, activity.id`,
    ),
    spend: all(
      'SELECT channel_id channelId, campaign_id campaignId, amount, starts_on "from", ends_on "to" FROM spend',
    ),
    reach: all('SELECT channel_id channelId, week_start weekStart, strangers, visitors FROM reach'),
    channels: all('SELECT id FROM channel'),
    campaigns: all('SELECT id, channel_id channelId FROM campaign'),
    members: all<{ id: string; side: string; archived: number }>('SELECT id, side, archived FROM member').map(
      ({ id, side, archived }) => ({ id, sales: side !== 'marketing' && archived === 0 }),
    ),
  };
  const names = new Map(
    all<{ id: string; first: string | null; last: string | null; company: string | null; email: string | null }>(
      'SELECT id, first_name first, last_name last, company, email FROM lead',
    ).map(({ id, first, last, company, email }) => [
      id,
      [first, last].filter(Boolean).join(' ') || company || email || '',
    ]),
  );
  const question = {
    rows,
    zone: setting('timeZone', 'UTC'),
    asOf,
    firstDay: setting('firstDayOfWeek', 1),
    clock: {
      goalHours: setting('answerWithinHours', 24),
      maxHours: setting('answerAtMostHours', 72),
      freeWeekdays: [],
      holidays: [],
    },
    nameOf: (id: string) => names.get(id) ?? '',
  };
  db.close();
  return question;
}
