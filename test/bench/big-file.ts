// A workspace file with 100,000 leads and 1,000,000 activities, made once and kept outside the checkout.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, ROOT } from '../../build/paths.ts';
import type { Writer } from '../../electron/db/file/handle.ts';
import { readMigrations } from '../../electron/db/file/migrate.ts';
import { growDatabase } from '../../electron/db/file/new-file-builder.ts';
import { createIdSource } from '../../electron/ids.ts';
import { fillNewWorkspace } from '../../electron/services/new-workspace.ts';
import type { Stage } from '../../shared/stages.ts';
import { datasetEnd, generateDataset } from './dataset.ts';
import { seeded } from './random.ts';

const day = 86_400_000;
const names = ['Ada', 'Bo', 'Cy', 'Dana', 'Eve', 'Finn', 'Gwen', 'Hugo', 'Ines', 'Jan', 'Kai', 'Lea', 'Mara', 'Nils'];
const surnames = [
  'Holm',
  'Lind',
  'Marsh',
  'Novak',
  'Okoye',
  'Peters',
  'Quist',
  'Rossi',
  'Sato',
  'Tran',
  'Ueda',
  'Vogel',
];

/** Of a hundred leads: half stand in one column, as after a large import. */
const stageOf = (roll: number): Stage => {
  const steps: readonly (readonly [number, Stage])[] = [
    [0.05, 'stranger'],
    [0.15, 'visitor'],
    [0.65, 'lead'],
    [0.7, 'mql'],
    [0.76, 'sql'],
    [0.79, 'opportunity'],
    [0.85, 'customer'],
    [0.9, 'nurture'],
    [0.95, 'disqualified'],
  ];
  return steps.find(([to]) => roll < to)?.[1] ?? 'lost';
};

function fill(db: Writer, leads: number): void {
  const data = generateDataset(leads);
  const random = seeded(11);
  const newId = createIdSource(() => datasetEnd - 800 * day);
  fillNewWorkspace(db, { settings: { name: 'Big', timeZone: 'UTC' }, now: datasetEnd - 800 * day, newId });
  data.ids.forEach((id, lead) => {
    const first = random.pick(names);
    const last = random.pick(surnames);
    const company = `${last} ${data.attributes[lead]?.industry ?? 'Works'} ${lead % 9973}`;
    const attributes = data.attributes[lead];
    const stage = stageOf(random.next());
    const since = Math.floor(datasetEnd - random.next() * 300 * day);
    const created = data.createdAt[lead] ?? since;
    db.run(
      `INSERT INTO lead (id, first_name, last_name, email, company, job_title, industry, company_size, country, budget,
        authority, stage, stage_since, created_at, channel_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'website')`,
      [
        id,
        first,
        last,
        `${first}.${last}${lead}@firm${lead % 9973}.example`.toLowerCase(),
        company,
        attributes?.jobTitle ?? null,
        attributes?.industry ?? null,
        attributes?.companySize ?? null,
        attributes?.country ?? null,
        attributes?.budget ?? null,
        attributes?.authority ?? 'unknown',
        stage,
        since,
        created,
      ],
    );
    db.run(`INSERT INTO stage_change (id, lead_id, to_stage, at, cause) VALUES (?, ?, 'lead', ?, 'created')`, [
      newId(),
      id,
      created,
    ]);
    if (stage !== 'lead') {
      db.run(
        `INSERT INTO stage_change (id, lead_id, from_stage, to_stage, at, cause) VALUES (?, ?, 'lead', ?, ?, 'hand')`,
        [newId(), id, stage, since],
      );
    }
    for (let i = data.start[lead] ?? 0; i < (data.start[lead + 1] ?? 0); i += 1) {
      db.run('INSERT INTO activity (id, lead_id, type_id, at) VALUES (?, ?, ?, ?)', [
        newId(),
        id,
        data.typeIds[data.type[i] ?? 0] ?? '',
        data.at[i] ?? 0,
      ]);
    }
  });
}

/** Path of a fresh copy in `folder` that a benchmark may write to. Making the original takes about a minute, once. */
export async function bigFile(folder: string, leads = 100_000): Promise<string> {
  const folderOf = join(ROOT, 'migrations');
  const names = readdirSync(folderOf).filter(name => /^\d/.test(name));
  const all = names.toSorted().map(name => readFileSync(join(folderOf, name), 'utf8'));
  const schema = createHash('sha256').update(all.join('')).digest('hex').slice(0, 12);
  const kept = join(cacheFolder(), 'bench', `workspace-${leads}-${schema}.ripen`);
  if (!existsSync(kept)) {
    mkdirSync(join(cacheFolder(), 'bench'), { recursive: true });
    await growDatabase({ file: kept, migrations: readMigrations(join(ROOT, 'migrations')) }, async db =>
      fill(db, leads),
    );
  }
  const copy = join(folder, 'big.ripen');
  await copyFile(kept, copy);
  return copy;
}
