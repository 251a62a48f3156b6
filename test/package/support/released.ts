// Starting a released Ripen, which lets nobody in: as a person who is not root, on the display of the tests.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, copyFile, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Root may not use Chromium's sandbox, so a released Ripen is started as somebody else. */
export const nobody = 65534;
const isRoot = process.getuid?.() === 0;

/** A home for one start, owned by the person who starts it. */
export async function aHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'ripen-home-'));
  await mkdir(join(home, '.config'));
  if (isRoot) for (const path of [home, join(home, '.config')]) await chown(path, nobody, nobody);
  return home;
}

export type Started = { readonly child: ChildProcess; readonly home: string; readonly output: () => string };

/** Starts a program of the package in a home; `env` is all it gets besides. */
export async function startAs(
  command: string,
  args: readonly string[],
  home: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Started> {
  const child = spawn(command, args, {
    env: {
      PATH: process.env.PATH,
      DISPLAY: process.env.DISPLAY,
      XAUTHORITY: await xAuthority(home),
      HOME: home,
      ...env,
    },
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
    cwd: home,
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk));
  return { child, home, output: () => said };
}

/** The key of the virtual display may belong to root: a copy goes to the person who starts. */
async function xAuthority(home: string): Promise<string | undefined> {
  const key = process.env.XAUTHORITY;
  if (!key) return undefined;
  const copy = join(home, '.Xauthority');
  await copyFile(key, copy);
  if (isRoot) await chown(copy, nobody, nobody);
  return copy;
}

/** Its exit code, once it has ended. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, 'exit');
  return code;
}

/** Ends a start with all its processes. */
export function kill(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Ids of processes whose command line has all of the words. */
export async function processesWith(...words: readonly string[]): Promise<readonly number[]> {
  const found: number[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (words.every(word => command.includes(word))) found.push(Number(pid));
  }
  return found;
}
