// How many tests passed and failed, from Vitest's own report.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

export type Counts = {
  readonly passed: number;
  readonly failed: number;
  /** What failed, by its file and its own name. */
  readonly names: readonly string[];
};

type Report = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

/** Reads the report of a run that ended with `exitCode`. A file that did not load and a run without report count as failed. */
export async function readCounts(file: string, exitCode: number): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined
    ? { passed: 0, failed: 1, names: [`${basename(file)} was not written`] }
    : countsOf(JSON.parse(text), exitCode);
}

export function countsOf(report: Report, exitCode: number): Counts {
  const names = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter(assertion => assertion.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${basename(name)} did not load`];
    return failed.map(({ fullName }) => `${basename(name)}: ${fullName}`);
  });
  // Vitest also fails for reasons outside any test, such as an unhandled rejection.
  if (exitCode !== 0 && names.length === 0) names.push('something outside every test');
  return { passed: report.numPassedTests, failed: names.length, names };
}

export const sum = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  names: all.flatMap(({ names }) => names),
});
