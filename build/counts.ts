// How many tests passed and failed, from Vitest's own report.
import { readFile } from 'node:fs/promises';

export type Counts = { readonly passed: number; readonly failed: number };

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
};

/** Reads the report of a run that ended with `exitCode`. A file that did not load and a run without report count as failed. */
export async function readCounts(file: string, exitCode: number): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? { passed: 0, failed: 1 } : countsOf(JSON.parse(text), exitCode);
}

export function countsOf(report: Report, exitCode: number): Counts {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some(assertion => assertion.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  // Vitest also fails for reasons outside any test, such as an unhandled rejection.
  return { passed: report.numPassedTests, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

export const sum = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});
