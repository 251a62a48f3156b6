// Twenty layouts in which people keep or export the same table.
import { writeXlsx } from '../../../../electron/formats/xlsx/write-xlsx.ts';
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
function odsOf(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (value: string) =>
    value === ''
      ? '<table:table-cell/>'
      : `<table:table-cell office:value-type="string">${value
          .split('\n')
          .map(line => `<text:p>${xmlText(line)}</text:p>`)
          .join('')}</table:table-cell>`;
  const body = rows.map(row => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('');
  const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="One">${body}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipOf([
    { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
    { name: 'content.xml', bytes: Buffer.from(content) },
  ]);
}

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
];
