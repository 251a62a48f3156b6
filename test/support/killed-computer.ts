// A computer as a process of its own, which is killed while it works and meets the others.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import { bundledChildren, childEnv } from './children.ts';

/** `where`: a folder or the address of a database. */
const start = (file: string, where: string, count: number) =>
  spawn(process.execPath, [join(bundledChildren, 'exchange.mjs'), file, where, `${count}`], { env: childEnv });

/** Runs the computer until it has said so many words, then kills it in the middle of what comes next; answers how many leads it had made. */
export async function killedAfter(words: number, file: string, where: string): Promise<number> {
  const child = start(file, where, 50);
  const said: string[] = [];
  child.stdout.on('data', (text: Buffer) => {
    said.push(...text.toString().split('\n').filter(Boolean));
    if (said.length >= words) child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(said.length).toBeGreaterThanOrEqual(words);
  return said.filter(word => word === 'made').length;
}

/** Lets it work and meet once, undisturbed. */
export async function worksOnce(file: string, where: string): Promise<void> {
  expect(await once(start(file, where, 1), 'close')).toEqual([0, null]);
}
