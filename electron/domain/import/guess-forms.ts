// Form submissions: the submission date becomes an activity, answers become notes.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { headerTerms } from './text.ts';

/** Words in the header of the day on which a form was sent. */
const sent =
  /\b(?:submit|submits|submitted|submission|entry date|eingereicht|abgeschickt|eintragsdatum|soumission|envio|inviato il)\b/;
/** Google Forms names the column so, and has nothing but answers beside it. */
const stamp =
  /^(?:timestamp|zeitstempel|horodateur|marca temporal|carimbo de data hora|tijdstempel|informazioni cronologiche)$/;
const formName = /^(?:form|form name|formular|formularname|formulaire|nom du formulaire|formulario|modulo)$/;

const words = (header: string): string => headerTerms(header).join(' ');

/** Adds to a file of people what they sent in. `used`: what is guessed so far. */
export function withForms(columns: readonly ImportColumn[], used: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const has = (target: ImportTarget) => used.some(entry => entry.target === target);
  const people = has('email') || has('phone') || has('fullName') || has('lastName') || has('firstName');
  if (!people || has('activityType')) return used;
  const name = columns.find(({ header, filled }) => filled > 0 && formName.test(words(header)));
  const isDay = ({ content, dateOrder, filled }: ImportColumn) =>
    filled > 0 && (content === 'date' || dateOrder !== null);
  const created = used.find(({ target }) => target === 'createdOn');
  const isSent = (name: string) => (sent.test(name) && !/\bstart\b/.test(name)) || stamp.test(name);
  const day = columns.find(column => isDay(column) && isSent(words(column.header)));
  const at = day ?? (name && created ? columns[created.column] : undefined);
  if (!at) return used;
  const dateOrder = at.dateOrder ?? 'dmy';
  const more: ColumnMapping[] = [{ column: at.index, target: 'activity', typeId: 'form-submitted', dateOrder }];
  if (!created) more.push({ column: at.index, target: 'createdOn', dateOrder });
  const without = used.filter(({ column }) => column !== name?.index);
  return name ? [...without, ...more, { column: name.index, target: 'activityNote' }] : [...used, ...more];
}

/** Questions as headers: what was answered is kept in the notes. */
export function withQuestions(
  columns: readonly ImportColumn[],
  used: readonly ColumnMapping[],
): readonly ColumnMapping[] {
  const taken = new Set(used.map(({ column }) => column));
  const request = columns.filter(
    ({ index, header, filled, content }) =>
      !taken.has(index) &&
      filled > 0 &&
      /[?？]\s*\*?$/.test(header) &&
      ['text', 'words', 'number', 'money', 'id'].includes(content),
  );
  return [...used, ...request.map(({ index }) => ({ column: index, target: 'notes' as const }))];
}
