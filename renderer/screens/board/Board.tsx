// Board: seven columns and three trays, narrowed by search and by whose leads they are.
import { useMemo, useRef, useState } from 'react';
import { Answer } from '../../api/Answer.tsx';
import { useRead } from '../../api/use-read.ts';
import { useAction } from '../../app/actions.ts';
import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';
import { SearchInput } from '../../ui/fields/SearchInput.tsx';
import { useFormat } from '../../ui/format.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { Lanes } from './Lanes.tsx';
import { MemberFilter } from './MemberFilter.tsx';

export function Board(_props: ScreenProps) {
  const [search, setSearch] = useState('');
  const [memberId, setMemberId] = useState<string | null>(null);
  const filter = useMemo(() => ({ search, memberId, channelId: null, tagId: null, cell: null }), [search, memberId]);
  const columns = useRead('board.columns', filter, { keep: true });
  const format = useFormat();
  const tools = useRef<HTMLDivElement>(null);
  useAction('search', () => tools.current?.querySelector('input')?.focus());
  const total = columns.data?.reduce((sum, column) => sum + column.count, 0);
  return (
    <Screen
      aside={total === undefined ? null : `${format.whole(total)} ${total === 1 ? 'person' : 'people'}`}
      filters={<MemberFilter onChange={setMemberId} value={memberId} />}
      layout="full"
      title="Board"
      tools={
        <>
          <KeysHelp />
          <div ref={tools}>
            <SearchInput label="Search the board" onChange={setSearch} value={search} />
          </div>
        </>
      }
    >
      <Answer of={columns}>{data => <Lanes columns={data} filter={filter} updatedAt={columns.dataUpdatedAt} />}</Answer>
    </Screen>
  );
}
