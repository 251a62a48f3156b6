// Text of filter conditions: "Stage: MQL or SQL", "Last activity: longer ago than 14 days".

import { customFieldIdOf } from '../../../shared/custom-field.ts';
import type { Condition, ConditionTest, FilterKind, ListField } from '../../../shared/lead-filter.ts';
import { stageLabels, stages } from '../../../shared/stages.ts';
import { byId, type Workspace } from '../../api/workspace.tsx';
import type { CheckOption } from '../../ui/fields/CheckList.tsx';
import type { Format } from '../../ui/format.tsx';

export type TextContext = {
  readonly workspace: Workspace;
  readonly format: Format;
  readonly batches: ReadonlyMap<string, string>;
  /** Content that activities name. */
  readonly contents?: readonly string[];
};

const or = (parts: readonly string[], joint = 'or'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)}`;

const cells = ['A', 'B', 'C', 'D'].flatMap(grade => [1, 2, 3, 4].map(level => `${grade}${level}`));
const known = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
];

/** What may be chosen for a field; null: its values are typed. */
export function optionsOf(
  field: ListField,
  { workspace, batches, contents = [] }: TextContext,
): readonly CheckOption[] | null {
  const named = (rows: readonly { id: string; archived: boolean; label: string }[]) =>
    rows.map(row => ({ value: row.id, label: row.archived ? `${row.label} (archived)` : row.label }));
  switch (field.kind) {
    case 'stage':
      return stages.map(stage => ({ value: stage, label: stageLabels[stage].label }));
    case 'cell':
      return cells.map(cell => ({ value: cell, label: cell }));
    case 'member':
      return named(workspace.members.map(member => ({ ...member, label: member.name })));
    case 'channel':
      return named(workspace.channels);
    case 'campaign':
      return named(workspace.campaigns);
    case 'content':
      return contents.map(label => ({ value: label, label }));
    case 'tag':
      return named(workspace.tags);
    case 'batch':
      return [...batches].map(([value, label]) => ({ value, label }));
    case 'choice':
      return (byId(workspace.customFields, customFieldIdOf(field.key))?.choices ?? []).map(label => ({
        value: label,
        label,
      }));
    case 'known':
      return known;
    case 'text':
    case 'number':
    case 'money':
    case 'instant':
    case 'date':
    case 'flag':
      return null;
    default:
      return field.kind satisfies never;
  }
}

/** How a test is named where it is chosen. */
export const testLabels = (test: ConditionTest, kind: FilterKind): string => {
  switch (test) {
    case 'any-of':
      return kind === 'text' ? 'is exactly' : 'is';
    case 'none-of':
      return 'is not';
    case 'all-of':
      return 'has all of';
    case 'contains':
      return 'contains';
    case 'between':
      return 'is between';
    case 'dates':
      return 'is on a day between';
    case 'within':
      return 'is in the last … days';
    case 'not-within':
      return 'is longer ago than … days';
    case 'known':
      return 'is known';
    case 'unknown':
      return 'is not known';
    case 'yes':
      return 'yes';
    case 'no':
      return 'no';
    default:
      return test satisfies never;
  }
};

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** "MQL or SQL", "at least 60", "in the last 7 days". */
function valueText(condition: Condition, field: ListField, context: TextContext): string {
  const { format } = context;
  const name = (value: string) => optionsOf(field, context)?.find(option => option.value === value)?.label ?? value;
  const number = (value: number) => (field.kind === 'money' ? format.money(value) : format.decimal(value));
  switch (condition.is) {
    case 'any-of':
      return or(condition.values.map(name));
    case 'none-of':
      return `not ${or(condition.values.map(name))}`;
    case 'all-of':
      return or(condition.values.map(name), 'and');
    case 'contains':
      return or(condition.values.map(value => `“${value}”`));
    case 'between': {
      const { from, to } = condition;
      if (from === null) return to === null ? 'any' : `at most ${number(to)}`;
      return to === null ? `at least ${number(from)}` : from === to ? number(from) : `${number(from)} to ${number(to)}`;
    }
    case 'dates': {
      const { from, to } = condition;
      if (from === null) return to === null ? 'any day' : `up to ${format.date(to)}`;
      return to === null ? `since ${format.date(from)}` : `${format.date(from)} to ${format.date(to)}`;
    }
    case 'within':
      return condition.days === 0 ? 'today' : `in the last ${days(condition.days)}`;
    case 'not-within':
      return `longer ago than ${days(condition.days)}`;
    case 'known':
      return field.kind === 'tag' ? 'any' : 'known';
    case 'unknown':
      return field.kind === 'tag' || field.kind === 'member' ? 'none' : 'not known';
    case 'yes':
    case 'no':
      return condition.is;
    default:
      return condition satisfies never;
  }
}

export function conditionText(condition: Condition, fields: readonly ListField[], context: TextContext): string {
  const field = fields.find(one => one.key === condition.field);
  if (!field) return 'Deleted field';
  if (field.kind === 'flag') return condition.is === 'no' ? `Not: ${field.label.toLowerCase()}` : field.label;
  return `${field.label}: ${valueText(condition, field, context)}`;
}

/** A condition to begin with. */
export function firstCondition(field: ListField, test: ConditionTest): Condition {
  const { key } = field;
  switch (test) {
    case 'any-of':
    case 'none-of':
    case 'all-of':
    case 'contains':
      return { field: key, is: test, values: [] };
    case 'between':
      return { field: key, is: test, from: null, to: null };
    case 'dates':
      return { field: key, is: test, from: null, to: null };
    case 'within':
    case 'not-within':
      return { field: key, is: test, days: 14 };
    case 'known':
    case 'unknown':
    case 'yes':
    case 'no':
      return { field: key, is: test };
    default:
      return test satisfies never;
  }
}

/** Whether it says anything: an empty list or two open ends let everybody through. */
export const saysSomething = (condition: Condition): boolean =>
  'values' in condition
    ? condition.values.length > 0
    : 'from' in condition
      ? condition.from !== null || condition.to !== null
      : true;
