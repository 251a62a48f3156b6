// The undo journal: one command is one step; every step can be undone and redone, also after a restart.
// Writing is done by the triggers of journal-triggers.ts; here steps begin, end and are flipped.
import type { TableName } from '../../../shared/contract/entry.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { batchTables, nextStep } from './next-step.ts';
import { type ChangeRow, type OthersWork, revert } from './revert.ts';

export type StepInfo = {
  readonly id: string;
  readonly label: string;
  readonly at: number;
  readonly deviceId: string;
  readonly memberId: string | null;
};

/** Opens a step inside the running transaction; all writes until `endStep` belong to it. */
export function beginStep(writer: Writer, info: StepInfo): number {
  writer.run('INSERT INTO step (id, label, at, device_id, member_id) VALUES (?, ?, ?, ?, ?)', [
    info.id,
    info.label,
    info.at,
    info.deviceId,
    info.memberId,
  ]);
  const seq = writer.pluck<number>('SELECT max(seq) FROM step')[0] ?? 0;
  enter(writer, seq, null);
  return seq;
}

/** From here on, rows inserted with this batch id belong to the step without a line each. */
export function beginBatch(writer: Writer, stepSeq: number, batchId: string): void {
  writer.run('UPDATE step SET batch_id = ? WHERE seq = ?', [batchId, stepSeq]);
  enter(writer, stepSeq, batchId);
}

function enter(writer: Writer, stepSeq: number | null, batchId: string | null): void {
  writer.run('DELETE FROM temp.journal_now');
  if (stepSeq !== null) writer.run('INSERT INTO temp.journal_now VALUES (?, ?)', [stepSeq, batchId]);
}

export type StepResult = { readonly tables: readonly TableName[]; readonly leadIds: readonly string[] };

/**
 * Ends the step: what it touched. A step that changed nothing leaves nothing; one that did forgets what could be redone.
 * `leadIds` are the leads whose rows or activities changed; of more than `maxNamed` not all are named.
 */
export function endStep(writer: Writer, seq: number): StepResult {
  enter(writer, null, null);
  return concluded(writer, seq, touchedBy(writer, seq));
}

/** The same for a step of any size: looks at its changes some thousands at a time and gives way in between. */
export async function endLongStep(
  writer: Writer,
  seq: number,
  yieldToEventLoop: () => Promise<void>,
): Promise<StepResult> {
  enter(writer, null, null);
  return concluded(writer, seq, await touchedBySlices(writer, seq, yieldToEventLoop));
}

/** Ends a step of which nothing is kept: it cannot be undone, and the journal holds nothing of what it deleted. */
export async function endUnrecorded(
  writer: Writer,
  seq: number,
  yieldToEventLoop: () => Promise<void>,
): Promise<StepResult> {
  enter(writer, null, null);
  const result = await touchedBySlices(writer, seq, yieldToEventLoop);
  writer.run('DELETE FROM step WHERE seq = ?', [seq]);
  return result.tables.length === 0 ? result : { ...result, tables: [...result.tables, 'step'] };
}

function concluded(writer: Writer, seq: number, result: StepResult): StepResult {
  if (result.tables.length === 0) {
    writer.run('DELETE FROM step WHERE seq = ?', [seq]);
    return result;
  }
  writer.run('UPDATE step SET undone = 2 WHERE undone = 1');
  writer.run('UPDATE step SET tables = ? WHERE seq = ?', [JSON.stringify(result.tables), seq]);
  return { ...result, tables: [...result.tables, 'step'] };
}

/** The lead to whom a row belonged before it was given to another one, as merging does. */
const leadBefore = `CASE WHEN op = 'update' AND before LIKE '%"lead_id"%' THEN before ->> 'lead_id' END`;

/** Above this many changed leads, reload everything: four seconds at 100,000 leads. */
export const maxNamed = 20_000;
/** Changes looked at in one go: about 5 ms. */
const lookedAt = 4000;

