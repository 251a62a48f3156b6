// A file that has been opened as a table, and the limit of what its rows may hold.
import type { RowProblem } from '../../../shared/import.ts';
import type { MailSummary } from '../../../shared/mail-summary.ts';
import { AppError } from '../../../shared/result.ts';
import type { ImportTable } from '../../domain/import/table.ts';
import type { Piece } from './first-table.ts';
import { limits, tooManyRows, tooMuchText } from './limits.ts';
import type { RawTable } from './open-text.ts';

export type OpenTable = {
  readonly fileName: string;
  readonly bytes: number;
  readonly raw: RawTable;
  readonly table: ImportTable;
  readonly problems: readonly RowProblem[];
  /** Rows of data with the line each begins in. May be walked once. */
  readonly data: () => AsyncGenerator<Piece>;
  /** Of mail: what was seen of it as a whole; to be asked after its rows. */
  readonly mail?: () => MailSummary;
};

/** A table whose columns are always the same, as mail and cards are read. */
export const fixedTable = (header: readonly string[]): ImportTable => ({
  header: [...header],
  headerCells: header.length,
  headerRow: 0,
  headerRows: 1,
  firstRow: 0,
  preamble: [],
  problems: [],
});

export type PieceWalk = AsyncGenerator<Piece>;

/** A small file may not grow without end: what its rows hold is counted once it is unpacked. */
export async function* bounded(walk: PieceWalk, size: number): PieceWalk {
  let text = 0;
  let rows = 0;
  try {
    for await (const piece of walk) {
      for (const row of piece.rows) {
        let length = 0;
        for (const cell of row) length += cell.length;
        text += length;
        if (length > 0) rows++;
      }
      if (text > limits.text + limits.textPerByte * size) throw new AppError('file', tooMuchText);
      if (rows > limits.rows + size / limits.bytesPerRow) throw new AppError('file', tooManyRows);
      yield piece;
    }
  } finally {
    await walk.return(undefined);
  }
}
