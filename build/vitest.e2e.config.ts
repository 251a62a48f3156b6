// End-to-end tests in real Electron, one app per test, one after the other: the machine has two cores.
import { defineConfig } from 'vitest/config';
import { ROOT } from './paths.ts';

export default defineConfig({
  root: ROOT,
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    setupFiles: ['test/e2e/support/slow-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A call alone takes up to 0.8 s in the files that run as on a slow computer.
    expect: { poll: { timeout: 20_000 } },
    // A flaky test is a defect: it fails.
    retry: 0,
  },
});
