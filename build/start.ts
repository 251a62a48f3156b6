// `npm start`: builds the app, makes the runtime ready, opens Ripen. Further arguments go to the app.
import { buildApp } from './build-app.ts';
import { runInForeground } from './exec.ts';
import { DIST, ROOT } from './paths.ts';
import { resolveRuntime, runtimeEnv, sandboxArgs } from './runtime/resolve.ts';
import { withDisplay } from './runtime/system.ts';
import { runScript } from './say.ts';

await runScript(async () => {
  const [runtime] = await Promise.all([resolveRuntime(), buildApp({ outDir: DIST, testPackage: false })]);
  const [command, args] = withDisplay(runtime.executable, [...sandboxArgs(), ROOT, ...process.argv.slice(2)]);
  return runInForeground(command, args, runtimeEnv(runtime));
});
