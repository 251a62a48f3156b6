// What the computer itself must have for Electron to start: shared libraries, and a display or a stand-in for one; and a database for tests.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../exec.ts';
import { PlainError, say } from '../say.ts';

/** Debian's names, and a program or library that tells whether the package is there. */
const PACKAGES: readonly (readonly [name: string, sign: string])[] = [
  ['libnss3', 'libnss3.so'],
  ['libatk1.0-0', 'libatk-1.0.so.0'],
  ['libatk-bridge2.0-0', 'libatk-bridge-2.0.so.0'],
  ['libgtk-3-0', 'libgtk-3.so.0'],
  ['libgbm1', 'libgbm.so.1'],
  ['libasound2', 'libasound.so.2'],
];
const FOR_NO_DISPLAY: typeof PACKAGES = [
  ['xvfb', '/usr/bin/xvfb-run'],
  ['xauth', '/usr/bin/xauth'],
];
const FOR_CARRIED: typeof PACKAGES = [['unzip', '/usr/bin/unzip']];

/** Installs what is missing when root on Debian; otherwise says which one command does it. Linux only. */
export async function requireSystemPackages(needs: { readonly carried: boolean }): Promise<void> {
  if (process.platform !== 'linux') return;
  const wanted = [...PACKAGES, ...(hasDisplay() ? [] : FOR_NO_DISPLAY), ...(needs.carried ? FOR_CARRIED : [])];
  await install(await missingOf(wanted), 'Electron needs');
}

/** Why the tests of test/sharing/postgres are skipped, and what to do about it. */
export const noPostgres =
  'Tests of sharing by a database are skipped: there is no PostgreSQL here. On Debian or Ubuntu run:  sudo apt-get install postgresql\n' +
  'Elsewhere install PostgreSQL 13 or later, and put the folder of initdb and postgres on PATH.';
/** As in the workflows on Linux, where nothing may be left out. */
export const isPostgresRequired = process.env.RIPEN_REQUIRE_POSTGRES === '1';

/**
 * The server with which tests share a workspace. What they need of it: `initdb` and `postgres`, of any version from 13 on. Where it cannot be
 * installed this says so, and those tests are skipped.
 */
export async function requirePostgres(): Promise<void> {
  if (postgresPrograms()) return;
  try {
    if (!canInstall()) throw new PlainError(noPostgres);
    say('installing system packages: postgresql');
    await aptInstall(['postgresql']);
  } catch (error) {
    if (isPostgresRequired || !(error instanceof PlainError)) throw error;
    say(error.message === noPostgres ? noPostgres : `${error.message.trimEnd()}\n${noPostgres}`);
  }
}

/** The folder of PostgreSQL's programs; undefined: there is none. */
export function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const folders = [...versions.map(version => join(debian, version, 'bin')), ...onPath];
  const end = process.platform === 'win32' ? '.exe' : '';
  return folders.find(folder => ['initdb', 'postgres'].every(name => existsSync(join(folder, name + end))));
}

async function install(missing: readonly string[], who: string): Promise<void> {
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (!canInstall()) {
    throw new PlainError(`${who} system packages. Run:  sudo apt-get install ${names}`);
  }
  say(`installing system packages: ${names}`);
  await aptInstall(missing);
}

/** Whether this is root on Debian or Ubuntu. */
export const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs packages of Debian, or files of them, as root. */
export async function aptInstall(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const tryInstall = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  if ((await tryInstall()).code === 0) return;
  // A machine that never looked at its package lists knows no package; look, and try once more.
  await run('apt-get', ['update'], { env });
  const again = await tryInstall();
  if (again.code !== 0) {
    throw new PlainError(`apt-get could not install ${packages.join(' ')}:\n${again.output.slice(-2000)}`);
  }
}

async function missingOf(wanted: typeof PACKAGES): Promise<readonly string[]> {
  const known = await run('ldconfig', ['-p'], {
    env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
  });
  const isThere = (sign: string) => (sign.startsWith('/') ? existsSync(sign) : known.output.includes(sign));
  return wanted.filter(([, sign]) => !isThere(sign)).map(([name]) => name);
}

/** Whether windows can be shown: always so on Windows and macOS. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A command line that runs `command` with a display: as it is, or inside a virtual one of 1920x1200. */
export function withDisplay(command: string, args: readonly string[]): readonly [string, readonly string[]] {
  if (hasDisplay()) return [command, args];
  return ['xvfb-run', ['-a', '-s', SCREEN.join(' '), command, ...args]];
}

/** The screen of a virtual display, the same for all tests and pictures. */
const SCREEN = ['-screen', '0', '1920x1200x24', '-nolisten', 'tcp'];

/**
 * Starts so many virtual displays, runs `work` with their names (":99"), and ends them. With a real display there are none:
 * windows then share it.
 */
export async function withDisplays<T>(count: number, work: (displays: readonly string[]) => Promise<T>): Promise<T> {
  if (hasDisplay()) return work([]);
  const started = await Promise.all(Array.from({ length: count }, startDisplay));
  try {
    return await work(started.map(({ name }) => name));
  } finally {
    for (const { end } of started) end();
  }
}

/** Xvfb takes the first number that is free and tells it, so that two of them never meet. */
function startDisplay(): Promise<{ readonly name: string; readonly end: () => void }> {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', ...SCREEN], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    server.on('error', reject);
    server.on('exit', code => reject(new PlainError(`The virtual display ended by itself (Xvfb, exit ${code}).`)));
    server.stdio[3]?.once('data', number => resolve({ name: `:${String(number).trim()}`, end: () => server.kill() }));
  });
}
