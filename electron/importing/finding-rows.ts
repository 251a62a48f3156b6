// Rows heaped up under the sentence that tells of them.
import type { Finding, FindingKind, FindingRow } from '../../shared/import-findings.ts';
import type { PreparedRow } from '../../shared/import-row.ts';

/** Rows kept behind a sentence. */
export const shown = 50;
/** Names in a sentence. */
const named = 3;

export type Heap = { count: number; readonly rows: FindingRow[] };

type Row = PreparedRow | Pick<FindingRow, 'line' | 'name'>;

export type FindingRows = ReturnType<typeof createFindingRows>;

export function createFindingRows(nameOf: (row: PreparedRow) => string) {
  const heaps = new Map<string, Heap>();

  function put(key: string, row: Row, was: string, becomes: string): void {
    const heap = heaps.get(key) ?? { count: 0, rows: [] };
    heap.count += 1;
    // Most rows of a big file are counted only, and putting a name together takes its time.
    if (heap.rows.length < shown) {
      const name = 'attributes' in row ? nameOf(row) : row.name;
      heap.rows.push({ line: row.line, name, was, becomes });
    }
    heaps.set(key, heap);
  }

  /** The sentence of a heap; none where nothing was put on it. */
  function sentence(
    kind: FindingKind,
    key: string,
    text: (count: number) => string,
    more: Partial<Finding> = {},
  ): Finding[] {
    const heap = heaps.get(key);
    if (!heap) return [];
    const { count, rows } = heap;
    return [{ kind, key, odd: false, text: text(count), count, rows, column: null, target: null, ...more }];
  }

  /** "; first: A, B, C" behind a sentence: the names of three rows, or what stood there. */
  function first(key: string, what: 'name' | 'was' = 'name'): string {
    const names = new Set(heaps.get(key)?.rows.map(row => row[what]));
    return names.size === 0 ? '' : `; first: ${[...names].slice(0, named).join(', ')}`;
  }

  return { heaps, put, sentence, first };
}
