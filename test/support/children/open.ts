// Run as a process of its own: opens a workspace file and prints what came of it, as one line of JSON.
// Arguments: the file, and a user id to become first (none: stays who it is).
import Database from 'better-sqlite3';
import { createWorkspace, makeApp } from '../../../electron/open-workspace.ts';
import { AppError } from '../../../shared/result.ts';
import { migrationsFolder } from '../folders.ts';

const [file = '', uid, make] = process.argv.slice(2);
// Loads the addon while this process may still read it.
new Database(':memory:').close();
if (uid) {
  process.setgid?.(Number(uid));
  process.setuid?.(Number(uid));
}
const options = { file, migrationsFolder, now: () => 0, deviceId: 'child' };
const began = performance.now();
try {
  if (make === 'make') createWorkspace(options);
  makeApp(options).close();
  console.log(JSON.stringify({ opened: true, ms: performance.now() - began }));
} catch (error) {
  const message = error instanceof AppError ? error.message : `not a refusal: ${String(error)}`;
  console.log(JSON.stringify({ opened: false, message, ms: performance.now() - began }));
}
