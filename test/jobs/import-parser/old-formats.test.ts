// Old workbooks, OpenDocument sheets, and what programs write under their names: read as a new workbook is.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../electron/formats/zip/write-zip.ts';
import type { ImportSource } from '../../../electron/jobs/import-parser/bytes.ts';
import { encode } from '../../domain/import/encodings.ts';
import { preview, text } from '../../domain/import/support.ts';
import { biffOf, compoundOf, type OldCell, writeXls } from '../../support/old-workbook.ts';

const file = (bytes: Uint8Array, name = 'list.xls'): ImportSource => ({ kind: 'bytes', name, bytes });
const fixture = (name: string) =>
  file(readFileSync(fileURLToPath(new URL(`../../fixtures/imports/workbooks/${name}`, import.meta.url))), name);
const sheet = (...rows: readonly (readonly OldCell[])[]) => file(writeXls({ sheets: [{ name: 'One', rows }] }));

/** What stands in `book.fods`, which LibreOffice has saved in the other formats (`soffice --convert-to`). */
const leads = (formulaText: string, yes: string) => [
  ['Zoë Müller', 'Mill & Söhne', 'zoe@mill.example', '1234.5', '2024-02-29', '25%', 'two\nlines'],
  ['Łukasz Żak', 'Mill & Söhne', 'lukasz@mill.example', '2469', '1999-12-31', '', formulaText],
  ['Ann 李', '', 'ann@example.org', '-3', '', '', yes],
];

describe('as LibreOffice writes them', () => {
  // LibreOffice stores 0 for a text formula it has not computed, and a yes as the number 1.
  test.each([
    ['book.ods', 'ods', leads('calls Bob', 'TRUE')],
    ['book.xls', 'xls', leads('0', '1')],
  ])('%s', async (name, format, rows) => {
    const seen = await preview(fixture(name));
    expect(seen).toMatchObject({
      format,
      sheet: 1,
      sheets: [
        { name: 'Cover', hidden: false },
        { name: 'Leads', hidden: false },
        { name: 'Old', hidden: true },
      ],
      lines: [2, 3, 6],
    });
    expect(seen.rows.map(row => [...row.slice(0, 6), ''])).toEqual(rows.map(row => [...row.slice(0, 6), '']));
    expect(seen.rows[0]?.[6]).toBe('two\nlines');
    expect(seen.columns[3]).toMatchObject({ content: 'number', decimal: '.' });
    expect((await preview(fixture(name), { sheet: 2 })).rowCount).toBe(50);
  });

  test('a web page under the name of a workbook', async () => {
    const seen = await preview(fixture('book.html'));
    expect([seen.format, seen.rows[1]?.slice(0, 3)]).toEqual([
      'html',
      ['Łukasz Żak', 'Mill & Söhne', 'lukasz@mill.example'],
    ]);
  });
});

