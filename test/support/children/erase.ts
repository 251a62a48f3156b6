// Run as a process of its own: erases a person and says how far the file is wiped, until it is done or killed.
// Arguments: the workspace, the id and the name of the lead.
import { writeSync } from 'node:fs';
import { makeApp } from '../../../electron/open-workspace.ts';
import { migrationsFolder } from '../folders.ts';

const [file = '', id = '', name = ''] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const app = makeApp({
  file,
  migrationsFolder,
  now: () => Date.UTC(2026, 5, 2, 9),
  deviceId: 'child',
  emit: { changed: () => undefined, progress: ({ phase }) => phase === 'wiping' && say('wiping') },
});
const result = await app.call('privacy.erase', { jobId: 'a', ids: [id], name, others: true, reason: 'request' });
if (!result.ok) throw new Error(result.error.message);
say('done');
// Killed while it waits, as any other time.
setInterval(() => undefined, 1000);
