// `npm run test:mutate`: puts small faults into the code, one at a time, and counts how many the unit tests find. A fixed sample
// of 300; a run that was stopped goes on. `-- main 50`: the first 50 of main; `-- survivors`: those that no test found, again;
// `-- named`: the faults of `mutation/named.ts`; `-- quick`: at most ten seconds of tests for each, so that the share it says is the least there is.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutation/find-mutants.ts';
import { named, prepare } from './mutation/named.ts';
import { reachedFolder, reachingTests, sampleKey, type Tests, unknownFiles } from './mutation/reached.ts';
import type { Answer, Request } from './mutation/runner.ts';
import { type Side, sample, sideOf, sides } from './mutation/sample.ts';
import { ROOT } from './paths.ts';
import { runScript, say } from './say.ts';

const cache = join(ROOT, '.cache', 'mutation');
const resultsFile = join(cache, 'results.json');
/** A mutant that runs longer than this, in ms, is taken for one that never ends: it is found. */
const patience = 600_000;
/** Processor time of the tests of one mutant in a quick run, in ms. */
const quickMs = 10_000;
/** Test files that a quick run leaves out: they cut, kill, restore or make the sample. */
const slowTests = /^test\/(faults|sample|electron|backups|build)\//;

type Outcome = { readonly outcome: 'killed' | 'survived' | 'not reached' | 'never ended'; readonly by: string | null };
type Results = Record<string, Outcome>;

const readJson = <T>(file: string, otherwise: T): T => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return otherwise;
  }
};

type Runner = {
  readonly files: readonly string[];
  readonly ask: (request: Request) => Promise<Answer | null>;
  readonly end: () => void;
};

/** A process that runs tests; `ask` answers null when it had to be ended. */
async function startRunner(kind: Request['what'], reachedIn = ''): Promise<Runner> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'mutation', 'runner.ts'), [kind], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, RIPEN_REACHED: reachedIn, NODE_ENV: 'test' },
  });
  const end = () => {
    // Its workers too: one that never ends would go on for ever.
    try {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  };
  process.once('exit', end);
  const answer = <T>() =>
    new Promise<T | null>(resolve => {
      const given = (message: unknown) => {
        child.off('exit', gone);
        resolve(message as T);
      };
      const gone = () => {
        child.off('message', given);
        resolve(null);
      };
      child.once('message', given);
      child.once('exit', gone);
    });
  const started = await answer<{ files: readonly string[] }>();
  return {
    files: started?.files ?? [],
    end,
    ask: async request => {
      child.send(request);
      const timer = request.what === 'mutant' ? setTimeout(end, patience) : undefined;
      const given = await answer<Answer>();
      clearTimeout(timer);
      return given;
    },
  };
}

/** Finds out what test files reach that are new or have changed. */
async function findReached(side: Side, mutants: readonly Mutant[], quick: boolean): Promise<void> {
  process.env.RIPEN_SAMPLE = sampleKey(mutants);
  const runner = await startRunner('reach', reachedFolder(side));
  const files = unknownFiles(side, runner.files, mutants).filter(file => !quick || !slowTests.test(file));
  if (files.length > 0) {
    say(`finding out which mutants of ${side} ${files.length} test files reach`);
    await runner.ask({ what: 'reach', mutants, files });
  }
  runner.end();
}

function table(mutants: readonly Mutant[], results: Results): void {
  for (const side of Object.keys(sides) as Side[]) {
    const tried = mutants.filter(({ id, file }) => sideOf(file) === side && results[id]);
    const survived = tried.filter(({ id }) => /survived|not reached/.test(results[id]?.outcome ?? ''));
    if (tried.length === 0) continue;
    console.log(
      `\n${side}: ${tried.length - survived.length} of ${tried.length} found (${Math.round((1 - survived.length / tried.length) * 100)} %)`,
    );
    for (const { id, file, line, kind, original, replacement } of survived) {
      const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 60);
      console.log(`  ${results[id]?.outcome}  ${file}:${line}  ${kind}: ${short(original)} -> ${short(replacement)}`);
    }
  }
}

