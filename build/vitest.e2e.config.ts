// End-to-end tests in real Electron: files side by side, each on a display of its own, the tests of a file one after the other.
import { defineConfig } from 'vitest/config';
import { leftOutIn } from './brief.ts';
import { e2eWorkers } from './e2e-workers.ts';
import { longestFirst } from './longest-first.ts';
import { ROOT } from './paths.ts';

export default defineConfig(({ mode }) => ({
  root: ROOT,
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    exclude: [...leftOutIn(mode, 'e2e')],
    setupFiles: ['test/e2e/support/slow-setup.ts'],
    pool: 'forks',
    maxWorkers: e2eWorkers,
    sequence: { sequencer: longestFirst('e2e') },
    // Wide, for a computer whose cores are taken: a green run never waits for them. A poll gives up after a second otherwise.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // A flaky test is a defect: it fails.
    retry: 0,
  },
}));
