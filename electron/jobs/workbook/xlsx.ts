// Writes a workbook: texts as texts, whatever they look like, numbers as numbers, days as days.
import { dayNumber } from '../../../shared/dates.ts';
import { columnLetter } from '../../domain/import/text.ts';
import { zipOf } from './zip.ts';

/** A day is given as { day: 'YYYY-MM-DD' }. Texts are never formulas in a workbook: they carry their type. */
export type XlsxCell = string | number | null | { readonly day: string };
export type XlsxSheet = { readonly name: string; readonly rows: readonly (readonly XlsxCell[])[] };

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Days from the first day of a spreadsheet's calendar to 1970-01-01. */
const epochDays = { 1900: 25_569, 1904: 24_107 } as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(notInXml, '')
    .replace(/[&<>"\r]/g, char => escapes[char] ?? char);

function cell(value: XlsxCell, reference: string, epoch: 1900 | 1904): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  if (typeof value === 'object')
    return `<c r="${reference}" s="1"><v>${dayNumber(value.day) + epochDays[epoch]}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, 32_767))}</t></is></c>`;
}

function sheetXml(sheet: XlsxSheet, epoch: 1900 | 1904): string {
  const rows = sheet.rows.map((cells, i) => {
    const inner = cells.map((value, column) => cell(value, `${columnLetter(column)}${i + 1}`, epoch)).join('');
    return inner === '' ? '' : `<row r="${i + 1}">${inner}</row>`;
  });
  return `${head}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** Bytes of a workbook. `epoch`: the date system, 1900 as everybody's. */
export function writeXlsx(sheets: readonly XlsxSheet[], epoch: 1900 | 1904 = 1900): Uint8Array {
  const part = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const type = (path: string, kind: string) =>
    `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const link = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const numbered = sheets.map((sheet, i) => ({ ...sheet, number: i + 1 }));
  return zipOf([
    part(
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/styles.xml', 'styles')}${numbered.map(({ number }) => type(`/xl/worksheets/sheet${number}.xml`, 'worksheet')).join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}">${epoch === 1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${numbered.map(({ name, number }) => `<sheet name="${escaped(name.slice(0, 31))}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships">${numbered.map(({ number }) => link(number, 'worksheet', `worksheets/sheet${number}.xml`)).join('')}${link(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...numbered.map(sheet => part(`xl/worksheets/sheet${sheet.number}.xml`, sheetXml(sheet, epoch))),
  ]);
}
