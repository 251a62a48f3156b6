// Run as a process of its own: undoes and redoes the last step over and over, and says so after each.
import { writeSync } from 'node:fs';
import { makeApp } from '../../../electron/open-workspace.ts';
import { migrationsFolder } from '../folders.ts';

const [file = ''] = process.argv.slice(2);
const app = makeApp({ file, migrationsFolder, now: () => 0, deviceId: 'child' });
const state = await app.call('journal.state', {});
let next = state.ok && (state.value as { redo: string | null }).redo !== null ? 'redo' : 'undo';
writeSync(1, 'ready\n');
for (;;) {
  const result = await app.call(`journal.${next}`, {});
  if (!result.ok) throw new Error(result.error.message);
  writeSync(1, `${next}\n`);
  next = next === 'undo' ? 'redo' : 'undo';
}
