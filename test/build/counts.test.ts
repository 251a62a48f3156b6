// The last line of npm test counts everything that went wrong, and names it.
import { describe, expect, it } from 'vitest';
import { countsOf, readCounts, sum } from '../../build/counts.ts';

const file = (name: string, ...statuses: string[]) => ({
  name: `/test/${name}`,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, at) => ({ status, fullName: `case ${at}` })),
});
const report = (...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: testResults.flatMap(({ assertionResults }) => assertionResults).filter(one => one.status === 'passed')
    .length,
  testResults,
});

describe('counts', () => {
  it('adds passed and failed, and names what failed', () => {
    const counts = countsOf(report(file('a.ts', 'passed', 'failed'), file('b.ts', 'passed')), 1);
    expect(counts).toEqual({ passed: 2, failed: 1, names: ['a.ts: case 1'] });
    expect(sum([counts, { passed: 3, failed: 1, names: ['c.ts: case 0'] }])).toEqual({
      passed: 5,
      failed: 2,
      names: ['a.ts: case 1', 'c.ts: case 0'],
    });
  });

  it('counts a file that did not load, and a failure outside every test', () => {
    const broken = { ...file('broken.ts'), status: 'failed' };
    expect(countsOf(report(file('a.ts', 'passed'), broken), 1)).toEqual({
      passed: 1,
      failed: 1,
      names: ['broken.ts did not load'],
    });
    expect(countsOf(report(file('a.ts', 'passed')), 1)).toEqual({
      passed: 1,
      failed: 1,
      names: ['something outside every test'],
    });
  });

  it('counts a run without a report as failed', async () => {
    expect(await readCounts('/nowhere/report.json', 0)).toEqual({
      passed: 0,
      failed: 1,
      names: ['report.json was not written'],
    });
  });
});
