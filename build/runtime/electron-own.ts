// Electron's own binary: the one the electron package downloads from GitHub. This is what users get.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from '../exec.ts';
import { cacheFolder } from '../paths.ts';
import { say } from '../say.ts';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const CONTACT_LIMIT = 8_000;
const DOWNLOAD_LIMIT = 15 * 60_000;
const FORGET_FAILURE_AFTER = 24 * 3_600_000;

/** The version package.json pins, "45.4.1". */
export async function pinnedVersion(): Promise<string> {
  return JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** Path of Electron's own executable; undefined where it is neither here nor to be had (remembered for a day). */
export async function ownElectron(): Promise<string | undefined> {
  const present = await installed();
  if (present) return present;
  const version = await pinnedVersion();
  const failure = join(cacheFolder(), `electron-${version}-unreachable`);
  if (await isRecent(failure)) return undefined;
  if (await download(version)) {
    await rm(failure, { force: true });
    return installed();
  }
  await mkdir(dirname(failure), { recursive: true });
  await writeFile(failure, '');
  return undefined;
}

async function installed(): Promise<string | undefined> {
  const path = await readFile(join(PACKAGE, 'path.txt'), 'utf8').catch(() => undefined);
  const executable = path && join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist'), path);
  return executable && existsSync(executable) ? executable : undefined;
}

/**
 * Runs the package's downloader. It may finish from its own cache without any network, so it starts at once; beside it
 * we knock at the server, and give the download up when nobody answers in time instead of waiting on a silent firewall.
 */
async function download(version: string): Promise<boolean> {
  const stop = new AbortController();
  const installing = run(process.execPath, [join(PACKAGE, 'install.js')], {
    timeout: DOWNLOAD_LIMIT,
    signal: stop.signal,
  }).then(
    ran => ran.code === 0,
    () => false,
  );
  const host = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/';
  const answered = fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(CONTACT_LIMIT) }).then(
    () => true,
    () => false,
  );
  const first = await Promise.race([installing, answered.then(yes => (yes ? 'online' : 'offline'))]);
  if (typeof first === 'boolean') return first;
  if (first === 'online') say(`downloading Electron ${version} (about 110 MB, once)`);
  // Offline a copy in the downloader's cache still unpacks within seconds.
  else setTimeout(() => stop.abort(), CONTACT_LIMIT).unref();
  return installing;
}

async function isRecent(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < FORGET_FAILURE_AFTER;
}
