// Unit tests: everything under test/ that needs no window.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { leftOutIn } from './brief.ts';
import { longestFirst } from './longest-first.ts';
import { ROOT } from './paths.ts';

export default defineConfig(({ mode }) => ({
  root: ROOT,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**', ...leftOutIn(mode, 'unit')],
    setupFiles: ['test/support/setup.ts'],
    // Each process keeps one graph of modules for all its files: loading it anew took a quarter of the time. One more than
    // there are cores, since a third of the time goes into waiting for the disk and for programs that are killed.
    pool: 'forks',
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: longestFirst('unit') },
    isolate: false,
    // Wide, for slow and busy computers: a green run never waits for them. A poll gives up after a second otherwise.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
}));
