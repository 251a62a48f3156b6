// better-sqlite3's addon for the carried Electron, compiled from the package's own source and kept in the cache.
import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mustRun, run } from '../exec.ts';
import { cacheFolder } from '../paths.ts';
import { PlainError, say } from '../say.ts';
import { makeOnce } from './once.ts';

const require = createRequire(import.meta.url);
const SQLITE = dirname(require.resolve('better-sqlite3/package.json'));
const NODE_ADDON_API = dirname(require.resolve('node-addon-api/package.json'));
const NODE_GYP = require.resolve('node-gyp/bin/node-gyp.js');
const RECIPE = 1;

/**
 * Path of the compiled addon. The prebuilt one wants Node-API 10 and crashes where there is only 9 (Electron 33);
 * built against the experimental Node-API it runs in Electron 33, Node 20 and Node 24 alike. About 90 s, once.
 */
export async function compiledAddon(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(SQLITE, 'package.json'), 'utf8'));
  const name = `better-sqlite3-${version}-${process.platform}-${process.arch}-${RECIPE}`;
  const folder = await makeOnce(join(cacheFolder(), name), staging => compile(staging, version));
  return join(folder, 'better_sqlite3.node');
}

async function compile(staging: string, version: string): Promise<void> {
  await requireTools();
  say(`compiling better-sqlite3 ${version} for this Electron (about 90 s, once)`);
  const source = join(staging, 'source');
  await cp(SQLITE, source, { recursive: true, filter: from => !from.includes(`${SQLITE}/prebuilds`) });
  await cp(NODE_ADDON_API, join(source, 'node_modules', 'node-addon-api'), { recursive: true });
  const gyp = join(source, 'binding.gyp');
  await writeFile(gyp, patched(await readFile(gyp, 'utf8')));
  const headers = nodeHeaders();
  await mustRun(
    'Compiling better-sqlite3',
    process.execPath,
    [NODE_GYP, 'rebuild', '--release', '--force_build=1', '--jobs=2', ...(headers ? [`--nodedir=${headers}`] : [])],
    { cwd: source, env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` } },
  );
  const addon = join(staging, 'better_sqlite3.node');
  await rename(join(source, 'build', 'Release', 'better_sqlite3.node'), addon);
  await rm(source, { recursive: true });
  await mustRun('Trying the compiled better-sqlite3', process.execPath, [
    '-e',
    `new (require(${JSON.stringify(SQLITE)}))(':memory:', { nativeBinding: ${JSON.stringify(addon)} }).exec('select 1')`,
  ]);
}

/** Exchanges the Node-API version and drops link-time optimisation, which doubles the time and gains nothing here. */
export function patched(gyp: string): string {
  const out = gyp
    .replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'")
    .replaceAll(/, '-flto'(?=\])/g, '')
    .replaceAll("'-flto', ", '')
    .replaceAll("['-flto']", '[]');
  if (!out.includes('NAPI_EXPERIMENTAL') || out.includes('-flto')) {
    throw new PlainError('better-sqlite3/binding.gyp is not written as build/runtime/addon.ts expects.');
  }
  return out;
}

/** A folder with include/node/node_api.h, so that node-gyp need not download headers; undefined if there is none. */
function nodeHeaders(): string | undefined {
  const candidates = [process.env.npm_config_nodedir, dirname(dirname(process.execPath)), '/usr', '/usr/local'];
  return candidates.find(folder => folder && existsSync(join(folder, 'include', 'node', 'node_api.h')));
}

async function requireTools(): Promise<void> {
  for (const tool of ['python3', 'make', 'g++']) {
    const ran = await run(tool, ['--version']).catch(() => ({ code: -1 }));
    if (ran.code !== 0) {
      throw new PlainError(`${tool} is needed to compile better-sqlite3.  sudo apt-get install python3 make g++`);
    }
  }
}
