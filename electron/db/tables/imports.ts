// All SQL of import batches: history, existing data to match, and rows a batch created.

import type { FitField } from '../../../shared/custom-field.ts';
import type { ImportCounts, Mapping } from '../../../shared/import.ts';
import { importCountsSchema, mappingSchema } from '../../../shared/import.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Reader, SqlValue, Writer } from '../file/handle.ts';
import { attributeExpression } from './custom-fields.ts';
import { quoted } from './names.ts';
import { fromRow, insertRow } from './rows.ts';

export type ImportBatch = {
  readonly id: string;
  readonly fileName: string;
  readonly at: number;
  readonly memberId: string | null;
  readonly counts: ImportCounts;
  readonly undoneAt: number | null;
};

type BatchRow = Omit<ImportBatch, 'counts'> & { readonly counts: string };
const toBatch = (row: BatchRow): ImportBatch => ({ ...row, counts: importCountsSchema.parse(JSON.parse(row.counts)) });
const columns = 'id, file_name AS fileName, at, member_id AS memberId, counts, undone_at AS undoneAt';

export const listImportBatches = (db: Reader): ImportBatch[] =>
  db.all<BatchRow>(`SELECT ${columns} FROM import_batch ORDER BY at DESC, id DESC`).map(toBatch);

export function findImportBatch(db: Reader, id: string): ImportBatch | undefined {
  const row = db.get<BatchRow>(`SELECT ${columns} FROM import_batch WHERE id = ?`, [id]);
  return row && toBatch(row);
}

export function insertImportBatch(
  db: Writer,
  batch: ImportBatch & { readonly mapping: Mapping; readonly headersHash: string },
): void {
  const { counts, mapping, ...rest } = batch;
  insertRow(db, 'import_batch', { ...rest, counts: JSON.stringify(counts), mapping: JSON.stringify(mapping) });
}

export const markUndone = (db: Writer, id: string, at: number): number =>
  db.run('UPDATE import_batch SET undone_at = ? WHERE id = ?', [at, id]);

/** The mapping last used for a file with the same headers, and when; null when there is none that still fits. */
export function rememberedMapping(
  db: Reader,
  headersHash: string,
): { readonly mapping: Mapping; readonly at: number } | null {
  const [row] = db.raw<readonly [string, number]>(
    'SELECT mapping, at FROM import_batch WHERE headers_hash = ? ORDER BY at DESC LIMIT 1',
    [headersHash],
  );
  const mapping = row && mappingSchema.safeParse(JSON.parse(row[0]));
  return mapping?.success ? { mapping: mapping.data, at: row?.[1] ?? 0 } : null;
}

/** The programs that gave the ids of each import's leads, by batch; those that nobody knows are left out. */
export const programsOfBatches = (db: Reader): ReadonlyMap<string, string> =>
  new Map(
    db.raw<readonly [string, string]>(
      "SELECT id, json_extract(mapping, '$.program') FROM import_batch WHERE json_extract(mapping, '$.program') IS NOT NULL",
    ),
  );

/** Which imports these leads came with, or were changed by: of each such lead the batches. */
export const batchesOfLeads = (db: Reader, leadIds: readonly string[]) =>
  db.raw<readonly [leadId: string, batchId: string]>(
    `SELECT l.id, l.batch_id FROM json_each(?1) w CROSS JOIN lead l ON l.id = w.value WHERE l.batch_id IS NOT NULL
     UNION
     SELECT c.lead_id, s.batch_id FROM json_each(?1) w CROSS JOIN change c ON c.lead_id = w.value
     JOIN step s ON s.seq = c.step_seq WHERE c.table_name = 'lead' AND s.batch_id IS NOT NULL AND s.undone = 0`,
    { 1: JSON.stringify(leadIds) },
  );

/** The columns of an import, each with whether it was mapped to the notes. */
export const columnsOfBatch = (db: Reader, batchId: string) =>
  db.raw<readonly [header: string, isNotes: 0 | 1]>(
    `SELECT h.value, EXISTS (SELECT 1 FROM json_each(b.mapping, '$.columns') c
       WHERE json_extract(c.value, '$.column') = h.key AND json_extract(c.value, '$.target') = 'notes')
     FROM import_batch b, json_each(b.mapping, '$.headers') h WHERE b.id = ?`,
    [batchId],
  );

/** The mapping of one import; null when it cannot be used any more. */
export function mappingOfBatch(db: Reader, id: string): Mapping | null {
  const [stored] = db.pluck<string>('SELECT mapping FROM import_batch WHERE id = ?', [id]);
  const mapping = stored === undefined ? undefined : mappingSchema.safeParse(JSON.parse(stored));
  return mapping?.success ? mapping.data : null;
}

