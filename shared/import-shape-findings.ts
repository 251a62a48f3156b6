// What the shape of a table tells: letters read wrong, and tables that lie on their side or beside each other.
import type { ImportColumn, Mapping, Preview } from './import.ts';
import type { Finding } from './import-findings.ts';
import { listed, newFinding } from './new-finding.ts';

const broken = /Ã[\u0080-\u00bf¤§©¶¼½¾±³ºªŸœžŒŽš†‡ˆ‰]|â€[™œ\u009d“”¦]|Ã\u0192|Ä[™‡…]|Å[‚ºº¼\u201a\u203a]/;
/** A cell that holds an e-mail address and nothing else. */
export const address = /^\s*[^\s@,;]+@[^\s@,;]+\s*$/;

/** Letters that another program has read wrong, and a table that lies on its side. */
export function shapeFindings({ columns, rows }: Pick<Preview, 'columns' | 'rows'>, mapping: Mapping): Finding[] {
  const cells = rows.flatMap(row => row.filter(cell => broken.test(cell)));
  const [some] = cells;
  const mapped = mapping.columns.some(({ target }) => target === 'email');
  const filled = (row: readonly string[]) => row.slice(1).filter(cell => cell.trim() !== '');
  const onSide =
    !mapped &&
    columns.length > 2 &&
    rows.length < 100 &&
    rows.some(row => filled(row).length > 1 && !row[0]?.includes('@') && filled(row).every(cell => address.test(cell)));
  return [
    ...(onSide
      ? [
          newFinding(
            'sideways',
            '',
            'The rows and columns of this table seem to be swapped: the column names are in the first column. Turn it in a spreadsheet (Paste special, Transpose), save it and choose it again.',
            { odd: true },
          ),
        ]
      : []),
    ...ofSideBySide(columns),
    ...(some === undefined
      ? []
      : [
          newFinding(
            'letters',
            '',
            `${cells.length === 1 ? 'One cell holds' : `${cells.length} cells hold`} letters that another program has read wrong, such as “${some.trim().slice(0, 60)}”. They are kept as they are.`,
            { odd: true, count: cells.length },
          ),
        ]),
  ];
}

/** The same headers on both sides of an empty column: two tables, whose people would be taken for one. */
function ofSideBySide(columns: readonly ImportColumn[]): Finding[] {
  const gap = columns.findIndex(
    ({ header, filled }, index) => index > 0 && index < columns.length - 1 && header === '' && filled === 0,
  );
  const names = (some: readonly ImportColumn[]) =>
    some.flatMap(({ header }) => header.toLowerCase().split(' ').at(-1) || []);
  const left = new Set(names(columns.slice(0, Math.max(gap, 0))));
  const twice = gap < 1 ? [] : names(columns.slice(gap + 1)).filter(name => left.has(name));
  if (twice.length < 2) return [];
  const text = `Two tables seem to stand side by side: ${listed(twice)} are on both sides of an empty column. Each line would be taken for one person. Put one table below the other in a spreadsheet, save it and choose it again.`;
  return [newFinding('sideways', 'two tables', text, { odd: true })];
}
