// Workbooks: sheets, texts in every form, dates in both systems under any zone, and files made to hurt.
import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { writeXlsx } from '../../../electron/formats/xlsx/write-xlsx.ts';
import { zipOf } from '../../../electron/formats/zip/write-zip.ts';
import type { ImportSource } from '../../../electron/jobs/import-parser/bytes.ts';
import { styleOf } from '../../../electron/jobs/import-parser/workbook.ts';
import { preview, read } from '../../domain/import/support.ts';

const book = (bytes: Uint8Array): ImportSource => ({ kind: 'bytes', name: 'book.xlsx', bytes });
const encode = (text: string) => new TextEncoder().encode(text);
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook from raw XML parts, as other programs write it. */
function raw(sheet: string, more: { readonly texts?: string; readonly styles?: string; readonly book?: string } = {}) {
  const part = (name: string, text: string) => ({ name, bytes: encode(text) });
  return book(
    zipOf([
      part(
        'xl/workbook.xml',
        more.book ??
          `<workbook ${main} xmlns:r="${types}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        `<Relationships><Relationship Id="rId1" Type="${types}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${types}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${types}/styles" Target="styles.xml"/></Relationships>`,
      ),
      part(
        'xl/worksheets/sheet1.xml',
        sheet.startsWith('<?') ? sheet : `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
      ),
      part('xl/sharedStrings.xml', `<sst>${more.texts ?? ''}</sst>`),
      part('xl/styles.xml', more.styles ?? '<styleSheet/>'),
    ]),
  );
}
const row = (number: number, ...cells: readonly string[]) =>
  `<row r="${number}">${cells.map((text, i) => `<c r="${String.fromCharCode(65 + i)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

describe('reading', () => {
  test('what was written is read: texts that look like formulas, numbers, days, empty cells', async () => {
    const bytes = writeXlsx([
      {
        name: 'Leads',
        rows: [
          ['Name', 'E-mail', 'Amount', 'Since'],
          ['=Ann & <b>', 'ann@example.org', 1234.5, { day: '2024-02-29' }],
          ['Bob', null, 0.1, null],
        ],
      },
    ]);
    const seen = await preview(book(bytes));
    expect(seen.format).toBe('xlsx');
    expect(seen.rows).toEqual([
      ['=Ann & <b>', 'ann@example.org', '1234.5', '2024-02-29'],
      ['Bob', '', '0.1', ''],
    ]);
    expect(seen.columns[2]).toMatchObject({ content: 'number', decimal: '.', ambiguous: false });
  });

  test.each(['UTC', 'America/New_York', 'Pacific/Apia'])(
    'dates are the same in both date systems in the zone %s',
    async zone => {
      vi.stubEnv('TZ', zone);
      for (const epoch of [1900, 1904] as const) {
        const bytes = writeXlsx(
          [
            {
              name: 'A',
              rows: [
                ['Name', 'Since'],
                ['Ann', { day: '2024-03-31' }],
                ['Bob', { day: '1999-12-31' }],
              ],
            },
          ],
          epoch,
        );
        expect((await preview(book(bytes))).rows.map(cells => cells[1])).toEqual(['2024-03-31', '1999-12-31']);
      }
    },
  );

  test('serials around the day that never was, and times', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>';
    const cells = [59, 61, 45351.75, 45351.999999, 0.5].map(
      (serial, i) =>
        `<row r="${i + 2}"><c r="A${i + 2}" s="1"><v>${serial}</v></c><c r="B${i + 2}" s="2"><v>0.25</v></c></row>`,
    );
    const seen = await preview(raw(row(1, 'When', 'Probability') + cells.join(''), { styles }));
    expect(seen.rows).toEqual([
      ['1900-02-28', '25%'],
      ['1900-03-01', '25%'],
      ['2024-02-29 18:00:00', '25%'],
      ['2024-03-01', '25%'],
      ['12:00:00', '25%'],
    ]);
  });

  test('shared texts with runs and readings, inline texts, formulas, booleans, errors, cells without a place', async () => {
    const texts =
      '<si><t>Ann</t></si><si><r><t>Be</t></r><r><t xml:space="preserve">rnd </t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>Tom &amp; Co_x000D_</t></si>';
    const sheet = `<row r="1"><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Company</t></is></c><c t="inlineStr"><is><t>Ok</t></is></c></row>
      <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><f>A1&amp;"x"</f><v>Fox</v></c><c r="C3" t="b"><v>1</v></c></row>
      <row r="4"><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="e"><v>#N/A</v></c></row>`;
    const seen = await preview(raw(sheet, { texts }));
    expect(seen.rows).toEqual([
      ['Ann', 'Fox', 'TRUE'],
      ['Bernd ', 'Tom & Co\r', ''],
    ]);
    expect(seen.lines).toEqual([3, 4]);
  });

  test('long numbers: a phone with all its digits is kept, an id that lost some is refused', async () => {
    const sheet = `${row(1, 'Phone', 'Lead ID', 'Name')}<row r="2"><c r="A2"><v>4.91701234567E11</v></c><c r="B2"><v>1.2345678901234501E+15</v></c><c r="C2" t="str"><v>Ann</v></c></row>`;
    const { rows } = await read(raw(sheet));
    expect(rows[0]?.attributes).toEqual({ phone: '491701234567', firstName: 'Ann' });
    expect(rows[0]?.keys.phones).toEqual(['+491701234567']);
    expect(rows[0]?.warnings[0]).toContain('lost its last digits');
  });

  test('the sheet with the list is taken before its cover, and another one can be chosen', async () => {
    const many = Array.from({ length: 200 }, (_, i) => [`Person ${i}`, `p${i}@example.org`]);
    const bytes = writeXlsx([
      { name: 'Cover', rows: [['Leads of 2024']] },
      { name: 'List', rows: [['Name', 'E-mail'], ...many] },
      {
        name: 'Other',
        rows: [
          ['Name', 'E-mail'],
          ['Zoe', 'zoe@example.org'],
        ],
      },
    ]);
    const seen = await preview(book(bytes));
    expect(seen).toMatchObject({
      sheet: 1,
      rowCount: 200,
      sheets: [{ name: 'Cover' }, { name: 'List' }, { name: 'Other' }],
    });
    expect((await preview(book(bytes), { sheet: 2 })).rows).toEqual([['Zoe', 'zoe@example.org']]);
  });

  test('an archive of lists, as Mailchimp makes it, offers each of them', async () => {
    const bytes = zipOf([
      { name: 'subscribed_members.csv', bytes: encode('Email Address,LEID,EUID\na@example.org,1,2\n') },
      {
        name: 'unsubscribed_members.csv',
        bytes: encode('Email Address,UNSUB_TIME,LEID,EUID\nb@example.org,2024-05-01 10:00:00,1,2\n'),
      },
    ]);
    const seen = await preview(book(bytes));
    expect(seen.sheets.map(sheet => sheet.name)).toEqual(['subscribed_members.csv', 'unsubscribed_members.csv']);
    const { rows } = await read(book(bytes), { choices: { sheet: 1 } });
    expect(rows[0]).toMatchObject({
      attributes: { email: 'b@example.org', consent: 'no' },
      activities: [{ typeId: 'unsubscribed' }],
    });
  });
});

