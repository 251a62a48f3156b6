// Lists of tasks and appointments: done, open or canceled, by their status.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { headerTerms } from './text.ts';
import { isDoneWord, isOpenWord, saysNotDone } from './values.ts';

const isState = (text: string): boolean =>
  isDoneWord(text) ||
  isOpenWord(text) ||
  saysNotDone(text) ||
  /^(?:active|booked|accepted|attended|no[- ]?show)$/i.test(text);
const stateHeader =
  /^(?:(?:task|activity|event|meeting|call|appointment) )?(?:status|state|done|completed|erledigt|statut|estado|stato)$/;
const subject = /^(?:subject|task|task name|title|betreff|aufgabe|objet|asunto|oggetto|activity)$/;
const day =
  /^(?:(?:due|activity|task|event|start|meeting|call|appointment) )?(?:date|datum|fallig|echeance|fecha|data|date time)$/;

/** A file with a state, a subject or type, and a day becomes activities and next steps. */
export function withTasks(columns: readonly ImportColumn[], used: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const words = ({ header }: ImportColumn) => headerTerms(header).join(' ');
  const has = (target: ImportTarget) => used.some(entry => entry.target === target);
  const state = columns.find(
    column =>
      column.values.length > 0 && stateHeader.test(words(column)) && column.values.every(({ value }) => isState(value)),
  );
  const titles = columns.find(
    column => column.filled > 0 && subject.test(words(column)) && column.content !== 'yes-no',
  );
  const at =
    columns.find(({ index }) => used.some(({ column, target }) => column === index && target === 'activityOn')) ??
    columns.find(column => (column.content === 'date' || column.dateOrder !== null) && day.test(words(column)));
  if (!state || !at || (!titles && !has('activityType'))) return used;
  const changed = new Set([state.index, at.index, ...(has('activityType') || !titles ? [] : [titles.index])]);
  // What was created then is the task, and the deal it belongs to is told elsewhere.
  const others = used.filter(
    ({ column, target }) =>
      !changed.has(column) &&
      target !== 'dealName' &&
      target !== 'opportunityOn' &&
      (titles === undefined || target !== 'createdOn'),
  );
  const title: ColumnMapping[] =
    titles && !has('activityType')
      ? [
          { column: titles.index, target: 'activityType' },
          { column: titles.index, target: 'activityNote' },
        ]
      : [];
  const lead = columns.find(
    column => column.filled > 0 && words(column) === 'lead' && !others.some(one => one.column === column.index),
  );
  return [
    ...others,
    ...title,
    ...(lead && has('fullName') ? [{ column: lead.index, target: 'fullName' as const }] : []),
    { column: state.index, target: 'activityDone' },
    { column: at.index, target: 'activityOn', dateOrder: at.dateOrder ?? 'dmy' },
  ];
}

/** Notes beside a call are the call's. */
export function activityNotes(
  columns: readonly ImportColumn[],
  used: readonly ColumnMapping[],
): readonly ColumnMapping[] {
  if (!used.some(({ target }) => target === 'activityType') || used.some(({ target }) => target === 'activityNote'))
    return used;
  return used.map(entry =>
    entry.target === 'notes' &&
    /^(?:notes?|comments?|notizen?|bemerkung(?:en)?|kommentare?|description|details|body|content)$/.test(
      headerTerms(columns[entry.column]?.header ?? '').join(' '),
    )
      ? { ...entry, target: 'activityNote' }
      : entry,
  );
}
