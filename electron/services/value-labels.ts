// Values outside a lead's own fields in the owner's words: a label, and how each is shown. What is not here has no name on the screen.
import { settingsSchema } from '../../shared/workspace.ts';
import type { Reader } from '../db/file/handle.ts';
import { rowsIn } from '../db/tables/shared-rows.ts';
import type { Value } from '../sync/packet.ts';

/** `field`: as the lead's field or custom field of that key. The rest says how a plain value is written. */
export type ValueKind = 'field' | 'text' | 'number' | 'money' | 'percent' | 'date' | 'time';
/** `of`: the table a reference is in, and the column that names its row. `values`: what is stored, in words. */
type Known = {
  readonly label: string;
  readonly kind: Exclude<ValueKind, 'field'>;
  readonly of?: readonly [table: string, column: string];
  readonly values?: Readonly<Record<string, string>>;
};

const one = (kind: Known['kind']) => (label: string) => ({ label, kind });
const [text, number, money, percent] = [one('text'), one('number'), one('money'), one('percent')];
const [date, time] = [one('date'), one('time')];
const words = (label: string, values: Readonly<Record<string, string>>): Known => ({ label, kind: 'text', values });
const reference =
  (table: string, column: string) =>
  (label: string): Known => ({ label, kind: 'text', of: [table, column] });
const [member, type] = [reference('member', 'name'), reference('activity_type', 'label')];
const [channel, campaign] = [reference('channel', 'label'), reference('campaign', 'label')];
const yesNo = { 0: 'No', 1: 'Yes' };

/** By table and column; a setting by its name. */
export const knownValues: Readonly<Record<string, Known>> = {
  'lead.next_step': text('Next step'),
  'lead.next_step_on': date('Next step on'),
  'lead.next_step_time': text('Next step at'),
  'lead.consent_on': date('Consent given on'),
  'lead.consent_source': text('Consent source'),
  'lead.consent_wording': text('Consent wording'),
  'deal.name': text('Deal name'),
  'deal.amount': money('Deal amount'),
  'deal.expected_close': date('Expected close of the deal'),
  'deal.probability': percent('Deal probability'),
  'activity.at': time('Activity time'),
  'activity.type_id': type('Activity type'),
  'activity.note': text('Activity note'),
  'activity.content': text('Activity content'),
  'activity.member_id': member('Activity by'),
  'activity.campaign_id': campaign('Activity campaign'),
  'score_adjustment.points': number('Score adjustment'),
  'score_adjustment.reason': text('Reason of the score adjustment'),
  'later_step.what': text('Later step'),
  'later_step.due_on': date('Later step on'),
  'later_step.due_time': text('Later step at'),
  'spend.amount': money('Spend'),
  'spend.starts_on': date('Spend from'),
  'spend.ends_on': date('Spend to'),
  'spend.channel_id': channel('Spend channel'),
  'spend.campaign_id': campaign('Spend campaign'),
  'spend.note': text('Spend note'),
  'reach.strangers': number('Strangers of a week'),
  'reach.visitors': number('Visitors of a week'),
  'campaign.label': text('Campaign name'),
  'campaign.channel_id': channel('Campaign channel'),
  'campaign.starts_on': date('Campaign from'),
  'campaign.ends_on': date('Campaign to'),
  'campaign.archived': words('Campaign archived', yesNo),
  'channel.label': text('Channel name'),
  'channel.archived': words('Channel archived', yesNo),
  'member.name': text('Member name'),
  'member.side': words('Department of a member', { marketing: 'Marketing', sales: 'Sales', both: 'Both' }),
  'tag.label': text('Tag name'),
  'tag.archived': words('Tag archived', yesNo),
  'activity_type.label': text('Name of an activity type'),
  'custom_field.label': text('Name of a custom field'),
  'saved_view.label': text('View name'),
  'nurture_plan.label': text('Name of a nurture plan'),
  'action_item.text': text('Action item'),
  'action_item.member_id': member('Action item of'),
  'action_item.due_on': date('Action item due on'),
  'setting.name': text('Workspace name'),
  'setting.currency': text('Currency'),
  'setting.timeZone': text('Time zone'),
  'setting.firstDayOfWeek': words('First day of the week', { 1: 'Monday', 6: 'Saturday', 7: 'Sunday' }),
  'setting.targetFrom': number('Benchmark from, in percent'),
  'setting.targetTo': number('Benchmark to, in percent'),
  'setting.answerWithinHours': number('Answer within, in hours'),
  'setting.answerAtMostHours': number('Maximum to answer, in hours'),
  'setting.quietAfterDays': number('Inactive after, in days'),
  'setting.retentionMonths': number('Review leads after, in months'),
};

const called: Readonly<Record<string, string>> = {
  setting: 'the settings',
  reach: 'the strangers and visitors of a week',
  sla: 'the SLA',
  import_batch: 'an import',
  activity: 'an activity',
  activity_type: 'an activity type',
  action_item: 'an action item',
  erasure: 'an erasure',
  custom_value: 'a custom field',
  lead: 'this lead',
};

/** The name of a value of which nothing more can be shown: "Something else of the settings". */
export const otherLabel = (table: string): string =>
  `Something else of ${called[table] ?? `a ${table.replaceAll('_', ' ')}`}`;

/** A column's place in the table; of settings, each is one. */
const keyOf = (table: string, id: string, column: string): string =>
  table === 'setting' ? `setting.${id}` : `${table}.${column}`;

/** Undefined: it has no name on the screen. */
export const knownValue = (table: string, id: string, column: string): Known | undefined =>
  knownValues[keyOf(table, id, column)];

/** A setting is stored as JSON; one that does not read, or is none, has no value. */
function settingValue(id: string, stored: Value): Value {
  if (typeof stored !== 'string' || !Object.hasOwn(settingsSchema.shape, id)) return null;
  const value: unknown = JSON.parse(stored);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The value to show: names of what is referred to, words of what is stored as a code. */
export function shownValue(db: Reader, { of, values }: Known, table: string, id: string, stored: Value): Value {
  const value = table === 'setting' ? settingValue(id, stored) : stored;
  if (value === null || value === '') return null;
  if (values) return values[`${value}`] ?? null;
  if (!of) return value;
  const name = rowsIn(db, of[0], [`${value}`])[0]?.[of[1]];
  return typeof name === 'string' ? name : 'deleted';
}
