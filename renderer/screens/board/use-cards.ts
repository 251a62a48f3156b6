// The cards of one column, read page by page as they come into sight.
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { BoardCard, BoardFilter } from '../../../shared/contract/board.ts';
import type { Stage } from '../../../shared/stages.ts';
import { ask } from '../../api/call.ts';

const pageSize = 50;

export type Cards = {
  /** How many stand in the column; undefined until the first page is here. */
  readonly total: number | undefined;
  /** Undefined while that card is still coming. */
  readonly at: (index: number) => BoardCard | undefined;
  /** Says which cards are in sight, both included. */
  readonly want: (from: number, to: number) => void;
};

export function useCards(stage: Stage, filter: BoardFilter): Cards {
  const [[first, last], setPages] = useState<readonly [number, number]>([0, 0]);
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const { search, memberId } = filter;
  const pages = useQueries({
    queries: numbers.map(page => {
      const input = { stage, search, memberId, from: page * pageSize, limit: pageSize };
      return { queryKey: ['board.cards', input], queryFn: () => ask('board.cards', input) };
    }),
    combine: answers => answers.map(answer => answer.data),
  });

  const want = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / pageSize), Math.floor(to / pageSize)] as const;
    setPages(now => (now[0] === next[0] && now[1] === next[1] ? now : next));
  }, []);
  return useMemo(
    () => ({
      total: pages.find(page => page !== undefined)?.total,
      at: index => pages[Math.floor(index / pageSize) - first]?.rows[index % pageSize],
      want,
    }),
    [pages, first, want],
  );
}
