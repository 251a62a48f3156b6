// Tests of the packaged app: `npm run test:package`; `npm run test:whole` runs those of test/package/package.pkg.ts. Packing twice takes half a minute.
import { defineConfig } from 'vitest/config';
import { ROOT } from './paths.ts';

export default defineConfig({
  root: ROOT,
  test: {
    include: ['test/package/**/*.pkg.ts'],
    globalSetup: ['test/package/support/build-once.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