describe('.xls', () => {
  test('every kind of cell', async () => {
    const seen = await preview(
      sheet(
        ['Name', 'Note', 'Amount', 'Since', 'Ok', 'Short'],
        ['Ann', { label: 'own 李' }, { formula: 12.5 }, { serial: 45_351 }, true, { packed: 12.34 }],
        [{ formula: 'Bob’s' }, null, 0.1, { serial: 61 }, false, { packed: -5 }],
        ['Cy', { error: true }, 1e15, null, { formula: 'yes' }, null],
      ),
    );
    expect(seen.rows).toEqual([
      ['Ann', 'own 李', '12.5', '2024-02-29', 'TRUE', '12.34'],
      ['Bob’s', '', '0.1', '1900-03-01', 'FALSE', '-5'],
      ['Cy', '', '1.00000000000000E+15', '', 'yes', ''],
    ]);
  });

  test('days in both date systems', async () => {
    for (const [epoch, serial] of [
      [1900, 45_351],
      [1904, 43_889],
    ] as const) {
      const rows = [
        ['Name', 'Since'],
        ['Ann', { serial }],
      ];
      const seen = await preview(file(writeXls({ epoch, sheets: [{ name: 'One', rows }] })));
      expect(seen.rows).toEqual([['Ann', '2024-02-29']]);
    }
  });

  test('rows in any order, as libraries write them', async () => {
    const rows = [['Name', 'No'], ...Array.from({ length: 50 }, (_, i) => [`Person ${i}`, i])];
    const there = await preview(file(writeXls({ sheets: [{ name: 'One', rows }] })));
    for (const order of [
      (count: number) => Array.from({ length: count }, (_, i) => count - 1 - i),
      (count: number) => Array.from({ length: count }, (_, i) => (i * 7) % count),
    ]) {
      const seen = await preview(file(writeXls({ sheets: [{ name: 'One', rows }], order })));
      expect([seen.rows, seen.lines]).toEqual([there.rows, there.lines]);
    }
  });

  test('shared texts cut anywhere by the end of a record', async () => {
    const cell = fc.oneof(fc.stringMatching(/^[a-z]{1,40}$/), fc.stringMatching(/^[àéü李Ж]{1,30}$/));
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 12, max: 200 }),
        async (texts, cutTextsAt) => {
          const rows = [['Name', 'Text'], ...texts.map((value, i) => [`Person ${i}`, value])];
          const seen = await preview(file(writeXls({ sheets: [{ name: 'One', rows }], cutTextsAt })));
          expect(seen.rows.map(row => row[1])).toEqual(texts);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('Excel 95: texts in the code page of the file', async () => {
    for (const [codePage, id, name] of [
      [1252, 'windows-1252', 'Zoë £'],
      [1250, 'windows-1250', 'Łukasz'],
      [1251, 'windows-1251', 'Иван'],
      [932, 'shift_jis', '山田'],
    ] as const) {
      const rows = [
        ['Name', 'Since'],
        [name, { serial: 45_351 }],
      ];
      const old = { codePage, encode: (value: string) => encode(value, id) };
      const seen = await preview(file(writeXls({ sheets: [{ name, rows }], old })));
      expect([seen.rows, seen.sheets[0]?.name]).toEqual([[[name, '2024-02-29']], name]);
    }
  });
});

const ods = (content: string, more: Readonly<Record<string, string>> = {}, mime = 'spreadsheet') =>
  file(
    zipOf(
      Object.entries({
        mimetype: `application/vnd.oasis.opendocument.${mime}`,
        'content.xml': `<office:document-content><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`,
        ...more,
      }).map(([name, value]) => ({ name, bytes: Buffer.from(value) })),
    ),
    'list.ods',
  );
const cellOf = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const rowOf = (...values: readonly string[]) => `<table:table-row>${values.map(cellOf).join('')}</table:table-row>`;
const tableOf = (...rows: readonly string[]) => `<table:table table:name="One">${rows.join('')}</table:table>`;

describe('.ods', () => {
  test('repeated cells and rows, comments, spaces, links, money, times', async () => {
    const seen = await preview(
      ods(
        tableOf(
          rowOf('Name', 'A', 'B', 'Worth', 'At'),
          `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>Ann<text:s text:c="2"/>Lee</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p><text:a xlink:href="x">same</text:a></text:p></table:table-cell><table:table-cell office:value-type="currency" office:currency="GBP" office:value="2300"><text:p>£2,300.00</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT18H05M00S"><text:p>18:05</text:p></table:table-cell></table:table-row>`,
          '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
        ),
      ),
    );
    const ann = ['Ann  Lee', 'same', 'same', '2300 GBP', '18:05:00'];
    expect([seen.rows, seen.lines]).toEqual([
      [ann, ann],
      [2, 3],
    ]);
  });
});

describe('what programs call .xls', () => {
  test('HTML: attributes without quotes, tags left open, spans, scripts, entities, breaks, a table in a table', async () => {
    const html = `<html><head><style>td { x: y }</style></head><body><table border=1><tr><th>Name<th>Company<th>Worth</tr>
      <tr><td rowspan=2>Ann &amp; Bob<td>Mill&nbsp;Ltd<td>&pound;2,300<script>evil()</script></tr>
      <tr><td>Line<br>two<td><table><tr><td>in</td></tr></table></td></tr></table></body></html>`;
    const seen = await preview(text(html, 'report.xls'));
    expect(seen.rows).toContainEqual(['Ann & Bob', 'Mill Ltd', '£2,300']);
    expect(seen.rows).toContainEqual(['Ann & Bob', 'Line\ntwo', '']);
  });

  test.each([
    ['utf-8', ''],
    ['windows-1252', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'],
    ['windows-1250', '<meta charset="windows-1250">'],
    ['utf-16le', ''],
  ])('HTML in %s', async (id, meta) => {
    const name = id === 'windows-1250' ? 'Łukasz' : 'Zoë';
    const html = `<html>${meta}<table><tr><td>Name</td><td>City</td></tr><tr><td>${name}</td><td>Köln</td></tr></table>`;
    expect((await preview(file(encode(html, id, id === 'utf-16le')))).rows).toEqual([[name, 'Köln']]);
  });

  test('XML of 2003: sheets, places by number, types, percentages, merged cells', async () => {
    const cell = (value: string, type = 'String', more = '') =>
      `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
      <Worksheet ss:Name="Leads"><Table><Row>${cell('Name') + cell('Company') + cell('Since') + cell('Chance')}</Row>
      <Row ss:Index="4">${cell('Ann') + cell('Mill &amp; Co', 'String', ' ss:MergeDown="1"') + cell('2024-02-29T00:00:00.000', 'DateTime') + cell('0.25', 'Number', ' ss:StyleID="p"')}</Row>
      <Row>${cell('Bob') + cell('1999-12-31T18:00:00.000', 'DateTime', ' ss:Index="3"')}</Row></Table></Worksheet>
      <Worksheet ss:Name="Other"><Table><Row>${cell('Name')}</Row><Row>${cell('Zoe')}</Row></Table></Worksheet></Workbook>`;
    const seen = await preview(text(xml, 'export.xls'));
    expect([seen.format, seen.sheets.map(({ name }) => name), seen.lines]).toEqual(['xls', ['Leads', 'Other'], [4, 5]]);
    expect(seen.rows).toEqual([
      ['Ann', 'Mill & Co', '2024-02-29', '25%'],
      ['Bob', 'Mill & Co', '1999-12-31 18:00:00', ''],
    ]);
    expect((await preview(text(xml), { sheet: 1 })).rows).toEqual([['Zoe']]);
  });
});

describe('a password', () => {
  const manifest =
    '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  test.each([
    ['.xls', file(writeXls({ password: true, sheets: [{ name: 'One', rows: [['Name']] }] })), 'Encrypt with Password'],
    [
      '.xlsx',
      file(
        compoundOf([
          { name: 'EncryptionInfo', bytes: Buffer.alloc(64) },
          { name: 'EncryptedPackage', bytes: Buffer.alloc(9000) },
        ]),
      ),
      'Encrypt with Password',
    ],
    ['.ods', ods('', { 'META-INF/manifest.xml': manifest }), 'LibreOffice'],
    ['.ods of LibreOffice 24', ods('', { 'encrypted-package': 'x' }), 'LibreOffice'],
  ])('%s is refused with the way to take it off', async (_name, source, sentence) => {
    await expect(preview(source)).rejects.toThrow(sentence);
  });

  test('an archive with one', async () => {
    const bytes = Buffer.from(zipOf([{ name: 'list.csv', bytes: Buffer.from('Name,City\nAnn,Ulm\n') }]));
    // Bit 0 of the flags, in the directory.
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8;
    bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at);
    await expect(preview(file(bytes, 'lists.zip'))).rejects.toThrow('This archive has a password');
  });
});

test('the stream of a workbook without a compound file is named', async () => {
  await expect(preview(file(biffOf({ sheets: [{ name: 'One', rows: [['Name']] }] })))).rejects.toThrow(
    'from before Excel 97',
  );
});
