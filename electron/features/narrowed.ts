// The board through a filter: asked once for all columns, and kept while nothing changes. Ten columns ask for each letter typed.
import type { BoardFilter, BoardOrder } from '../../shared/contract/board.ts';
import type { Stage } from '../../shared/stages.ts';
import { idsByStage } from '../db/board.ts';
import type { QueryContext } from './context.ts';
import type { Scores } from './scores.ts';

type Narrowed = ReadonlyMap<Stage, readonly string[]>;

const kept = new WeakMap<Scores, { readonly key: string; readonly columns: Narrowed }>();

export const isNarrow = ({ search, ...chosen }: BoardFilter): boolean =>
  search.trim() !== '' || Object.values(chosen).some(value => value !== null);

/** Ids per stage of those the filter lets through, in the order. */
export function narrowed({ db, scores }: QueryContext, filter: BoardFilter, order: BoardOrder): Narrowed {
  const key = JSON.stringify([scores.revision(), filter, order]);
  const known = kept.get(scores);
  if (known?.key === key) return known.columns;
  const columns = new Map<Stage, string[]>();
  for (const [stage, id] of idsByStage(db, filter, order)) {
    const column = columns.get(stage);
    if (column) column.push(id);
    else columns.set(stage, [id]);
  }
  kept.set(scores, { key, columns });
  return columns;
}
