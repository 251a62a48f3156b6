// The frame with a long table in it.
import { useState } from 'react';
import { Sidebar } from '../../renderer/app/Sidebar.tsx';
import shell from '../../renderer/app/shell.module.css';
import { Screen } from '../../renderer/parts/screen/Screen.tsx';
import { DateText } from '../../renderer/ui/DateText.tsx';
import { SearchInput } from '../../renderer/ui/fields/SearchInput.tsx';
import { Segments } from '../../renderer/ui/fields/Segments.tsx';
import { Money } from '../../renderer/ui/Money.tsx';
import { StageBadge } from '../../renderer/ui/StageBadge.tsx';
import { RipenessBar } from '../../renderer/ui/score/RipenessBar.tsx';
import { DataTable } from '../../renderer/ui/table/DataTable.tsx';
import type { Column } from '../../renderer/ui/table/table-props.ts';
import { sampleLeads } from './samples.ts';

const columns: readonly Column<(typeof sampleLeads)[number]>[] = [
  {
    id: 'name',
    head: 'Name',
    width: 200,
    sortable: true,
    cell: row => <b>{row.name}</b>,
  },
  {
    id: 'company',
    head: 'Company',
    width: 180,
    sortable: true,
    cell: row => row.company,
  },
  {
    id: 'stage',
    head: 'Stage',
    width: 124,
    cell: row => <StageBadge stage={row.score.total >= 100 ? 'mql' : 'lead'} />,
  },
  {
    id: 'score',
    head: 'Score',
    meaning: 'Engagement and fit together.',
    width: 176,
    sortable: true,
    cell: row => <RipenessBar score={row.score} size="row" />,
  },
  { id: 'since', head: 'Last activity', width: 132, cell: row => <DateText at={row.since} /> },
  { id: 'amount', head: 'Amount', width: 110, align: 'end', cell: row => <Money amount={row.amount} /> },
];

export function FrameGallery() {
  const [at, setAt] = useState(0);
  const [wide, setWide] = useState(innerWidth >= 1440);
  const [search, setSearch] = useState('');
  const [view, setView] = useState('all');
  return (
    <div className={shell.shell}>
      <Sidebar counts={{ today: 3 }} name="Kranich & Co." onWide={setWide} screen="leads" wide={wide} />
      <main className={shell.main}>
        <Screen
          aside="2,000"
          filters={
            <Segments
              label="Show"
              onChange={setView}
              options={[
                { value: 'all', label: 'All' },
                { value: 'mql', label: 'MQL' },
                { value: 'quiet', label: 'Going quiet' },
              ]}
              value={view}
            />
          }
          layout="full"
          title="Leads"
          tools={<SearchInput label="Search leads" onChange={setSearch} value={search} />}
        >
          <DataTable
            at={at}
            columns={columns}
            count={sampleLeads.length}
            keyOf={row => row.id}
            label="Leads"
            onAt={setAt}
            onOpen={() => {}}
            onSort={() => {}}
            rowAt={index => sampleLeads[index]}
            sort={{ by: 'score', descending: true }}
          />
        </Screen>
      </main>
    </div>
  );
}
