// Opens any imported file as one table: finds the header, skips blank rows and text above and below.
import type { ReadChoices, RowProblem } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import { isBlank, isGroupTitle, leftOut, totalsRow } from '../../domain/import/rows.ts';
import { mender } from '../../domain/import/sources/mend.ts';
import { recognize } from '../../domain/import/sources/recognize.ts';
import { isSectionTitle, joinAttendances } from '../../domain/import/sources/zoom.ts';
import { findTable, maxHeaderRows } from '../../domain/import/table.ts';
import { liesOnItsSide, turn } from '../../domain/import/turned.ts';
import type { Bytes, ImportSource } from './bytes.ts';
import { bytesOf } from './bytes.ts';
import { csvReader } from './csv.ts';
import type { KindOfFile } from './file-kind.ts';
import { firstTable, type Piece } from './first-table.ts';
import { findFiles } from './found-files.ts';
import { openHtml } from './html-table.ts';
import { kindOfFile } from './kind-of-file.ts';
import { limits } from './limits.ts';
import { openCards } from './open-cards.ts';
import { openOle } from './open-compound.ts';
import { openMail } from './open-mail.ts';
import type { RawTable } from './open-text.ts';
import { openText } from './open-text.ts';
import { openZip } from './open-zip.ts';
import { bounded, type OpenTable, type PieceWalk } from './opened.ts';
import { rejected } from './refused-kinds.ts';
import { openSpreadsheetXml } from './spreadsheet-xml.ts';

/** How each kind of file is read. */
const openers: Readonly<
  Record<
    Exclude<KindOfFile['kind'], 'mail' | 'mbox' | 'vcard'>,
    (bytes: Bytes, choices: ReadChoices, locale: string) => Promise<RawTable>
  >
> = {
  zip: openZip,
  ole: openOle,
  html: openHtml,
  'spreadsheet-xml': openSpreadsheetXml,
  text: openText,
};

/** Opens a source. Throws an AppError, kind 'file', when there is no table in it. `locale`: the owner's, such as "de-AT". */
export async function openTable(
  source: ImportSource,
  choices: ReadChoices,
  locale: string,
  knownHeaders?: readonly string[],
  mailbox: { readonly own?: readonly string[]; readonly now?: number } = {},
): Promise<OpenTable> {
  const found = await findFiles(source);
  if (found?.family === 'mail') return openMail(found, mailbox);
  if (found) return openCards(found, choices, locale);
  const bytes = await bytesOf(source);
  if (bytes.size === 0) throw new AppError('file', 'This file is empty.');
  const kind = kindOfFile(await bytes.at(0, 4096));
  if (kind.reject) throw new AppError('file', kind.reject);
  if (kind.kind === 'mail' || kind.kind === 'mbox' || kind.kind === 'vcard')
    throw new AppError('file', rejected.noMail);
  const raw = await openers[kind.kind](bytes, choices, locale);
  const walk = bounded(raw.rows(), bytes.size);
  const whole = await readHead(walk);
  const isTurned = choices.headerRow === undefined && whole.rows.length < maxHeaderRows && liesOnItsSide(whole.rows);
  const head = isTurned ? turned(whole) : whole;
  const table = findTable(head.rows, { ...choices, known: knownHeaders });
  if (table.header.length > limits.columns) {
    await walk.return(undefined);
    throw new AppError(
      'file',
      `This table has ${table.header.length} columns. Ripen reads up to ${limits.columns}. Remove some and try again.`,
    );
  }
  const program = recognize(table.header)?.id ?? null;
  const joins = program === 'zoom' || program === 'zoom-meeting';
  const mend = mender(program, table.header);
  const problems: RowProblem[] = [...(isTurned ? [{ line: 1, message: wasTurned }] : []), ...table.problems];
  const split = raw.format === 'text' ? otherwiseDivided(table.header, raw.delimiter) : null;
  return {
    fileName: bytes.name,
    bytes: bytes.size,
    raw: source.kind === 'pasted' ? { ...raw, format: 'pasted' } : raw,
    table,
    problems,
    async *data() {
      const left: Piece = {
        rows: head.rows.slice(table.firstRow),
        lines: head.lines.slice(table.firstRow),
        bytesRead: head.bytesRead,
      };
      const keep = rowFilter(program === 'zoom' || program === 'teams', raw.format === 'text', table.header, line =>
        problems.push({ line, message: 'Text below the table was skipped.' }),
      );
      const first = program === null ? firstTable(table.header) : null;
      let divided = 0;
      const kept: Piece = { rows: [], lines: [], bytesRead: bytes.size };
      const ofFirst = async function* (): AsyncGenerator<Piece> {
        for await (const piece of following(left, walk)) yield first ? first.take(piece) : piece;
        const last = first?.last();
        if (last) yield last;
      };
      for await (const piece of ofFirst()) {
        const some = keep(piece);
        if (split)
          for (const [i, row] of some.rows.entries()) {
            const cells = split(row);
            if (cells === null) continue;
            some.rows[i] = cells;
            divided += 1;
            if (divided <= mostTold)
              problems.push({
                line: some.lines[i] ?? 0,
                message: 'This line uses another delimiter than the rest.',
              });
          }
        if (mend) for (const row of some.rows) mend(row);
        if (!joins) yield some;
        else {
          kept.rows.push(...some.rows);
          kept.lines.push(...some.lines);
        }
      }
      const other = first?.rest();
      if (other) problems.push(other);
      if (joins) yield { ...joinAttendances(table.header, kept), bytesRead: bytes.size };
    },
  };
}