// Runners live in groups of their own: they end with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Each of the faults with a name; answers how many were not found. */
async function tryNamed(): Promise<number> {
  const runner = await startRunner('mutant');
  let missed = 0;
  for (const fault of named) {
    const { mutant, tests } = prepare(fault);
    const found = await runner.ask({ what: 'mutant', mutant, tests });
    const green = await runner.ask({ what: 'mutant', mutant: null, tests });
    const killed = found?.killedBy !== null && green?.killedBy === null && green.ran > 0;
    if (!killed) missed += 1;
    say(`${killed ? 'found' : 'NOT found'}: ${fault.label} (${fault.test})`);
  }
  runner.end();
  return missed;
}

await runScript(async () => {
  const args = process.argv.slice(2);
  if (args.includes('named')) return (await tryNamed()) === 0 ? 0 : 1;
  const { all, chosen } = sample();
  mkdirSync(cache, { recursive: true });
  const results: Results = readJson(resultsFile, {});
  const only = args.find(arg => arg in sides);
  const most = Number(args.find(arg => /^\d+$/.test(arg)) ?? chosen.length);
  const again = args.includes('survivors');
  const quick = args.includes('quick');
  const wanted = chosen.filter(({ file }) => !only || sideOf(file) === only).slice(0, most);
  const todo = wanted.filter(({ id }) => !results[id] || (again && /survived|not reached/.test(results[id].outcome)));
  say(`${all} possible mutants, ${chosen.length} in the sample, ${todo.length} to try`);
  const reachingOf = new Map<Side, ReturnType<typeof reachingTests>>();
  for (const side of Object.keys(sides) as Side[]) {
    if (!todo.some(({ file }) => sideOf(file) === side)) continue;
    await findReached(
      side,
      chosen.filter(({ file }) => sideOf(file) === side),
      quick,
    );
    reachingOf.set(side, reachingTests(side));
  }
  let runner: Runner | null = null;
  const sound = new Set<string>();
  /** Whether a test file that finds a mutant is green without one: a busy computer may have made it fail. */
  const isSound = async (by: string, tests: readonly Tests[]): Promise<boolean> => {
    if (sound.has(by)) return true;
    const only = tests.filter(({ file }) => file === by);
    const answer = await runner?.ask({ what: 'mutant', mutant: null, tests: only.length > 0 ? only : tests });
    if (answer?.killedBy === null) sound.add(by);
    return sound.has(by);
  };
  for (const [index, mutant] of todo.entries()) {
    const most = quick ? quickMs : Number.POSITIVE_INFINITY;
    const tests = reachingOf.get(sideOf(mutant.file))?.(mutant, most) ?? [];
    let outcome: Outcome = { outcome: 'not reached', by: null };
    if (tests.length > 0) {
      runner ??= await startRunner('mutant');
      const answer = await runner.ask({ what: 'mutant', mutant, tests });
      if (answer === null) {
        runner.end();
        runner = null;
        outcome = { outcome: 'never ended', by: null };
      } else {
        if (answer.killedBy !== null && !(await isSound(answer.killedBy, tests))) {
          say(`${index + 1} of ${todo.length}: ${answer.killedBy} fails without any mutant too; not counted`);
          continue;
        }
        outcome = { outcome: answer.killedBy === null ? 'survived' : 'killed', by: answer.killedBy };
      }
    }
    results[mutant.id] = outcome;
    writeFileSync(resultsFile, JSON.stringify(results, null, 1));
    say(
      `${index + 1} of ${todo.length}: ${outcome.outcome} ${outcome.by ?? ''} (${mutant.file}:${mutant.line} ${mutant.kind})`,
    );
  }
  runner?.end();
  table(chosen, results);
  return 0;
});
