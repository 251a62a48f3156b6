// The page of figures: what the benchmark writes into it, and that the README shows the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  performancePage,
  performanceRow,
  performanceSections,
  readmeFigures,
  readmeWith,
  worsened,
} from '../../build/performance-page.ts';
import { figure } from '../bench/figure.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const measured = { commit: 'abc1234', on: '2026-11-29', machine: 'Some machine, 2 cores' };

describe('the page of figures', () => {
  it('says what was measured, its baseline, and whether the aim is met', () => {
    expect(performanceRow(figure('search-p95', 30, 9, { base: 20, limit: 3 }))).toBe(
      '| search-p95 | 30 ms | 20 ms | 1.5 x | 3 x | met |',
    );
    expect(performanceRow(figure('search-p95', 80, 9, { base: 20, limit: 3 }))).toMatch(/ 4 x \| 3 x \| missed \|$/);
    expect(performanceRow(figure('memory-mb-browser', 1234, 1, { limitMs: 300 }))).toBe(
      '| memory-mb-browser | 1,230 MB |  |  | 300 MB | missed |',
    );
    expect(performanceRow(figure('scroll-late-percent', 0.5, 1, {}))).toBe(
      '| scroll-late-percent | 0.5 % |  |  |  |  |',
    );
  });

  it('writes one suite anew and leaves the others as they were', () => {
    const first = performancePage('', 'watch', [figure('watch-log-p95', 40, 8, { base: 20 })], measured);
    const both = performancePage(first, 'core', [figure('replay', 9, 3, {})], { ...measured, commit: 'def5678' });
    expect([...performanceSections(both).keys()]).toEqual(['core', 'watch']);
    expect(performanceSections(both).get('watch')).toBe(performanceSections(first).get('watch'));
    expect(both).toContain('Commit def5678, 2026-11-29. Some machine, 2 cores.');
    const again = performancePage(both, 'watch', [figure('watch-log-p95', 50, 8, { base: 20 })], measured);
    expect(again).toContain('| watch-log-p95 | 50 ms | 20 ms | 2.5 x |');
    expect(again).not.toContain('| 40 ms |');
  });

  it('says what is worse by a quarter, by its ratio where it has one', () => {
    const page = performancePage(
      '',
      'watch',
      [figure('watch-log-p95', 1000, 8, { base: 500 }), figure('watch-what-if-p95', 1200, 8, {})],
      measured,
    );
    expect(worsened(page, [figure('watch-log-p95', 2000, 8, { base: 900 })])).toEqual([]);
    expect(worsened(page, [figure('watch-log-p95', 1000, 8, { base: 300 })])).toHaveLength(1);
    expect(worsened(page, [figure('watch-what-if-p95', 1400, 8, {})])).toEqual([]);
    expect(worsened(page, [figure('watch-what-if-p95', 1600, 8, {})])[0]).toMatch(/was 1,200 ms and is 1,600 ms/);
    expect(worsened(page, [figure('never-measured', 1, 1, {})])).toEqual([]);
  });

  it('stands in the repository with known suites only, and its five lines in the README', () => {
    const page = read('docs/performance.md');
    const suites = readdirSync(join(root, 'test/bench')).flatMap(name => /^(.+)\.bench\.ts$/.exec(name)?.[1] ?? []);
    for (const name of performanceSections(page).keys()) expect(suites).toContain(name);
    const lines = readmeFigures(page)
      .split('\n')
      .filter(line => line.startsWith('| watch-'));
    expect(lines).toHaveLength(5);
    expect(readmeWith(read('README.md'), page)).toBe(read('README.md'));
  });
});
