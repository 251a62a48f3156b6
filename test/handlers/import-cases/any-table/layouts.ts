// Layouts in which people keep or export the same table.
import {
  rowXml,
  sheetFoot,
  sheetHead,
  sheetPath,
  workbookParts,
  writeXlsx,
} from '../../../../electron/formats/xlsx/write-xlsx.ts';
import { zipOf } from '../../../../electron/formats/zip/write-zip.ts';
import { encode } from '../../../domain/import/encodings.ts';
import { writeXls } from '../../../support/old-workbook.ts';
import type { Words } from './languages.ts';

/** A table as it is meant: names of columns and rows of texts. */
export type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
export type Written = { readonly name: string; readonly bytes: Uint8Array };
export type Layout = {
  readonly name: string;
  /** Names in one column; 'comma': the last name first. */
  readonly names?: 'full' | 'comma';
  /** The columns the other way round. */
  readonly reversed?: true;
  readonly write: (table: Table, words: Words) => Written;
};

const quoted = (text: string, by: string): string =>
  text.includes(by) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const lines = (rows: readonly (readonly string[])[], by: string): string =>
  rows.map(row => row.map(cell => quoted(cell, by)).join(by)).join('\r\n');
const all = ({ header, rows }: Table) => [header, ...rows];
const text = (rows: readonly (readonly string[])[], by = ';', id = 'utf-8', mark = false): Written => ({
  name: 'list.csv',
  bytes: encode(`${lines(rows, by)}\r\n`, id, mark),
});
const wide = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, i) => cells[i] ?? '');

