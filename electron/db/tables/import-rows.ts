// Rows that an import adds, in bulk: leads, their stage changes, deals and activities, each with its batch.
import type { Activity } from '../../../shared/activity.ts';
import type { Deal } from '../../../shared/deal.ts';
import type { Lead } from '../../../shared/lead.ts';
import { emptyAttributes } from '../../../shared/lead.ts';
import type { SqlValue, Writer } from '../file/handle.ts';
import { type Bulk, bulkInsert } from './bulk.ts';
import { columnOf } from './rows.ts';
import type { StageChange } from './stage-changes.ts';

const leadColumns = [
  'id',
  ...Object.keys(emptyAttributes),
  'stage',
  'stageSince',
  'nurtureUntil',
  'mqlExclusion',
  'nextStep',
  'nextStepOn',
  'createdAt',
  'batchId',
] as const as readonly (keyof Lead)[];
const dealColumns = [
  'id',
  'leadId',
  'name',
  'amount',
  'expectedClose',
  'probability',
  'status',
  'closedAt',
  'reason',
  'createdAt',
] as const satisfies readonly (keyof Deal)[];
/** Rows in one statement. */
const atOnce = 32;
/** Leads with something waiting, of which it is kept which they are. */
const mostWaiting = 1000;

export type ImportRows = {
  /** `key`: of the row that the lead is made of. */
  readonly lead: (lead: Lead, key: string | null) => void;
  readonly stageChange: (change: StageChange) => void;
  readonly deal: (deal: Deal) => void;
  readonly activity: (activity: Activity) => void;
  /** Nothing happens when the lead has the tag, or a value in the field, already. */
  readonly tag: (row: { readonly id: string; readonly leadId: string; readonly tagId: string }) => void;
  readonly customValues: (row: {
    readonly id: string;
    readonly leadId: string;
    readonly fieldId: string;
    readonly value: string | number;
  }) => void;
  readonly flush: () => void;
  /** The same where something of this lead may be waiting: a lead that is read from the file again has to be there. */
  readonly flushOf: (leadId: string) => void;
};

/** Everything added carries `batchId`. Nothing is surely in the file before `flush`. */
export function importRows(db: Writer, batchId: string): ImportRows {
  const leads = bulkInsert(db, 'lead', [...leadColumns.map(columnOf), 'import_keys'], atOnce);
  const after = (table: string, columns: readonly string[], orIgnore = false) =>
    bulkInsert(db, table, columns, atOnce, { parents: leads, orIgnore });
  const changes = after('stage_change', [
    'id',
    'lead_id',
    'from_stage',
    'to_stage',
    'at',
    'cause',
    'reason',
    'note',
    'member_id',
    'batch_id',
  ]);
  const deals = after('deal', [...dealColumns.map(columnOf), 'batch_id']);
  const activities = after('activity', [
    'id',
    'lead_id',
    'type_id',
    'at',
    'note',
    'member_id',
    'campaign_id',
    'content',
    'batch_id',
  ]);
  const tags = after('lead_tag', ['id', 'lead_id', 'tag_id', 'batch_id'], true);
  const customs = after('custom_value', ['id', 'lead_id', 'field_id', 'value', 'batch_id'], true);
  const waiting = new Set<string>();
  const flush = (): void => {
    for (const bulk of [leads, changes, deals, activities, tags, customs]) bulk.flush();
    waiting.clear();
  };
  const put = (bulk: Bulk, leadId: string, values: readonly SqlValue[]): void => {
    if (waiting.size >= mostWaiting) flush();
    waiting.add(leadId);
    bulk.add(values);
  };
  return {
    lead: (lead, key) => put(leads, lead.id, [...leadColumns.map(column => lead[column] as SqlValue), key]),
    stageChange: ({ id, leadId, from, to, at, cause, reason, note, memberId }) =>
      put(changes, leadId, [id, leadId, from, to, at, cause, reason, note, memberId, batchId]),
    deal: deal => put(deals, deal.leadId, [...dealColumns.map(column => deal[column]), batchId]),
    activity: ({ id, leadId, typeId, at, note, memberId, campaignId, content }) =>
      put(activities, leadId, [id, leadId, typeId, at, note, memberId, campaignId, content, batchId]),
    tag: ({ id, leadId, tagId }) => put(tags, leadId, [id, leadId, tagId, batchId]),
    customValues: ({ id, leadId, fieldId, value }) => put(customs, leadId, [id, leadId, fieldId, value, batchId]),
    flush,
    flushOf: leadId => {
      if (waiting.has(leadId)) flush();
    },
  };
}
