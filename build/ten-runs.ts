// What `npm run test:ten` was asked for, and which of its runs are done: kept in a folder, so that an interruption costs one run.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Counts } from './counts.ts';
import { PlainError } from './say.ts';

export type TenRequest = { readonly runs: number; readonly args: readonly string[] };

/** `4 e2e board`: four runs of `npm test e2e board`; without a number ten, without words all of `npm test`. */
export function readRequest(words: readonly string[]): TenRequest {
  const [first = '', ...rest] = words;
  if (!/^-?[\d.]+$/.test(first)) return { runs: 10, args: words };
  const runs = Number(first);
  if (!Number.isInteger(runs) || runs < 1)
    throw new PlainError(`How many runs? "${first}" is not a whole number from 1.`);
  return { runs, args: rest };
}

export type Run = Counts & { readonly run: number; readonly busy: boolean; readonly seconds: number };

/** A run in which nothing passed has tested nothing. */
export const isGreen = ({ passed, failed }: Counts): boolean => failed === 0 && passed > 0;

const runFile = (folder: string, run: number): string => join(folder, `${run}.run.json`);

/** The runs that were done before an interruption, in order up to the first that is missing. */
export async function finishedRuns(folder: string, runs: number): Promise<Run[]> {
  const finished: Run[] = [];
  for (let run = 1; run <= runs; run++) {
    const text = await readFile(runFile(folder, run), 'utf8').catch(() => undefined);
    if (text === undefined) break;
    finished.push(JSON.parse(text));
  }
  return finished;
}

export async function keepRun(folder: string, run: Run): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(runFile(folder, run.run), JSON.stringify(run));
}

/** The table is whole: the next time starts from the first run. What the runs printed stays. */
export async function forgetRuns(folder: string, runs: number): Promise<void> {
  for (let run = 1; run <= runs; run++) await rm(runFile(folder, run), { force: true });
}

const line = (run: string, load: string, passed: string, failed: string, seconds: string, names: string): string =>
  `${run.padEnd(5)}${load.padEnd(7)}${passed.padStart(7)}${failed.padStart(8)}${seconds.padStart(9)}  ${names}`.trimEnd();

export const tableHead = line('run', 'load', 'passed', 'failed', 'seconds', 'what failed');
export const tableLine = ({ run, busy, passed, failed, seconds, names }: Run): string =>
  line(`${run}`, busy ? 'busy' : 'quiet', `${passed}`, `${failed}`, `${seconds}`, names.join('; '));
