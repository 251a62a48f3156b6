// How fast files come in: against Papa Parse and a bare INSERT of the same rows, with the same indexes, in one transaction;
// workbooks against read-excel-file alone. RIPEN_BENCH_PART=10 makes everything a tenth, for trying out.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { readMigrations } from '../../electron/db/file/migrate.ts';
import { createDatabase } from '../../electron/db/file/open.ts';
import { sidecarFiles } from '../../electron/db/file/wal.ts';
import { createIdSource } from '../../electron/ids.ts';
import { migrationsFolder } from '../support/folders.ts';
import { type Figure, figure } from './figure.ts';
import type { Job, Measured } from './import-child.ts';
import { writeActivities, writeContacts, writeWideContacts, writeWorkbook } from './import-files.ts';

const newId = createIdSource(() => Date.UTC(2026, 5, 1, 9));
const at = Date.UTC(2026, 5, 1, 9);
const some = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** Papa Parse and one INSERT a row into a new file of the same schema; answers ms. */
function bare(
  folder: string,
  csv: string,
  sql: string,
  values: (row: readonly string[]) => (string | number | null)[],
) {
  let ms = 0;
  const file = join(folder, 'bare.ripen');
  createDatabase({ file, migrations: readMigrations(migrationsFolder) }, ({ connection }) => {
    for (const { name } of connection.prepare("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
    }[])
      connection.exec(`DROP TRIGGER temp.${name}`);
    connection.pragma('foreign_keys = OFF');
    const began = performance.now();
    const { data } = Papa.parse<string[]>(readFileSync(csv, 'utf8'), { skipEmptyLines: true });
    const insert = connection.prepare(sql);
    connection.exec('BEGIN');
    for (const row of data.slice(1)) insert.run(values(row));
    connection.exec('COMMIT');
    ms = performance.now() - began;
  });
  rmSync(file, { force: true });
  return ms;
}

const contactsSql = `INSERT INTO lead (id, first_name, last_name, email, phone, company, job_title, industry, company_size,
  country, city, external_id, stage, stage_since, created_at, notes, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'b')`;
const contact = (row: readonly string[]) => [
  newId(),
  ...row.slice(0, 7).map(some),
  row[7] ? Number(row[7]) : null,
  some(row[8]),
  some(row[9]),
  null,
  'lead',
  at,
  at,
  some(row[13]),
];
const activitySql = "INSERT INTO activity (id, lead_id, type_id, at, batch_id) VALUES (?, ?, ?, ?, 'b')";
const activity = (row: readonly string[]) => [newId(), row[0] ?? '', row[1] ?? '', Date.parse(row[2] ?? '')];

/** Imports `paths` one after the other into a new workspace, in a process of its own; measures the last. */
async function measure(folder: string, paths: readonly string[], undo = false): Promise<Measured> {
  const file = join(folder, 'measured.ripen');
  const script = join(import.meta.dirname, 'import-child.ts');
  const job: Job = { file, paths, undo };
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(job)]);
  for (const ending of ['', ...sidecarFiles]) rmSync(file + ending, { force: true });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

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
  const base = bare(folder, csv, contactsSql, contact);
  const leads = await measure(folder, [old, csv], true);
  yield figure(named('import-csv-100k'), leads.ms, 1, { base, limit: 3 });
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
  const base = bare(folder, acts, activitySql, activity);
  const measured = await measure(folder, [leads, acts]);
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
