// Makes a folder in the cache exactly once, whole or not at all, also when two processes ask at the same time.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as yieldToEventLoop } from 'node:timers/promises';

// The maker touches its lock every BEAT; a lock older than STALE belongs to a maker that died.
const BEAT = 2_000;
const STALE = 15_000;

/**
 * Gives `folder`, calling `make(staging)` first if it is not there. `make` fills a folder beside it, which is then
 * renamed: an interrupted `make` leaves nothing that looks finished. Should two makers run after all (a stale lock
 * taken twice), the second rename fails and the first result stands.
 */
export async function makeOnce(folder: string, make: (staging: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const lock = `${folder}.lock`;
  while (!(await takeLock(lock))) {
    await yieldToEventLoop(300);
    if (existsSync(folder)) return folder;
  }
  const beat = setInterval(() => utimes(lock, new Date(), new Date()).catch(() => {}), BEAT);
  const staging = `${folder}.making-${process.pid}`;
  try {
    if (existsSync(folder)) return folder;
    await removeLeftovers(folder);
    await mkdir(staging);
    await make(staging);
    await rename(staging, folder).catch(error => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    clearInterval(beat);
    await rm(staging, { recursive: true, force: true });
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const held = await stat(lock).catch(() => undefined);
  if (held && Date.now() - held.mtimeMs > STALE) await rm(lock, { force: true });
  return false;
}

async function removeLeftovers(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.making-`;
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(prefix)) await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}
