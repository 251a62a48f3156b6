// Tests of the packaged app: `npm run test:package`. Packing twice takes half a minute.
import { defineConfig } from 'vitest/config';
import { ROOT } from './paths.ts';

export default defineConfig({
  root: ROOT,
  test: {
    include: ['test/package/**/*.pkg.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
