// Writes a workbook: texts as texts, whatever they look like, numbers as numbers, days as days.
import { dayNumber } from '../../../shared/dates.ts';
import { columnLetter } from '../../domain/import/text.ts';
import { zipOf } from '../zip/write-zip.ts';

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

/** One row of a sheet, its place counted from 1; '' when nothing stands in it. */
export function rowXml(cells: readonly XlsxCell[], index: number, epoch: 1900 | 1904 = 1900): string {
  const inner = cells.map((value, column) => cell(value, `${columnLetter(column)}${index}`, epoch)).join('');
  return inner === '' ? '' : `<row r="${index}">${inner}</row>`;
}

export const sheetHead = `${head}<worksheet xmlns="${main}"><sheetData>`;
export const sheetFoot = '</sheetData></worksheet>';

const type = (path: string, kind: string) =>
  `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
const link = (id: number, kind: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;

export const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`;

/** Everything of a workbook but its sheets, which lie at `sheetPath(1)` and so on. */
export function workbookParts(
  names: readonly string[],
  epoch: 1900 | 1904 = 1900,
): readonly { readonly name: string; readonly text: string }[] {
  const numbered = names.map((name, i) => ({ name, number: i + 1 }));
  return [
    {
      name: '[Content_Types].xml',
      text: `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/styles.xml', 'styles')}${numbered.map(({ number }) => type(`/${sheetPath(number)}`, 'worksheet')).join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${head}<Relationships xmlns="${packages}/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${head}<workbook xmlns="${main}" xmlns:r="${relations}">${epoch === 1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${numbered.map(({ name, number }) => `<sheet name="${escaped(name.slice(0, 31))}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${head}<Relationships xmlns="${packages}/relationships">${numbered.map(({ number }) => link(number, 'worksheet', `worksheets/sheet${number}.xml`)).join('')}${link(names.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      text: `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
  ];
}

/** Bytes of a workbook. `epoch`: the date system, 1900 as everybody's. */
export function writeXlsx(sheets: readonly XlsxSheet[], epoch: 1900 | 1904 = 1900): Uint8Array {
  const part = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const names = sheets.map(({ name }) => name);
  return zipOf([
    ...workbookParts(names, epoch).map(({ name, text }) => part(name, text)),
    ...sheets.map(({ rows }, i) => {
      const inner = rows.map((cells, row) => rowXml(cells, row + 1, epoch)).join('');
      return part(sheetPath(i + 1), sheetHead + inner + sheetFoot);
    }),
  ]);
}
