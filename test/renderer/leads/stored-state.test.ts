// The state of the table of leads that is stored outside the file names nobody.
import { describe, expect, it } from 'vitest';
import { storedState } from '../../../renderer/screens/leads/stored-state.ts';
import { type CustomField, customKey } from '../../../shared/custom-field.ts';
import type { Condition } from '../../../shared/lead-filter.ts';

const customFields: readonly CustomField[] = [
  { id: 'a', label: 'Nickname', kind: 'text', choices: [], archived: false },
  { id: 'b', label: 'Size', kind: 'choice', choices: ['S', 'M'], archived: false },
  { id: 'c', label: 'Gone', kind: 'text', choices: [], archived: true },
];
const state = (conditions: readonly Condition[]) => ({
  search: 'Quillfeather',
  conditions: [...conditions],
  sort: 'score',
  descending: true,
  columns: [],
  view: 'everybody',
});
const kept = (condition: Condition) => storedState(state([condition]), customFields).conditions.length === 1;

describe('what is stored of the table', () => {
  it.each<Condition>([
    { field: 'lastName', is: 'contains', values: ['Quillfeather'] },
    { field: 'email', is: 'any-of', values: ['q@quill.example'] },
    { field: 'notes', is: 'none-of', values: ['Quill'] },
    { field: 'nextStep', is: 'contains', values: ['Call Quill'] },
    { field: customKey('a'), is: 'any-of', values: ['Quilly'] },
    { field: customKey('c'), is: 'any-of', values: ['Quilly'] },
    { field: customKey('unknown'), is: 'any-of', values: ['Quilly'] },
  ])('is no typed text: $field $is', condition => {
    expect(kept(condition)).toBe(false);
  });

  it.each<Condition>([
    { field: 'stage', is: 'any-of', values: ['mql'] },
    { field: customKey('b'), is: 'any-of', values: ['S'] },
    { field: 'email', is: 'known' },
    { field: 'score', is: 'between', from: 5, to: null },
    { field: 'createdAt', is: 'within', days: 7 },
  ])('is what was chosen: $field $is', condition => {
    expect(kept(condition)).toBe(true);
  });

  it('is not the search', () => {
    expect(JSON.stringify(storedState(state([]), customFields))).not.toContain('Quill');
  });
});
