// SHA256SUMS: a line per file of a release, as sha256sum writes and reads it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Name of the list, beside the files it is about. */
export const checksumFile = 'SHA256SUMS';

/** SHA-256 of a file, in hex. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The list of some files. */
export async function checksumsOf(files: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const file of [...files].sort()) lines.push(`${await sha256(file)}  ${basename(file)}\n`);
  return lines.join('');
}

export type Verdict = 'same' | 'different' | 'not listed';

/** Whether a file is the one that a list is about. */
export async function verify(file: string, list: string): Promise<Verdict> {
  const sums = list.split('\n').flatMap(line => {
    const [, sum = '', name = ''] = /^([0-9a-f]{64}) [ *](.+?)\r?$/.exec(line) ?? [];
    return name === basename(file) ? [sum] : [];
  });
  if (sums.length === 0) return 'not listed';
  const found = await sha256(file);
  return sums.every(sum => sum === found) ? 'same' : 'different';
}
