// Reads a file from end to end again and turns its rows into what they say about leads, piece by piece.
import type { Mapping, ReadChoices, RowProblem } from '../../../shared/import.ts';
import type { PreparedRow, RejectedRow } from '../../../shared/import-row.ts';
import type { PrepareContext } from '../../domain/import/plan.ts';
import { planOf } from '../../domain/import/plan.ts';
import { prepareRow } from '../../domain/import/prepare.ts';
import { rowWidth } from '../../domain/import/row-width.ts';
import type { ImportSource } from './bytes.ts';
import { openTable } from './open-table.ts';
import { rowKeys } from './row-key.ts';

export type PrepareRequest = {
  readonly source: ImportSource;
  readonly choices: ReadChoices;
  readonly locale: string;
  readonly mapping: Mapping;
  readonly context: PrepareContext;
  /** Only the cells of these columns are wanted: as `rejected` without a reason, where one of them says something. */
  readonly cellsOf?: readonly number[];
  /** Most rows in one piece. */
  readonly pieceRows?: number;
};

export type PreparedPiece = {
  readonly rows: readonly PreparedRow[];
  readonly rejected: readonly RejectedRow[];
  /** Part of the file that has been read, 0 to 1. */
  readonly part: number;
  /** Set in the last piece. */
  readonly problems: readonly RowProblem[];
};

/** Characters after which a piece is full: parsing it takes a few milliseconds. */
const mostText = 250_000;

/** Some cells of a row; null: they are empty. */
function cellsIn(cells: readonly string[], columns: readonly number[], line: number) {
  const some = columns.map(column => cells[column] ?? '');
  return some.every(cell => cell.trim() === '') ? null : { rejected: { line, cells: some, reason: '' } };
}

/** Prepared rows in the order of the file. */
export async function* prepareRows(request: PrepareRequest): AsyncGenerator<PreparedPiece> {
  const open = await openTable(request.source, request.choices, request.locale, [], {
    own: request.context.ownAddresses,
    now: request.context.now,
  });
  const plan = planOf(request.mapping, open.table.header, request.context);
  // A piece is copied into the main process in one go, which must not hold it up for more than a few milliseconds.
  const most = request.pieceRows ?? 300;
  const { cellsOf } = request;
  // Spreadsheets leave out empty cells at the end of a row.
  const delimited = open.raw.format === 'text' || open.raw.format === 'pasted';
  const rowKey = rowKeys();
  let text = 0;
  let rows: PreparedRow[] = [];
  let rejected: RejectedRow[] = [];
  let part = 0;
  for await (const piece of open.data()) {
    part = Math.min(1, piece.bytesRead / open.bytes);
    for (const [i, cells] of piece.rows.entries()) {
      const line = piece.lines[i] ?? 0;
      const result = cellsOf ? cellsIn(cells, cellsOf, line) : prepareRow(plan, cells, line);
      if (result === null) continue;
      if ('row' in result) {
        const width = delimited ? rowWidth(plan, cells, open.table.headerCells) : undefined;
        rows.push({ ...result.row, rowKey: rowKey(result.row), ...(width ? { width } : {}) });
      } else rejected.push(result.rejected);
      for (const cell of cells) text += cell.length;
      if (rows.length + rejected.length >= most || text >= mostText) {
        yield { rows, rejected, part, problems: [] };
        text = 0;
        rows = [];
        rejected = [];
      }
    }
  }
  yield { rows, rejected, part: 1, problems: [...open.problems, ...open.raw.problems] };
}
