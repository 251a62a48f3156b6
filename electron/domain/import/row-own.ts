// Tags and custom fields of a row.
import type { PreparedRow } from '../../../shared/import-row.ts';
import { newMark } from '../../../shared/import-targets.ts';
import type { OwnKind } from '../../../shared/own-field.ts';
import { ownKinds } from '../../../shared/own-field.ts';
import type { Use } from './cells.ts';
import { momentOf, warning } from './cells.ts';
import { parseNumber } from './numbers.ts';
import type { Plan } from './plan.ts';
import { each, moneyOf } from './row-facts.ts';

const longestTag = 100;
const mostTags = 50;

/** Programs write lists as ["a","b"], {a,b} or ^a^,^b^. */
const tagsIn = (text: string): string[] =>
  text
    .replace(/^\s*[[{](.*)[\]}]\s*$/s, '$1')
    .split(/[,;|\n]|:::/)
    .map(part => part.trim().slice(0, 2 * longestTag))
    .map(tag =>
      tag
        .replace(/^[\^"'[]+|[\^"'\]]+$/g, '')
        .slice(0, longestTag)
        .trim(),
    )
    .filter(tag => tag !== '');

/** All tags of a row and those of the whole file, each once. */
export function readTags(plan: Plan, row: readonly string[]): string[] {
  const tags = new Set<string>();
  each(plan, row, ['tags'], (_use, text) => {
    for (const tag of tagsIn(text)) tags.add(tag);
  });
  for (const tag of tagsIn(plan.fixed.get('tags') ?? '')) tags.add(tag);
  return [...tags].slice(0, mostTags);
}

/** "new:date:Contract end" is a date; a field that is here has its kind in the vocabulary. */
function kindOf(plan: Plan, fieldId: string): OwnKind {
  const known = plan.context.words.ownFields?.find(field => field.id === fieldId)?.kind;
  const asked = fieldId.startsWith(newMark) ? fieldId.slice(newMark.length).split(':')[0] : undefined;
  return known ?? ownKinds.find(kind => kind === asked) ?? 'text';
}

/** Values of own fields; what does not fit its kind is left out with a warning. */
export function readOwn(plan: Plan, row: readonly string[], warnings: string[]): PreparedRow['own'] {
  const values = new Map<string, string | number>();
  each(plan, row, ['ownField'], (use, text) => {
    const { fieldId } = use;
    if (fieldId === undefined || values.has(fieldId)) return;
    const kind = kindOf(plan, fieldId);
    const value = ownValue(plan, use, kind, text);
    if (value === null) warnings.push(warning(use, text, notThat[kind]));
    else values.set(fieldId, value);
  });
  return [...values].map(([fieldId, value]) => ({ fieldId, value }));
}

const notThat: Readonly<Record<OwnKind, string>> = {
  text: 'is not text.',
  number: 'is not a number.',
  money: 'is not an amount.',
  date: 'is not a date.',
  choice: 'is not an option.',
};

function ownValue(plan: Plan, use: Use, kind: OwnKind, text: string): string | number | null {
  switch (kind) {
    case 'text':
    case 'choice':
      return text.slice(0, 2000);
    case 'number':
      return parseNumber(text, use.decimal ?? '.');
    case 'money':
      return moneyOf(plan, use, text);
    case 'date':
      return momentOf(use, text)?.date ?? null;
    default:
      return kind satisfies never;
  }
}
