// Unit tests: everything under test/ that needs no window.
import { defineConfig } from 'vitest/config';
import { ROOT } from './paths.ts';

export default defineConfig({
  root: ROOT,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    setupFiles: ['test/support/setup.ts'],
    // One process a core, each with one graph of modules for all its files: loading it anew took a quarter of the time.
    pool: 'forks',
    maxWorkers: '100%',
    isolate: false,
    // Wide, for slow and busy computers: a green run never waits for them. A poll gives up after a second otherwise.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
