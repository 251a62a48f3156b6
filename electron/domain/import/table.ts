// Finds the table in a file: titles above, header of one or two rows, unit row, first data row.
import type { RowProblem } from '../../../shared/import.ts';
import { contentOf } from './content.ts';
import { isMonth } from './dates.ts';
import { isKnownHeader } from './headers.ts';
import { isRejectedColumn } from './rejected-columns.ts';
import { recognize } from './sources/recognize.ts';
import { attendeeHeader } from './sources/zoom.ts';
import { cleanCell, headerKey, normalize } from './text.ts';

export type ImportTable = {
  /** Names of the columns, cleaned; '' where there is none. */
  readonly header: readonly string[];
  /** Cells of the header row as it was written; rows may have more. */
  readonly headerCells: number;
  /** Row of the header among all rows, from 0; -1 when there is none. */
  readonly headerRow: number;
  readonly headerRows: number;
  /** First row of data. */
  readonly firstRow: number;
  readonly preamble: readonly (readonly string[])[];
  readonly problems: readonly RowProblem[];
};

/** How far down a header is looked for. */
export const maxHeaderRows = 200;
const unit =
  /^[[(]?(?:€|\$|£|%|eur|usd|gbp|chf|inr|k€|t€|kg|m|m2|m²|km|h|hrs|hours|min|minutes|s|sec|days|tage|jours|pcs|stk|st|number|num|text|date|string|integer|int|float|bool|boolean|yyyy-mm-dd|dd[./-]mm[./-](?:yy)?yy|mm[./-]dd[./-](?:yy)?yy|yes\/no|y\/n|ja\/nein|optional|required|pflicht|people|persons)[\])]?$/;

const texts = (row: readonly string[] | undefined): string[] => (row ?? []).map(cleanCell);

/** How much a row looks like a header: names of columns we know count most, data count against it. */
function headerScore(row: readonly string[]): {
  readonly score: number;
  readonly known: number;
  readonly data: number;
} {
  let words = 0;
  let data = 0;
  const names = new Set<string>();
  for (const cell of row) {
    if (cell === '') continue;
    // "Jan 26" and "2025" head the columns of months and years.
    if (isMonth(cell) || /^(?:19|20)\d\d$/.test(cell)) continue;
    const content = contentOf(cell);
    if (content === 'text' || content === 'words' || (content === 'id' && !/\d{4}/.test(cell))) {
      words++;
      if (isKnownHeader(cell)) names.add(normalize(cell));
    } else data++;
  }
  return { score: words + names.size - data, known: names.size, data };
}

/** Finds the table. `chosen`: what the owner said about it; `rows`: the first rows of the file. */
export function findTable(
  rows: readonly (readonly string[])[],
  chosen: {
    readonly headerRow?: number | undefined;
    readonly headerRows?: number | undefined;
    /** Signatures of headers that a person has pointed at in files of that kind. */
    readonly known?: readonly string[] | undefined;
  } = {},
): ImportTable {
  const pointed = chosen.headerRow === undefined ? knownHeader(rows, chosen.known ?? []) : null;
  if (pointed) return findTable(rows, pointed);
  const at = chosen.headerRow ?? attendeeHeader(rows.slice(0, maxHeaderRows)) ?? likeliestHeader(rows);
  if (at < 0) return withoutHeader(rows);
  const row = texts(rows[at]);
  const count = chosen.headerRows ?? (wantsRowAbove(rows, at) ? 2 : 1);
  // Two rows the owner chose begin at the row named; two rows found end at it.
  const top = count === 2 && chosen.headerRow === undefined ? at - 1 : at;
  const header = count === 2 ? joined(texts(rows[top]), texts(rows[top + 1])) : row;
  let firstRow = top + count;
  const problems: RowProblem[] = [];
  if (isUnits(texts(rows[firstRow]))) {
    problems.push({ line: firstRow + 1, message: 'A row of units below the header was skipped.' });
    firstRow++;
  }
  return {
    header: widened(header, rows.slice(firstRow)),
    headerCells: header.length,
    headerRow: top,
    headerRows: count,
    firstRow,
    preamble: rows.slice(0, top),
    problems,
  };
}

/** Rows in which a header is looked for that was pointed at before. */
const mostPointedAt = 60;

