// Setup file of the run that finds out which test files reach which mutants: each file writes down what it reached.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Reached } from './reached.ts';

const holder = globalThis as { __reached?: Set<string> };
const takeReached = (): string[] => {
  const reached = [...(holder.__reached ?? [])];
  holder.__reached = new Set();
  return reached;
};

let loading: string[] = [];
// Test files share their modules: what runs while a module loads runs for the first of them alone.
beforeAll(() => {
  loading = takeReached();
});

afterAll(() => {
  const { RIPEN_REACHED: folder, RIPEN_SAMPLE: sample = '' } = process.env;
  const { testPath } = expect.getState();
  if (folder === undefined || testPath === undefined) return;
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
  const key = `${sample} ${sha1(readFileSync(testPath, 'utf8'))}`;
  const written: Reached = { testPath, key, loading, reached: takeReached() };
  writeFileSync(join(folder, `${sha1(testPath)}.json`), JSON.stringify(written));
});
