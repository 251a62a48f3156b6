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
    // Wide, for a computer whose cores are taken: a green run never waits for them. A poll gives up after a second otherwise.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // A flaky test is a defect: it fails.
    retry: 0,
  },
});
