// `npm run licenses`: builds the app, and with it the license notices of everything that ships, dist/LICENSES.txt.
import { join } from 'node:path';
import { buildApp } from './build-app.ts';
import { DIST } from './paths.ts';
import { runScript, say } from './say.ts';

await runScript(async () => {
  await buildApp({ outDir: DIST, testPackage: false });
  say(`${join(DIST, 'LICENSES.txt')} is written.`);
  return 0;
});
