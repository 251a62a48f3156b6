// Filter conditions of the leads table as SQL over `l` (lead) and `s` (score table). Only fixed names become SQL.

import { isCustomKey } from '../../../shared/custom-field.ts';
import { dayMs } from '../../../shared/dates.ts';
import type { Condition, ListKey } from '../../../shared/lead-filter.ts';
import { isLeadField, isSystemField, type SystemFieldKey, systemFields } from '../../../shared/lead-filter.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { SqlValue } from '../file/handle.ts';
import { attributeExpression } from './custom-fields.ts';
import { literal } from './names.ts';

export type Sql = { readonly sql: string; readonly params: readonly SqlValue[] };

/** What days and moments mean in the workspace's zone. */
export type Calendar = {
  readonly now: number;
  readonly today: string;
  /** UTC ms at which a local date begins. */
  readonly startOf: (date: string) => number;
  readonly addDays: (date: string, days: number) => string;
  /** Per stage the moment before which the last sign of life makes a lead quiet (UTC ms). */
  readonly quietSince: readonly (readonly [stage: Stage, since: number])[];
};

const none: Sql = { sql: 'TRUE', params: [] };
const plain = (sql: string): Sql => ({ sql, params: [] });

const stageOrder = `CASE l.stage WHEN 'stranger' THEN 0 WHEN 'visitor' THEN 1 WHEN 'lead' THEN 2 WHEN 'mql' THEN 3
  WHEN 'sql' THEN 4 WHEN 'opportunity' THEN 5 WHEN 'customer' THEN 6 WHEN 'nurture' THEN 7 WHEN 'lost' THEN 8 ELSE 9 END`;
const tags = `(SELECT group_concat(label, ', ') FROM (SELECT t.label FROM lead_tag lt JOIN tag t ON t.id = lt.tag_id
  WHERE lt.lead_id = l.id ORDER BY t.label COLLATE NOCASE))`;

/** What the activities of a lead name, each once. */
export const touched = {
  touchCampaign: `(SELECT group_concat(label, ', ') FROM (SELECT DISTINCT c.label FROM activity a JOIN campaign c ON c.id = a.campaign_id
    WHERE a.lead_id = l.id AND a.campaign_id IS NOT NULL ORDER BY c.label COLLATE NOCASE))`,
  touchContent: `(SELECT group_concat(content, ', ') FROM (SELECT DISTINCT a.content FROM activity a
    WHERE a.lead_id = l.id AND a.content IS NOT NULL ORDER BY a.content COLLATE NOCASE))`,
} as const;
const touchColumns = { touchCampaign: 'campaign_id', touchContent: 'content COLLATE NOCASE' } as const;
const isTouch = (key: ListKey): key is keyof typeof touched => Object.hasOwn(touched, key);

const systemFieldSql: Readonly<Record<Exclude<SystemFieldKey, 'stageDays' | 'quiet' | 'overdue'>, string>> = {
  stage: 'l.stage',
  score: 's.total',
  engagement: 's.engagement',
  fit: 's.fit',
  cell: '(s.grade || s.level)',
  lastActivityAt: 's.last_at',
  createdAt: 'l.created_at',
  mqlAt: `(SELECT min(c.at) FROM stage_change c
    WHERE c.lead_id = l.id AND c.to_stage IN ('mql', 'sql', 'opportunity', 'customer'))`,
  nextStep: 'l.next_step',
  nextStepOn: 'l.next_step_on',
  nurtureUntil: 'l.nurture_until',
  amount: `(SELECT sum(d.amount) FROM deal d WHERE d.lead_id = l.id
    AND d.status = CASE l.stage WHEN 'customer' THEN 'won' ELSE 'open' END)`,
  ...touched,
  tag: tags,
  batch: 'l.batch_id',
  cooling: 's.cooling',
};

/** The value of a field, null where it is not known. */
function attributeOf(key: ListKey, calendar: Calendar): Sql {
  if (!isSystemField(key)) {
    const attribute = attributeExpression(key, 'l');
    // 'unknown' is how need, authority, timeline and consent say that nothing is known.
    return { sql: attribute.sql, params: attribute.params };
  }
  if (key === 'stageDays') return plain(`max(0, (${calendar.now} - l.stage_since) / ${dayMs})`);
  if (key === 'quiet') return quiet(calendar);
  if (key === 'overdue') return { sql: 'l.next_step_on < ?', params: [calendar.today] };
  return plain(systemFieldSql[key]);
}

