// All SQL of erasing: who belongs to a person, what the journal holds of them, the log of erasures, and suppressed people.

import type { Erasure } from '../../../shared/contract/privacy.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { quoted } from './names.ts';
import { insertRow } from './rows.ts';

/** Leads that were merged into these, as far as the journal knows, and these. */
export function withMerged(db: Reader, leadIds: readonly string[]): readonly string[] {
  const all = new Set(leadIds);
  for (let wave = [...leadIds]; wave.length > 0; ) {
    const before = db.pluck<string>(
      `SELECT DISTINCT c.before ->> 'lead_id' FROM json_each(?) wanted CROSS JOIN change c ON c.lead_id = wanted.value
       WHERE c.op = 'update' AND c.before LIKE '%"lead_id"%' AND c.before ->> 'lead_id' IS NOT NULL`,
      [JSON.stringify(wave)],
    );
    wave = before.filter(id => !all.has(id));
    for (const id of wave) all.add(id);
  }
  // A lead that still exists is another person: only records that ceased to be belong to the person.
  return [...all].filter(id => leadIds.includes(id) || db.get('SELECT 1 FROM lead WHERE id = ?', [id]) === undefined);
}

type Columns = Readonly<Record<string, string | number | null>>;
const read = (text: string | null): Columns => JSON.parse(text ?? '{}') as Columns;

/** The columns of these leads: as they are, and as the journal says they were. */
export function columnsEver(db: Reader, leadIds: readonly string[]): readonly Columns[] {
  const ids = JSON.stringify(leadIds);
  const now = db.all<Columns>(`SELECT l.* FROM json_each(?) wanted JOIN lead l ON l.id = wanted.value`, [ids]);
  const then = db.all<{ rowId: string; before: string | null; after: string | null }>(
    `SELECT c.row_id AS rowId, c.before, c.after FROM json_each(?) wanted
       CROSS JOIN change c ON c.table_name = 'lead' AND c.row_id = wanted.value ORDER BY c.seq DESC`,
    [ids],
  );
  // A change holds only what changed: the rest of the name is as the next later state has it.
  const later = new Map<string, Columns>(now.map(row => [String(row.id), row]));
  const states: Columns[] = [...now];
  for (const { rowId, before, after } of then) {
    const known = later.get(rowId) ?? {};
    const became = { ...known, ...read(after) };
    const was = { ...became, ...read(before) };
    states.push(became, was);
    later.set(rowId, was);
  }
  return states;
}

/** Tables with rows of a lead. */
const ofLead = [
  'activity',
  'stage_change',
  'receipt',
  'score_adjustment',
  'deal',
  'lead_touch',
  'later_step',
  'lead_file',
  'custom_value',
  'lead_tag',
] as const;
export type ErasedCounts = Readonly<Record<'lead' | (typeof ofLead)[number] | 'change', number>>;

/** How many rows of each kind there are of these leads. */
export function countRows(db: Reader, leadIds: readonly string[]): ErasedCounts {
  const ids = JSON.stringify(leadIds);
  const count = (table: string, column: string): number =>
    db.pluck<number>(`SELECT count(*) FROM json_each(?) wanted CROSS JOIN ${table} t ON t.${column} = wanted.value`, [
      ids,
    ])[0] ?? 0;
  const tables = Object.fromEntries([...ofLead, 'change'].map(table => [table, count(table, 'lead_id')]));
  return { lead: count('lead', 'id'), ...tables } as ErasedCounts;
}

/**
 * Deletes everything the journal holds of these leads, also where a row was given from one of them to another lead. A step that
 * gave rows from lead to lead, as merging does, goes whole: half of it would take from the other lead what was theirs.
 */
export function deleteJournalOf(db: Writer, leadIds: readonly string[]): void {
  const ids = JSON.stringify(leadIds);
  deleteStepsBetween(db, ids);
  db.run(
    `DELETE FROM change WHERE seq IN (
       SELECT c.seq FROM json_each(?1) wanted CROSS JOIN change c ON c.lead_id = wanted.value
       UNION SELECT c.seq FROM json_each(?1) wanted CROSS JOIN change c ON c.table_name = 'lead' AND c.row_id = wanted.value)`,
    { 1: ids },
  );
  db.run(
    `DELETE FROM change WHERE before IS NOT NULL
     AND (before LIKE '%"lead_id"%' OR before LIKE '%"other_id"%')
     AND (before ->> 'lead_id' IN (SELECT value FROM json_each(?1)) OR before ->> 'other_id' IN (SELECT value FROM json_each(?1)))`,
    { 1: ids },
  );
}

/** Deletes steps by which one of these leads and another one gave rows to each other; what would be redone after one of them goes too. */
function deleteStepsBetween(db: Writer, ids: string): void {
  const steps = db.raw<readonly [seq: number, undone: number]>(
    `SELECT DISTINCT s.seq, s.undone FROM change c JOIN step s ON s.seq = c.step_seq
     WHERE c.op = 'update' AND c.before LIKE '%"lead_id"%' AND c.before ->> 'lead_id' IS NOT c.lead_id
       AND (c.lead_id IN (SELECT value FROM json_each(?1)) OR c.before ->> 'lead_id' IN (SELECT value FROM json_each(?1)))`,
    { 1: ids },
  );
  for (const [seq] of steps) db.run('DELETE FROM step WHERE seq = ?', [seq]);
  const redone = steps.filter(([, undone]) => undone === 1).map(([seq]) => seq);
  if (redone.length > 0) db.run('DELETE FROM step WHERE undone = 1 AND seq > ?', [Math.min(...redone)]);
}

