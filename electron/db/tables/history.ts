// Reads what the figures are computed from, in slices: leads, stage changes, deals and our own side's touches.
import type { Stage } from '../../../shared/stages.ts';
import type { Reader } from '../file/handle.ts';

export type LeadOrigin = {
  readonly id: string;
  readonly channelId: string | null;
  readonly campaignId: string | null;
  readonly memberId: string | null;
  readonly createdAt: number;
};

const origins =
  'SELECT id, channel_id AS channelId, campaign_id AS campaignId, member_id AS memberId, created_at AS createdAt FROM lead';

export const leadOriginsAfter = (db: Reader, afterId: string, limit: number): LeadOrigin[] =>
  db.all(`${origins} WHERE id > ? ORDER BY id LIMIT ?`, [afterId, limit]);

/** The same of these leads; who is no longer there is left out. */
export const leadOriginsOf = (db: Reader, ids: readonly string[]): LeadOrigin[] =>
  db.all(`${origins} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`, [JSON.stringify(ids)]);

export type ChangeCause = 'created' | 'hand' | 'score' | 'activity' | 'import' | 'opening';
export type RecordedChange = {
  readonly id: string;
  readonly leadId: string;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly at: number;
  readonly cause: ChangeCause;
  readonly reason: string | null;
};
export type HistoryCursor = { readonly leadId: string; readonly at: number; readonly id: string };
export const beginning: HistoryCursor = { leadId: '', at: 0, id: '' };

const changes = `SELECT id, lead_id AS leadId, from_stage AS "from", to_stage AS "to", at, cause, reason FROM stage_change`;

/** Stage changes by lead and time, behind `after`. */
export const stageChangesAfter = (db: Reader, after: HistoryCursor, limit: number): RecordedChange[] =>
  db.all(`${changes} WHERE (lead_id, at, id) > (?, ?, ?) ORDER BY lead_id, at, id LIMIT ?`, [
    after.leadId,
    after.at,
    after.id,
    limit,
  ]);

export const stageChangesOfLeads = (db: Reader, ids: readonly string[]): RecordedChange[] =>
  db.all(`${changes} WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY lead_id, at, id`, [
    JSON.stringify(ids),
  ]);

/** Activities of our own side by lead and time, behind `after`, from the covering index. */
export const touchesAfter = (db: Reader, after: HistoryCursor, limit: number): HistoryCursor[] =>
  db.all(
    `SELECT lead_id AS leadId, at, id FROM activity
     WHERE (lead_id, at, id) > (?, ?, ?) AND type_id IN (SELECT id FROM activity_type WHERE our_side = 1)
     ORDER BY lead_id, at, id LIMIT ?`,
    [after.leadId, after.at, after.id, limit],
  );

export const touchesOfLeads = (db: Reader, ids: readonly string[]): HistoryCursor[] =>
  db.all(
    `SELECT lead_id AS leadId, at, id FROM activity WHERE lead_id IN (SELECT value FROM json_each(?))
     AND type_id IN (SELECT id FROM activity_type WHERE our_side = 1) ORDER BY lead_id, at, id`,
    [JSON.stringify(ids)],
  );

export type RecordedTouchpoint = HistoryCursor & {
  readonly campaignId: string | null;
  readonly content: string | null;
};
const touchpoints = 'SELECT lead_id AS leadId, at, id, campaign_id AS campaignId, content FROM activity';
/** What they did, but for leaving: those are no reason to come. */
const ofTheirs = `(campaign_id IS NOT NULL OR content IS NOT NULL) AND type_id NOT IN ('unsubscribed', 'email-bounced')
  AND type_id NOT IN (SELECT id FROM activity_type WHERE our_side = 1)`;

/** Activities of their side that name a campaign or content, by lead and time, behind `after`. */
export const touchpointsAfter = (db: Reader, after: HistoryCursor, limit: number): RecordedTouchpoint[] =>
  db.all(`${touchpoints} WHERE (lead_id, at, id) > (?, ?, ?) AND ${ofTheirs} ORDER BY lead_id, at, id LIMIT ?`, [
    after.leadId,
    after.at,
    after.id,
    limit,
  ]);

export const touchpointsOfLeads = (db: Reader, ids: readonly string[]): RecordedTouchpoint[] =>
  db.all(`${touchpoints} WHERE lead_id IN (SELECT value FROM json_each(?)) AND ${ofTheirs} ORDER BY lead_id, at, id`, [
    JSON.stringify(ids),
  ]);

export type RecordedDeal = {
  readonly id: string;
  readonly leadId: string;
  readonly amount: number | null;
  readonly status: 'open' | 'won' | 'lost';
  readonly closedAt: number | null;
  readonly createdAt: number;
  readonly expectedClose: string | null;
  readonly probability: number | null;
};
const deals = `SELECT id, lead_id AS leadId, amount, status, closed_at AS closedAt, created_at AS createdAt,
  expected_close AS expectedClose, probability FROM deal`;

export const dealsAfter = (db: Reader, afterId: string, limit: number): RecordedDeal[] =>
  db.all(`${deals} WHERE id > ? ORDER BY id LIMIT ?`, [afterId, limit]);

export const dealsOfLeads = (db: Reader, ids: readonly string[]): RecordedDeal[] =>
  db.all(`${deals} WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY id`, [JSON.stringify(ids)]);
