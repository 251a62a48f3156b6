// The floors of the window: app > screens > parts > ui > api, nobody imports upwards, and no screen imports another.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

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
