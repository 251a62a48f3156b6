// The last line of npm test counts everything that went wrong.
import { describe, expect, it } from 'vitest';
import { countsOf, readCounts, sum } from '../../build/counts.ts';

const file = (...statuses: string[]) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map(status => ({ status })),
});
const report = (...testResults: ReturnType<typeof file>[]) => {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (wanted: string) => all.filter(({ status }) => status === wanted).length;
  return { numPassedTests: count('passed'), numFailedTests: count('failed'), testResults };
};

describe('counts', () => {
  it('adds passed and failed', () => {
    expect(countsOf(report(file('passed', 'failed'), file('passed')), 1)).toEqual({ passed: 2, failed: 1 });
    expect(
      sum([
        { passed: 2, failed: 1 },
        { passed: 3, failed: 0 },
      ]),
    ).toEqual({ passed: 5, failed: 1 });
  });

  it('counts a file that did not load, and a failure outside every test', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(countsOf(report(file('passed'), broken), 1)).toEqual({ passed: 1, failed: 1 });
    expect(countsOf(report(file('passed')), 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a run without a report as failed', async () => {
    expect(await readCounts('/nowhere/report.json', 0)).toEqual({ passed: 0, failed: 1 });
  });
});
