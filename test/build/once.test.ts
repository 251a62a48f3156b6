// A folder in the cache is made once, whole or not at all.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as yieldToEventLoop } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeOnce } from '../../build/runtime/once.ts';

const aFolder = async () => join(await mkdtemp(join(tmpdir(), 'ripen-once-')), 'cache', 'thing-1');
const around = (folder: string) => readdir(join(folder, '..'));

describe('makeOnce', () => {
  it('makes it for the first who asks; the others wait and get the same', async () => {
    const folder = await aFolder();
    let made = 0;
    const ask = () =>
      makeOnce(folder, async staging => {
        made++;
        await yieldToEventLoop(200);
        await writeFile(join(staging, 'file'), 'whole');
      });
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([folder, folder, folder]);
    expect(made).toBe(1);
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('whole');
    expect(await around(folder)).toEqual(['thing-1']);
  });

  it('leaves nothing of an attempt that failed, and tries again', async () => {
    const folder = await aFolder();
    const failing = makeOnce(folder, async staging => {
      await writeFile(join(staging, 'half'), '');
      throw new Error('no network');
    });
    await expect(failing).rejects.toThrow('no network');
    expect(await around(folder)).toEqual([]);
    await makeOnce(folder, staging => writeFile(join(staging, 'file'), ''));
    expect(existsSync(join(folder, 'file'))).toBe(true);
  });

  it('takes over from a maker that was killed, and clears what it left', async () => {
    const folder = await aFolder();
    await mkdir(`${folder}.making-1`, { recursive: true });
    await writeFile(`${folder}.lock`, '1');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(`${folder}.lock`, longAgo, longAgo);
    await makeOnce(folder, staging => writeFile(join(staging, 'file'), ''));
    expect(await around(folder)).toEqual(['thing-1']);
  });
});
