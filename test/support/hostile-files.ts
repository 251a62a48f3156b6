// Files made to hurt: each with its name, its bytes, and what Ripen may say of it. For the test of what they may cost, and the measurement.
import { zipOf } from '../../electron/formats/zip/write-zip.ts';
import { record, writeXls } from './old-workbook.ts';

/** A table of so many people, its headers first. */
export const leads = (count: number) => [
  ['Name', 'No'],
  ...Array.from({ length: count }, (_, i) => [`Person ${i}`, i]),
];

/** A zip whose one big part is made of `count` times `unit`, without ever holding it whole. */
function bomb(
  name: string,
  head: string,
  unit: string,
  count: number,
  foot: string,
  more: readonly string[] = [],
): Uint8Array {
  const body = Buffer.from(head + unit.repeat(count) + foot);
  return zipOf([...more.map(text => ({ name: 'mimetype', bytes: Buffer.from(text) })), { name, bytes: body }]);
}
export const mime = ['application/vnd.oasis.opendocument.spreadsheet'];
export const odsHead = '<office:document-content><office:body><office:spreadsheet><table:table table:name="One">';
export const odsFoot = '</table:table></office:spreadsheet></office:body></office:document-content>';
export const odsRow = (text: string) =>
  `<table:table-row><table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell></table:table-row>`;

export type HostileFile = readonly [name: string, make: () => Uint8Array, outcome: RegExp];

export const hostileFiles: readonly HostileFile[] = [
  [
    '.ods: one row meant a million times over',
    () =>
      bomb(
        'content.xml',
        odsHead + odsRow('Name'),
        `<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`,
        1,
        odsFoot,
        mime,
      ),
    /larger than/,
  ],
  [
    '.ods: a cell repeated over all columns, in many rows',
    () =>
      bomb(
        'content.xml',
        odsHead + odsRow('Name'),
        `<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`,
        20_000,
        odsFoot,
        mime,
      ),
    /larger than/,
  ],
  ['.ods: a zip bomb', () => bomb('content.xml', odsHead, ' '.repeat(1000), 190_000, odsFoot, mime), /larger than/],
  [
    '.ods: a million rows',
    () => bomb('content.xml', odsHead, odsRow('Ann Lee'), 1_000_000, odsFoot, mime),
    /999999 rows|larger than/,
  ],
  ['.ods: a text without end', () => bomb('content.xml', odsHead, 'x', 3_000_000, '', mime), /larger than/],
  [
    '.ods: tables in tables',
    () => bomb('content.xml', odsHead, '<table:table><table:table-row><table:table-cell>', 100_000, '', mime),
    /no table|sheet|rows/,
  ],
  [
    '.ods: an entity that grows',
    () =>
      bomb(
        'content.xml',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>',
        odsRow('&b;'),
        10,
        odsFoot,
        mime,
      ),
    /document type/,
  ],
  [
    '.ods: an entity of another file',
    () =>
      bomb('content.xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', odsRow('&e;'), 1, odsFoot, mime),
    /document type/,
  ],
  ['.xls: all 65,536 rows', () => writeXls({ sheets: [{ name: 'One', rows: leads(65_535) }] }), /65535 rows/],
  [
    '.xls: all rows, the last one first',
    () =>
      writeXls({
        sheets: [{ name: 'One', rows: leads(65_535) }],
        order: count => Array.from({ length: count }, (_, i) => count - 1 - i),
      }),
    /65535 rows/,
  ],
  [
    '.xls: cells without end at one place',
    () =>
      writeXls({
        sheets: [{ name: 'One', rows: leads(2) }],
        more: Buffer.concat(Array<Buffer>(1_500_000).fill(record(0x0203, Buffer.alloc(14)))),
      }),
    /rows|larger than/,
  ],
  [
    '.xls: merged over everything',
    () =>
      writeXls({
        sheets: [{ name: 'One', rows: leads(5000) }],
        more: Buffer.concat(
          Array<Buffer>(100).fill(
            record(0x00e5, Buffer.concat([Buffer.of(255, 3), Buffer.from('0100ffff0000ff00'.repeat(1023), 'hex')])),
          ),
        ),
      }),
    /rows/,
  ],
  [
    '.xls: 60 MB of shared texts',
    () =>
      writeXls({
        sheets: [
          {
            name: 'One',
            rows: [['Name'], ...Array.from({ length: 2000 }, (_, i) => [`${i} ${'x'.repeat(30_000)}`])],
          },
        ],
      }),
    /rows|larger than/,
  ],
  [
    'HTML: a million rows',
    () => Buffer.from(`<table><tr><td>Name</td></tr>${'<tr><td>Ann Lee</td></tr>'.repeat(1_000_000)}</table>`),
    /1000000 rows|larger than/,
  ],
  [
    'HTML: spans without end',
    () =>
      Buffer.from(
        `<table><tr><td>Name</td></tr>${'<tr><td colspan=99999999 rowspan=99999999>x</td></tr>'.repeat(20_000)}</table>`,
      ),
    /larger than|rows/,
  ],
  ['HTML: tables in tables', () => Buffer.from('<table><tr><td>'.repeat(200_000)), /larger than/],
  [
    'HTML: one tag without end',
    () => Buffer.from(`<table ${'a="b" '.repeat(2_000_000)}`),
    /rows|larger than|without a table/,
  ],
  [
    'HTML: one cell without end',
    () => Buffer.from(`<table><tr><td>${'x&amp;'.repeat(4_000_000)}`),
    /rows|larger than|without a table/,
  ],
  [
    'XML of 2003: a place far away',
    () =>
      Buffer.from(
        `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">Name</Data></Cell></Row>${'<Row ss:Index="1048570"><Cell ss:Index="16384" ss:MergeDown="99999"><Data>x</Data></Cell></Row>'.repeat(200_000)}</Table></Worksheet></Workbook>`,
      ),
    /rows|larger than/,
  ],
];
