// Setup file of the run that finds out which tests reach which mutants: each test file writes down what its tests reached.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Reached } from './reached.ts';

const holder = globalThis as { __reached?: Set<string> };
const takeReached = (): string[] => {
  const reached = [...(holder.__reached ?? [])];
  holder.__reached = new Set();
  return reached;
};

let loading: string[] = [];
let hooks: string[] = [];
let tests: { name: string; ms: number; reached: string[] }[] = [];
let before = process.cpuUsage();

// Test files share their modules: what runs while a module loads runs for the first of them alone.
beforeAll(() => {
  loading = takeReached();
  hooks = [];
  tests = [];
});

beforeEach(() => {
  hooks.push(...takeReached());
  before = process.cpuUsage();
});

afterEach(() => {
  const { user, system } = process.cpuUsage(before);
  const name = expect.getState().currentTestName ?? '';
  tests.push({ name, ms: Math.round((user + system) / 1000), reached: takeReached() });
});

afterAll(() => {
  const { RIPEN_REACHED: folder, RIPEN_SAMPLE: sample = '' } = process.env;
  const { testPath } = expect.getState();
  if (folder === undefined || testPath === undefined) return;
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
  const key = `${sample} ${sha1(readFileSync(testPath, 'utf8'))}`;
  const written: Reached = { testPath, key, loading, hooks: [...new Set([...hooks, ...takeReached()])], tests };
  writeFileSync(join(folder, `${sha1(testPath)}.json`), JSON.stringify(written));
});
