// Guesses what rows are when the source is unknown: campaigns, reach, activities, deals or leads.
import type { ColumnMapping, ImportColumn, Mapping, Preview } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { parseDate } from './dates.ts';
import { bareDate } from './guess-refine.ts';
import { isOfSeveralSales } from './guess-sales.ts';
import { isOfDeals, soldUnpaid } from './guess-together.ts';
import { normalize } from './text.ts';

/** What of a preview is looked at. */
export type SeenColumns = Pick<Preview, 'columns' | 'source'> &
  Partial<Pick<Preview, 'preamble' | 'rows' | 'fileName' | 'sheets' | 'sheet'>>;

const ofCampaigns = new Set<ImportTarget>(['spendAmount', 'spendFrom', 'spendTo', 'strangers', 'visitors', 'reachOn']);

/** What an activity was about: nothing without activities. */
const ofTouch = new Set<ImportTarget>(['activityContent', 'activityCampaign']);
const withoutTouch = (columns: readonly ColumnMapping[]) => columns.filter(({ target }) => !ofTouch.has(target));

/** What rows become, when no source says so: campaigns, reach, activities or leads. */
export function meaning(mapping: Mapping, preview: SeenColumns): Mapping {
  const has = (target: ImportTarget) => mapping.columns.some(column => column.target === target);
  const people =
    has('email') || has('fullName') || has('lastName') || has('phone') || has('externalId') || has('firstName');
  if (!people && has('spendAmount') && (has('campaignId') || has('channelId')))
    return {
      ...mapping,
      rows: 'campaigns',
      columns: asActivityDate(withoutTouch(mapping.columns), preview.columns),
      fixed: [...mapping.fixed, ...spendDays(mapping, preview.preamble ?? [])],
    };
  // Visits of a list of companies are theirs, not ours.
  const prospects = has('company') || has('companySize') || has('industry');
  if (!people && !prospects && (has('strangers') || has('visitors')))
    return {
      ...mapping,
      rows: 'reach',
      columns: asActivityDate(withoutTouch(mapping.columns), preview.columns),
      fixed: [...mapping.fixed, ...reachDay(mapping, preview.preamble ?? [])],
    };
  if (has('activity') || (has('activityType') && (has('activityOn') || has('createdOn')))) {
    const dated =
      has('activityOn') || mapping.columns.some(({ target, dateOrder }) => target === 'activity' && dateOrder);
    const columns = dated ? mapping.columns : asActivityDate(mapping.columns, preview.columns);
    const perLead = columns.filter(({ target }) => !ofCampaigns.has(target));
    return { ...mapping, columns: perLead, rows: 'leads-and-activities' };
  }
  const stray = new Set<ImportTarget>([...ofCampaigns, ...ofTouch, 'activityType', 'activityNote', 'activityOn']);
  const several = isOfSeveralSales(mapping.columns, preview.columns);
  if (several) return { ...mapping, rows: 'deals', columns: several };
  const deals = isOfDeals(mapping.columns, preview.columns);
  const won = deals && !has('stage') && has('customerOn');
  return {
    ...mapping,
    rows: deals ? 'deals' : mapping.rows,
    values: [...mapping.values, ...soldUnpaid(mapping.columns, preview.columns)],
    fixed: won ? [...mapping.fixed, { target: 'stage', value: 'customer' }] : mapping.fixed,
    columns: mapping.columns.flatMap(column => {
      if (!stray.has(column.target)) return [column];
      return column.target === 'activityType' || column.target === 'activityNote' || ofTouch.has(column.target)
        ? [{ column: column.column, target: 'notes' as const }]
        : [];
    }),
  };
}

/** Of a program whose rows are leads or deals, columns about campaigns and activities are none of either: they go to the notes. */
export const withoutStray = (mapping: Mapping): Mapping => {
  const stray = new Set<ImportTarget>([
    ...ofCampaigns,
    ...(mapping.rows === 'leads' || mapping.rows === 'deals'
      ? [...ofTouch, 'activityType' as const, 'activityNote' as const, 'activityOn' as const]
      : []),
  ]);
  if (mapping.literal || mapping.rows === 'campaigns' || mapping.rows === 'reach') return mapping;
  return { ...mapping, columns: mapping.columns.filter(({ target }) => !stray.has(target)) };
};

/** A call log's "Date" is the day of the call; "Created" is not. */
const asActivityDate = (used: readonly ColumnMapping[], columns: readonly ImportColumn[]): ColumnMapping[] =>
  used.map(entry =>
    entry.target === 'createdOn' && bareDate.test(normalize(columns[entry.column]?.header ?? ''))
      ? { ...entry, target: 'activityOn' }
      : entry,
  );

type Span = { readonly from: string; readonly to: string };

/** Reports say above their table for which days it is: "March 1, 2024 - March 31, 2024", "Start date: 20240301". */
function daysAbove(preamble: readonly (readonly string[])[]): Span | null {
  let start: string | null = null;
  for (const row of preamble.slice(0, 30)) {
    // Without quotes the commas of the dates have cut them up.
    const cell = row
      .map(text => text.trim())
      .filter(text => text !== '')
      .join(', ')
      .slice(0, 200);
    const [from, to] = cell.split(/ (?:-|–|—|to|bis|au|al|a) /).map(text => parseDate(text.trim(), 'dmy')?.date);
    if (from && to) return { from, to };
    const [, edge, day] = /^[#\s]*(start|end|from|to|von|bis) ?(?:date)?: ?(\d[\d./-]{7,9})$/i.exec(cell) ?? [];
    const date = day === undefined ? null : (parseDate(day, 'dmy')?.date ?? null);
    if (date !== null && /start|from|von/i.test(edge ?? '')) start = date;
    else if (date !== null && start !== null) return { from: start, to: date };
  }
  return null;
}

function spendDays(mapping: Mapping, preamble: readonly (readonly string[])[]): Mapping['fixed'] {
  const isMapped = mapping.columns.some(({ target }) => ['spendFrom', 'activityOn', 'createdOn'].includes(target));
  const span = isMapped ? null : daysAbove(preamble);
  if (!span) return [];
  return [
    { target: 'spendFrom', value: span.from },
    { target: 'spendTo', value: span.to },
  ];
}

function reachDay(mapping: Mapping, preamble: readonly (readonly string[])[]): Mapping['fixed'] {
  const isMapped = mapping.columns.some(({ target }) => ['reachOn', 'activityOn', 'createdOn'].includes(target));
  const span = isMapped ? null : daysAbove(preamble);
  if (!span) return [];
  return [
    { target: 'reachOn', value: span.from },
    { target: 'spendTo', value: span.to },
  ];
}
