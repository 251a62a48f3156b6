// What stands around the sheets of a workbook: their names, the shared texts, which formats are dates, the date system.
import type { Bytes } from './bytes.ts';
import { limits } from './limits.ts';
import { attribute, readXml } from './xml.ts';
import type { Budget, ZipEntry } from './zip.ts';
import { inflateEntry } from './zip.ts';

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly entry: ZipEntry };
export type Workbook = {
  readonly sheets: readonly SheetPart[];
  readonly epoch: 1900 | 1904;
  /** What each cell style is: plain, a date, or a percentage. */
  readonly styles: readonly CellStyle[];
  /** The currency each cell style names; null: none. */
  readonly currencies: readonly (string | null)[];
  /** Filled while a sheet is read. */
  readonly seenCurrencies: Set<string>;
  readonly texts: readonly string[];
  readonly budget: Budget;
};
export type CellStyle = 'plain' | 'date' | 'percent';

/** Finds the sheets of an archive; null when it is no workbook of this kind. */
export async function readWorkbook(bytes: Bytes, entries: readonly ZipEntry[]): Promise<Workbook | null> {
  const find = (path: string) => entries.find(entry => entry.name.toLowerCase() === path.toLowerCase());
  const budget: Budget = { used: 0 };
  const root = find('_rels/.rels');
  const links = root ? await readLinks(bytes, root, '', budget) : [];
  const path = links.find(link => link.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const book = find(path);
  if (!book || path.endsWith('.bin')) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = find(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const parts = relations ? await readLinks(bytes, relations, folder, budget) : [];
  const { sheets, epoch } = await readBook(bytes, book, budget);
  const part = (type: string) => {
    const link = parts.find(entry => entry.type === type);
    return link && find(link.target);
  };
  const found = sheets.flatMap(sheet => {
    const link = parts.find(entry => entry.id === sheet.link && entry.type === 'worksheet');
    const entry = link && find(link.target);
    return entry ? [{ name: sheet.name, hidden: sheet.hidden, entry }] : [];
  });
  const styles = part('styles');
  const texts = part('sharedStrings');
  return {
    sheets: found,
    epoch,
    budget,
    ...(styles ? await readStyles(bytes, styles, budget) : { styles: [], currencies: [] }),
    seenCurrencies: new Set(),
    texts: texts ? await readTexts(bytes, texts, budget) : [],
  };
}

type Link = { readonly id: string; readonly type: string; readonly target: string };

async function readLinks(bytes: Bytes, entry: ZipEntry, folder: string, budget: Budget): Promise<Link[]> {
  const links: Link[] = [];
  await readXml(inflateEntry(bytes, entry, budget), {
    open(name, attributes) {
      if (name !== 'Relationship' || links.length >= limits.zipEntries) return;
      const target = attribute(attributes, 'Target') ?? '';
      links.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : resolved(folder + target),
      });
    },
    close: () => {},
    text: () => {},
  });
  return links;
}

/** "xl/../xl/sheet1.xml" as "xl/sheet1.xml". */
function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function readBook(bytes: Bytes, entry: ZipEntry, budget: Budget) {
  const sheets: { readonly name: string; readonly hidden: boolean; readonly link: string }[] = [];
  let epoch: 1900 | 1904 = 1900;
  await readXml(inflateEntry(bytes, entry, budget), {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(?:1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')) epoch = 1904;
      if (name !== 'sheet' || sheets.length >= 1000) return;
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        link: attribute(attributes, 'r:id') ?? attribute(attributes, 'id') ?? '',
      });
    },
    close: () => {},
    text: () => {},
  });
  return { sheets, epoch };
}

type Styles = Pick<Workbook, 'styles' | 'currencies'>;

async function readStyles(bytes: Bytes, entry: ZipEntry, budget: Budget): Promise<Styles> {
  const formats = new Map<number, CellStyle>();
  const styles: CellStyle[] = [];
  const codes = new Map<number, string | null>();
  const currencies: (string | null)[] = [];
  let inCells = false;
  await readXml(inflateEntry(bytes, entry, budget), {
    open(name, attributes) {
      if (name === 'numFmt') {
        const [id, code] = [Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? ''];
        formats.set(id, styleOf(code));
        codes.set(id, currencyOf(code));
      }
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells && styles.length < 100_000) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push(formats.get(id) ?? builtIn(id));
        currencies.push(codes.get(id) ?? null);
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => {},
  });
  return { styles, currencies };
}

/** "[$€-407]", "[$CHF]" and a plain sign name a currency; "[$-409]" only a language. */
export function currencyOf(code: string): string | null {
  const named = /\[\$([^\]-]{1,5})/.exec(code.slice(0, 500))?.[1]?.trim();
  return named || (/[€£¥₹$]/.exec(code.slice(0, 500).replace(/\[[^\]]*\]/g, ''))?.[0] ?? null);
}

/** Formats every spreadsheet knows by number (ECMA-376, part 1, 18.8.30; 27 to 58 are dates in East Asian versions). */
export function builtIn(id: number): CellStyle {
  if (id === 9 || id === 10) return 'percent';
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? 'date'
    : 'plain';
}

/** A format with a day, month, year, hour or second outside quotes, brackets and escapes is one of dates. */
export function styleOf(code: string): CellStyle {
  const first = code.slice(0, 500).split(';')[0] ?? '';
  const bare = first
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general|E[+-]/gi, '');
  if (/[dmyhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}

/** Runs of one text are put together; what is written above East Asian characters (rPh) is left out. */
async function readTexts(bytes: Bytes, entry: ZipEntry, budget: Budget): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let above = false;
  await readXml(inflateEntry(bytes, entry, budget), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') above = true;
      else if (name === 't') inText = !above;
    },
    close(name) {
      if (name === 'si') texts.push(unescaped(text.slice(0, limits.cellLength)));
      else if (name === 'rPh') above = false;
      else if (name === 't') inText = false;
    },
    text(piece) {
      if (inText && text.length <= limits.cellLength) text += piece;
    },
  });
  return texts;
}

/** "_x000D_" is how a workbook writes a character that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
