// Lists of leads with their scores: one filter, one order, one page; the scores come from their TEMP mirror.
import type { LeadRow } from '../../shared/contract/parts.ts';
import type { Stage } from '../../shared/stages.ts';
import type { Params, Reader, Value } from './handle.ts';
import { fromRow } from './rows.ts';
import { searchCondition } from './search.ts';

/** A lead row without what the domain adds to it. */
export type ListedLead = Omit<LeadRow, 'name' | 'score' | 'strongest'> & {
  readonly total: number;
  readonly engagement: number;
  readonly fit: number;
  readonly possible: number;
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly level: number;
  readonly cooling: boolean;
};

export type LeadSort = 'score' | 'name' | 'company' | 'stage' | 'stageSince' | 'lastActivityAt' | 'createdAt';

export type LeadFilter = {
  readonly search?: string;
  readonly stages?: readonly Stage[] | null;
  readonly memberId?: string | null;
  /** A further condition on `l` (lead) and `s` (score), written by us, never by a person. */
  readonly also?: { readonly sql: string; readonly params: readonly Value[] };
};

const orders: Readonly<Record<LeadSort, string>> = {
  score: 's.total',
  name: `coalesce(l.last_name, l.first_name, l.company, l.email) COLLATE NOCASE`,
  company: 'l.company COLLATE NOCASE',
  stage: `CASE l.stage WHEN 'stranger' THEN 0 WHEN 'visitor' THEN 1 WHEN 'lead' THEN 2 WHEN 'mql' THEN 3 WHEN 'sql' THEN 4
    WHEN 'opportunity' THEN 5 WHEN 'customer' THEN 6 ELSE 7 END`,
  stageSince: 'l.stage_since',
  lastActivityAt: 's.last_at',
  createdAt: 'l.created_at',
};

function conditionOf(filter: LeadFilter): { readonly sql: string; readonly params: Value[] } {
  const parts: string[] = [];
  const params: Value[] = [];
  const add = (sql: string, values: readonly Value[]) => {
    parts.push(sql);
    params.push(...values);
  };
  if (filter.stages?.length) add(`s.stage IN (${filter.stages.map(() => '?').join(', ')})`, filter.stages);
  if (filter.memberId) add('l.member_id = ?', [filter.memberId]);
  if (filter.search?.trim()) {
    const search = searchCondition(filter.search);
    add(search.sql, search.params);
  }
  if (filter.also) add(filter.also.sql, filter.also.params);
  return { sql: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', params };
}

// Without a condition on the lead itself the mirror alone answers, by its index.
const fromFor = (filter: LeadFilter): string =>
  filter.search?.trim() || filter.memberId || filter.also
    ? 'temp.lead_score s CROSS JOIN lead l ON l.id = s.lead_id'
    : 'temp.lead_score s';

/** How many leads the filter lets through. */
export function countListed(db: Reader, filter: LeadFilter): number {
  const { sql, params } = conditionOf(filter);
  const from = filter.search?.trim() ? 'lead l JOIN temp.lead_score s ON s.lead_id = l.id' : fromFor(filter);
  return db.pluck<number>(`SELECT count(*) FROM ${from} ${sql}`, params as Params)[0] ?? 0;
}

export type LeadPage = {
  readonly sort: LeadSort;
  readonly descending: boolean;
  readonly from: number;
  readonly limit: number;
};

/** One page of the list; ties fall by id, so that pages never overlap. Empty values come last in either order. */
export function listLeads(db: Reader, filter: LeadFilter, page: LeadPage): ListedLead[] {
  const { sql, params } = conditionOf(filter);
  const key = orders[page.sort];
  const direction = page.descending ? 'DESC' : 'ASC';
  const order =
    page.sort === 'score' ? `s.total ${direction}, s.lead_id` : `(${key}) IS NULL, ${key} ${direction}, l.id`;
  const ids =
    page.sort === 'score' && !filter.search?.trim()
      ? `SELECT s.lead_id FROM ${fromFor(filter)} ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`
      : `SELECT s.lead_id FROM lead l JOIN temp.lead_score s ON s.lead_id = l.id ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`;
  const wanted = db.pluck<string>(ids, [...params, page.limit, page.from] as Params);
  return listedLeads(db, wanted);
}

/** These leads as rows, in the order of `ids`; an id without a lead is left out. */
export function listedLeads(db: Reader, ids: readonly string[]): ListedLead[] {
  const rows = db.all<object>(
    `SELECT l.id, l.first_name, l.last_name, l.company, l.job_title, l.email, l.phone, l.external_id, l.channel_id,
      l.member_id, l.stage, l.stage_since, l.nurture_until, l.next_step, l.next_step_on, l.created_at,
      s.total, s.engagement, s.fit, s.possible, s.grade, s.level, s.cooling, s.last_at AS last_activity_at,
      (SELECT sum(d.amount) FROM deal d WHERE d.lead_id = l.id
        AND d.status = CASE l.stage WHEN 'customer' THEN 'won' ELSE 'open' END) AS amount,
      (SELECT group_concat(id, ' ') FROM (SELECT t.id FROM lead_tag lt JOIN tag t ON t.id = lt.tag_id
        WHERE lt.lead_id = l.id ORDER BY t.label COLLATE NOCASE)) AS tag_ids
     FROM json_each(?) wanted JOIN lead l ON l.id = wanted.value JOIN temp.lead_score s ON s.lead_id = l.id
     ORDER BY wanted.key`,
    [JSON.stringify(ids)],
  );
  return rows.map(row => {
    const { tagIds, ...rest } = fromRow<Omit<ListedLead, 'tagIds'> & { tagIds: string | null }>(row, ['cooling']);
    return { ...rest, tagIds: tagIds?.split(' ') ?? [] };
  });
}
