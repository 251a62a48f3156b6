// How fast files come in: against Papa Parse and a bare INSERT of the same rows, with the same indexes, in one transaction.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { readMigrations } from '../../electron/db/migrate.ts';
import { createDatabase } from '../../electron/db/open.ts';
import { createIdSource } from '../../electron/ids.ts';
import { migrationsFolder } from '../support/places.ts';
import { type Figure, figure } from './figure.ts';
import { writeActivities, writeContacts } from './import-files.ts';

type Measured = {
  readonly ms: number;
  readonly block: number;
  readonly memory: number;
  readonly parserMemory: number;
  readonly undoMs: number;
};

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

async function measure(folder: string, work: 'run' | 'undo', before: string, path: string): Promise<Measured> {
  const file = join(folder, `${work}.ripen`);
  const script = join(import.meta.dirname, 'import-child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, file, work, before, path]);
  for (const ending of ['', '-wal']) rmSync(file + ending, { force: true });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

export async function* run(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  try {
    const [old, csv, people, acts] = ['old', 'new', 'people', 'acts'].map(name => join(folder, `${name}.csv`)) as [
      string,
      string,
      string,
      string,
    ];
    writeContacts(old, 10_000, 5000, 3);
    writeContacts(csv, 100_000, 10_000);
    const base = bare(folder, csv, contactsSql, contact);
    const leads = await measure(folder, 'undo', old, csv);
    yield figure('import-csv-100k', leads.ms, 1, { base, limit: 3 });
    yield figure('import-csv-100k-block', leads.block, 1, { limitMs: 50 });
    // Memory in MB, though the field is called ms.
    yield figure('import-csv-100k-main-mb', leads.memory, 1, { limitMs: 400 });
    yield figure('import-csv-100k-parser-mb', leads.parserMemory, 1, { limitMs: 400 });
    yield figure('undo-import-100k', leads.undoMs, 1, {});
    writeContacts(people, 100_000);
    writeActivities(acts, 1_000_000, 100_000);
    const bareActivities = bare(folder, acts, activitySql, activity);
    const activities = await measure(folder, 'run', people, acts);
    yield figure('import-activities-1m', activities.ms, 1, { base: bareActivities, limit: 4 });
    yield figure('import-activities-1m-block', activities.block, 1, { limitMs: 50 });
    yield figure('import-activities-1m-mb', activities.memory, 1, { limitMs: 400 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