/** The first row, or two rows, with exactly the names of a known header; null: there are none. */
function knownHeader(rows: readonly (readonly string[])[], known: readonly string[]) {
  if (known.length === 0) return null;
  const names = new Set(known);
  for (let headerRow = 0; headerRow < Math.min(rows.length, mostPointedAt); headerRow++) {
    const [row, below] = [texts(rows[headerRow]), texts(rows[headerRow + 1])];
    if (names.has(signatureOf(row))) return { headerRow, headerRows: 1 };
    if (names.has(signatureOf(joined(row, below)))) return { headerRow, headerRows: 2 };
  }
  return null;
}

function likeliestHeader(rows: readonly (readonly string[])[]): number {
  let best = -1;
  let bestScore = 0;
  let bestKnown = 0;
  for (let i = 0; i < Math.min(rows.length, maxHeaderRows); i++) {
    const row = texts(rows[i]);
    if (row.filter(cell => cell !== '').length > 1 && recognize(row)) return i;
    const { score, known, data } = headerScore(row);
    // Of two rows with as many names, the fuller one: above it stand groups ("Contact", "", "Company", "").
    const fuller = known === bestKnown && score > bestScore && data === 0;
    if ((known > bestKnown || fuller) && known >= 2 && data <= known) {
      [best, bestScore, bestKnown] = [i, Math.max(score, bestScore), known];
    } else if (bestKnown < 2 && score > bestScore && (best === -1 || score > bestScore + 1)) {
      [best, bestScore] = [i, score];
      bestKnown = Math.max(known, bestKnown);
    }
    if (i > 30 && best >= 0) break;
  }
  return best >= 0 && isData(rows, best) ? -1 : best;
}

/** A first row like all the others, with an address, a date or a number in it and no name we know, is no header. */
function isData(rows: readonly (readonly string[])[], at: number): boolean {
  const row = texts(rows[at]);
  const { known, data } = headerScore(row);
  if (known > 0 || data === 0) return false;
  const next = texts(rows[at + 1]);
  if (next.length === 0) return row.some(cell => contentOf(cell) === 'email');
  return row.every(
    (cell, i) => (cell === '') === ((next[i] ?? '') === '') || contentOf(cell) === contentOf(next[i] ?? ''),
  );
}

/** Cells beyond the headers stand in columns without a name. */
function widened(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  let width = header.length;
  for (const row of rows) {
    for (let i = row.length - 1; i >= width; i--) {
      if (row[i]?.trim()) width = i + 1;
    }
  }
  return width === header.length ? header : [...header, ...Array.from({ length: width - header.length }, () => '')];
}

function withoutHeader(rows: readonly (readonly string[])[]): ImportTable {
  const width = rows.slice(0, 50).reduce((most, row) => Math.max(most, row.length), 0);
  return {
    header: Array.from({ length: width }, () => ''),
    headerCells: width,
    headerRow: -1,
    headerRows: 0,
    firstRow: 0,
    preamble: [],
    problems: [],
  };
}

/** A row of groups ("Contact", "", "Company", "") above the header is needed when names repeat or are missing below it. */
function wantsRowAbove(rows: readonly (readonly string[])[], at: number): boolean {
  const above = texts(rows[at - 1]);
  const row = texts(rows[at]);
  if (above.filter(cell => cell !== '').length < 2) return false;
  const names = row.filter(cell => cell !== '').map(normalize);
  const gaps = row.some((cell, i) => cell === '' && (above[i] ?? '') !== '');
  return gaps || new Set(names).size < names.length;
}

/** "Contact" over "Name", "Phone" gives "Contact Name", "Contact Phone": a group reaches to the next one. */
function joined(above: readonly string[], below: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, i) => {
    const own = above[i] ?? '';
    const name = below[i] ?? '';
    if (own !== '') group = own;
    if (name === '') return own;
    return group === '' || normalize(group) === normalize(name) ? name : `${group} ${name}`;
  });
}

function isUnits(row: readonly string[]): boolean {
  const filled = row.filter(cell => cell !== '');
  return filled.length > 0 && filled.every(cell => unit.test(normalize(cell)));
}

/** Same for every file with the same headers in any order, and for its refused rows. */
export const signatureOf = (header: readonly string[]): string =>
  header
    .filter(name => !isRejectedColumn(name))
    .map(headerKey)
    .filter(name => name !== '')
    .sort()
    .join('\u001f')
    .slice(0, 8000);
