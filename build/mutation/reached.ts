// Which tests reach which mutants; found out once for each test file as it stands.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.ts';
import type { Mutant } from './find-mutants.ts';
import { loadedBy } from './import-graph.ts';
import type { Side } from './sample.ts';

export type Reached = {
  readonly testPath: string;
  /** Of the sample and of the test file's text: another one makes this out of date. */
  readonly key: string;
  /** While modules loaded that no earlier test file had loaded. */
  readonly loading: readonly string[];
  /** Outside its tests. */
  readonly hooks: readonly string[];
  /** `ms`: processor time. */
  readonly tests: readonly { readonly name: string; readonly ms: number; readonly reached: readonly string[] }[];
};

/** Some tests of one file. */
export type Tests = { readonly file: string; readonly names: readonly string[] };

export const reachedFolder = (side: Side): string => join(ROOT, '.cache', 'mutation', 'reached', side);

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

export const sampleKey = (mutants: readonly Mutant[]): string =>
  sha1(
    mutants
      .map(({ id }) => id)
      .sort()
      .join(),
  );

function readReached(side: Side): readonly Reached[] {
  const folder = reachedFolder(side);
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Reached)
    .filter(({ testPath }) => existsSync(testPath));
}

/** Test files that load mutated code of that side, and of which it is not known yet what they reach. */
export function unknownFiles(side: Side, files: readonly string[], mutants: readonly Mutant[]): readonly string[] {
  const known = new Map(readReached(side).map(({ testPath, key }) => [testPath, key]));
  const sample = sampleKey(mutants);
  const mutated = new Set(mutants.map(({ file }) => join(ROOT, file)));
  return files.filter(file => {
    const path = join(ROOT, file);
    if (![...loadedBy(path)].some(loaded => mutated.has(loaded))) return false;
    return known.get(path) !== `${sample} ${sha1(readFileSync(path, 'utf8'))}`;
  });
}

/** The tests that reach a mutant, those that cost least first, up to so many ms of processor time. */
export function reachingTests(side: Side): (mutant: Mutant, most: number) => readonly Tests[] {
  const all = readReached(side);
  const loading = new Set(all.flatMap(one => one.loading));
  const loaded = new Map(all.map(({ testPath }) => [testPath, loadedBy(testPath)]));
  return ({ id, file }, most) => {
    const found = all
      .flatMap(({ testPath, hooks, tests }) => {
        const every = hooks.includes(id) || (loading.has(id) && loaded.get(testPath)?.has(join(ROOT, file)));
        return tests
          .filter(({ reached }) => every || reached.includes(id))
          .map(({ name, ms }) => ({ file: testPath.slice(ROOT.length + 1).replaceAll('\\', '/'), name, ms }));
      })
      .sort((a, b) => a.ms - b.ms);
    let spent = 0;
    const chosen = found.filter(({ ms }, index) => {
      spent += ms;
      return index === 0 || spent <= most;
    });
    const byFile = Map.groupBy(chosen, test => test.file);
    return [...byFile].map(([of, tests]) => ({ file: of, names: tests.map(({ name }) => name) }));
  };
}
