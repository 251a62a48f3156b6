// Tests that need PostgreSQL: where there is none they are skipped, with a sentence that says so, unless it is required.
import { it as test } from 'vitest';
import { isPostgresRequired, noPostgres, postgresPrograms } from '../../build/runtime/system.ts';

const canRun = isPostgresRequired || postgresPrograms() !== undefined;
if (!canRun) console.warn(noPostgres);

/** A test with a server. */
export const it = test.skipIf(!canRun);
