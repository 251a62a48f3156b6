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
  /** The test file that finds it. */
  readonly test: string;
};

const duplicates = 'test/handlers/duplicates.test.ts';

export const named: readonly Named[] = [
  {
    label: 'the log box forgets the last entry',
    file: 'renderer/screens/log/last.ts',
    original: "savePreference('log-last', JSON.stringify(last));",
    replacement: '',
    test: 'test/window/log.test.ts',
  },
  {
    label: 'notifications lose Undo',
    file: 'renderer/api/use-command.ts',
    original: "if (text) showToast(text, { action: { label: 'Undo', run: undo",
    replacement: "if (text) showToast(text, { action: { label: '', run: undo",
    test: 'test/window/screens.test.ts',
  },
  {
    label: 'the window never refreshes',
    file: 'renderer/api/queries.ts',
    original: 'refreshing = Promise.all([refreshing, refresh(changed)]);',
    replacement: 'void changed;',
    test: 'test/window/screens.test.ts',
  },
  {
    label: 'plus and minus of a change are swapped',
    file: 'renderer/screens/review/figure-text.ts',
    original: "change > 0 ? '+' : '−'",
    replacement: "change > 0 ? '−' : '+'",
    test: 'test/window/review.test.ts',
  },
  {
    label: 'a slider does not save',
    file: 'renderer/parts/criteria/what-if/Slider.tsx',
    original: 'released.abort();\n      onRest();',
    replacement: 'released.abort();',
    test: 'test/window/criteria.test.ts',
  },
  {
    label: 'the average of a figure is never shown',
    file: 'renderer/screens/review/figure-text.ts',
    original: 'if (usual === null || usual.value === null) return null;',
    replacement: 'return null;',
    test: 'test/window/review.test.ts',
  },
  {
    label: 'merging: an opt-out no longer wins',
    file: 'electron/domain/merge-leads.ts',
    original: "if (field === 'consent' && (mine === 'no' || theirs === 'no')) return [field, 'no'];",
    replacement: '',
    test: duplicates,
  },
  {
    label: 'merging: the exclusion from MQL of the other record is lost',
    file: 'electron/domain/merge-leads.ts',
    original: 'mqlExclusion: keep.mqlExclusion ?? other.mqlExclusion,',
    replacement: 'mqlExclusion: keep.mqlExclusion,',
    test: duplicates,
  },
  {
    label: 'merging: the next step of the other record is lost',
    file: 'electron/handlers/duplicates.ts',
    original: 'takeSteps(context, id, otherSteps);',
    replacement: '',
    test: duplicates,
  },
];

/** The mutant, and the tests that are run over it. */
export function prepare({ label, file, original, replacement, test }: Named): {
  mutant: Mutant;
  tests: readonly Tests[];
} {
  const start = readFileSync(join(ROOT, file), 'utf8').indexOf(original);
  const marker = { at: 0, expressionEnd: null };
  const where = { id: label, file, line: 0, kind: label, marker };
  return {
    mutant: { ...where, start, end: start + original.length, original, replacement },
    tests: [{ file: test, names: [] }],
  };
}
