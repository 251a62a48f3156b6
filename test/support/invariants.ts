// What must be true of every workspace at any time, for tests; the program asks the same of every backup.
export { brokenInvariants } from '../../electron/db/tables/invariants.ts';
