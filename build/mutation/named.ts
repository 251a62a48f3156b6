// Faults that once stood in the code without a test that found them; `npm run test:mutate -- named` puts each in again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.ts';
import type { Mutant } from './find-mutants.ts';
import type { Tests } from './reached.ts';

export type Named = {
  readonly label: string;
  readonly file: string;
  /** Stands once in the file. */
  readonly original: string;
  readonly replacement: string;
  /** Where the test that finds it stands, and its whole name. */
  readonly test: string;
  readonly name: string;
};

const duplicates = 'test/handlers/duplicates.test.ts';

export const named: readonly Named[] = [
  {
    label: 'the log box forgets the last entry',
    file: 'renderer/screens/log/last.ts',
    original: "savePreference('log-last', JSON.stringify(last));",
    replacement: '',
    test: 'test/window/log.test.ts',
    name: 'remembers the last entry and repeats it for the next person',
  },
  {
    label: 'notifications lose Undo',
    file: 'renderer/api/use-command.ts',
    original: 'showToast(text, { action: undoButton(result.step), also: leadButton(about?.(result.value)) });',
    replacement: 'showToast(text, {});',
    test: 'test/window/screens.test.ts',
    name: 'Today > Done logs the next step as done, and Undo brings it back',
  },
  {
    label: 'the window never refreshes',
    file: 'renderer/api/queries.ts',
    original: 'refreshing = Promise.all([refreshing, refresh(changed)]);',
    replacement: 'void changed;',
    test: 'test/window/screens.test.ts',
    name: 'Today > shows what changes elsewhere without being asked',
  },
  {
    label: 'plus and minus of a change are swapped',
    file: 'renderer/screens/review/figure-text.ts',
    original: 'const { change, unit } = figure;',
    replacement: 'const { unit } = figure; const change = figure.change === null ? null : -figure.change;',
    test: 'test/window/review.test.ts',
    name: 'a figure of the week of 2026-06-08 says by how much it grew or fell',
  },
  {
    label: 'a slider does not save',
    file: 'renderer/parts/criteria/what-if/Slider.tsx',
    original: 'released.abort();\n      onRest();',
    replacement: 'released.abort();',
    test: 'test/window/criteria.test.ts',
    name: 'a slider that is moved is saved when it is let go, and not before',
  },
  {
    label: 'the average of a figure is never shown',
    file: 'renderer/screens/review/figure-text.ts',
    original: 'if (usual === null || usual.value === null) return null;',
    replacement: 'return null;',
    test: 'test/window/review.test.ts',
    name: 'a figure says its average of the weeks before',
  },
  {
    label: 'merging: an opt-out no longer wins',
    file: 'electron/domain/merge-leads.ts',
    original: "if (field === 'consent' && (mine === 'no' || theirs === 'no')) return [field, 'no'];",
    replacement: '',
    test: duplicates,
    name: 'merging > into the first > an opt-out wins: consent no there and yes here',
  },
  {
    label: 'merging: the exclusion from MQL of the other record is lost',
    file: 'electron/domain/merge-leads.ts',
    original: 'mqlExclusion: keep.mqlExclusion ?? other.mqlExclusion,',
    replacement: 'mqlExclusion: keep.mqlExclusion,',
    test: duplicates,
    name: 'merging > into the first > an exclusion from MQL stays',
  },
  {
    label: 'merging: the next step of the other record is lost',
    file: 'electron/handlers/duplicates.ts',
    original: 'takeSteps(context, id, otherSteps);',
    replacement: '',
    test: duplicates,
    name: 'merging > into the first > the next step of the other record stays where the kept one has none',
  },
];

/** The mutant, and the tests that are run over it. */
export function prepare({ label, file, original, replacement, test, name }: Named): {
  mutant: Mutant;
  tests: readonly Tests[];
} {
  const start = readFileSync(join(ROOT, file), 'utf8').indexOf(original);
  const marker = { at: 0, expressionEnd: null };
  const where = { id: label, file, line: 0, kind: label, marker };
  return {
    mutant: { ...where, start, end: start + original.length, original, replacement },
    tests: [{ file: test, names: [name] }],
  };
}
