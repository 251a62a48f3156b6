// People who take in more rows of a list than anybody has.
import type { Finding } from '../../shared/import-findings.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import { type Lead, leadName } from '../../shared/lead.ts';
import { type Heap, shown } from './finding-rows.ts';

/** Rows of one person in a list of people: more are odd. */
const mostRows = 3;
/** People who take in more rows than that and are named. */
const mostAbsorbing = 20;
/** Of whom so many have a sentence. */
const told = 5;

export function createAbsorbing(nameOf: (row: PreparedRow) => string) {
  /** How many rows each has taken in. */
  const counts = new Map<string, number>();
  const absorbed = new Map<string, Heap>();
  return {
    /** A row that was taken for somebody further up in the file. */
    see: (row: PreparedRow, { lead, why }: { readonly lead: Lead; readonly why: string }): void => {
      const count = (counts.get(lead.id) ?? 1) + 1;
      counts.set(lead.id, count);
      if (count <= mostRows || (absorbed.size >= mostAbsorbing && !absorbed.has(lead.id))) return;
      const heap = absorbed.get(lead.id) ?? { count, rows: [] };
      heap.count = count;
      if (heap.rows.length < shown)
        heap.rows.push({ line: row.line, name: nameOf(row), was: leadName(lead), becomes: why });
      absorbed.set(lead.id, heap);
    },
    found: (): Finding[] =>
      [...absorbed.values()].slice(0, told).map(({ count, rows }) => ({
        kind: 'absorbs',
        key: `absorbs ${rows[0]?.was ?? ''}`,
        odd: true,
        text: `${count} rows are taken for one: ${rows[0]?.was ?? ''} (${rows[0]?.becomes ?? ''})`,
        count,
        rows,
        column: null,
        target: null,
      })),
  };
}
