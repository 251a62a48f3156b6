// Whom the rows of earlier imports were found to be: the same row is the same person, whatever became known of others since.
import type { Writer } from '../db/file/handle.ts';
import { addImportKey, dropImportKey } from '../db/tables/imports.ts';

/**
 * By the keys of rows, leads. Nearly every key belongs to one; where rows alike were different people, each stands with the
 * number of the first such row in its file, from 0 in order.
 */
export type EarlierRows = Map<string, string | (readonly [from: number, leadId: string])[]>;

/** `stored`: a key, and behind a star the number of its row among those alike. */
export function addEarlierRow(rows: EarlierRows, stored: string, leadId: string): void {
  const [key = '', from] = stored.split('*');
  const there = rows.get(key);
  if (there === undefined && from === undefined) rows.set(key, leadId);
  else {
    const all = typeof there === 'string' ? [[0, there] as const] : (there ?? []);
    rows.set(
      key,
      [...all, [Number(from ?? 0), leadId] as const].sort(([a], [b]) => a - b),
    );
  }
}

function earlierLead(rows: EarlierRows, key: string, turn: number): string | null {
  const there = rows.get(key);
  if (there === undefined || typeof there === 'string') return there ?? null;
  return there.findLast(([from]) => from <= turn)?.[1] ?? null;
}

/** Written together when this many have come. */
const atOnce = 200;

export function createRowMemory(db: Writer, earlier: EarlierRows, flushLeads: () => void) {
  /** Of this import, by key: how many rows came, and who the last of them was. */
  const met = new Map<string, { turn: number; leadId: string | null }>();
  const waiting: { key: string; leadId: string; instead: string | null }[] = [];

  function flush(): void {
    if (waiting.length === 0) return;
    flushLeads();
    for (const { key, leadId, instead } of waiting.splice(0)) {
      if (instead !== null) dropImportKey(db, instead, key);
      addImportKey(db, leadId, key);
    }
  }

  /** The key to be stored with a lead; null: this is known already. */
  function news(key: string, leadId: string): { readonly key: string; readonly instead: string | null } | null {
    const row = met.get(key) ?? { turn: 0, leadId: null };
    const was = row.leadId;
    row.leadId = leadId;
    const before = earlierLead(earlier, key, row.turn);
    if (before === leadId || (before === null && was === leadId)) return null;
    return { key: row.turn === 0 ? key : `${key}*${row.turn}`, instead: before };
  }

  return {
    /** To be asked once for every row: who it was before. */
    before(key: string): string | null {
      const row = met.get(key);
      if (row) row.turn += 1;
      else met.set(key, { turn: 0, leadId: null });
      return earlierLead(earlier, key, row?.turn ?? 0);
    },
    /** A lead is made of the row; answers the key that it carries. */
    made: (key: string, leadId: string): string | null => news(key, leadId)?.key ?? null,
    /** The row was found to be this lead. */
    remember(key: string, leadId: string): void {
      const fresh = news(key, leadId);
      if (!fresh) return;
      waiting.push({ ...fresh, leadId });
      if (waiting.length >= atOnce) flush();
    },
    flush,
  };
}

export type RowMemory = ReturnType<typeof createRowMemory>;
