// A workbook of any length, row by row: what it holds in memory does not grow with it.

import type { StreamedPart } from '../zip/zip-stream.ts';
import { zipPieces } from '../zip/zip-stream.ts';
import type { XlsxCell } from './write-xlsx.ts';
import { rowXml, sheetFoot, sheetHead, sheetPath, workbookParts } from './write-xlsx.ts';

/** Rows of a sheet in every program that opens workbooks. */
const maxRows = 1_048_576;
const encoder = new TextEncoder();
const bytes = (text: string): Uint8Array => encoder.encode(text);

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield bytes(text);
}

/** Pieces of a workbook: one sheet, or several when there are more rows than one can hold, each with the header. */
export function xlsxPieces(
  name: string,
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly XlsxCell[])[]>,
  rowsInSheet: number = maxRows,
): AsyncGenerator<Uint8Array> {
  const names: string[] = [];
  const walk = rows[Symbol.asyncIterator]();
  let left: readonly (readonly XlsxCell[])[] = [];
  let over = false;

  async function* sheet(): AsyncGenerator<Uint8Array> {
    yield bytes(sheetHead + rowXml(header, 1));
    let index = 2;
    while (index <= rowsInSheet) {
      if (left.length === 0) {
        const { value, done } = await walk.next();
        over = done === true;
        if (done) break;
        left = value;
      }
      const now = left.slice(0, rowsInSheet - index + 1);
      left = left.slice(now.length);
      let text = '';
      for (const cells of now) {
        text += rowXml(cells, index);
        index += 1;
      }
      yield bytes(text);
    }
    yield bytes(sheetFoot);
  }

  async function* parts(): AsyncGenerator<StreamedPart> {
    do {
      names.push(names.length === 0 ? name : `${name} ${names.length + 1}`);
      yield { name: sheetPath(names.length), pieces: sheet() };
    } while (!over);
    for (const part of workbookParts(names)) yield { name: part.name, pieces: once(part.text) };
  }
  return zipPieces(parts());
}
