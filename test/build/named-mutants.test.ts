// The named mutants still fit the code: what each changes stands once in its file.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { named } from '../../build/mutation/named.ts';

const root = join(import.meta.dirname, '../..');

it.each(named)('$label', ({ file, original, replacement, test }) => {
  expect(readFileSync(join(root, file), 'utf8').split(original)).toHaveLength(2);
  expect(replacement).not.toBe(original);
  expect(existsSync(join(root, test))).toBe(true);
});
