// Who stands in which column of the board, and in which order: found once, and kept while nothing changes. For each letter
// typed into the search ten columns ask, and only who is left of the order is another.
import type { BoardFilter, BoardOrder } from '../../shared/contract/board.ts';
import { type Stage, stages } from '../../shared/stages.ts';
import { columnInOrder, passing } from '../db/tables/board.ts';
import { lastSeq } from '../db/tables/lead-scan.ts';
import type { QueryContext } from '../services/context.ts';
import { searchOf } from '../services/search.ts';
import type { Scores } from './score-store.ts';

/** Row numbers of leads per stage, in the order. */
export type Columns = ReadonlyMap<Stage, Uint32Array>;
type Kept = { readonly key: string; readonly columns: Columns };

const kept = new WeakMap<Scores, { readonly all: Kept; readonly shown: Kept }>();

const anew = (known: Kept | undefined, key: string, find: () => Columns): Kept =>
  known?.key === key ? known : { key, columns: find() };

/** All leads, and those that pass the filter. */
export function columnsOf(
  { db, scores, country }: QueryContext,
  filter: BoardFilter,
  order: BoardOrder,
): { readonly all: Columns; readonly shown: Columns } {
  const known = kept.get(scores);
  const all = anew(
    known?.all,
    `${scores.revision()} ${order}`,
    () => new Map(stages.map(stage => [stage, Uint32Array.from(columnInOrder(db, stage, order))])),
  );
  const shown = anew(known?.shown, JSON.stringify([all.key, filter]), () => {
    const lists = passing(db, { ...filter, search: searchOf(filter.search, scores, country) });
    if (lists.length === 0) return all.columns;
    const met = new Uint8Array(lastSeq(db) + 1);
    for (const list of lists) for (const seq of list) met[seq] = (met[seq] as number) + 1;
    return new Map([...all.columns].map(([stage, seqs]) => [stage, seqs.filter(seq => met[seq] === lists.length)]));
  });
  kept.set(scores, { all, shown });
  return { all: all.columns, shown: shown.columns };
}
