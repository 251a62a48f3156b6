// Columns that look like somebody's own id or address and are not: the same for several people, or of another kind of paper.
import type { ColumnMapping, ImportColumn, Preview } from '../../../shared/import.ts';
import { headerTerms, normalize } from './text.ts';

type Rows = Preview['rows'];
const names = new Set(['firstName', 'lastName', 'fullName']);
const own = new Set(['email', 'phone']);

/** Numbers of papers, accounts and taxes: private, and never what a program calls a lead by. */
const papers =
  /passport|pasaporte|passeport|passaporto|paspoort|passnummer|reisepass|паспорт|ausweis|personalausweis|identity card|id card|carte d identite|carta d identita|\bdni\b|\bnie\b|\bnif\b|\bcpf\b|\bbsn\b|codice fiscale|\bpesel\b|\bssn\b|social security|sozialversicherung|securite sociale|steuer|\btax\b|\bvat\b|\btva\b|partita iva|\biban\b|\bbank\b|bankkonto|bankverbindung|compte bancaire|cuenta bancaria|conto corrente|rekening(?:nummer|houder)|kontoinhaber|account holder|\bbic\b|\bcvv\b|credit card|kreditkarte|carte bancaire|driver|driving|fuhrerschein|permis|licence number|license number|insurance|versicherungsnummer/;

/** True for a header that names such a paper. */
export const isPaper = (header: string): boolean => papers.test(headerTerms(header).join(' '));

const cellValue = (rows: Rows, row: number, column: number): string => normalize(rows[row]?.[column] ?? '');

/** An id that comes again while the names beside it differ is that of a firm or of the owner. */
function isOfSeveral(column: number, used: readonly ColumnMapping[], rows: Rows): boolean {
  const people = used.filter(({ target }) => names.has(target)).map(entry => entry.column);
  // Where no names are known, an own address or number tells people apart as well.
  const named = people.length > 0 ? people : used.filter(({ target }) => own.has(target)).map(entry => entry.column);
  if (named.length === 0) return false;
  const called = new Map<string, string>();
  for (let row = 0; row < rows.length; row++) {
    const id = cellValue(rows, row, column);
    const name = named
      .map(at => cellValue(rows, row, at))
      .join(' ')
      .trim();
    if (id === '' || name === '') continue;
    const before = called.get(id);
    if (before !== undefined && before !== name) return true;
    called.set(id, name);
  }
  return false;
}

/** How many different addresses a column has among how many, in the rows seen. */
function spread(column: number, rows: Rows): { readonly filled: number; readonly different: number } {
  const cells = rows.map((_, row) => cellValue(rows, row, column)).filter(text => text !== '');
  return { filled: cells.length, different: new Set(cells).size };
}

/** Takes away uses as an id or an address that are nobody's own. `rows`: the first rows of the file. */
export function withoutShared(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
  rows: Rows,
): readonly ColumnMapping[] {
  const addresses = used.filter(({ target }) => target === 'email' || target === 'otherEmail');
  const seen = addresses.map(({ column }) => ({ column, ...spread(column, rows) }));
  const most = Math.max(0, ...seen.map(({ different }) => different));
  const ofAll = new Set(
    seen
      .filter(({ filled, different }) => filled > 1 && different * 2 <= filled && different < most)
      .map(({ column }) => column),
  );
  const kept = used.filter(({ target, column }) => {
    if (ofAll.has(column)) return false;
    if (target !== 'externalId') return true;
    return !isPaper(columns[column]?.header ?? '') && !isOfSeveral(column, used, rows);
  });
  // Of two columns of addresses the one that is everybody's own is left.
  return kept.some(({ target }) => target === 'email')
    ? kept
    : kept.map((entry, index) =>
        entry.target === 'otherEmail' && kept.findIndex(one => one.target === 'otherEmail') === index
          ? { ...entry, target: 'email' as const }
          : entry,
      );
}

const general = new Set(['id', 'recordid', 'uuid', 'guid', 'externalid', 'objectid', 'number', 'no', 'nr']);

/** The program whose ids a file holds: the source, else what it calls its ids; undefined: nobody can tell. */
export function programOf(
  sourceId: string | null,
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): string | undefined {
  const id = used.find(({ target }) => target === 'externalId');
  if (!id) return undefined;
  if (sourceId !== null) return sourceId.split('-')[0];
  const key = headerTerms(columns[id.column]?.header ?? '').join('');
  return key === '' || general.has(key) ? undefined : key.slice(0, 100);
}
