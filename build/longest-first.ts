// The order of test files: those that take longest first, so that no core waits at the end for one that began last.
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const longest = {
  unit: [
    'locked',
    'killed',
    'lock',
    'undo',
    'imports-twice',
    'hostile-formats',
    'changed',
    'contract',
    'moved',
    'import',
  ],
  e2e: [
    'first-run',
    'quit',
    'log-line',
    'sharing',
    'steady',
    'first-week',
    'passphrase',
    'start',
    'criteria',
    'board',
    'hurry',
    'backups',
    'meeting',
    'reminders',
    'today',
  ],
};

/** A sequencer that runs the files known as long first, all others by their size. */
export function longestFirst(kind: keyof typeof longest): typeof BaseSequencer {
  const placeOf = (file: string): number => {
    const at = longest[kind].indexOf(basename(file).replace(/\.(test|e2e)\.tsx?$/, ''));
    return at < 0 ? longest[kind].length : at;
  };
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const bySize = await super.sort(files);
      return bySize.toSorted((one, other) => placeOf(one.moduleId) - placeOf(other.moduleId));
    }
  };
}
