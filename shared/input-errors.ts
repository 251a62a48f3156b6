// One plain sentence that names the field, for every value a contract refuses without a sentence of its own.
import type * as z from 'zod';
import { leadFields } from './lead.ts';
import { stageLabels, stages } from './stages.ts';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** Labels of fields whose key does not read as the screen names them. */
const labels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(leadFields).map(([key, { label }]) => [key, label])),
  ...Object.fromEntries(stages.map(stage => [stage, stageLabels[stage].label])),
  label: 'Name',
  at: 'Date',
  on: 'Date',
  what: 'Activity',
  typeId: 'Activity type',
  memberIds: 'Team',
  planId: 'Nurture plan',
  tagId: 'Tag',
  startsOn: 'First day',
  endsOn: 'Last day',
  dueOn: 'Due date',
  until: 'Follow-up date',
  targetFrom: 'Benchmark from',
  targetTo: 'Benchmark to',
  answerWithinHours: 'Answer within',
  answerAtMostHours: 'Maximum',
  quietAfterDays: 'Inactive after',
  firstDayOfWeek: 'Week starts on',
  stageLimits: 'Limit',
  freeWeekdays: 'Days off',
  halfLifeDays: 'Half-life',
  why: 'Reason',
  mqlExclusion: 'Reason',
  mqlsAWeek: 'MQLs a week',
  acceptedPercent: 'Share accepted',
  answerHours: 'Hours to an answer',
  actingAs: 'Acting as',
  scoreAdjustments: 'Points',
};

/** "Half-life" for halfLifeDays, "Expected close" for expectedClose; null where only list positions are known. */
function fieldLabelOf(path: Issue['path']): string | null {
  const keys = (path ?? []).filter(key => typeof key === 'string');
  const key = keys.at(-1);
  if (key === undefined) return null;
  if (key.startsWith('custom:')) return 'Custom field';
  const known = labels[key];
  if (known !== undefined) return known;
  // A stage, a column or an id as key says less than what it is a key of.
  if (!/^[a-z]+(?:[A-Z][a-z]+)*$/.test(key)) return fieldLabelOf(keys.slice(0, -1));
  const sentence = key.replace(/Ids?$/, '').replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const number = (value: number | bigint): string => value.toLocaleString('en-US');
const entries = (count: number | bigint): string => (Number(count) === 1 ? '1 entry' : `${number(count)} entries`);

function sizeOf(issue: Issue, field: string): string | null {
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return `${field} can have up to ${number(issue.maximum)} characters.`;
    if (issue.origin === 'array') return `${field} can have up to ${entries(issue.maximum)}.`;
    return `${field} must be ${number(issue.maximum)} or less.`;
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' || issue.origin === 'array')
      return Number(issue.minimum) <= 1
        ? `${field} must not be empty.`
        : `${field} must have at least ${issue.origin === 'string' ? `${number(issue.minimum)} characters` : entries(issue.minimum)}.`;
    return `${field} must be ${number(issue.minimum)} or more.`;
  }
  return null;
}

function typeOf(issue: Issue, field: string): string | null {
  if (issue.code !== 'invalid_type') return null;
  if (issue.input === undefined) return `${field} is missing.`;
  switch (issue.expected) {
    case 'int':
      return `${field} must be a whole number.`;
    case 'number':
      return `${field} must be a number.`;
    case 'string':
      return `${field} must be text.`;
    default:
      return `${field} is not valid.`;
  }
}

/** The sentence for a refused value; given to `safeParse` as `error`, so sentences of a schema itself come first. */
export const inputError: z.core.$ZodErrorMap = issue => {
  const field = fieldLabelOf(issue.path);
  if (field === null || issue.code === 'unrecognized_keys') return 'Ripen cannot use this input.';
  if (issue.code === 'invalid_value') return `${field} is not one of the options.`;
  return sizeOf(issue, field) ?? typeOf(issue, field) ?? `${field} is not valid.`;
};
