// Unit tests: everything under test/ that needs no window.
import { defineConfig } from 'vitest/config';
import { ROOT } from './paths.ts';

export default defineConfig({
  root: ROOT,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    testTimeout: 20_000,
  },
});
