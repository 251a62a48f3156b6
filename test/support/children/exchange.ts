// Run as a process of its own: makes a lead and meets the others in a folder or database, again and again, and says "made" and "met" after each.
import { writeSync } from 'node:fs';
import { makeApp } from '../../../electron/open-workspace.ts';
import { folderPlace } from '../../../electron/sharing/folder.ts';
import { parseAddress } from '../../../electron/sharing/postgres/address.ts';
import { postgresPlace } from '../../../electron/sharing/postgres/place.ts';
import { sealedPlace } from '../../../electron/sharing/sealed-place.ts';
import { migrationsFolder } from '../folders.ts';
import { testKeys } from '../test-keys.ts';

const [file = '', where = '', count = '1'] = process.argv.slice(2);
const place = where.startsWith('postgresql:')
  ? postgresPlace({ address: parseAddress(where), ca: null })
  : folderPlace(where);
const app = makeApp({ file, migrationsFolder, now: () => Date.UTC(2026, 5, 1, 10), deviceId: 'child' });
for (let n = 0; n < Number(count); n += 1) {
  const { ok } = await app.call('leads.create', { attributes: { firstName: 'Made' } });
  if (!ok) throw new Error('Not saved.');
  writeSync(1, 'made\n');
  await app.exchange(sealedPlace(place, testKeys));
  writeSync(1, 'met\n');
}
app.close();
await place.close();
