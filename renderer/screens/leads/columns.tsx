// The columns of the Leads table: how each field is shown, how wide it is at first, and how it is edited in its cell.

import type { TableRow } from '../../../shared/contract/lead-table.ts';
import { type CustomField, customFieldIdOf, isCustomKey } from '../../../shared/custom-field.ts';
import { dayMs } from '../../../shared/dates.ts';
import { type LeadAttributes, type LeadField, leadFields } from '../../../shared/lead.ts';
import { isLeadField, isSystemField, type ListField, type SystemFieldKey } from '../../../shared/lead-filter.ts';
import { ask } from '../../api/call.ts';
import { byId, type Workspace } from '../../api/workspace.tsx';
import { TagLabels } from '../../parts/lead/TagLabels.tsx';
import { DateText } from '../../ui/DateText.tsx';
import type { Format } from '../../ui/format.tsx';
import { Money, Unknown } from '../../ui/Money.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { Points } from '../../ui/score/Points.tsx';
import { RipenessBar } from '../../ui/score/RipenessBar.tsx';
import { ScoreCell } from '../../ui/score/ScoreCell.tsx';
import type { CellEdit } from '../../ui/table/CellEditor.tsx';
import type { Column } from '../../ui/table/table-props.ts';
import type { Writers } from './use-writers.tsx';

export type ColumnKey = string;
export type ColumnContext = {
  readonly workspace: Workspace;
  readonly format: Format;
  /** File names of imports by id. */
  readonly batches: ReadonlyMap<string, string>;
  /** Null on paper: nothing is edited there. */
  readonly writers: Writers | null;
};

/** Beside the fields themselves: who it is, and what speaks most for them. */
const customColumns = { name: 'Name', strongest: 'Strongest reason' } as const;
export const columnHead = (key: ColumnKey, fields: readonly ListField[]): string =>
  customColumns[key as 'name'] ?? fields.find(field => field.key === key)?.label ?? '';

/** What one sees before one has chosen. */
export const firstColumns: readonly ColumnKey[] = [
  'name',
  'company',
  'phone',
  'stage',
  'score',
  'strongest',
  'lastActivityAt',
  'nextStep',
  'memberId',
  'tag',
];

/** Every column there is, in the order in which they are offered. */
export const allColumns = (fields: readonly ListField[]): readonly ColumnKey[] => [
  'name',
  'strongest',
  ...fields.filter(field => field.kind !== 'flag').map(field => field.key),
];

const widths: Readonly<Record<string, number>> = {
  name: 164,
  company: 140,
  score: 176,
  strongest: 140,
  stage: 124,
  lastActivityAt: 112,
  email: 220,
  phone: 128,
  nextStep: 146,
  jobTitle: 170,
  notes: 240,
  tag: 120,
  memberId: 110,
  cell: 72,
  website: 180,
  linkedinUrl: 180,
};

/** Columns that take what is left over, until somebody says how wide they are. */
const growing = new Set(['name', 'company', 'strongest', 'nextStep']);

const tristateLabels = { yes: 'Yes', no: 'No', unknown: null } as const;
export const knownOptions = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

const linesOf = (id: string) => async () => (await ask('leads.get', { id })).score.lines;
const text = (text: string | null | undefined) => text || <Unknown />;

const systemFieldCells: Readonly<
  Partial<Record<SystemFieldKey, (row: TableRow, context: ColumnContext) => React.ReactNode>>
> = {
  stage: row => <StageBadge stage={row.stage} />,
  score: row => <RipenessBar lines={linesOf(row.id)} score={row.score} size="row" stage={row.stage} />,
  engagement: row => <Points value={row.score.engagement} />,
  fit: row => <Points value={row.score.fit} />,
  cell: row => <ScoreCell grade={row.score.grade} level={row.score.level} />,
  stageDays: (row, { workspace }) => Math.max(0, Math.floor((workspace.now - row.stageSince) / dayMs)),
  lastActivityAt: row =>
    row.lastActivityAt === null ? <Unknown label="none" /> : <DateText as="away" at={row.lastActivityAt} />,
  createdAt: row => <DateText at={row.createdAt} />,
  mqlAt: row => (row.mqlAt === null ? <Unknown label="never" /> : <DateText at={row.mqlAt} />),
  nextStep: row => text(row.nextStep),
  nextStepOn: row => <DateText date={row.nextStepOn} />,
  nurtureUntil: row => <DateText date={row.nurtureUntil} />,
  amount: row => <Money amount={row.amount} short />,
  touchCampaign: row => text(row.touchCampaign),
  touchContent: row => text(row.touchContent),
  tag: (row, { workspace }) => <TagLabels ids={row.tagIds} tags={workspace.tags} />,
  batch: (row, { batches }) => text(row.batchId === null ? null : batches.get(row.batchId)),
};

function attributeCell(row: TableRow, field: LeadField, { workspace, format }: ColumnContext) {
  const value = row.attributes[field];
  const { kind } = leadFields[field];
  switch (kind) {
    case 'money':
      return <Money amount={value as number | null} />;
    case 'number':
      return value === null ? <Unknown /> : format.whole(value as number);
    case 'known':
      return tristateLabels[value as 'yes'] ?? <Unknown />;
    case 'reference':
      return text(referenceName(field, value as string | null, workspace));
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
    case 'notes':
      return text(field === 'phone' ? (row.call?.text ?? row.phone) : (value as string | null));
    default:
      return kind satisfies never;
  }
}

