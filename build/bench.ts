// Runs the benchmarks: `npm run bench -- <suite>... [--json] [--markdown]`. Suites are the files test/bench/<suite>.bench.ts; `all` is
// all of them. --markdown writes the figures into docs/performance.md and the README.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Figure, Suite } from '../test/bench/figure.ts';
import { buildApp } from './build-app.ts';
import { runInForeground } from './exec.ts';
import { DIST, ROOT } from './paths.ts';
import { misses, performancePage, readmeWith, watched, worsened } from './performance-page.ts';
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
  const columns = [
    figure.name.padEnd(26),
    cell(figure.value_ms, ' ms').padStart(12),
    cell(figure.limit_ms, ' ms').padStart(10),
    cell(figure.base_ms, ' ms').padStart(12),
    cell(figure.ratio, ' x').padStart(10),
    cell(figure.limit, ' x').padStart(8),
    cell(figure.n).padStart(6),
  ];
  return `${columns.join('')}  ${misses(figure) ? 'misses the aim' : ''}`.trimEnd();
}

const heading = `${'figure'.padEnd(26)}${'measured'.padStart(12)}${'aim'.padStart(10)}${'baseline'.padStart(12)}${'ratio'.padStart(10)}${'aim'.padStart(8)}${'n'.padStart(6)}`;

const pagePath = join(ROOT, 'docs', 'performance.md');
const readPage = (): string => (existsSync(pagePath) ? readFileSync(pagePath, 'utf8') : '');
const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

function writePage(suite: string, figures: readonly Figure[]): void {
  const changed =
    git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs/performance.md', ':!README.md') !== '';
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const page = performancePage(readPage(), suite, figures, {
    commit: git('rev-parse', '--short=8', 'HEAD') + (changed ? ' with uncommitted changes' : ''),
    on: new Date().toISOString().slice(0, 10),
    machine: `${processor}, ${cpus().length} cores, ${gigabytes} GB, ${type()}, Node ${process.versions.node}`,
  });
  writeFileSync(pagePath, page);
  if (suite !== watched) return;
  const readme = join(ROOT, 'README.md');
  writeFileSync(readme, readmeWith(readFileSync(readme, 'utf8'), page));
}

async function runSuite(name: string, print: (figure: Figure) => void): Promise<readonly Figure[]> {
  const suite = (await import(pathToFileURL(join(folder, name + ending)).href)) as Suite;
  const figures: Figure[] = [];
  for await (const figure of suite.run()) {
    figures.push(figure);
    print(figure);
  }
  return figures;
}

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
  const strange = wanted.find(name => name !== 'all' && !known.includes(name));
  if (strange !== undefined)
    throw new PlainError(`There is no suite "${strange}". There are: all, ${known.join(', ')}.`);
  await buildApp({ outDir: DIST, testPackage: false });
  for (const name of wanted.length === 0 || wanted.includes('all') ? known : wanted) {
    say(`bench ${name}`);
    if (!json) process.stdout.write(`${heading}\n`);
    const figures = await runSuite(name, figure =>
      process.stdout.write(`${json ? JSON.stringify(figure) : row(figure)}\n`),
    );
    for (const sentence of worsened(readPage(), figures)) say(sentence);
    if (process.argv.includes('--markdown')) writePage(name, figures);
  }
}

await runScript(main);