/** Lines of one kind that are told one by one. */
const mostTold = 20;

const wasTurned =
  'The rows and columns of this table are swapped: the names of its columns are in the first column. Rows and columns were exchanged; choose a header row to read the table unchanged.';

const turned = ({ rows, bytesRead }: Piece): Piece => {
  const sides = turn(rows);
  return { rows: sides, lines: sides.map((_, i) => i + 1), bytesRead };
};

/** The cells of a line that stands in one cell and is divided by another character than the rest; null for any other. */
function otherwiseDivided(
  header: readonly string[],
  delimiter: string,
): ((row: readonly string[]) => string[] | null) | null {
  const others = [';', ',', '\t', '|'].filter(one => one !== delimiter);
  if (header.length < 3) return null;
  return row => {
    if (row.length !== 1) return null;
    const line = row[0] ?? '';
    const by = others.find(one => line.split(one).length === header.length);
    return by === undefined ? null : (csvReader(by).push(line, true).rows[0] ?? null);
  };
}

/** Stopping early ends the walk, which closes the file. */
async function* following(first: Piece, walk: PieceWalk): PieceWalk {
  try {
    yield first;
    yield* walk;
  } finally {
    await walk.return(undefined);
  }
}

async function readHead(walk: PieceWalk): Promise<Piece> {
  const rows: string[][] = [];
  const lines: number[] = [];
  let bytesRead = 0;
  while (rows.length < maxHeaderRows) {
    const { value, done } = await walk.next();
    if (done) break;
    for (const row of value.rows) rows.push(row);
    for (const line of value.lines) lines.push(line);
    bytesRead = value.bytesRead;
  }
  return { rows, lines, bytesRead };
}

/**
 * Takes out blank rows; in a file of sections, everything from the title of the next one; and the notes that stand below a
 * sum and a gap, or below a gap without any separators. `onSkipped`: hears the line of the first of these.
 */
function rowFilter(sections: boolean, text: boolean, header: readonly string[], onSkipped: (line: number) => void) {
  let over = false;
  let last: readonly string[] = [];
  let below: 'no' | 'yes' | 'told' = 'no';
  let afterGap = false;
  return (piece: Piece): Piece => {
    const rows: string[][] = [];
    const lines: number[] = [];
    for (const [i, row] of piece.rows.entries()) {
      if (over) continue;
      if (isBlank(row)) {
        if (below === 'no' && last.length > 0 && leftOut(last, header) === totalsRow) below = 'yes';
        last = [];
        afterGap = true;
        continue;
      }
      last = row;
      // A report's footer has one cell where every row of the table has its separators.
      if (below === 'no' && afterGap && text && !sections && row.length === 1 && header.length > 3) below = 'yes';
      afterGap = false;
      if (below !== 'no' && header.length > 3 && row.filter(cell => cell.trim() !== '').length < 3) {
        if (below === 'yes') onSkipped(piece.lines[i] ?? 0);
        below = 'told';
        continue;
      }
      if (isGroupTitle(row, piece.rows[i + 1], header)) continue;
      if (sections && isSectionTitle(row)) {
        over = true;
        continue;
      }
      rows.push(row);
      lines.push(piece.lines[i] ?? 0);
    }
    return { rows, lines, bytesRead: piece.bytesRead };
  };
}
