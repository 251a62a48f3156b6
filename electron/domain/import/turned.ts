// A table that lies on its side: the names of its columns stand in the first column, and each person in a column.
import { isKnownHeader } from './headers.ts';
import { cleanCell, normalize } from './text.ts';

/** Fields that must be known by name, and the share of all that they must be. */
const fewest = 3;
const share = 0.6;
/** A table of people has no more fields. */
const mostFields = 60;

/** How many names of columns a list holds; none where one comes again, as in "customer, lead, lead". */
function namesIn(cells: readonly string[]): number {
  const names = cells.map(cleanCell).filter(text => text !== '');
  if (new Set(names.map(normalize)).size < names.length) return 0;
  return names.filter(isKnownHeader).length;
}

/** `rows`: all rows of the file. */
export function liesOnItsSide(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter(row => row.some(cell => cell.trim() !== ''));
  if (filled.length < fewest || filled.length > mostFields || filled.every(row => row.length < 2)) return false;
  const heads = filled.map(row => row[0] ?? '');
  const names = namesIn(heads);
  if (names < fewest || names < heads.length * share) return false;
  // The first row of a turned table holds one name and then people: "Status, Name, E-mail" above "Customer", "Lead" is none.
  if (namesIn((filled[0] ?? []).slice(1)) > 0) return false;
  return filled.every(row => namesIn(row) < names);
}

/** True for a row of other headers below a table: another table begins there. */
export function isOtherHeader(row: readonly string[], header: readonly string[]): boolean {
  const filled = row.filter(cell => cell.trim() !== '');
  // Nearly every row has a number or an address, which is quickly seen.
  if (filled.length < fewest || filled.some(cell => /\d{3}|@/.test(cell))) return false;
  if (namesIn(row) < Math.max(fewest, filled.length * share)) return false;
  const here = new Set(header.map(normalize));
  return filled.some(cell => !here.has(normalize(cleanCell(cell))));
}

/** Rows as columns; blank rows are left out. */
export function turn(rows: readonly (readonly string[])[]): string[][] {
  const filled = rows.filter(row => row.some(cell => cell.trim() !== ''));
  const width = filled.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => filled.map(row => row[column] ?? ''));
}
