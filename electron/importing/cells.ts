// Cells of some columns as they stand in the file: shown in part, or saved whole with the numbers of their lines.
import { byteOrderMark, csvLine } from '../formats/csv/write-csv.ts';
import type { PrepareRequest } from '../jobs/import-parser/prepare.ts';
import { saveFile } from '../jobs/save-file.ts';
import type { ProcedureContext } from '../services/context.ts';
import { prepareContext } from './vocabulary.ts';

type CellsRequest = Pick<PrepareRequest, 'source' | 'choices' | 'mapping'> & {
  readonly jobId: string;
  readonly columns: readonly number[];
};
type Row = { line: number; cells: string[] };

/** Rows in which one of the columns says something, in the order of the file. */
async function* rowsOfCells(context: ProcedureContext, { jobId, columns, ...request }: CellsRequest) {
  const { parser, locale, isCancelled } = context;
  const wanted = { ...request, locale, context: prepareContext(context), cellsOf: columns };
  for await (const { rejected } of parser.prepare(wanted, () => isCancelled(jobId))) yield rejected;
}

/** The rows from number `from` on, `limit` of them at most. */
export async function cellsFrom(context: ProcedureContext, request: CellsRequest, from: number, limit: number) {
  const rows: Row[] = [];
  let seen = 0;
  for await (const piece of rowsOfCells(context, request)) {
    for (const { line, cells } of piece) {
      if (seen >= from && rows.length < limit) rows.push({ line, cells: cells.map(cell => cell.slice(0, 500)) });
      seen += 1;
    }
    if (seen > from + limit) return { rows, more: true };
  }
  return { rows, more: false };
}

/** Writes all of them to `path`; answers how many rows. */
export async function saveCells(
  context: ProcedureContext,
  request: CellsRequest,
  headers: readonly string[],
  path: string,
): Promise<number> {
  let rows = 0;
  const pieces = async function* () {
    yield byteOrderMark + csvLine(['Line', ...headers]);
    for await (const piece of rowsOfCells(context, request)) {
      rows += piece.length;
      const text = piece.map(({ line, cells }) => csvLine([String(line), ...cells])).join('');
      if (text !== '') yield text;
    }
  };
  await saveFile(path, pieces());
  return rows;
}
