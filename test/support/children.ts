// Starts the scripts under children/ as processes of their own, in plain Node.
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleChildren } from './bundle-children.ts';

/** Node keeps what it compiled, so that a process is up in half the time. Those that are killed use it and write none. */
export const childEnv = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'ripen-test-compiled') };

/** Where the scripts are, as `open.mjs`. */
export const bundledChildren = await bundleChildren();
export const bundledParser = join(bundledChildren, 'import-parser.worker.mjs');

export type Opened = { readonly opened: boolean; readonly message?: string; readonly ms: number };

/** Opens a file in another process; `asNobody` gives up root first, so that file modes count. */
export async function openElsewhere(
  file: string,
  { asNobody = false, make = false }: { asNobody?: boolean; make?: boolean } = {},
): Promise<Opened> {
  const isRoot = process.getuid?.() === 0;
  const args = [join(bundledChildren, 'open.mjs'), file, asNobody && isRoot ? '65534' : '', make ? 'make' : ''];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: childEnv });
  return JSON.parse(stdout) as Opened;
}
