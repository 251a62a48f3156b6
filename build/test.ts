// `npm test`: builds, then unit tests, then end-to-end tests in real Electron, but for what brief.ts leaves out. `npm run test:whole`: all
// of both, then those of the unpacked package; `npm run test:package` also installs it and packs for other systems. `npm run test:e2e --
// name` runs some. `npm run test:slow` runs all end-to-end tests as on a slow computer.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildApp } from './build-app.ts';
import { type Counts, readCounts, sum } from './counts.ts';
import { e2eWorkers } from './e2e-workers.ts';
import { runInForeground } from './exec.ts';
import { DIST, ROOT } from './paths.ts';
import { type Runtime, resolveRuntime } from './runtime/resolve.ts';
import { requirePostgres, withDisplay, withDisplays } from './runtime/system.ts';
import { runScript, say } from './say.ts';

const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const kinds = ['unit', 'e2e', 'package'] as const;
type Kind = (typeof kinds)[number];
const briefly: readonly Kind[] = ['unit', 'e2e'];
/** The package is tested as it comes out on Linux. */
const all: readonly Kind[] = process.platform === 'linux' ? kinds : briefly;

/** Of the tests of the package, those that need nothing of the computer and take a minute. */
const unpackedOnly = ['package.pkg'];

await runScript(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const slow = first === 'slow';
  if (slow) process.env.RIPEN_ALL_SLOW = '1';
  const only = slow ? 'e2e' : kinds.find(kind => kind === first);
  const whole = first === 'whole';
  const filters = only || whole ? rest : process.argv.slice(2);
  const isAll = !only && filters.length === 0;
  const brief = isAll && !whole;
  const wanted = only ? [only] : brief ? briefly : all;
  const argsOf = (kind: Kind): readonly string[] => [
    ...(brief ? ['--mode=brief'] : []),
    ...(isAll && kind === 'package' ? unpackedOnly : filters),
  ];
  const reports = await mkdtemp(join(tmpdir(), 'ripen-reports-'));
  const summary = process.env.RIPEN_TEST_SUMMARY;
  try {
    const counts = sum(await runKinds(wanted, reports, argsOf));
    for (const name of counts.names) console.log(`failed: ${name}`);
    console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
    if (summary) await writeFile(summary, JSON.stringify(counts));
    return counts.failed > 0 || counts.passed === 0 ? 1 : 0;
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
});

async function runKinds(
  wanted: readonly Kind[],
  reports: string,
  argsOf: (kind: Kind) => readonly string[],
): Promise<Counts[]> {
  const counts: Counts[] = [];
  // The first time the runtime takes a minute and a half. Nothing else runs meanwhile: tests that kill and cut at a given
  // moment prove little beside a compiler.
  const runtime = wanted.some(kind => kind !== 'unit') ? await resolveRuntime() : undefined;
  if (wanted.includes('unit')) await requirePostgres();
  if (wanted.includes('e2e')) await buildApp({ outDir: DIST, testPackage: false });
  for (const kind of wanted) {
    const started = performance.now();
    counts.push(await vitest(kind, join(reports, `${kind}.json`), argsOf(kind), kind === 'unit' ? undefined : runtime));
    say(`${kind} tests took ${Math.round((performance.now() - started) / 1000)} s`);
  }
  return counts;
}

async function vitest(kind: Kind, report: string, given: readonly string[], runtime?: Runtime): Promise<Counts> {
  const config = kind === 'unit' ? 'vitest.config.ts' : `vitest.${kind}.config.ts`;
  const args = [
    VITEST,
    'run',
    `--config=${join(ROOT, 'build', config)}`,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...given,
  ];
  const env = { ...process.env, ...(runtime ? { RIPEN_E2E_RUNTIME: JSON.stringify(runtime) } : {}) };
  const code =
    kind === 'e2e'
      ? await withDisplays(e2eWorkers, displays =>
          runInForeground(process.execPath, args, { ...env, RIPEN_E2E_DISPLAYS: displays.join(' ') }),
        )
      : await runInForeground(
          ...(runtime ? withDisplay(process.execPath, args) : ([process.execPath, args] as const)),
          env,
        );
  return readCounts(report, code);
}