/** Forgets, also in the journal, as whose records these leads were known to other computers. */
export function deleteAliasesOf(db: Writer, leadIds: readonly string[]): void {
  const ids = JSON.stringify(leadIds);
  db.run(
    'DELETE FROM lead_alias WHERE lead_id IN (SELECT value FROM json_each(?1)) OR as_id IN (SELECT value FROM json_each(?1))',
    { 1: ids },
  );
  db.run(
    `DELETE FROM change WHERE table_name = 'lead_alias'
     AND EXISTS (SELECT 1 FROM json_each(?) wanted WHERE instr(row_id, wanted.value) > 0)`,
    [ids],
  );
}

/** Deletes steps of which nothing is left that could be undone. */
export const deleteEmptySteps = (db: Writer): number =>
  db.run('DELETE FROM step WHERE batch_id IS NULL AND NOT EXISTS (SELECT 1 FROM change c WHERE c.step_seq = step.seq)');

export type TextRow = { readonly rowid: number; readonly texts: readonly (string | null)[] };

/** Columns of a table that hold text, without ids, by which nothing is said. */
export const textColumns = (db: Reader, table: string): readonly string[] =>
  db
    .all<{ name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)', [table])
    .filter(({ name, type }) => (type === 'TEXT' || type === 'ANY') && name !== 'id' && !name.endsWith('_id'))
    .map(({ name }) => name);

/** Rows with a text in one of the columns, in the order of their row numbers. */
export const textRowsAfter = (
  db: Reader,
  table: string,
  columns: readonly string[],
  after: number,
  limit: number,
): TextRow[] =>
  db
    .raw<readonly [number, ...(string | number | null)[]]>(
      `SELECT rowid, ${columns.map(quoted).join(', ')} FROM ${quoted(table)} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
      [after, limit],
    )
    .map(([rowid, ...cells]) => ({ rowid, texts: cells.map(cell => (typeof cell === 'string' ? cell : null)) }));

export const writeTexts = (db: Writer, table: string, rowid: number, texts: Readonly<Record<string, string>>): number =>
  db.run(
    `UPDATE ${quoted(table)} SET ${Object.keys(texts)
      .map(name => `${quoted(name)} = ?`)
      .join(', ')} WHERE rowid = ?`,
    [...Object.values(texts), rowid],
  );

/** The lead a row belongs to, if its table has such a column. */
export const leadOfRow = (db: Reader, table: string, rowid: number): string | null =>
  table === 'lead'
    ? (db.pluck<string>('SELECT id FROM lead WHERE rowid = ?', [rowid])[0] ?? null)
    : (db.pluck<string | null>(`SELECT lead_id FROM ${quoted(table)} WHERE rowid = ?`, [rowid])[0] ?? null);

/** Closed reviews are final: they are opened for `work` and closed again as they were. */
export function withReviewsOpen(db: Writer, work: () => void): void {
  const closed = db.all<{ id: string; closed_at: number }>(
    'SELECT id, closed_at FROM review WHERE closed_at IS NOT NULL',
  );
  db.run('UPDATE review SET closed_at = NULL WHERE closed_at IS NOT NULL');
  work();
  for (const { id, closed_at } of closed) db.run('UPDATE review SET closed_at = ? WHERE id = ?', [closed_at, id]);
}

export const suppressionKinds = ['lead', 'email', 'phone', 'linkedin', 'external', 'name'] as const;
export type Suppression = {
  readonly id: string;
  readonly erasureId: string;
  readonly kind: (typeof suppressionKinds)[number];
  readonly salt: string;
  readonly hash: string;
};

export const insertErasure = (db: Writer, { counts, ...erasure }: Erasure): void =>
  insertRow(db, 'erasure', { ...erasure, counts: JSON.stringify(counts) });
export const insertSuppression = (db: Writer, suppression: Suppression): void =>
  insertRow(db, 'suppression', suppression);
export const markRewritten = (db: Writer): number => db.run('UPDATE erasure SET rewritten = 1 WHERE rewritten = 0');
export const hasUnwritten = (db: Reader): boolean =>
  db.get('SELECT 1 FROM erasure WHERE rewritten = 0 LIMIT 1') !== undefined;

/** The log of erasures, latest first. */
export const listErasures = (db: Reader): Erasure[] =>
  db
    .all<Omit<Erasure, 'counts'> & { counts: string }>(
      'SELECT id, at, reason, counts FROM erasure ORDER BY at DESC, id DESC',
    )
    .map(({ counts, ...erasure }) => ({ ...erasure, counts: JSON.parse(counts) as ErasedCounts }));

export const listSuppressions = (db: Reader): Suppression[] =>
  db.all('SELECT id, erasure_id AS erasureId, kind, salt, hash FROM suppression ORDER BY id');

/** An erasure with the hashes of whom it erased, as it is kept beside the backups. */
export type KnownErasure = Erasure & { readonly suppressions: readonly Omit<Suppression, 'erasureId'>[] };

export function knownErasures(db: Reader): KnownErasure[] {
  const all = Map.groupBy(listSuppressions(db), ({ erasureId }) => erasureId);
  return listErasures(db).map(erasure => ({
    ...erasure,
    suppressions: (all.get(erasure.id) ?? []).map(({ erasureId: _, ...suppression }) => suppression),
  }));
}

/** Salts in use; nearly always one. */
export const salts = (db: Reader): string[] => db.pluck('SELECT DISTINCT salt FROM suppression');

/** When a person of this hash was erased (UTC ms), the latest time; undefined: never. */
export const erasedAt = (db: Reader, hash: string): number | undefined =>
  db.pluck<number | null>(
    'SELECT max(e.at) FROM suppression s JOIN erasure e ON e.id = s.erasure_id WHERE s.hash = ?',
    [hash],
  )[0] ?? undefined;
