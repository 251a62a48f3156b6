// Tags and custom fields of a row.

import type { CustomKind } from '../../../shared/custom-field.ts';
import { customKinds } from '../../../shared/custom-field.ts';
import type { PreparedRow } from '../../../shared/import-row.ts';
import { newMark } from '../../../shared/import-targets.ts';
import type { Use } from './cells.ts';
import { cellInstant } from './cells.ts';
import { parseNumber } from './numbers.ts';
import type { ImportPlan } from './plan.ts';
import { moneyOf } from './row-attributes.ts';
import { each } from './row-text.ts';
import { refuseCell } from './row-unread.ts';

const longestTag = 100;
const maxTags = 50;

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
export function readTags(plan: ImportPlan, row: readonly string[]): string[] {
  if (!plan.uses.has('tags') && !plan.fixed.has('tags')) return [];
  const tags = new Set<string>();
  each(plan, row, ['tags'], (_use, text) => {
    for (const tag of tagsIn(text)) tags.add(tag);
  });
  for (const tag of tagsIn(plan.fixed.get('tags') ?? '')) tags.add(tag);
  return [...tags].slice(0, maxTags);
}

/** "new:date:Contract end" is a date; a field that is here has its kind in the vocabulary. */
function kindOf(plan: ImportPlan, fieldId: string): CustomKind {
  const known = plan.context.words.customFields?.find(field => field.id === fieldId)?.kind;
  const request = fieldId.startsWith(newMark) ? fieldId.slice(newMark.length).split(':')[0] : undefined;
  return known ?? customKinds.find(kind => kind === request) ?? 'text';
}

/** Values of custom fields; what does not fit its kind is told and kept in the notes. */
export function readCustomValues(
  plan: ImportPlan,
  row: readonly string[],
  warnings: string[],
  unread: string[],
): PreparedRow['customValues'] {
  if (!plan.uses.has('customField')) return [];
  const values = new Map<string, string | number>();
  each(plan, row, ['customField'], (use, text) => {
    const { fieldId } = use;
    if (fieldId === undefined || values.has(fieldId)) return;
    const kind = kindOf(plan, fieldId);
    const value = customValue(plan, use, kind, text);
    if (value === null) refuseCell(plan, use, text, notThat[kind], { warnings, unread });
    else values.set(fieldId, value);
  });
  return [...values].map(([fieldId, value]) => ({ fieldId, value }));
}

const notThat: Readonly<Record<CustomKind, string>> = {
  text: 'is not text.',
  number: 'is not a number.',
  money: 'is not an amount.',
  date: 'is not a date.',
  choice: 'is not an option.',
};

function customValue(plan: ImportPlan, use: Use, kind: CustomKind, text: string): string | number | null {
  switch (kind) {
    case 'text':
    case 'choice':
      return text.slice(0, 2000);
    case 'number':
      return parseNumber(text, use.decimal ?? '.');
    case 'money':
      return moneyOf(plan, use, text);
    case 'date':
      return cellInstant(use, text)?.date ?? null;
    default:
      return kind satisfies never;
  }
}
