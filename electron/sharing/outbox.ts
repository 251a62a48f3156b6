// Own steps become packets, in the transaction of the step: what is done is written down for the others, or neither.
import type { Writer } from '../db/file/handle.ts';
import type { OthersWork } from '../db/journal/revert.ts';
import { touchedSince } from '../db/journal/touched.ts';
import {
  columnsOfOthers,
  insertPacket,
  isWrittenByOthers,
  lastPacket,
  packetCounts,
  packetOf,
  packetOfStep,
  placeOfStep,
  readSharing,
  workedOnByOthers,
  writeClock,
} from '../db/tables/packets.ts';
import { idsShownAs, isShared, keepStart, showAs } from '../db/tables/shared-rows.ts';
import { changesOf, type Touched } from '../sync/changes.ts';
import { nextClock } from '../sync/clock.ts';
import type { Packet } from '../sync/packet.ts';
import type { MergePlan, Table } from '../sync/plan.ts';
import type { SharedRow } from '../sync/registers.ts';
import { encodePacket } from '../sync/segment.ts';

export type FinishedStep = {
  readonly stepId: string;
  readonly stepSeq: number;
  readonly label: string;
  readonly memberId: string | null;
  readonly batchId: string | null;
  /** Lines of the journal up to this one are not of this run of the step: undo and redo write behind it. */
  readonly after: number;
};

const withoutHome = ({ rule }: Table, row: SharedRow): SharedRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !rule.home?.columns?.includes(name))) as SharedRow;

/** Rows as they were, before anybody touched them. */
function keepStarts(db: Writer, plan: MergePlan, touched: readonly Touched[]): void {
  for (const { table: name, id, before, after } of touched) {
    const table = plan.table(name);
    if (!table || table.rule.home?.ids?.includes(id)) continue;
    if (before) keepStart(db, name, id, withoutHome(table, before));
    else if (after) keepStart(db, name, id, null, after);
  }
}

/** Two records that were merged are one from now on, also until merging looks at them again. */
function noteMergings(db: Writer, touched: readonly Touched[]): void {
  for (const { table, before, after } of touched) {
    if (table !== 'lead_alias') continue;
    const [from, to] = [`${(after ?? before)?.lead_id}`, after && `${after.as_id}`];
    showAs(db, 'lead', [from, ...(to ? idsShownAs(db, 'lead', from) : [])], to);
  }
}

/** Writes the packet of a step; null when nothing of it is for the others. */
export function putInOutbox(db: Writer, plan: MergePlan, now: number, done: FinishedStep): Packet | null {
  const sharing = readSharing(db);
  if (!sharing) return null;
  const { workspace, writer } = sharing;
  const touched = touchedSince(db, done.stepSeq, done.after, done.batchId);
  const undoes = packetOfStep(db, writer, done.stepId);
  const undone = undoes === null ? undefined : packetOf(db, writer, undoes);
  const changes = changesOf(plan, touched, {
    isKnown: (table, id) => isShared(db, table, id),
    idsBehind: (table, id) => idsShownAs(db, table, id),
    undoes: undone ? { ...undone, workspace } : null,
  });
  keepStarts(db, plan, touched);
  noteMergings(db, touched);
  if (changes.length === 0) return null;
  const last = lastPacket(db, writer);
  const counts = packetCounts(db).filter(one => one.writer !== writer && one.settled > 0);
  const packet: Packet = {
    workspace,
    writer,
    n: last.n + 1,
    clock: nextClock(sharing.clock, now, writer),
    seen: Object.fromEntries(counts.map(one => [one.writer, one.settled])),
    schema: plan.version,
    memberId: done.memberId,
    label: done.label.slice(0, 1000),
    undoes,
    changes,
  };
  const hash = encodePacket(packet, last.hash).at(-1)?.hash ?? '';
  insertPacket(db, packet, { hash, stepId: done.stepId });
  writeClock(db, packet.clock);
  return packet;
}

/**
 * What undo or redo of a step leaves alone in a shared workspace, because others have worked on it since: for undo since it was done
 * first, for redo since it was undone.
 */
export function keptOfOthers(db: Writer, plan: MergePlan, direction: 'undo' | 'redo', stepId: string): OthersWork {
  const behind = placeOfStep(db, direction === 'undo' ? 'first' : 'last', stepId);
  const isReferredTo = (table: string, id: string): boolean =>
    plan.tables.some(({ name, references }) =>
      references.some(
        ({ table: target, column, onDelete }) =>
          target === table &&
          onDelete !== 'SET NULL' &&
          db.get(`SELECT 1 FROM "${name}" WHERE "${column}" = ? LIMIT 1`, [id]) !== undefined,
      ),
    );
  const leads = direction === 'redo' ? new Set(workedOnByOthers(db, behind)) : undefined;
  return {
    /** A row that others wrote to, or to which something belongs by now, stays. A lead is deleted again with all it has, or stays with it. */
    row: (table, id) => {
      const lead = leads && leadOf(db, plan, table, id);
      if (leads && lead !== undefined) return leads.has(lead);
      return isWrittenByOthers(db, table, id, behind) || isReferredTo(table, id);
    },
    columns: (table, id) => columnsOfOthers(db, table, id, behind),
    /** Columns that say one thing together with one that others have changed since. */
    groups: table => plan.table(table)?.groups ?? [],
  };
}

/** The lead to which a row belongs, or that it is. */
function leadOf(db: Writer, plan: MergePlan, name: string, id: string): string | undefined {
  if (name === 'lead') return id;
  if (!plan.table(name)?.columns.some(column => column.name === 'lead_id')) return undefined;
  return db.pluck<string>(`SELECT lead_id FROM "${name}" WHERE id = ?`, [id])[0];
}
