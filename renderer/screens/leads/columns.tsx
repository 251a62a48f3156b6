// The columns of the Leads table.
import type { LeadRow } from '../../../shared/contract/parts.ts';
import type { Input } from '../../../shared/contract.ts';
import type { Member } from '../../../shared/workspace.ts';
import { ask } from '../../api/call.ts';
import { byId } from '../../api/workspace.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Money, Unknown } from '../../ui/Money.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { RipenessBar } from '../../ui/score/RipenessBar.tsx';
import type { Column } from '../../ui/table/DataTable.tsx';

export type SortBy = NonNullable<Input<'leads.list'>['sort']>;

const linesOf = (id: string) => async () => (await ask('leads.get', { id })).score.lines;
const orUnknown = (text: string | null) => text ?? <Unknown />;

export const columnsFor = (members: readonly Member[]): readonly Column<LeadRow>[] => [
  { id: 'name', head: 'Name', width: 'minmax(9rem, 1.4fr)', sortable: true, cell: row => <b>{row.name}</b> },
  { id: 'company', head: 'Company', width: 'minmax(8rem, 1.2fr)', sortable: true, cell: row => orUnknown(row.company) },
  { id: 'stage', head: 'Stage', width: '8rem', sortable: true, cell: row => <StageBadge stage={row.stage} /> },
  {
    id: 'score',
    head: 'Score',
    meaning: 'What they did plus who they are. The tick is where a lead becomes MQL.',
    width: '11rem',
    sortable: true,
    cell: row => <RipenessBar lines={linesOf(row.id)} score={row.score} size="row" />,
  },
  { id: 'strongest', head: 'Strongest reason', width: 'minmax(7rem, 1fr)', cell: row => orUnknown(row.strongest) },
  {
    id: 'lastActivityAt',
    head: 'Last activity',
    width: '7rem',
    sortable: true,
    cell: row =>
      row.lastActivityAt === null ? <Unknown label="none" /> : <DateText as="away" at={row.lastActivityAt} />,
  },
  { id: 'nextStep', head: 'Next step', width: 'minmax(7rem, 1fr)', cell: row => orUnknown(row.nextStep) },
  {
    id: 'member',
    head: 'Assigned to',
    width: '7rem',
    cell: row => orUnknown(byId(members, row.memberId)?.name ?? null),
  },
  { id: 'amount', head: 'Amount', width: '6rem', align: 'end', cell: row => <Money amount={row.amount} short /> },
];
