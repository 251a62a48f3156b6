// Linux: a Debian package and a portable archive, both from the same unpacked app.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PlainError, say } from '../say.ts';
import { makeArchive } from './archive.ts';
import { makeDeb } from './deb.ts';
import type { LinuxPackage } from './options.ts';

/** No package is larger, compressed. */
export const largestPackage = 110_000_000;

/** Makes both and answers their paths. */
export async function makeLinuxPackages(options: LinuxPackage): Promise<readonly string[]> {
  const made = [await makeDeb(options), await makeArchive(options)];
  for (const file of made) await requireSmall(file);
  return made;
}

/** Says how large a package is, and stops where it is too large to hand out. */
export async function requireSmall(file: string): Promise<void> {
  const { size } = await stat(file);
  const text = `${basename(file)} is ${(size / 1e6).toFixed(1)} MB`;
  if (size > largestPackage) throw new PlainError(`${text}, and ${largestPackage / 1e6} MB is the most.`);
  say(text);
}