describe('files made to hurt', () => {
  test('one cell in the last corner of the sheet costs nothing', async () => {
    const sheet = `${row(1, 'Name', 'E-mail')}${row(2, 'Ann', 'ann@example.org')}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    const { rows, rejected, problems } = await read(raw(sheet));
    expect([rows.length, rejected.length]).toEqual([1, 0]);
    expect(problems.map(problem => problem.message).join()).toContain('beyond column');
  });

  test('a bomb is refused while it inflates, whatever it declares', async () => {
    const bomb = Buffer.alloc(60_000_000, '<row><c><v>1</v></c></row>');
    const honest = zipOf([
      {
        name: 'xl/workbook.xml',
        bytes: encode(`<workbook xmlns:r="${types}"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`),
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        bytes: encode(
          `<Relationships><Relationship Id="rId1" Type="${types}/worksheet" Target="sheet.xml"/></Relationships>`,
        ),
      },
      { name: 'xl/sheet.xml', bytes: bomb },
    ]);
    const lying = Buffer.from(honest);
    const packed = deflateRawSync(bomb, { level: 6 }).length;
    // The directory says that the sheet holds 1,000 bytes.
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bomb.length);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(1000);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 1)) small.copy(lying, at);
    expect(packed * 100).toBeLessThan(bomb.length);
    // Its rows alone are too many, or its bytes: whichever is counted first.
    const tooMuch = /is larger than Ripen can read|far more rows than/;
    await expect(preview(book(honest))).rejects.toThrow(tooMuch);
    await expect(preview(book(lying))).rejects.toThrow(tooMuch);
  });

  test('too many parts, document types, damaged and locked files are refused in a sentence', async () => {
    const many = zipOf(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}`, bytes: encode('x') })));
    await expect(preview(book(many))).rejects.toThrow('is larger than Ripen can read');
    const xxe = raw(
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>',
    );
    await expect(preview(xxe)).rejects.toThrow('document type');
    const whole = writeXlsx([{ name: 'A', rows: [['Name'], ['Ann']] }]);
    await expect(preview(book(whole.slice(0, whole.length - 40)))).rejects.toThrow('damaged');
    await expect(preview(book(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).rejects.toThrow('damaged');
    await expect(preview(book(zipOf([{ name: 'content.xml', bytes: encode('x') }])))).rejects.toThrow(
      'no sheet with cells',
    );
  });
});

test('formats: which of them are dates', () => {
  expect(['dd/mm/yyyy', '[$-407]d. mmmm yyyy;@', 'yyyy"년" m"월"', '[h]:mm', 'mm:ss.0'].map(styleOf)).toEqual(
    Array(5).fill('date'),
  );
  expect(['General', '#,##0.00 "days"', '0.00E+00', '[Red]0;[Blue]-0', '_-* #,##0 _€_-', '@'].map(styleOf)).toEqual(
    Array(6).fill('plain'),
  );
  expect(styleOf('0.00%')).toBe('percent');
});

afterEach(() => void vi.unstubAllEnvs());
