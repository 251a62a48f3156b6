// Runs test files over mutated code, in a process of its own that the script can end when a mutant never does.
// The code is changed on its way to the tests: no file of the checkout is written.
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node';
import { ROOT } from '../paths.ts';
import type { Mutant } from './find-mutants.ts';
import { withMarkers, withMutant } from './mutate-code.ts';
import type { Tests } from './reached.ts';

export type Request =
  | {
      readonly what: 'mutant' /** Null: the code as it is. */;
      readonly mutant: Mutant | null;
      readonly tests: readonly Tests[];
    }
  | { readonly what: 'reach'; readonly mutants: readonly Mutant[]; readonly files: readonly string[] };
/** `killedBy`: the first test file that failed; null: all passed. */
export type Answer = { readonly killedBy: string | null; readonly ran: number };

let mutant: Mutant | null = null;
let markers: ReadonlyMap<string, readonly Mutant[]> = new Map();
let order: readonly string[] = [];

const inCheckout = (id: string): string => relative(ROOT, id.split('?')[0] ?? id).replaceAll('\\', '/');

const isChanged = (id: string): boolean => mutant?.file === inCheckout(id) || markers.has(inCheckout(id));

const mutating: Plugin = {
  name: 'ripen-mutating',
  enforce: 'pre',
  // Transformed files are kept on the disk and taken from there without asking this plugin: the changed one never is.
  configureVitest({ defineCacheKeyGenerator }) {
    defineCacheKeyGenerator(({ id }) => (isChanged(id) ? false : null));
  },
  transform(code, id) {
    const file = inCheckout(id);
    if (mutant?.file === file) return { code: withMutant(code, mutant), map: null };
    const marked = markers.get(file);
    return marked ? { code: withMarkers(code, marked), map: null } : null;
  },
};

class GivenOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => order.indexOf(inCheckout(a.moduleId)) - order.indexOf(inCheckout(b.moduleId)));
  }
}

const reach = process.argv[2] === 'reach';

/** A new one for each mutant: one that runs again keeps failures and transformed code of the run before. */
const startVitest = () =>
  createVitest(
    {
      config: 'build/vitest.config.ts',
      watch: false,
      maxWorkers: 1,
      reporters: [{ onTestRunEnd: () => undefined }],
      sequence: { sequencer: GivenOrder },
      ...(reach
        ? { setupFiles: ['test/support/setup.ts', 'build/mutation/reached-setup.ts'] }
        : { bail: 1, expect: { poll: { timeout: 15_000 } }, testTimeout: 120_000, hookTimeout: 120_000 }),
    },
    { root: ROOT, plugins: [mutating], logLevel: 'silent' },
  );

async function run(tests: readonly Tests[]): Promise<Answer> {
  order = tests.map(({ file }) => file);
  const vitest = await startVitest();
  try {
    const project = vitest.getRootProject();
    const wanted = tests.map(({ file, names }) =>
      project.createSpecification(join(ROOT, file), names.length === 0 ? {} : { testNames: [...names] }),
    );
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(wanted);
    const failed = testModules.find(module => module.state() === 'failed');
    const killedBy = failed ? inCheckout(failed.moduleId) : unhandledErrors.length > 0 ? 'an unhandled error' : null;
    return { killedBy, ran: testModules.length };
  } finally {
    await vitest.close();
  }
}

async function listFiles(): Promise<readonly string[]> {
  const vitest = await startVitest();
  const all = await vitest.globTestSpecifications();
  await vitest.close();
  return all.map(({ moduleId }) => inCheckout(moduleId));
}

process.on('message', async (request: Request) => {
  if (request.what === 'mutant') mutant = request.mutant;
  else markers = Map.groupBy(request.mutants, ({ file }) => file);
  process.send?.(
    await run(request.what === 'mutant' ? request.tests : request.files.map(file => ({ file, names: [] }))),
  );
});
process.send?.({ files: await listFiles() });