async function touchedBySlices(
  reader: Reader,
  seq: number,
  yieldToEventLoop: () => Promise<void>,
): Promise<StepResult> {
  const tables = new Set<TableName>(tablesOfBatch(reader, seq));
  const leadIds = await leadsOfBatch(reader, seq, yieldToEventLoop);
  for (let after = 0; ; ) {
    const rows = reader.raw<readonly [seq: number, table: TableName, lead: string | null, before: string | null]>(
      `SELECT seq, table_name, lead_id, ${leadBefore} FROM change WHERE step_seq = ? AND seq > ? ORDER BY seq LIMIT ?`,
      [seq, after, lookedAt],
    );
    for (const [, table, lead, before] of rows) {
      tables.add(table);
      if (lead !== null) leadIds.add(lead);
      if (before !== null) leadIds.add(before);
    }
    await yieldToEventLoop();
    after = rows.at(-1)?.[0] ?? after;
    if (rows.length < lookedAt) return { tables: [...tables], leadIds: [...leadIds] };
  }
}

const batchOf = (reader: Reader, seq: number): string | null =>
  reader.pluck<string | null>('SELECT batch_id FROM step WHERE seq = ?', [seq])[0] ?? null;

function tablesOfBatch(reader: Reader, seq: number): TableName[] {
  const batchId = batchOf(reader, seq);
  if (batchId === null) return [];
  return batchTables.filter(table => reader.get(`SELECT 1 FROM ${table} WHERE batch_id = ? LIMIT 1`, [batchId]));
}

function touchedBy(reader: Reader, seq: number): StepResult {
  const tables = reader.pluck<TableName>('SELECT DISTINCT table_name FROM change WHERE step_seq = ?', [seq]);
  const leadIds = reader.pluck<string>(
    `SELECT lead_id FROM change WHERE step_seq = ? AND lead_id IS NOT NULL
     UNION SELECT ${leadBefore} FROM change WHERE step_seq = ? AND ${leadBefore} IS NOT NULL`,
    [seq, seq],
  );
  return { tables: [...new Set<TableName>([...tables, ...tablesOfBatch(reader, seq)])], leadIds };
}

/** Leads that a batch made, and those to whom it added something; when they are more than `maxNamed`, not all of them. */
async function leadsOfBatch(reader: Reader, seq: number, yieldToEventLoop: () => Promise<void>): Promise<Set<string>> {
  const batchId = batchOf(reader, seq);
  const leadIds = new Set<string>();
  if (batchId === null) return leadIds;
  for (const [table, column] of [
    ['lead', 'id'],
    ['stage_change', 'lead_id'],
    ['activity', 'lead_id'],
  ] as const) {
    for (let after = 0, rows = lookedAt; rows === lookedAt && leadIds.size <= maxNamed; ) {
      const found = reader.raw<readonly [rowid: number, leadId: string]>(
        `SELECT rowid, ${column} FROM ${table} WHERE batch_id = ? AND rowid > ? ORDER BY rowid LIMIT ?`,
        [batchId, after, lookedAt],
      );
      for (const [, id] of found) leadIds.add(id);
      after = found.at(-1)?.[0] ?? after;
      rows = found.length;
      await yieldToEventLoop();
    }
  }
  return leadIds;
}

/**
 * Sweeps away steps that are out of reach, `most` recorded changes at a time, for an import taken back leaves many.
 * Answers whether there is more.
 */
export function purgeSteps(writer: Writer, most: number): boolean {
  const purged = writer.run(
    'DELETE FROM change WHERE seq IN (SELECT seq FROM change WHERE step_seq IN (SELECT seq FROM step WHERE undone = 2) LIMIT ?)',
    [most],
  );
  if (purged === most) return true;
  writer.run('DELETE FROM step WHERE undone = 2');
  return false;
}

/** Whether `purgeSteps` has anything to do. */
export const hasStepsToPurge = (reader: Reader): boolean =>
  reader.get('SELECT 1 FROM step WHERE undone = 2 LIMIT 1') !== undefined;

/** Does something as a step of which nothing is kept, inside a running transaction and outside any step. */
export function unrecordedly<T>(writer: Writer, work: () => T): T {
  const seq = beginStep(writer, { id: 'unrecorded', label: '', at: 0, deviceId: '', memberId: null });
  const value = work();
  enter(writer, null, null);
  writer.run('DELETE FROM step WHERE seq = ?', [seq]);
  return value;
}

