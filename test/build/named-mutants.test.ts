// The named mutants still fit the code: what each changes stands once in its file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { named } from '../../build/mutation/named.ts';

const root = join(import.meta.dirname, '../..');

it.each(named)('$label', ({ file, original, replacement, test, name }) => {
  expect(readFileSync(join(root, file), 'utf8').split(original)).toHaveLength(2);
  expect(replacement).not.toBe(original);
  const [title = ''] = name.split(' > ').slice(-1);
  // Names made from a list begin alike.
  expect(readFileSync(join(root, test), 'utf8')).toContain(title.replace(/(: consent | 2026-).*/, ''));
});
