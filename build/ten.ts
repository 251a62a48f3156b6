// `npm run test:ten`: the whole of `npm test` ten times in a row, every second time beside a process that takes every core, and
// a table of what came of it. `npm run test:ten -- 4` runs four times; words after the number go to npm test (`-- 4 e2e board`).
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts } from './counts.ts';
import { ROOT } from './paths.ts';
import { PlainError, runScript } from './say.ts';

const row = (run: string, load: string, passed: string, failed: string, seconds: string, names: string): string =>
  `${run.padEnd(5)}${load.padEnd(7)}${passed.padStart(7)}${failed.padStart(8)}${seconds.padStart(9)}  ${names}`.trimEnd();

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

/** One whole run; what it prints goes into a file. */
async function runOnce(log: string, summary: string, args: readonly string[]): Promise<Counts> {
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
  const [first = '10', ...args] = process.argv.slice(2);
  const runs = Number(first);
  if (!Number.isInteger(runs) || runs < 1) throw new PlainError(`How many runs? "${first}" is not a number.`);
  const folder = await mkdtemp(join(tmpdir(), 'ripen-ten-'));
  console.log(`What the runs print is in ${folder}.\n`);
  console.log(row('run', 'load', 'passed', 'failed', 'seconds', 'what failed'));
  let red = 0;
  for (let run = 1; run <= runs; run++) {
    const busy = run % 2 === 0;
    const release = busy ? takeEveryCore() : () => undefined;
    const began = performance.now();
    try {
      const { passed, failed, names } = await runOnce(join(folder, `${run}.log`), join(folder, `${run}.json`), args);
      if (failed > 0 || passed === 0) red++;
      const seconds = Math.round((performance.now() - began) / 1000);
      console.log(row(`${run}`, busy ? 'busy' : 'quiet', `${passed}`, `${failed}`, `${seconds}`, names.join('; ')));
    } finally {
      release();
    }
  }
  console.log(`\n${runs - red} of ${runs} runs are green.`);
  return red > 0 ? 1 : 0;
});
