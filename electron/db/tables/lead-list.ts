// Rows of the leads table with scores from the TEMP score table.
import type { LeadRow } from '../../../shared/contract/parts.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Reader, SqlValue } from '../file/handle.ts';
import { fromRow } from './rows.ts';

/** A lead row without what the domain adds to it. */
export type ListedLead = Omit<LeadRow, 'name' | 'score' | 'strongest' | 'call'> & {
  readonly country: string | null;
  readonly consent: 'unknown' | 'no' | 'yes';
  readonly total: number;
  readonly engagement: number;
  readonly fit: number;
  readonly possible: number;
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly level: number;
  readonly cooling: boolean;
};

const inStages = (stages: readonly Stage[] | null): string =>
  stages?.length ? 'WHERE s.stage IN (SELECT value FROM json_each(?))' : '';
const request = (stages: readonly Stage[] | null): SqlValue[] => (stages?.length ? [JSON.stringify(stages)] : []);

/** How many leads there are in these stages; null or none: in all. */
export const countCached = (db: Reader, stages: readonly Stage[] | null): number =>
  db.pluck<number>(`SELECT count(*) FROM temp.score_cache s ${inStages(stages)}`, request(stages))[0] ?? 0;

/** A page of ids by the score alone, by the index of the score cache; ties by row number, so that pages never overlap. */
export const idsByScore = (
  db: Reader,
  stages: readonly Stage[] | null,
  page: { readonly from: number; readonly limit: number; readonly descending: boolean },
): string[] =>
  db.pluck(
    `SELECT s.lead_id FROM temp.score_cache s ${inStages(stages)}
     ORDER BY s.total ${page.descending ? 'DESC' : 'ASC'}, s.seq LIMIT ? OFFSET ?`,
    [...request(stages), page.limit, page.from],
  );

/** These leads as rows, in the order of `ids`; an id without a lead is left out. */
export function listedLeads(db: Reader, ids: readonly string[]): ListedLead[] {
  const rows = db.all<object>(
    `SELECT l.id, l.first_name, l.last_name, l.company, l.job_title, l.email, l.phone, l.external_id, l.channel_id,
      l.member_id, l.stage, l.stage_since, l.nurture_until, l.next_step, l.next_step_on, l.next_step_time,
      l.next_step_repeats, l.created_at, l.country, l.consent,
      s.total, s.engagement, s.fit, s.possible, s.grade, s.level, s.cooling, s.last_at AS last_activity_at,
      (SELECT sum(d.amount) FROM deal d WHERE d.lead_id = l.id
        AND d.status = CASE l.stage WHEN 'customer' THEN 'won' ELSE 'open' END) AS amount,
      (SELECT group_concat(id, ' ') FROM (SELECT t.id FROM lead_tag lt JOIN tag t ON t.id = lt.tag_id
        WHERE lt.lead_id = l.id ORDER BY t.label COLLATE NOCASE)) AS tag_ids
     FROM json_each(?) wanted JOIN lead l ON l.id = wanted.value JOIN temp.score_cache s ON s.seq = l.seq
     ORDER BY wanted.key`,
    [JSON.stringify(ids)],
  );
  return rows.map(row => {
    const { tagIds, ...rest } = fromRow<Omit<ListedLead, 'tagIds'> & { tagIds: string | null }>(row, ['cooling']);
    return { ...rest, tagIds: tagIds?.split(' ') ?? [] };
  });
}
