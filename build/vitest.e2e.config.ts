// End-to-end tests in real Electron, one app per test, one after the other: the machine has two cores.
import { defineConfig } from 'vitest/config';
import { ROOT } from './paths.ts';

export default defineConfig({
  root: ROOT,
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A flaky test is a defect: it fails.
    retry: 0,
  },
});
