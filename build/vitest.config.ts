// Unit tests: everything under test/ that needs no window.
import { defineConfig } from 'vitest/config';
import { ROOT } from './paths.ts';

export default defineConfig({
  root: ROOT,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    // Wide, for slow and busy computers; what must be fast says so itself.
    testTimeout: 60_000,
  },
});