/** Ends the running step and forgets the whole history: what stands now is the ground on which undo stops. */
export function forgetSteps(writer: Writer): void {
  enter(writer, null, null);
  writer.run('DELETE FROM step');
}

/** Takes a step's changes up to the line `last` back, latest first; the way back is recorded behind them, under the same step. */
async function revertAll(
  writer: Writer,
  stepSeq: number,
  last: number,
  yieldToEventLoop: () => Promise<void>,
  others: OthersWork | null,
): Promise<void> {
  for (;;) {
    const changes = writer.all<ChangeRow>(
      'SELECT seq, table_name, row_id, op, before, after FROM change WHERE step_seq = ? AND seq <= ? ORDER BY seq DESC LIMIT 500',
      [stepSeq, last],
    );
    if (changes.length === 0) return;
    for (const change of changes) {
      revert(writer, change, others);
      writer.run('DELETE FROM change WHERE seq = ?', [change.seq]);
      await yieldToEventLoop();
    }
  }
}

export type UndoneOrRedone = StepResult & {
  readonly id: string;
  readonly seq: number;
  readonly label: string;
  /** The import whose rows are back without a line each. */
  readonly batchId: string | null;
};

/**
 * Undoes or redoes the next step inside the running transaction; null when there is none. While it runs, the triggers
 * record the way back under the same step, so that undo and redo are one mechanism. `yieldToEventLoop` is awaited between rows.
 * `others`: what other computers have worked on since, which stays.
 */
export async function undoOrRedoStep(
  writer: Writer,
  direction: 'undo' | 'redo',
  yieldToEventLoop: () => Promise<void>,
  others: OthersWork | null = null,
): Promise<UndoneOrRedone | null> {
  const step = nextStep(writer, direction);
  if (!step) return null;
  const before = await touchedBySlices(writer, step.seq, yieldToEventLoop);
  // Rows come back in any order; references are checked when the transaction commits.
  writer.run('PRAGMA defer_foreign_keys = ON');
  // Undo runs outside the batch, so that every row of it that goes is written down and can come back.
  enter(writer, step.seq, direction === 'redo' ? step.batch_id : null);
  const last = writer.pluck<number | null>('SELECT max(seq) FROM change')[0] ?? 0;
  const batch = direction === 'undo' ? step.batch_id : null;
  // What is to stay for others is known when the rows that name it are gone.
  if (batch && others) await removeBatch(writer, batch, yieldToEventLoop, others);
  await revertAll(writer, step.seq, last, yieldToEventLoop, others);
  if (batch && !others) await removeBatch(writer, batch, yieldToEventLoop, null);
  writer.run('UPDATE step SET undone = ? WHERE seq = ?', [direction === 'undo' ? 1 : 0, step.seq]);
  enter(writer, null, null);
  const after = await touchedBySlices(writer, step.seq, yieldToEventLoop);
  return {
    id: step.id,
    seq: step.seq,
    label: step.label,
    batchId: direction === 'redo' ? step.batch_id : null,
    tables: [...new Set<TableName>([...before.tables, ...after.tables, 'step'])],
    leadIds: [...new Set([...before.leadIds, ...after.leadIds])],
  };
}

async function removeBatch(
  writer: Writer,
  batchId: string,
  yieldToEventLoop: () => Promise<void>,
  others: OthersWork | null,
): Promise<void> {
  for (const table of batchTables) {
    if (others) {
      for (const id of writer.pluck<string>(`SELECT id FROM ${table} WHERE batch_id = ?`, [batchId])) {
        if (!others.row(table, id)) writer.run(`DELETE FROM ${table} WHERE id = ?`, [id]);
        await yieldToEventLoop();
      }
      continue;
    }
    for (;;) {
      const removed = writer.run(
        `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE batch_id = ? LIMIT 100)`,
        [batchId],
      );
      await yieldToEventLoop();
      if (removed === 0) break;
    }
  }
}
