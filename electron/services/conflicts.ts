// What was entered on two computers at once: what each said, and making the other value stand.
import type { Output } from '../../shared/contract.ts';
import { customKey } from '../../shared/custom-field.ts';
import { leadFields, leadName } from '../../shared/lead.ts';
import { isLeadField } from '../../shared/lead-filter.ts';
import { AppError } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import type { ConflictRow } from '../db/tables/conflicts.ts';
import { fileSchema } from '../db/tables/file-schema.ts';
import { findLead } from '../db/tables/leads.ts';
import { rowsIn, writeColumns } from '../db/tables/shared-rows.ts';
import { clockParts } from '../sync/clock.ts';
import type { Value } from '../sync/packet.ts';
import type { SharedRow } from '../sync/registers.ts';
import type { CommandContext } from './context.ts';
import { promote } from './promotion.ts';
import { knownValue, otherLabel, shownValue } from './value-labels.ts';

type Listed = Output<'overruled.list'>;

/** Columns that follow from a move, from what was closed, or from what has a place of its own: they are changed where they are shown. */
const keptBack: Readonly<Record<string, readonly string[] | 'all'>> = {
  lead: ['stage', 'nurture_until', 'position', 'do_not_contact'],
  deal: ['status', 'closed_at', 'reason'],
  custom_field: ['kind', 'choices'],
  ...Object.fromEntries(
    [
      ...['stage_change', 'receipt', 'criteria', 'review', 'decision', 'sla', 'import_batch', 'erasure', 'suppression'],
      ...['lead_alias', 'not_duplicate', 'lead_file', 'lead_plan', 'lead_touch'],
    ].map(table => [table, 'all'] as const),
  ),
};

/** The columns of it that are not as they are in the table now. */
const differing = ({ columns }: ConflictRow, row: SharedRow): readonly string[] =>
  Object.keys(columns ?? {}).filter(name => columns?.[name] !== row[name]);

const camel = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A lead's field, or custom field: its key and label. */
function fieldOf(db: Reader, { table, columns }: ConflictRow, row: SharedRow, column: string) {
  if (table === 'lead') {
    const key = camel(column);
    return isLeadField(key) ? { key, label: leadFields[key].label } : null;
  }
  if (table !== 'custom_value' || column !== 'value') return null;
  const field = `${row.field_id ?? columns?.field_id}`;
  const [label = 'Custom field'] = db.pluck<string>('SELECT label FROM custom_field WHERE id = ?', [field]);
  return { key: customKey(field), label };
}

const isNamed = (db: Reader, conflict: ConflictRow, row: SharedRow) => (column: string) =>
  fieldOf(db, conflict, row, column) !== null || knownValue(conflict.table, conflict.rowId, column) !== undefined;

/** Only what can be shown in words can be used: a click never writes what the owner has not seen named. */
function canUse(db: Reader, conflict: ConflictRow, row: SharedRow): boolean {
  const { table, columns } = conflict;
  const kept = keptBack[table] ?? [];
  const names = Object.keys(columns ?? {});
  if (kept === 'all' || names.some(name => kept.includes(name))) return false;
  if (!differing(conflict, row).every(isNamed(db, conflict, row))) return false;
  return table !== 'lead' || row.do_not_contact === null || !names.includes('consent');
}

type Said = Pick<Listed['values'][number], 'key' | 'label' | 'kind' | 'value' | 'stands'>;

/** The label and both values, as the owner reads them. */
function describe(db: Reader, conflict: ConflictRow, row: SharedRow): Said | null {
  const { table, rowId, columns } = conflict;
  const names = differing(conflict, row);
  const column = names.find(isNamed(db, conflict, row)) ?? names[0];
  if (column === undefined) return null;
  const both: readonly [Value, Value] = [columns?.[column] ?? null, row[column] ?? null];
  const field = fieldOf(db, conflict, row, column);
  if (field) return { ...field, kind: 'field', value: both[0], stands: both[1] };
  const key = `${table}.${column}`;
  const known = knownValue(table, rowId, column);
  if (!known) return { key, label: otherLabel(table), kind: 'hidden', value: null, stands: null };
  const [value, stands] = both.map(one => shownValue(db, known, table, rowId, one));
  return { key, label: known.label, kind: known.kind, value: value ?? null, stands: stands ?? null };
}

function leadNameOf(db: Reader, id: string | null): string | null {
  const lead = id === null ? undefined : findLead(db, id);
  return lead ? leadName(lead) : null;
}

const timeOf = ({ clock }: ConflictRow): number | null => (clock === null ? null : clockParts(clock).ms);

/** What there is to look at, with what stands now. What stands by now is left out. */
export function describeConflicts(db: Reader, rows: readonly ConflictRow[]): Listed {
  const values: Listed['values'] = [];
  const broughtBack: Listed['broughtBack'] = [];
  for (const one of rows) {
    const { id, table, rowId, leadId, columns, memberId: by, standsBy } = one;
    const [row] = rowsIn(db, table, [rowId]);
    if (!row) continue;
    const name = leadNameOf(db, leadId);
    const at = timeOf(one);
    if (columns === null) {
      broughtBack.push({ id, leadId: rowId, leadName: name ?? '', at, deletedBy: by });
      continue;
    }
    const said = describe(db, one, row);
    if (said) values.push({ id, at, leadId, leadName: name, ...said, by, standsBy, canUse: canUse(db, one, row) });
  }
  return { values, broughtBack };
}

/** What the columns name has to be there: other tables would refuse it with a sentence of their own. */
function requireNamed(db: Reader, { table, columns }: ConflictRow): void {
  const references = fileSchema(db).tables.find(({ name }) => name === table)?.references ?? [];
  for (const { column, table: target } of references) {
    const id = columns?.[column];
    if (typeof id === 'string' && rowsIn(db, target, [id]).length === 0)
      throw new AppError('conflict', 'What the other value names is no longer there. Nothing was changed.');
  }
}

/** Makes the other value stand, as a change of one's own. */
export function writeOther(context: CommandContext, conflict: ConflictRow): void {
  const { db } = context;
  const [row] = rowsIn(db, conflict.table, [conflict.rowId]);
  if (!row || conflict.columns === null)
    throw new AppError('not-found', 'What this value was of is no longer there. Nothing was changed.');
  if (!canUse(db, conflict, row))
    throw new AppError('conflict', 'This cannot be changed here. Change it where it is shown. Nothing was changed.');
  requireNamed(db, conflict);
  writeColumns(db, conflict.table, conflict.rowId, conflict.columns);
  if (conflict.leadId !== null) promote(context, [conflict.leadId]);
}