export type MatchRow = {
  readonly id: string;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly linkedinUrl: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly jobTitle: string | null;
  readonly city: string | null;
  readonly country: string | null;
  /** Only where they may name a further address. */
  readonly notes: string | null;
  readonly batchId: string | null;
  /** Keys of rows that were found to be this lead, separated by spaces. */
  readonly importKeys: string | null;
};

/** What existing leads can be matched by, in the order of their ids, behind `afterId`. */
export const matchRowsAfter = (db: Reader, afterId: string, limit: number): MatchRow[] =>
  db
    .all<object>(
      `SELECT id, external_id, email, phone, linkedin_url, first_name, last_name, company, job_title, city,
         country, CASE WHEN instr(notes, 'Other ') > 0 THEN notes END AS notes, batch_id, import_keys
       FROM lead WHERE id > ? ORDER BY id LIMIT ?`,
      [afterId, limit],
    )
    .map(row => fromRow<MatchRow>(row));

/** About fifty keys of a lead; more are not kept. */
const longestImportKeys = 650;

export const addImportKey = (db: Writer, leadId: string, key: string): number =>
  db.run(
    `UPDATE lead SET import_keys = concat_ws(' ', import_keys, ?2) WHERE id = ?1 AND ifnull(length(import_keys), 0) < ?3`,
    { 1: leadId, 2: key, 3: longestImportKeys },
  );

export const dropImportKey = (db: Writer, leadId: string, key: string): number =>
  db.run(
    `UPDATE lead SET import_keys = nullif(trim(replace(' ' || import_keys || ' ', ' ' || ?2 || ' ', ' ')), '')
     WHERE id = ?1 AND import_keys IS NOT NULL`,
    { 1: leadId, 2: key },
  );

/** Types and moments (UTC ms) of what a lead did, by the covering index. */
export const instantsOf = (
  db: Reader,
  leadId: string,
): (readonly [typeId: string, at: number, content: string | null])[] =>
  db.raw('SELECT type_id, at, content FROM activity WHERE lead_id = ?', [leadId]);

/** Types and instants (UTC ms) of what was logged for a lead without an import. */
export const loggedByHand = (db: Reader, leadId: string): (readonly [typeId: string, at: number])[] =>
  db.raw('SELECT type_id, at FROM activity WHERE lead_id = ? AND batch_id IS NULL ORDER BY at', [leadId]);

/** A lead whose first activity was before `since` was known by then: the lead and the first line of its history. */
export function startEarlier(db: Writer, leadId: string, since: number): void {
  const moved = db.run(
    'UPDATE lead SET created_at = ?, stage_since = min(stage_since, ?) WHERE id = ? AND created_at > ?',
    [since, since, leadId, since],
  );
  if (moved > 0)
    db.run('UPDATE stage_change SET at = min(at, ?) WHERE lead_id = ? AND from_stage IS NULL', [since, leadId]);
}

