// All SQL of reviews: the meeting of a week, its minutes, and the receipts of its MQLs.
import { type ReviewFigures, type StoredFigures, storedFiguresSchema } from '../../../shared/figures.ts';
import { type Minutes, minutesSchema } from '../../../shared/meeting.ts';
import { type Receipt, receiptSchema } from '../../../shared/score.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { insertRow, updateRow } from './rows.ts';

export type PromotionReceipt = { readonly leadId: string; readonly at: number; readonly receipt: Receipt };

/** Receipts of these leads' promotions to MQL, each with the moment of the promotion. */
export const promotionReceipts = (db: Reader, leadIds: readonly string[]): PromotionReceipt[] =>
  db
    .all<{ leadId: string; at: number; body: string }>(
      `SELECT c.lead_id AS leadId, c.at, r.body FROM json_each(?) wanted
       JOIN receipt r ON r.lead_id = wanted.value
       JOIN stage_change c ON c.id = r.stage_change_id AND c.to_stage = 'mql'
       ORDER BY c.lead_id, c.at, c.id`,
      [JSON.stringify(leadIds)],
    )
    .map(({ body, ...row }) => ({ ...row, receipt: receiptSchema.parse(JSON.parse(body)) }));

/** Names of leads as they are now; a lead that was deleted has none. */
export const leadNameParts = (
  db: Reader,
  leadIds: readonly string[],
): {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly externalId: string | null;
  readonly memberId: string | null;
}[] =>
  db.all(
    `SELECT l.id, l.first_name AS firstName, l.last_name AS lastName, l.company, l.email, l.phone,
      l.external_id AS externalId, l.member_id AS memberId
     FROM json_each(?) wanted JOIN lead l ON l.id = wanted.value ORDER BY wanted.key`,
    [JSON.stringify(leadIds)],
  );

export type StoredReview = {
  readonly id: string;
  readonly weekStart: string;
  readonly attendees: readonly string[];
  readonly notes: string | null;
  readonly closedAt: number | null;
};
type ReviewRow = Omit<StoredReview, 'attendees'> & { readonly attendees: string };
const columns = 'r.id, r.week_start AS weekStart, r.attendees, r.notes, r.closed_at AS closedAt';

function namesIn(stored: string): readonly string[] {
  const list: unknown = JSON.parse(stored);
  return Array.isArray(list) ? list.map(String) : [];
}
const toReview = (row: ReviewRow): StoredReview => ({ ...row, attendees: namesIn(row.attendees) });

export function findReview(db: Reader, weekStart: string): StoredReview | undefined {
  const row = db.get<ReviewRow>(`SELECT ${columns} FROM review r WHERE r.week_start = ?`, [weekStart]);
  return row && toReview(row);
}

export function lastClosedBefore(db: Reader, weekStart: string): StoredReview | undefined {
  const row = db.get<ReviewRow>(
    `SELECT ${columns} FROM review r WHERE r.week_start < ? AND r.closed_at IS NOT NULL ORDER BY r.week_start DESC LIMIT 1`,
    [weekStart],
  );
  return row && toReview(row);
}

export type Frozen = { readonly figures: StoredFigures | null; readonly minutes: Minutes | null };

/** What closing kept; a part that this version does not understand is null. */
export function frozenOf(db: Reader, id: string): Frozen {
  const row = db.get<{ figures: string | null; minutes: string | null }>(
    'SELECT figures, minutes FROM review WHERE id = ?',
    [id],
  );
  const figures = storedFiguresSchema.safeParse(JSON.parse(row?.figures ?? 'null'));
  const minutes = minutesSchema.safeParse(JSON.parse(row?.minutes ?? 'null'));
  return { figures: figures.success ? figures.data : null, minutes: minutes.success ? minutes.data : null };
}

export const insertReview = (db: Writer, id: string, weekStart: string): void =>
  insertRow(db, 'review', { id, weekStart, attendees: '[]' });

export const updateReview = (
  db: Writer,
  id: string,
  change: { readonly attendees?: readonly string[] | undefined; readonly notes?: string | null | undefined },
): boolean =>
  updateRow(db, 'review', id, {
    notes: change.notes,
    attendees: change.attendees && JSON.stringify(change.attendees),
  });

export const closeReview = (
  db: Writer,
  id: string,
  closed: { readonly figures: ReviewFigures; readonly minutes: Minutes; readonly closedAt: number },
): boolean =>
  updateRow(db, 'review', id, {
    figures: JSON.stringify(closed.figures),
    minutes: JSON.stringify(closed.minutes),
    closedAt: closed.closedAt,
  });

export type ReviewListed = StoredReview & {
  readonly figures: string | null;
  readonly decisions: readonly string[];
  readonly items: readonly string[];
};

/** Closed reviews, latest first, with the words that were written down. */
export const closedReviews = (db: Reader): ReviewListed[] =>
  db
    .all<ReviewRow & { figures: string | null; decisions: string; items: string }>(
      `SELECT ${columns}, r.figures,
        (SELECT json_group_array(d.text) FROM decision d WHERE d.review_id = r.id) AS decisions,
        (SELECT json_group_array(i.text) FROM action_item i WHERE i.review_id = r.id) AS items
       FROM review r WHERE r.closed_at IS NOT NULL ORDER BY r.week_start DESC`,
    )
    .map(row => ({
      ...toReview(row),
      figures: row.figures,
      decisions: JSON.parse(row.decisions),
      items: JSON.parse(row.items),
    }));
