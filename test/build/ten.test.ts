// The table of ten runs: what is asked for, and what an interruption leaves.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishedRuns, forgetRuns, isGreen, keepRun, type Run, readRequest, tableLine } from '../../build/ten-runs.ts';

const run = (number: number, more: Partial<Run> = {}): Run => ({
  run: number,
  busy: number % 2 === 0,
  seconds: 61,
  passed: 3,
  failed: 0,
  names: [],
  ...more,
});

describe('ten runs', () => {
  it.each([
    { words: [], runs: 10, args: [] },
    { words: ['unit'], runs: 10, args: ['unit'] },
    { words: ['e2e', 'board'], runs: 10, args: ['e2e', 'board'] },
    { words: ['4', 'e2e'], runs: 4, args: ['e2e'] },
  ])('$words', ({ words, runs, args }) => {
    expect(readRequest(words)).toEqual({ runs, args });
  });

  it('asks for a number that can be run', () => {
    for (const words of [['0'], ['-2'], ['1.5']]) expect(() => readRequest(words)).toThrow(/whole number/);
  });

  it('go on with the run that was cut off, and start anew when the table is whole', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'ripen-ten-')), 'state');
    expect(await finishedRuns(folder, 10)).toEqual([]);
    await keepRun(folder, run(1));
    await keepRun(folder, run(2, { failed: 1, names: ['a.ts: case 0'] }));
    await keepRun(folder, run(4));
    expect((await finishedRuns(folder, 10)).map(one => [one.run, isGreen(one)])).toEqual([
      [1, true],
      [2, false],
    ]);
    await forgetRuns(folder, 4);
    expect(await finishedRuns(folder, 10)).toEqual([]);
  });

  it('a line says load, counts, seconds and what failed', () => {
    expect(tableLine(run(2, { failed: 1, names: ['a.ts: case 0'] })).split(/\s{2,}/)).toEqual([
      '2',
      'busy',
      '3',
      '1',
      '61',
      'a.ts: case 0',
    ]);
    expect(isGreen(run(1, { passed: 0 }))).toBe(false);
  });
});
