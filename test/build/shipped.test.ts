// What ships is a dependency, what builds and tests is a devDependency; Electron is packed by electron-builder, which asks for it there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Packages that the modules and sheets of the app import. */
const imported = new Set(
  ['electron', 'renderer', 'shared'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
      .flatMap(entry => [
        ...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(
          /(?:from|import)\s*\(?\s*['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"]*)?['"]/g,
        ),
      ])
      .map(([, name = '']) => name)
      .filter(name => !name.startsWith('.') && name in { ...dependencies, ...devDependencies }),
  ),
);

/** Comes with another: a peer of it. */
const peers = ['@mantine/hooks'];

it('every package the app imports is a dependency, and no other is', () => {
  expect(imported.size).toBeGreaterThan(10);
  expect(
    [...imported]
      .filter(name => name !== 'electron')
      .concat(peers)
      .sort(),
  ).toEqual(Object.keys(dependencies).sort());
});
