// `npm run build`: builds the app into dist/.
import { buildApp } from './build-app.ts';
import { DIST } from './paths.ts';
import { runScript, say } from './say.ts';

await runScript(async () => {
  const started = performance.now();
  await buildApp({ outDir: DIST, testPackage: false });
  say(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return 0;
});
