// A long answer read page by page as its rows come into sight.
import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Input, Output, QueryName } from '../../shared/contract.ts';
import { seenThrough, useLayers } from './layers.ts';
import { type CachedAnswer, readOptions } from './queries.ts';

/** Rows in one page, unless said otherwise. */
const usual = 100;

type Paged = { readonly total: number; readonly rows: readonly unknown[] };
type KeptPage = CachedAnswer<Paged>;
type PagedName = { [N in QueryName]: Output<N> extends Paged ? N : never }[QueryName];
type RowOf<N extends PagedName> = Output<N>['rows'][number];

export type Pages<Row> = {
  /** How many rows there are; undefined until the first page is here. */
  readonly total: number | undefined;
  /** Undefined while that row is still coming. */
  readonly at: (index: number) => Row | undefined;
  /** Where the first row that fits stands, among those that are here; -1: nowhere. */
  readonly indexOf: (fits: (row: Row) => boolean) => number;
  /** Says which rows are in sight, both included. */
  readonly want: (from: number, to: number) => void;
  readonly error: Error | null;
};

/**
 * `input` without `from` and `limit`. Rows that cost much, or of which few are in sight, are asked for in smaller pages. The
 * rows of an earlier input stay until the first of the new ones are here: what is searched does not flicker while one types.
 */
export function usePages<N extends PagedName>(
  name: N,
  input: Omit<Input<N>, 'from' | 'limit'>,
  pageSize: number = usual,
): Pages<RowOf<N>> {
  const over = useLayers(name);
  // A new object with every drawing, mostly of the same text.
  const text = JSON.stringify(input);
  const [[first, last], setPages] = useState<readonly [number, number]>([0, 0]);
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const { data, error } = useQueries({
    queries: numbers.map(page => {
      const request = { ...input, from: page * pageSize, limit: pageSize } as Input<N>;
      return readOptions(name, request);
    }),
    combine: answers => ({
      data: answers.map(answer => answer.data as KeptPage | undefined),
      error: answers.find(answer => answer.error)?.error ?? null,
    }),
  });
  const seen = useRef(0);
  const want = useCallback(
    (from: number, to: number) => {
      // Half a page more on the side one scrolls to: it is here before it is in sight.
      const ahead = Math.sign(from - seen.current) * Math.floor(pageSize / 2);
      seen.current = from;
      const next = [
        Math.max(0, Math.floor((from + Math.min(0, ahead)) / pageSize)),
        Math.floor((to + Math.max(0, ahead)) / pageSize),
      ] as const;
      setPages(now => (now[0] === next[0] && now[1] === next[1] ? now : next));
    },
    [pageSize],
  );
  const before = useRef<Pages<RowOf<N>>>(null);
  const pages = useMemo<Pages<RowOf<N>>>(() => {
    const from = first * pageSize;
    const seen = seenRows<N>(
      data,
      over,
      name,
      { ...JSON.parse(text), from, limit: pageSize * data.length } as Input<N>,
      pageSize,
    );
    return {
      total: seen?.total,
      at: index => seen?.rows[index - from],
      indexOf: fits => {
        const found = seen?.rows.findIndex(row => row !== undefined && fits(row)) ?? -1;
        return found < 0 ? -1 : from + found;
      },
      want,
      error,
    };
  }, [data, error, first, pageSize, want, over, name, text]);
  useEffect(() => {
    if (pages.total !== undefined) before.current = pages;
  }, [pages]);
  return pages.total === undefined && pages.error === null ? (before.current ?? pages) : pages;
}

/** The rows of all pages that are here as one list, with what is on its way; undefined where a row is still coming. */
function seenRows<N extends PagedName>(
  pages: readonly (KeptPage | undefined)[],
  over: Parameters<typeof seenThrough>[0],
  name: N,
  request: Input<N>,
  pageSize: number,
): { readonly total: number; readonly rows: readonly (RowOf<N> | undefined)[] } | undefined {
  const here = pages.filter(page => page !== undefined);
  const total = here[0]?.value.total;
  if (total === undefined) return undefined;
  const blank = Array.from<undefined>({ length: pageSize });
  const rows = pages.flatMap((page, index) => page?.value.rows ?? (index < pages.length - 1 ? blank : []));
  if (over.length === 0) return { total, rows: rows as RowOf<N>[] };
  const at = Math.min(...here.map(page => page.at));
  return seenThrough(over, name, request, { at, value: { total, rows } as unknown as Output<N> }) as never;
}
