// Run as a process of its own: makes so many commands, one after the other, and says "answered" after each.
import { writeSync } from 'node:fs';
import { makeApp } from '../../../electron/open-workspace.ts';
import { migrationsFolder } from '../folders.ts';

const [file = '', count = '1'] = process.argv.slice(2);
const app = makeApp({ file, migrationsFolder, now: () => 0, deviceId: 'child' });
for (let n = 0; n < Number(count); n += 1) {
  const { ok } = await app.call('leads.create', { attributes: { firstName: `Ada ${n}` } });
  if (!ok) throw new Error('Not saved.');
  writeSync(1, 'answered\n');
}
app.close();
