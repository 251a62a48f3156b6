// The rooms: one file of handlers per prefix of the contract; and the floors of the window, app > screens > parts > ui > api, where no
// file imports upwards, and no screen another.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

import { contract } from '../shared/contract.ts';

const root = join(import.meta.dirname, '..');
const floors = ['api', 'ui', 'parts', 'screens', 'app'];

/** Every import of a file, as a path from the root; type imports and lazy ones too. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, path]) => posix.normalize(posix.join(dirname(file), path ?? '')));
}

const files = readdirSync(join(root, 'renderer'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const imports = files.flatMap(file => importsOf(file).map(target => ({ file, target })));

const floorOf = (path: string): number => floors.indexOf(path.split('/')[1] ?? '');
const screenOf = (path: string): string | undefined => /^renderer\/screens\/([^/]+)\//.exec(path)?.[1];

describe('the floors of the window', () => {
  it('are all there, and hold most files', () => {
    expect(files.filter(file => floorOf(file) !== -1).length).toBeGreaterThan(200);
    expect(new Set(files.map(floorOf))).toEqual(new Set([-1, ...floors.keys()]));
  });

  it('import downwards only', () => {
    const up = imports.filter(
      ({ file, target }) => floorOf(file) !== -1 && target.startsWith('renderer/') && floorOf(target) > floorOf(file),
    );
    expect(up).toEqual([]);
  });

  it('keep every screen by itself', () => {
    const across = imports.filter(
      ({ file, target }) => screenOf(file) && screenOf(target) && screenOf(file) !== screenOf(target),
    );
    expect(across).toEqual([]);
  });
});

describe('a file of handlers', () => {
  const handlerFiles = ['electron/handlers', 'electron/desktop/calls'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name => `${folder}/${name}`),
  );
  /** Files that put the others together, and the shape of a handler. */
  const others = new Set(['handlers', 'calls', 'context']);
  const byPrefix = Object.groupBy(Object.keys(contract), call => call.slice(0, call.indexOf('.')));

  it('answers the calls of one prefix, all of them, and is called after it', () => {
    const found = Object.fromEntries(
      handlerFiles
        .map(file => [posix.basename(file, '.ts'), file] as const)
        .filter(([name]) => !others.has(name))
        .map(([name, file]) => {
          const calls = readFileSync(join(root, file), 'utf8').matchAll(/^ {2}'([a-zA-Z]+\.[a-zA-Z]+)'[:,]/gm);
          const prefix = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
          return [prefix, [...calls].map(([, call]) => call).sort()];
        }),
    );
    const wanted = Object.fromEntries(Object.entries(byPrefix).map(([prefix, calls = []]) => [prefix, calls.sort()]));
    expect(found).toEqual(wanted);
  });
});
