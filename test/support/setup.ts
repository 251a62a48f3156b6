// Runs before every file of unit tests: files of one process share their modules, and so must tidy up after themselves.
import fc from 'fast-check';
import { afterAll, afterEach } from 'vitest';
import { afterThisFile, afterThisTest } from './cleanups.ts';

// A property that fails prints its seed and path; RIPEN_SEED and RIPEN_PATH run that case again.
const { RIPEN_SEED: seed, RIPEN_PATH: path } = process.env;
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed), ...(path === undefined ? {} : { path }) });

afterEach(afterThisTest.run);
afterAll(afterThisFile.run);