const xmlText = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
function odsOf(rows: readonly (readonly string[])[], merged: readonly Merged[] = []): Uint8Array {
  const cell = (value: string, row: number, column: number) => {
    const down = merged.find(one => one.column === column && one.first <= row && row <= one.last);
    if (down && down.first < row) return '<table:covered-table-cell/>';
    const spanned = down ? ` table:number-rows-spanned="${down.last - down.first + 1}"` : '';
    return value === ''
      ? '<table:table-cell/>'
      : `<table:table-cell${spanned} office:value-type="string">${value
          .split('\n')
          .map(line => `<text:p>${xmlText(line)}</text:p>`)
          .join('')}</table:table-cell>`;
  };
  const body = rows
    .map(
      (row, i) => `<table:table-row>${row.map((value, column) => cell(value, i, column)).join('')}</table:table-row>`,
    )
    .join('');
  const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="One">${body}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipOf([
    { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
    { name: 'content.xml', bytes: Buffer.from(content) },
  ]);
}

/** Cells of a column that were merged: the value stands in the first of them. Rows from 0. */
type Merged = { readonly column: number; readonly first: number; readonly last: number };

/** As somebody who likes a tidy look merges a sheet: what is the same in the row below is one cell. */
function mergedIn({ header, rows }: Table, columns: readonly string[]): readonly Merged[] {
  const found: Merged[] = [];
  for (const column of columns.map(name => header.indexOf(name))) {
    for (let first = 0; first < rows.length; first++) {
      const text = rows[first]?.[column] ?? '';
      let last = first;
      while (rows[last + 1]?.[column] === text) last += 1;
      if (text !== '' && last > first) found.push({ column, first: first + 1, last: last + 1 });
      first = last;
    }
  }
  return found;
}
const isHidden = (merged: readonly Merged[], row: number, column: number): boolean =>
  merged.some(one => one.column === column && one.first < row && row <= one.last);

function mergedXlsx(table: Table, merged: readonly Merged[]): Uint8Array {
  const rows = all(table).map((row, i) => row.map((cell, column) => (isHidden(merged, i, column) ? '' : cell)));
  const letter = (column: number) => String.fromCharCode(65 + column);
  const refs = merged.map(
    ({ column, first, last }) => `<mergeCell ref="${letter(column)}${first + 1}:${letter(column)}${last + 1}"/>`,
  );
  const foot = sheetFoot.replace(
    '</sheetData>',
    refs.length === 0 ? '</sheetData>' : `</sheetData><mergeCells count="${refs.length}">${refs.join('')}</mergeCells>`,
  );
  const sheet = `${sheetHead}${rows.map((row, i) => rowXml(row, i + 1)).join('')}${foot}`;
  return zipOf(
    [...workbookParts(['One']), { name: sheetPath(1), text: sheet }].map(part => ({
      name: part.name,
      bytes: Buffer.from(part.text),
    })),
  );
}

/** Each person in a column. */
const onItsSide = (table: Table): string[][] =>
  table.header.map((name, column) => [name, ...table.rows.map(row => row[column] ?? '')]);

export const layouts: readonly Layout[] = [
  { name: 'semicolons, UTF-8', write: table => text(all(table)) },
  { name: 'commas, UTF-8 with a mark', write: table => text(all(table), ',', 'utf-8', true) },
  { name: 'tabs, UTF-16', write: table => text(all(table), '\t', 'utf-16le', true) },
  { name: 'tabs, UTF-16 without a mark', write: table => text(all(table), '\t', 'utf-16le') },
  { name: 'bars', write: table => text(all(table), '|') },
  { name: 'the code page of the country', write: (table, { codePage }) => text(all(table), ';', codePage) },
  { name: 'columns the other way round', reversed: true, write: table => text(all(table)) },
  { name: 'whole names', names: 'full', write: table => text(all(table)) },
  { name: 'last names first', names: 'comma', write: table => text(all(table)) },
  {
    name: 'titles above',
    write: (table, words) => text([[words.title], ['2026-05-31'], [], ...all(table)].map(row => [...row])),
  },
  {
    name: 'dividers between',
    write: ({ header, rows }) =>
      text([
        header,
        wide(['--- A ---'], header.length),
        ...rows.slice(0, 2),
        wide(['--- B ---'], header.length),
        ...rows.slice(2),
      ]),
  },
  {
    name: 'a sum at the end',
    write: ({ header, rows }, words) => {
      const sum = wide([words.total], header.length).map((cell, i) => (header[i] === words.amount ? '99999' : cell));
      return text([header, ...rows, sum]);
    },
  },
  {
    name: 'blank rows between',
    write: ({ header, rows }) => text([header, ...rows.flatMap(row => [row, wide([], row.length)])]),
  },
  {
    name: 'the header again',
    write: ({ header, rows }) => text([header, ...rows.slice(0, 2), header, ...rows.slice(2)]),
  },
  {
    name: 'empty columns',
    write: table => text(all(table).map(row => [...row.slice(0, 2), '', ...row.slice(2), '', ''])),
  },
  {
    name: 'groups above the header',
    write: (table, { groups: [person, work] }) => {
      const above = wide([person, '', '', '', '', work], table.header.length);
      return text([above, ...all(table)]);
    },
  },
  {
    name: '"sep=" and quotes around all',
    write: table => {
      const body = all(table).map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';'));
      return { name: 'list.csv', bytes: encode(`sep=;\r\n${body.join('\r\n')}\r\n`, 'utf-8') };
    },
  },
  { name: '.xlsx', write: table => ({ name: 'list.xlsx', bytes: writeXlsx([{ name: 'One', rows: all(table) }]) }) },
  {
    name: '.xls',
    write: table => ({ name: 'list.xls', bytes: writeXls({ sheets: [{ name: 'One', rows: all(table) }] }) }),
  },
  { name: '.ods', write: table => ({ name: 'list.ods', bytes: odsOf(all(table)) }) },
  {
    name: 'merged cells, .xlsx',
    write: (table, { company, city, status }) => ({
      name: 'list.xlsx',
      bytes: mergedXlsx(table, mergedIn(table, [company, city, status])),
    }),
  },
  {
    name: 'merged cells, .ods',
    write: (table, { company, city, status }) => ({
      name: 'list.ods',
      bytes: odsOf(all(table), mergedIn(table, [company, city, status])),
    }),
  },
  { name: 'on its side', write: table => text(onItsSide(table)) },
  { name: 'on its side, whole names', names: 'full', write: table => text(onItsSide(table), '\t') },
  {
    name: 'on its side, .xlsx',
    write: table => ({ name: 'list.xlsx', bytes: writeXlsx([{ name: 'One', rows: onItsSide(table) }]) }),
  },
];
