// What a package for Linux is made from.
import { cp } from 'node:fs/promises';
import { run } from '../exec.ts';

export type LinuxPackage = {
  /** The folder with the app as it ships. */
  readonly unpacked: string;
  readonly output: string;
  readonly version: string;
  /** Node's name of the processor. */
  readonly arch: string;
  /** Packed in seconds instead of minutes, and larger: for tests. */
  readonly quick: boolean;
};

/** Puts the app into a folder that is packed next: linked where the disk can, since it is 250 MB. */
export async function placeApp(unpacked: string, folder: string): Promise<void> {
  const linked = await run('cp', ['-al', unpacked, folder]);
  if (linked.code !== 0) await cp(unpacked, folder, { recursive: true });
}
