// How fast files come in: against Papa Parse and a bare INSERT of the rows that are written; workbooks against read-excel-file
// alone. RIPEN_BENCH_PART=10 makes everything a tenth, for trying out.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sidecarFiles } from '../../electron/db/file/wal.ts';
import { bareImport, writtenByImport } from './bare-import.ts';
import { type Figure, figure } from './figure.ts';
import type { Job, Measured } from './import-child.ts';
import { writeActivities, writeContacts, writeWideContacts, writeWorkbook } from './import-files.ts';

/** The workspace as it was behind the last import. */
const keptName = 'kept.ripen';
/** The young generation of the heap is 8 MB a half in Electron, 64 in this Node. */
const asElectron = ['--max-semi-space-size=8'];

/** Imports `paths` one after the other into a new workspace, in a process of its own; measures the last. */
async function measure(folder: string, paths: readonly string[], undo = false): Promise<Measured> {
  const [file, kept] = ['measured.ripen', keptName].map(name => join(folder, name)) as [string, string];
  for (const one of [file, kept]) for (const ending of ['', ...sidecarFiles]) rmSync(one + ending, { force: true });
  const script = join(import.meta.dirname, 'import-child.ts');
  const job: Job = { file, paths, undo, kept };
  const { stdout } = await promisify(execFile)(process.execPath, [...asElectron, script, JSON.stringify(job)]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

/** The baseline of what was measured last. */
const bareOf = (folder: string, csv: string): number =>
  bareImport(folder, csv, writtenByImport(join(folder, keptName)));

/** Reads a workbook with read-excel-file, in a process of its own as well; answers ms. */
async function bareWorkbook(path: string): Promise<number> {
  const script = `import { readSheet } from 'read-excel-file/node';
    const began = performance.now();
    const rows = await readSheet(process.argv[1]);
    if (rows.length < 2) throw new Error('nothing was read');
    console.log(performance.now() - began);`;
  const args = ['--input-type=module', '-e', script, path];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
  return Number(stdout);
}

const part = Number(process.env.RIPEN_BENCH_PART ?? 1);
const some100k = 100_000 / part;
/** Named by what is really measured. */
const named = (what: string): string => (part === 1 ? what : `${what} (1/${part})`);

/** Block and memory of an import. Memory is in MB, though the field is called ms. */
function* beside(name: string, { block, memory, parserMemory }: Measured): Iterable<Figure> {
  yield figure(named(`${name}-block`), block, 1, { limitMs: 50 });
  yield figure(named(`${name}-main-mb`), memory, 1, { limitMs: 400 });
  yield figure(named(`${name}-parser-mb`), parserMemory, 1, { limitMs: 400 });
}

async function* contacts(folder: string): AsyncIterable<Figure> {
  const [old, csv] = ['old.csv', 'new.csv'].map(name => join(folder, name)) as [string, string];
  writeContacts(old, some100k / 10, some100k / 20, 3);
  writeContacts(csv, some100k, some100k / 10);
  const leads = await measure(folder, [old, csv], true);
  const base = bareOf(folder, csv);
  yield figure(named('import-csv-100k'), leads.ms, 1, { base, limit: 1.9 });
  yield* beside('import-csv-100k', leads);
  yield figure(named('undo-import-100k'), leads.undoMs, 1, {});
  yield figure(named('undo-import-100k-block'), leads.undoBlock, 1, { limitMs: 50 });
}

async function* workbook(folder: string): AsyncIterable<Figure> {
  const path = join(folder, 'new.xlsx');
  writeWorkbook(path, 20_000 / part);
  const base = await bareWorkbook(path);
  const measured = await measure(folder, [path]);
  yield figure(named('import-xlsx-20k'), measured.ms, 1, { base, limit: 2 });
  yield* beside('import-xlsx-20k', measured);
}

async function* activities(folder: string): AsyncIterable<Figure> {
  const [leads, acts] = ['people.csv', 'acts.csv'].map(name => join(folder, name)) as [string, string];
  writeContacts(leads, some100k);
  writeActivities(acts, some100k * 10, some100k);
  const measured = await measure(folder, [leads, acts]);
  const base = bareOf(folder, acts);
  yield figure(named('import-activities-1m'), measured.ms, 1, { base, limit: 4 });
  yield* beside('import-activities-1m', measured);
}

async function* bigFile(folder: string): AsyncIterable<Figure> {
  const path = join(folder, 'big.csv');
  writeWideContacts(path, some100k, (200 << 20) / part);
  const measured = await measure(folder, [path]);
  yield figure(named('import-200mb'), measured.ms, 1, {});
  yield* beside('import-200mb', measured);
}

export async function* run(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  try {
    for (const one of [contacts, workbook, activities, bigFile]) yield* one(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