/** Facts (the id, then `fields`) and activities of some leads, both sorted by lead, as the engine takes them. */
export function attributesAndInstants(db: Reader, fields: readonly FitField[], leadIds: readonly string[]) {
  const ids = JSON.stringify(leadIds);
  const wanted = fields.map(field => attributeExpression(field));
  return {
    attributes: db.raw<readonly [id: string, ...attributes: (string | number | null)[]]>(
      `SELECT ${['id', ...wanted.map(({ sql }) => sql)].join(', ')} FROM lead
       WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
      [...wanted.flatMap(({ params }) => params), ids],
    ),
    instants: db.raw<readonly [leadId: string, typeId: string, at: number]>(
      `SELECT lead_id, type_id, at FROM activity
       WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY lead_id, at, id`,
      [ids],
    ),
  };
}

const counted = (rows: readonly (readonly [count: number, ...line: (string | number | null)[]])[]) =>
  new Map(rows.map(([count, ...line]) => [line.join(' '), count]));

/** Lines of spend of other batches, as "channel campaign amount from to", with how many there are of each. */
export const knownSpend = (db: Reader, batchId: string): ReadonlyMap<string, number> =>
  counted(
    db.raw(
      `SELECT count(*), channel_id, campaign_id, amount, starts_on, ends_on FROM spend WHERE batch_id IS NOT ?
       GROUP BY channel_id, campaign_id, amount, starts_on, ends_on`,
      [batchId],
    ),
  );

/** The same for reach, as "channel week strangers visitors". */
export const knownReach = (db: Reader, batchId: string): ReadonlyMap<string, number> =>
  counted(
    db.raw(
      `SELECT count(*), channel_id, week_start, strangers, visitors FROM reach WHERE batch_id IS NOT ?
       GROUP BY channel_id, week_start, strangers, visitors`,
      [batchId],
    ),
  );

/** For a history that has been completed: where a step came from. */
export const setFromStage = (db: Writer, id: string, from: Stage | null): number =>
  db.run('UPDATE stage_change SET from_stage = ? WHERE id = ?', [from, id]);

export const setReason = (db: Writer, id: string, reason: string): number =>
  db.run('UPDATE stage_change SET reason = ? WHERE id = ?', [reason, id]);

/** The step that imported the batch. */
export const stepOfBatch = (db: Reader, batchId: string): number | undefined =>
  db.pluck<number>('SELECT seq FROM step WHERE batch_id = ? AND undone = 0 ORDER BY seq LIMIT 1', [batchId])[0];

/** Leads of a batch in the order they came, behind `after`. */
export const leadsOfBatchAfter = (db: Reader, batchId: string, after: number, limit: number) =>
  db.raw<readonly [seq: number, id: string]>(
    'SELECT seq, id FROM lead WHERE batch_id = ? AND seq > ? ORDER BY seq LIMIT ?',
    [batchId, after, limit],
  );

/** With all that hangs on them, by one statement. */
export const deleteLeads = (db: Writer, seqs: readonly number[]): number =>
  db.run('DELETE FROM lead WHERE seq IN (SELECT value FROM json_each(?))', [JSON.stringify(seqs)]);

/** Whose rows stay: history of a stage they went on from, the rest only of leads that are kept as a whole. */
export type Stays = { readonly kept: readonly string[]; readonly movedOn: readonly string[] };
const attached: readonly (readonly [table: string, of: keyof Stays | null])[] = [
  ['receipt', 'movedOn'],
  ['stage_change', 'movedOn'],
  ['activity', 'kept'],
  ['deal', 'movedOn'],
  ['lead_tag', 'kept'],
  ['custom_value', 'kept'],
  ['spend', null],
  ['reach', null],
];

/** Takes away, at most `most` rows at a time, what the batch attached to leads that are not its own; 0: there is no more. */
export function removeAttached(db: Writer, batchId: string, stays: Stays, most: number): number {
  for (const [table, of] of attached) {
    const others = of === null ? '' : 'AND lead_id NOT IN (SELECT value FROM json_each(?3))';
    const removed = db.run(
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE batch_id = ?1 ${others} LIMIT ?2)`,
      of === null ? { 1: batchId, 2: most } : { 1: batchId, 2: most, 3: JSON.stringify(stays[of]) },
    );
    if (removed > 0) return removed;
  }
  return 0;
}

/** What an import may overwrite, in the order in which it is put back. */
export const overwrittenTables = ['lead', 'custom_value', 'deal', 'stage_change'] as const;
export type OverwrittenTable = (typeof overwrittenTables)[number];
type Columns = Readonly<Record<string, SqlValue>>;
export type Overwritten = {
  readonly seq: number;
  readonly rowId: string;
  readonly leadId: string;
  readonly before: Columns;
  readonly after: Columns;
};

/** Rows of a table that the import's step changed, the latest change first, before `below`, with what they said before and after. */
export const overwritten = (
  db: Reader,
  stepSeq: number,
  table: OverwrittenTable,
  below: number,
  limit: number,
): Overwritten[] =>
  db
    .all<{ seq: number; rowId: string; leadId: string; before: string; after: string }>(
      `SELECT seq, row_id AS rowId, lead_id AS leadId, before, after FROM change
       WHERE step_seq = ? AND seq < ? AND table_name = ? AND op = 'update' ORDER BY seq DESC LIMIT ?`,
      [stepSeq, below, table, limit],
    )
    .map(({ before, after, ...row }) => ({ ...row, before: JSON.parse(before), after: JSON.parse(after) }));

/** Puts back the columns of a row that still say what the import wrote; answers the columns that have been edited since. */
export function restoreRow(
  db: Writer,
  table: OverwrittenTable,
  { rowId, before, after }: Pick<Overwritten, 'rowId' | 'before' | 'after'>,
): string[] {
  const columns = Object.keys(before);
  const list = columns.map(quoted).join(', ');
  const [now = []] = db.raw<SqlValue[]>(`SELECT ${list} FROM ${table} WHERE id = ?`, [rowId]);
  const untouched = columns.filter((column, i) => now[i] === (after[column] ?? null));
  if (untouched.length > 0) {
    const set = untouched.map(column => `${quoted(column)} = ?`).join(', ');
    db.run(`UPDATE ${table} SET ${set} WHERE id = ?`, [...untouched.map(column => before[column] ?? null), rowId]);
  }
  return columns.filter(column => !untouched.includes(column));
}
