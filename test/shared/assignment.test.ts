// Who gets an MQL, said in plain sentences.
import { expect, it } from 'vitest';
import type { Assignment } from '../../shared/assignment.ts';
import { assignmentText, manualAssignment } from '../../shared/assignment.ts';
import { plainNames } from '../../shared/criteria-text.ts';

const names = {
  ...plainNames,
  value: (_: unknown, value: string | number) => (value === 'ann' ? 'Ann' : String(value)),
};

it('reads the rules as one would tell them', () => {
  const rules: Assignment['rules'] = [
    { field: 'country', test: { test: 'is-one-of', values: ['Austria', 'Germany'] }, memberId: 'ann' },
    { field: 'companySize', test: { test: 'at-least', value: 50 }, memberId: 'ann' },
  ];
  const assignment = {
    ...manualAssignment,
    how: 'rules',
    rules,
  } as const;
  expect(assignmentText(assignment, ['Ann', 'Ben'], names)).toEqual([
    'Country is Austria or Germany: Ann.',
    'Else, Company size is at least 50: Ann.',
    'All others go to Ann, Ben in turn.',
  ]);
  expect(assignmentText({ ...assignment, otherwise: 'nobody' }, [], names).at(-1)).toBe(
    'All others go to no one until assigned.',
  );
  expect(assignmentText(manualAssignment, ['Ann'])).toEqual(['MQLs are assigned when they are accepted.']);
  expect(assignmentText({ ...manualAssignment, how: 'turn' }, ['Ann', 'Ben'])).toEqual([
    'New MQLs go to Ann, Ben in turn.',
  ]);
});
