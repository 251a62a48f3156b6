// A file that is read only in part is closed all the same, not when memory happens to be tidied.
import { existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { previewFile } from '../../../electron/jobs/import-parser/preview.ts';
import { aFolder } from '../../support/workspace.ts';

const open = '/proc/self/fd';

const isOpen = (path: string): boolean =>
  readdirSync(open).some(handle => {
    try {
      return readlinkSync(join(open, handle)) === path;
    } catch {
      return false;
    }
  });

it.runIf(existsSync(open))('a preview of the first row leaves nothing open', async () => {
  const path = join(aFolder(), 'long.csv');
  const row = `Ada,Holm,ada@mill.example,${'x'.repeat(200)}\n`;
  writeFileSync(path, `First name,Last name,E-mail,Notes\n${row.repeat(20_000)}`);
  const preview = await previewFile(
    { source: { kind: 'file', path }, choices: {}, locale: 'en', home: { dateOrder: 'dmy', decimal: '.' }, limit: 1 },
    { progress: () => undefined, isCancelled: () => false },
  );
  expect(preview.complete).toBe(false);
  expect(isOpen(path)).toBe(false);
});
