// Columns that find no place: no cell is lost, so they go to the notes, or to the note of an activity, under their header.
import type { ColumnMapping, ImportColumn, RowMeaning } from '../../../shared/import.ts';
import { headerTerms } from './text.ts';

/** What a program keeps for itself and no owner asks for: who changed a record when, keys of other tables, pictures. */
const technical =
  /\b(?:modified|updated|changed|modstamp|created by|system|guid|uuid|hash|token|password|avatar|photo|picture|thumbnail|yomi|phonetic|latitude|longitude|lat|lng|geo|gmtoff|dstoff|ip|user agent|session|is deleted|deleted|row|index|file as|currency code|sort order|display name|angezeigter name|formatted|gclid|fbclid|calling code|country code)\b|\b(?:id|ids|label|type|typ)$|(?:event|activity|task|record|owner|user|account)id$|^(?:#|no|nr|lfd nr|lfd|pos)$/;

/** True for a column that is left out as it is: its cells are counted and told, and kept at a click. */
export const isTechnical = ({ header }: Pick<ImportColumn, 'header'>): boolean =>
  technical.test(headerTerms(header).join(' '));

/** Adds uses for all columns that have none. `leftOut`: what the source says is nobody's. */
export function withRest(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
  rows: RowMeaning,
  leftOut: (column: ImportColumn) => boolean,
): readonly ColumnMapping[] {
  if (rows === 'campaigns' || rows === 'reach' || rows === 'stages') return used;
  const taken = new Set(used.map(({ column }) => column));
  const ofActivity = used.some(({ target }) => target === 'activityType') && rows !== 'leads' && rows !== 'deals';
  const rest = columns.filter(column => !taken.has(column.index) && column.filled > 0 && !leftOut(column));
  return [
    ...used,
    ...rest.map(({ index }) =>
      ofActivity
        ? { column: index, target: 'activityNote' as const, named: true }
        : { column: index, target: 'notes' as const },
    ),
  ];
}
