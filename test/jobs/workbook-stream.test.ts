// Workbooks written row by row: the same cells come out, in one sheet or, when there are too many rows, in several.
import { expect, it } from 'vitest';
import { xlsxPieces } from '../../electron/formats/xlsx/xlsx-stream.ts';
import { preview } from '../domain/import/support.ts';

async function workbook(rows: readonly (readonly (string | number)[])[], rowsInSheet?: number) {
  const slices = async function* () {
    for (let from = 0; from < rows.length; from += 3) yield rows.slice(from, from + 3);
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxPieces('Leads', ['Name', 'E-mail', 'Size'], slices(), rowsInSheet)) pieces.push(piece);
  return { kind: 'bytes', name: 'leads.xlsx', bytes: new Uint8Array(Buffer.concat(pieces)) } as const;
}
const listedLeads = Array.from({ length: 10 }, (_, i) => [`=Ann ${i}`, `ann${i}@acme.example`, i] as const);

it('holds every row as it was given, formulas as text', async () => {
  const seen = await preview(await workbook(listedLeads));
  expect(seen.sheets.map(({ name }) => name)).toEqual(['Leads']);
  expect(seen.rows).toEqual(listedLeads.map(row => row.map(String)));
});

it('goes on in another sheet, with the header again, where one is full', async () => {
  const source = await workbook(listedLeads, 5);
  const sheets = [0, 1, 2].map(sheet => preview(source, { sheet }));
  const [first, second, third] = await Promise.all(sheets);
  expect(first?.sheets.map(({ name }) => name)).toEqual(['Leads', 'Leads 2', 'Leads 3']);
  expect([first, second, third].map(one => one?.rowCount)).toEqual([4, 4, 2]);
  expect(third?.columns.map(({ header }) => header)).toEqual(['Name', 'E-mail', 'Size']);
});

it('of no rows is still a workbook', async () => {
  expect((await preview(await workbook([]))).columns.map(({ header }) => header)).toEqual(['Name', 'E-mail', 'Size']);
});