const referenceRows = (field: LeadField, { members, channels, campaigns }: Workspace) =>
  (field === 'memberId' ? members : field === 'channelId' ? channels : campaigns).map(row => ({
    id: row.id,
    archived: row.archived,
    label: 'name' in row ? row.name : row.label,
  }));
const referenceName = (field: LeadField, id: string | null, workspace: Workspace) =>
  byId(referenceRows(field, workspace), id)?.label ?? null;

function customCell(row: TableRow, field: CustomField | undefined, format: Format) {
  const value = field ? (row.customValues[field.id] ?? null) : null;
  if (value === null || !field) return <Unknown />;
  if (field.kind === 'money') return <Money amount={Number(value)} />;
  if (field.kind === 'date') return <DateText date={String(value)} />;
  return typeof value === 'number' ? format.decimal(value) : value;
}

/** How a fact is edited in a cell or, with the same words, for many at once. */
export function attributeEdit(
  field: LeadField,
  value: LeadAttributes[LeadField],
  workspace: Workspace,
  save: (value: LeadAttributes[LeadField]) => Promise<string | null>,
): CellEdit {
  const { kind } = leadFields[field];
  if (kind === 'reference') {
    const options = referenceRows(field, workspace)
      .filter(row => !row.archived || row.id === value)
      .map(row => ({ value: row.id, label: row.label }));
    return { kind: 'choice', value: value as string | null, options, clearable: true, save };
  }
  if (kind === 'known') {
    const chosen = value === 'unknown' ? null : (value as string | null);
    return {
      kind: 'choice',
      value: chosen,
      options: knownOptions,
      clearable: true,
      save: next => save(next ?? 'unknown'),
    };
  }
  return { kind: kind === 'money' || kind === 'number' ? kind : 'text', value, save };
}

export function customEdit(
  field: CustomField,
  value: string | number | null,
  save: (value: string | number | null) => Promise<string | null>,
): CellEdit {
  if (field.kind !== 'choice') return { kind: field.kind === 'number' ? 'decimal' : field.kind, value, save };
  const options = field.choices.map(choice => ({ value: choice, label: choice }));
  return { kind: 'choice', value: value as string | null, options, clearable: true, save };
}

function editOf(key: ColumnKey, context: ColumnContext): Column<TableRow>['edit'] {
  const { workspace, writers } = context;
  if (writers === null) return undefined;
  if (isLeadField(key))
    return row => attributeEdit(key, row.attributes[key], workspace, value => writers.attribute(row, key, value));
  if (isCustomKey(key)) {
    const field = byId(workspace.customFields, customFieldIdOf(key));
    if (!field) return undefined;
    return row =>
      customEdit(field, row.customValues[field.id] ?? null, value => writers.customValues(row, field.id, value));
  }
  if (key === 'nextStep') {
    return row => ({
      kind: 'text',
      value: row.nextStep,
      save: text => writers.nextStep(row, { nextStep: text as string | null }),
    });
  }
  if (key === 'nextStepOn') {
    return row => ({
      kind: 'date',
      value: row.nextStepOn,
      save: day => writers.nextStep(row, { nextStepOn: day as string | null }),
    });
  }
  if (key === 'tag') return row => ({ kind: 'own', box: done => writers.tags(row, done) });
  if (key === 'stage') return row => ({ kind: 'own', box: done => writers.stage(row, done) });
  return undefined;
}

const numeric = new Set(['number', 'money']);

/** The columns as the table draws them; one that does not exist any more is left out. */
export function columnsFor(
  chosen: readonly { readonly key: ColumnKey; readonly width: number | null }[],
  fields: readonly ListField[],
  context: ColumnContext,
): readonly Column<TableRow>[] {
  return chosen.flatMap(({ key, width }): Column<TableRow>[] => {
    const field = fields.find(one => one.key === key);
    const isCustom = key === 'name' || key === 'strongest';
    if (!field && !isCustom) return [];
    const edit = editOf(key, context);
    return [
      {
        id: key,
        head: columnHead(key, fields),
        ...(field?.meaning ? { meaning: field.meaning } : {}),
        width: width ?? widths[key] ?? 132,
        grow: width === null && growing.has(key),
        ...(field && numeric.has(field.kind) && key !== 'score' ? { align: 'end' as const } : {}),
        sortable: key !== 'strongest',
        cell: row => cellOf(key, row, context),
        ...(edit ? { edit } : {}),
      },
    ];
  });
}

function cellOf(key: ColumnKey, row: TableRow, context: ColumnContext) {
  if (key === 'name') return <b>{row.name}</b>;
  if (key === 'strongest') return text(row.strongest);
  if (isSystemField(key)) return systemFieldCells[key]?.(row, context) ?? null;
  if (isLeadField(key)) return attributeCell(row, key, context);
  return customCell(row, byId(context.workspace.customFields, customFieldIdOf(key)), context.format);
}
