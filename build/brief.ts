// What `npm test` leaves to `npm run test:whole`, beside the tests of the package, so that a change is judged within a quarter of an hour.

/** Files of each kind that run in `npm run test:whole` alone; each says what `npm test` still runs of the same. */
export const leftOut: Readonly<Record<'unit' | 'e2e', readonly string[]>> = {
  unit: [
    // Hundreds of hostile files; the others of that folder refuse one of each kind.
    'test/domain/import/hostile.test.ts',
    'test/jobs/import-parser/hostile-formats.test.ts',
    'test/jobs/import-parser/hostile-mail.test.ts',
    // Kills; test/faults/killed, lock, disk-full and power-cut stay.
    'test/faults/erase.test.ts',
    'test/faults/import.test.ts',
    'test/faults/locked.test.ts',
    'test/faults/rollback-mode.test.ts',
    // Sharing that is killed, slow or random; test/sync/convergence and the first exchanges of both places stay.
    'test/sharing/killed.test.ts',
    'test/sharing/random.test.ts',
    'test/sharing/slow-place.test.ts',
    'test/sharing/postgres/random.test.ts',
    'test/sharing/postgres/trouble.test.ts',
  ],
  // Screens that tests of test/window draw whole, without Electron.
  e2e: [
    'campaigns',
    'criteria',
    'criteria-insight',
    'first-week',
    'import-decisions',
    'import-formats',
    'lead-files',
    'leads-table',
    'log-line',
    'menu',
    'merge',
    'passphrase',
    'path',
    'quit',
    'reminders',
    'review',
    'review-print',
    'settings',
    'sharing',
    'start',
    'steady',
    'working-day',
  ].map(name => `test/e2e/${name}.e2e.ts`),
};

/** What vitest leaves out in `mode`: only `npm test` is brief. */
export const leftOutIn = (mode: string, kind: keyof typeof leftOut): readonly string[] =>
  mode === 'brief' ? leftOut[kind] : [];