function quiet({ quietSince }: Calendar): Sql {
  if (quietSince.length === 0) return plain('FALSE');
  const cases = quietSince.map(([stage]) => `WHEN ${literal(stage)} THEN ?`).join(' ');
  return {
    sql: `(l.next_step_on IS NULL AND l.consent <> 'no'
      AND max(l.stage_since, coalesce(s.last_at, 0)) < CASE l.stage ${cases} ELSE 0 END)`,
    params: quietSince.map(([, since]) => since),
  };
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
const isNumber = (key: ListKey): boolean => isSystemField(key) && ['number', 'money'].includes(systemFields[key].kind);

function oneOf(key: ListKey, values: readonly string[], calendar: Calendar): Sql {
  if (key === 'tag') {
    return {
      sql: `EXISTS (SELECT 1 FROM lead_tag lt WHERE lt.lead_id = l.id AND lt.tag_id IN (${marks(values)}))`,
      params: values,
    };
  }
  if (isTouch(key)) {
    const column = touchColumns[key];
    return { sql: `l.id IN (SELECT lead_id FROM activity WHERE ${column} IN (${marks(values)}))`, params: values };
  }
  const { sql, params } = attributeOf(key, calendar);
  if (key === 'country')
    return {
      sql: `country_key(${sql}) IN (${values.map(() => 'country_key(?)').join(', ')})`,
      params: [...params, ...values],
    };
  if (isNumber(key)) return { sql: `${sql} IN (${marks(values)})`, params: [...params, ...values.map(Number)] };
  return { sql: `${sql} COLLATE NOCASE IN (${marks(values)})`, params: [...params, ...values] };
}

/** An instant is compared by moments, a date as text. */
function span(key: ListKey, from: string | null, to: string | null, calendar: Calendar): Sql {
  const { sql, params } = attributeOf(key, calendar);
  const instant = isSystemField(key) && systemFields[key].kind === 'instant';
  const parts: Sql[] = [];
  if (from !== null) parts.push({ sql: `${sql} >= ?`, params: [...params, instant ? calendar.startOf(from) : from] });
  if (to !== null) {
    const end = calendar.addDays(to, 1);
    parts.push({ sql: `${sql} < ?`, params: [...params, instant ? calendar.startOf(end) : end] });
  }
  return both(parts);
}

const both = (parts: readonly Sql[]): Sql =>
  parts.length === 0
    ? none
    : { sql: `(${parts.map(({ sql }) => sql).join(' AND ')})`, params: parts.flatMap(({ params }) => params) };

const anyOf = (parts: readonly Sql[]): Sql => ({
  sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
  params: parts.flatMap(({ params }) => params),
});

const not = ({ sql, params }: Sql): Sql => ({ sql: `NOT coalesce(${sql}, FALSE)`, params });

function known(key: ListKey, calendar: Calendar): Sql {
  if (key === 'tag') return plain('EXISTS (SELECT 1 FROM lead_tag lt WHERE lt.lead_id = l.id)');
  const { sql, params } = attributeOf(key, calendar);
  return isLeadField(key)
    ? { sql: `coalesce(${sql}, 'unknown') <> 'unknown'`, params }
    : { sql: `${sql} IS NOT NULL`, params };
}

/** One condition. A field that does not exist any more lets nobody through. */
export function conditionSql(condition: Condition, calendar: Calendar): Sql {
  const key = condition.field as ListKey;
  if (!isSystemField(key) && !isLeadField(key) && !isCustomKey(key)) return plain('FALSE');
  switch (condition.is) {
    case 'any-of':
      return oneOf(key, condition.values, calendar);
    case 'none-of':
      return not(oneOf(key, condition.values, calendar));
    case 'all-of':
      return both(condition.values.map(value => oneOf(key, [value], calendar)));
    case 'contains': {
      const { sql, params } = attributeOf(key, calendar);
      // "Contains UK" means the country as well as its letters.
      const same = key === 'country' ? [oneOf(key, condition.values, calendar)] : [];
      const words = {
        sql: `(${condition.values.map(() => `${sql} LIKE ? ESCAPE '\\'`).join(' OR ')})`,
        params: condition.values.flatMap(value => [...params, like(value)]),
      };
      return anyOf([...same, words]);
    }
    case 'between': {
      const { sql, params } = attributeOf(key, calendar);
      const { from, to } = condition;
      return both([
        ...(from === null ? [] : [{ sql: `${sql} >= ?`, params: [...params, from] }]),
        ...(to === null ? [] : [{ sql: `${sql} <= ?`, params: [...params, to] }]),
      ]);
    }
    case 'dates':
      return span(key, condition.from, condition.to, calendar);
    case 'within':
      return span(key, calendar.addDays(calendar.today, -condition.days), calendar.today, calendar);
    case 'not-within':
      return not(span(key, calendar.addDays(calendar.today, -condition.days), null, calendar));
    case 'known':
      return known(key, calendar);
    case 'unknown':
      return not(known(key, calendar));
    case 'yes':
      return attributeOf(key, calendar);
    case 'no':
      return not(attributeOf(key, calendar));
    default:
      return condition satisfies never;
  }
}

/** What leads are put in order by. */
export function orderKey(key: string, calendar: Calendar): Sql {
  if (key === 'name') return plain('coalesce(l.last_name, l.first_name, l.company, l.email)');
  if (key === 'stage') return plain(stageOrder);
  // A1 comes first: the best cell is the least text, so that "descending" means the best first as it does for the score.
  if (key === 'cell') return plain('(100 - unicode(s.grade)) * 10 + (9 - s.level)');
  if (key === 'stageSince') return plain('l.stage_since');
  for (const [link, table, label] of references) {
    if (key === link)
      return plain(`(SELECT t.${label} FROM ${table} t WHERE t.id = ${attributeExpression(link, 'l').sql})`);
  }
  return isSystemField(key) || isLeadField(key) || isCustomKey(key) ? attributeOf(key, calendar) : plain('s.total');
}

const references = [
  ['memberId', 'member', 'name'],
  ['channelId', 'channel', 'label'],
  ['campaignId', 'campaign', 'label'],
] as const;
