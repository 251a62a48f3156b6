// What `npm test` leaves to `npm run test:whole`: files that are there, and never all of a folder.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leftOut, leftOutIn } from '../../build/brief.ts';
import { ROOT } from '../../build/paths.ts';

const all = [...leftOut.unit, ...leftOut.e2e];

describe('what npm test leaves out', () => {
  it('is there, each once', () => {
    expect(all.filter(file => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is never all of a folder', () => {
    const emptied = [...new Set(all.map(file => dirname(file)))].filter(folder =>
      readdirSync(join(ROOT, folder))
        .filter(name => /\.(test|e2e)\.tsx?$/.test(name))
        .every(name => all.includes(`${folder}/${name}`)),
    );
    expect(emptied).toEqual([]);
  });

  it('is left out of npm test alone', () => {
    expect(leftOutIn('brief', 'unit')).toEqual(leftOut.unit);
    for (const mode of ['test', 'long']) expect(leftOutIn(mode, 'e2e')).toEqual([]);
  });
});
