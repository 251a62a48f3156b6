// Which test files reach which mutants; found out once for each test file as it stands.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.ts';
import type { Mutant } from './find-mutants.ts';
import { loadedBy } from './import-graph.ts';

export type Reached = {
  readonly testPath: string;
  /** Of the sample and of the test file's text: another one makes this out of date. */
  readonly key: string;
  /** While its tests ran. */
  readonly reached: readonly string[];
  /** While modules loaded that no earlier test file had loaded. */
  readonly loading: readonly string[];
};

export const reachedFolder = join(ROOT, '.cache', 'mutation', 'reached');

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

export const sampleKey = (mutants: readonly Mutant[]): string =>
  sha1(
    mutants
      .map(({ id }) => id)
      .sort()
      .join(),
  );

function readReached(): readonly Reached[] {
  mkdirSync(reachedFolder, { recursive: true });
  return readdirSync(reachedFolder).map(name => JSON.parse(readFileSync(join(reachedFolder, name), 'utf8')) as Reached);
}

/** Test files of which it is not known yet what they reach. */
export function unknownFiles(files: readonly string[], mutants: readonly Mutant[]): readonly string[] {
  const known = new Map(readReached().map(({ testPath, key }) => [testPath, key]));
  const sample = sampleKey(mutants);
  return files.filter(file => {
    const path = join(ROOT, file);
    return known.get(path) !== `${sample} ${sha1(readFileSync(path, 'utf8'))}`;
  });
}

/** The test files that reach a mutant; those that load little come first, for they are about it. */
export function reachingFiles(): (mutant: Mutant) => readonly string[] {
  const all = readReached();
  const loading = new Set(all.flatMap(one => one.loading));
  const loaded = new Map(all.map(({ testPath }) => [testPath, loadedBy(testPath)]));
  const size = ({ testPath }: Reached): number => loaded.get(testPath)?.size ?? 0;
  const byFew = all.toSorted((a, b) => size(a) - size(b) || a.reached.length - b.reached.length);
  return ({ id, file }) =>
    byFew
      .filter(
        ({ testPath, reached }) =>
          reached.includes(id) || (loading.has(id) && loaded.get(testPath)?.has(join(ROOT, file))),
      )
      .map(({ testPath }) => testPath.slice(ROOT.length + 1).replaceAll('\\', '/'));
}
