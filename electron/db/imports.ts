// All SQL of import batches: their history, what is there to be matched, and what one has left behind.
import type { ImportCounts, Mapping } from '../../shared/import.ts';
import { importCountsSchema, mappingSchema } from '../../shared/import.ts';
import type { Reader, Writer } from './handle.ts';
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

/** The mapping last used for a file with the same headers; null when there is none that still fits. */
export function rememberedMapping(db: Reader, headersHash: string): Mapping | null {
  const [stored] = db.pluck<string>(
    'SELECT mapping FROM import_batch WHERE headers_hash = ? ORDER BY at DESC LIMIT 1',
    [headersHash],
  );
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
};

/** What existing leads can be matched by, in the order of their ids, behind `afterId`. */
export const matchRowsAfter = (db: Reader, afterId: string, limit: number): MatchRow[] =>
  db
    .all<object>(
      `SELECT id, external_id, email, phone, linkedin_url, first_name, last_name, company FROM lead
       WHERE id > ? ORDER BY id LIMIT ?`,
      [afterId, limit],
    )
    .map(row => fromRow<MatchRow>(row));

export const hasActivityAt = (db: Reader, leadId: string, typeId: string, at: number): boolean =>
  db.get('SELECT 1 FROM activity WHERE lead_id = ? AND at = ? AND type_id = ?', [leadId, at, typeId]) !== undefined;

/** The step that imported the batch. */
export const stepOfBatch = (db: Reader, batchId: string): number | undefined =>
  db.pluck<number>('SELECT seq FROM step WHERE batch_id = ? AND undone = 0 ORDER BY seq LIMIT 1', [batchId])[0];

/** Leads of the batch about which something was written after the import. */
export const editedSince = (db: Reader, batchId: string, stepSeq: number): string[] =>
  db.pluck(
    `SELECT DISTINCT l.id FROM lead l JOIN change c ON c.lead_id = l.id JOIN step s ON s.seq = c.step_seq
     WHERE l.batch_id = ? AND c.step_seq > ? AND s.undone = 0`,
    [batchId, stepSeq],
  );

export const leadsOfBatch = (db: Reader, batchId: string): string[] =>
  db.pluck('SELECT id FROM lead WHERE batch_id = ?', [batchId]);

const attached = ['receipt', 'stage_change', 'activity', 'deal'] as const;

/** Takes away what the batch attached to leads that are not its own. */
export function removeAttached(db: Writer, batchId: string): number {
  let removed = 0;
  for (const table of attached) {
    removed += db.run(
      `DELETE FROM ${table} WHERE batch_id = ?1
       AND lead_id NOT IN (SELECT id FROM lead WHERE batch_id = ?1)`,
      { 1: batchId },
    );
  }
  for (const table of ['spend', 'reach'] as const)
    removed += db.run(`DELETE FROM ${table} WHERE batch_id = ?`, [batchId]);
  return removed;
}

export type Overwritten = {
  readonly rowId: string;
  readonly before: Readonly<Record<string, string | number | null>>;
  readonly after: Readonly<Record<string, string | number | null>>;
};

/** Leads that the import's step changed, with what they said before and after. */
export const overwrittenLeads = (db: Reader, stepSeq: number): Overwritten[] =>
  db
    .all<{ row_id: string; before: string; after: string }>(
      "SELECT row_id, before, after FROM change WHERE step_seq = ? AND table_name = 'lead' AND op = 'update' ORDER BY seq DESC",
      [stepSeq],
    )
    .map(row => ({ rowId: row.row_id, before: JSON.parse(row.before), after: JSON.parse(row.after) }));

/** Puts a column of a lead back when it still says what the import wrote; false when it has been edited since. */
export function restoreColumn(
  db: Writer,
  leadId: string,
  column: string,
  before: string | number | null,
  after: string | number | null,
): boolean {
  return db.run(`UPDATE lead SET "${column}" = ? WHERE id = ? AND "${column}" IS ?`, [before, leadId, after]) > 0;
}
