// The order of end-to-end files: those that take longest first, so that no core waits at the end for one that began last.
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first; all others by their size. */
const longest = ['steady', 'hurry', 'today', 'quit', 'working-day', 'board', 'leads-table'];

const placeOf = (file: string): number => {
  const at = longest.indexOf(basename(file, '.e2e.ts'));
  return at < 0 ? longest.length : at;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    return bySize.toSorted((one, other) => placeOf(one.moduleId) - placeOf(other.moduleId));
  }
}
