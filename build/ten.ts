// `npm run test:ten`: the whole of `npm test` ten times in a row, every second time beside a process that takes every core, and
// a table of what came of it. `-- 4` runs four times; words go to npm test (`-- unit`, `-- 4 e2e board`). Started again after an
// interruption, it goes on with the run that was cut off, as long as no file has changed.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Counts } from './counts.ts';
import { run as runProgram } from './exec.ts';
import { ROOT } from './paths.ts';
import { runScript } from './say.ts';
import { finishedRuns, forgetRuns, isGreen, keepRun, type Run, readRequest, tableHead, tableLine } from './ten-runs.ts';

/** Keeps every core busy until it is ended; it ends by itself when this program is gone. */
function takeEveryCore(): () => void {
  const code = `const parent = process.ppid; while (process.ppid === parent) for (let i = 0; i < 1e9; i++);`;
  const hungry: ChildProcess[] = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', code], { stdio: 'ignore' }),
  );
  return () => {
    for (const child of hungry) child.kill('SIGKILL');
  };
}

/** Names the files as they are now: runs of other files are not continued. */
async function stateOfFiles(): Promise<string> {
  const hash = createHash('sha256');
  for (const args of [
    ['rev-parse', 'HEAD'],
    ['diff', 'HEAD'],
    ['ls-files', '--others', '--exclude-standard'],
  ])
    hash.update((await runProgram('git', args, { cwd: ROOT }).catch(() => ({ output: '' }))).output);
  return hash.digest('hex').slice(0, 10);
}

/** One whole run; what it prints goes into a file. */
async function runOnce(log: string, summary: string, args: readonly string[]): Promise<Counts> {
  await rm(summary, { force: true });
  const output = createWriteStream(log);
  await once(output, 'open');
  const child = spawn(process.execPath, [join(ROOT, 'build', 'run.mjs'), 'test', ...args], {
    stdio: ['ignore', output, output],
    env: { ...process.env, RIPEN_TEST_SUMMARY: summary },
  });
  const [code] = await once(child, 'close');
  const text = await readFile(summary, 'utf8').catch(() => undefined);
  return text === undefined ? { passed: 0, failed: 1, names: [`npm test ended with ${code}`] } : JSON.parse(text);
}

await runScript(async () => {
  const { runs, args } = readRequest(process.argv.slice(2));
  const folder = join(ROOT, '.cache', 'ten', [await stateOfFiles(), ...args].join('-').replace(/[^\w.-]+/g, '_'));
  await mkdir(folder, { recursive: true });
  const done = await finishedRuns(folder, runs);
  console.log(`What the runs print is in ${folder}.\n`);
  console.log(tableHead);
  for (const before of done) console.log(tableLine(before));
  for (let run = done.length + 1; run <= runs; run++) {
    const busy = run % 2 === 0;
    const release = busy ? takeEveryCore() : () => undefined;
    const began = performance.now();
    try {
      const counts = await runOnce(join(folder, `${run}.log`), join(folder, `${run}.json`), args);
      const finished: Run = { ...counts, run, busy, seconds: Math.round((performance.now() - began) / 1000) };
      await keepRun(folder, finished);
      done.push(finished);
      console.log(tableLine(finished));
    } finally {
      release();
    }
  }
  const green = done.filter(isGreen).length;
  console.log(`\n${green} of ${runs} runs are green.`);
  await forgetRuns(folder, runs);
  return green < runs ? 1 : 0;
});
