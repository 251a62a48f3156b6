// Board: a column for each stage, narrowed by search and filters, in the order one likes.
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useAction } from '../../parts/actions/actions.ts';
import { Screen } from '../../parts/screen/Screen.tsx';
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { SearchInput } from '../../ui/fields/SearchInput.tsx';
import { useFormat } from '../../ui/format.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { type Chosen, Filters, nobodyChosen } from './Filters.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { Lanes } from './Lanes.tsx';
import { OrderMenu } from './OrderMenu.tsx';
import { useOrder } from './order.ts';

export function Board(_props: ScreenProps) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Chosen>(nobodyChosen);
  const [order, setOrder] = useOrder();
  const filter = useMemo(() => ({ search, ...chosen }), [search, chosen]);
  const columns = useRead('board.columns', { order, ...filter }, { keep: true });
  // The heads and the count are asked for first: they say at once what was found.
  const shown = useDeferredValue(filter);
  const format = useFormat();
  const tools = useRef<HTMLDivElement>(null);
  useAction('search', () => tools.current?.querySelector('input')?.focus());
  const total = columns.data?.reduce((sum, column) => sum + column.count, 0);
  return (
    <Screen
      aside={total === undefined ? null : `${format.whole(total)} ${total === 1 ? 'person' : 'people'}`}
      filters={<Filters onChange={setChosen} value={chosen} />}
      layout="full"
      title="Board"
      tools={
        <>
          <OrderMenu onChange={setOrder} value={order} />
          <KeysHelp />
          <div ref={tools}>
            <SearchInput label="Search the board" onChange={setSearch} value={search} />
          </div>
        </>
      }
    >
      <QueryBoundary of={columns}>
        {data => (
          <Lanes columns={data} filter={shown} onOrder={setOrder} order={order} updatedAt={columns.dataUpdatedAt} />
        )}
      </QueryBoundary>
    </Screen>
  );
}
