// Run as a process of its own: opens a file with the migrations of a folder, which brings it up to date.
import { writeSync } from 'node:fs';
import { readMigrations } from '../../../electron/db/file/migrate.ts';
import { openDatabase } from '../../../electron/db/file/open.ts';

const [file = '', folder = ''] = process.argv.slice(2);
writeSync(1, 'begun\n');
openDatabase({ file, migrations: readMigrations(folder) });
writeSync(1, 'done\n');
// Stays open, so that being killed is the only way out.
setInterval(() => undefined, 1000);
