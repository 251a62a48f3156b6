// Runs the benchmarks: `npm run bench -- <suite>... [--json]`. Suites are the files test/bench/<suite>.bench.ts.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Figure, Suite } from '../test/bench/figure.ts';
import { buildApp } from './build-app.ts';
import { runInForeground } from './exec.ts';
import { DIST, ROOT } from './paths.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { hasDisplay, withDisplay } from './runtime/system.ts';
import { PlainError, runScript, say } from './say.ts';

const folder = join(ROOT, 'test', 'bench');
const ending = '.bench.ts';

const suiteNames = (): readonly string[] =>
  readdirSync(folder)
    .filter(file => file.endsWith(ending))
    .map(file => file.slice(0, -ending.length))
    .sort();

const cell = (value: number | null, unit = ''): string => (value === null ? '' : `${value}${unit}`);

function row(figure: Figure): string {
  const missed =
    (figure.limit !== null && figure.ratio !== null && figure.ratio > figure.limit) ||
    (figure.limit_ms !== null && figure.value_ms > figure.limit_ms);
  const columns = [
    figure.name.padEnd(26),
    cell(figure.value_ms, ' ms').padStart(12),
    cell(figure.limit_ms, ' ms').padStart(10),
    cell(figure.base_ms, ' ms').padStart(12),
    cell(figure.ratio, ' x').padStart(10),
    cell(figure.limit, ' x').padStart(8),
    cell(figure.n).padStart(6),
  ];
  return `${columns.join('')}  ${missed ? 'misses the aim' : ''}`.trimEnd();
}

const heading = `${'figure'.padEnd(26)}${'measured'.padStart(12)}${'aim'.padStart(10)}${'yardstick'.padStart(12)}${'ratio'.padStart(10)}${'aim'.padStart(8)}${'n'.padStart(6)}`;

/** Prints one JSON object a line with --json, a table otherwise. A missed aim is reported, never an error. */
async function main(): Promise<number | undefined> {
  // Some suites open real windows; they get a display and the app as it stands now.
  if (!hasDisplay()) {
    await resolveRuntime();
    const again = [join(ROOT, 'build', 'run.mjs'), 'bench', ...process.argv.slice(2)];
    return runInForeground(...withDisplay(process.execPath, again), process.env);
  }
  const known = suiteNames();
  const wanted = process.argv.slice(2).filter(word => !word.startsWith('--'));
  const json = process.argv.includes('--json');
  const strange = wanted.find(name => !known.includes(name));
  if (strange !== undefined) throw new PlainError(`There is no suite "${strange}". There are: ${known.join(', ')}.`);
  await buildApp({ outDir: DIST, testPackage: false });
  for (const name of wanted.length > 0 ? wanted : known) {
    say(`bench ${name}`);
    if (!json) process.stdout.write(`${heading}\n`);
    const suite = (await import(pathToFileURL(join(folder, name + ending)).href)) as Suite;
    for await (const figure of suite.run()) process.stdout.write(`${json ? JSON.stringify(figure) : row(figure)}\n`);
  }
}

await runScript(main);
