// Old workbooks (.xls, BIFF5 and BIFF8): what stands around their sheets, found in one walk over all records.
import { AppError } from '../../../shared/result.ts';
import { decoderOf } from '../../formats/encoding/encodings.ts';
import type { BiffRecord } from './biff-records.ts';
import { readText, sharedTextReader, walkRecords } from './biff-records.ts';
import type { CompoundEntry, CompoundFile } from './compound-file.ts';
import { limits, tooBig } from './limits.ts';
import type { MergedRange } from './merged-cells.ts';
import { rejected } from './refused-kinds.ts';
import type { CellStyle } from './workbook.ts';
import { builtIn, styleOf } from './workbook.ts';

export type XlsSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Where the sheet's records begin. */
  readonly at: number;
  cells: number;
  /** False when a row comes before one further up: then all of it has to be read before the first row is known. */
  inOrder: boolean;
  readonly merged: MergedRange[];
};

export type XlsBook = {
  readonly sheets: readonly XlsSheet[];
  readonly epoch: 1900 | 1904;
  readonly styles: readonly CellStyle[];
  readonly texts: readonly string[];
  /** Texts of one byte a letter, in versions before 97. */
  readonly decode: (bytes: Uint8Array) => string;
  readonly isOld: boolean;
};

export const records = {
  bof: 0x0809,
  eof: 0x000a,
  filePass: 0x002f,
  codePage: 0x0042,
  date1904: 0x0022,
  format: 0x041e,
  xf: 0x00e0,
  boundSheet: 0x0085,
  sharedTexts: 0x00fc,
  goOn: 0x003c,
  merged: 0x00e5,
} as const;

/** Records that hold cells; each begins with its row, its column and (but for rows of numbers) its style. */
export const cells = {
  number: 0x0203,
  packed: 0x027e,
  packedRow: 0x00bd,
  shared: 0x00fd,
  label: 0x0204,
  richLabel: 0x00d6,
  truthOrError: 0x0205,
  formula: 0x0006,
} as const;
/** Bytes without which a record says nothing. */
const shortest: ReadonlyMap<number, number> = new Map([
  [records.codePage, 2],
  [records.format, 5],
  [records.xf, 4],
  [records.boundSheet, 8],
]);
const cellRecords: ReadonlySet<number> = new Set(Object.values(cells));

/** Code pages of old workbooks, as encodings. */
const codePages: Readonly<Record<number, string>> = {
  437: 'cp850',
  850: 'cp850',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  32768: 'macintosh',
};

/** The sheets and shared texts of a workbook's stream. Throws an AppError when it has a password or holds more than is read. */
export async function readXlsBook(file: CompoundFile, entry: CompoundEntry): Promise<XlsBook> {
  const sheets: XlsSheet[] = [];
  const formats = new Map<number, CellStyle>();
  const styles: number[] = [];
  const shared = sharedTextReader(limits.cellLength, limits.inflatedBytes / 2);
  const open: ('globals' | XlsSheet | 'other')[] = [];
  let epoch: 1900 | 1904 = 1900;
  let isOld = false;
  let codePage = 1252;
  let last = 0;
  let row = -1;

  const decode = () =>
    decoderOf(codePages[codePage] ?? (codePage > 1249 && codePage < 1259 ? `windows-${codePage}` : 'windows-1252'));
  const oneByte = (bytes: Uint8Array) => decode()(bytes, true);

  function inGlobals({ type, data }: BiffRecord): void {
    // Of a damaged file; what its records hold is not there.
    if (data.length < (shortest.get(type) ?? 0)) return;
    if (type === records.filePass) throw new AppError('file', rejected.workbookPassword);
    if (type === records.codePage) codePage = data.readUInt16LE(0);
    else if (type === records.date1904) epoch = data[0] === 1 ? 1904 : 1900;
    else if (type === records.format) {
      const code = isOld ? oneByte(data.subarray(3)) : readText(data, 4, data.readUInt16LE(2));
      formats.set(data.readUInt16LE(0), styleOf(code));
    } else if (type === records.xf && styles.length < 100_000) styles.push(data.readUInt16LE(2));
    else if (type === records.boundSheet && sheets.length < 1000 && (data[5] ?? 0) === 0) {
      const length = data[6] ?? 0;
      const name = isOld ? oneByte(data.subarray(7, 7 + length)) : readText(data, 7, length);
      sheets.push({
        name,
        hidden: (data[4] ?? 0) !== 0,
        at: data.readUInt32LE(0),
        cells: 0,
        inOrder: true,
        merged: [],
      });
    } else if (type === records.sharedTexts || (type === records.goOn && last === records.sharedTexts)) {
      if (!shared.push(data)) throw new AppError('file', tooBig);
    }
    if (type !== records.goOn) last = type;
  }

  function inSheet(sheet: XlsSheet, { type, data }: BiffRecord): void {
    if (cellRecords.has(type) && data.length >= 6) {
      const here = data.readUInt16LE(0);
      if (here < row) sheet.inOrder = false;
      row = here;
      sheet.cells++;
    } else if (type === records.merged) {
      const count = Math.min(data.readUInt16LE(0), (data.length - 2) >> 3);
      for (let i = 0; i < count && sheet.merged.length < limits.mergedRanges; i++) {
        const [first, lastRow, left, right] = [0, 2, 4, 6].map(by => data.readUInt16LE(2 + i * 8 + by));
        sheet.merged.push({ first: first ?? 0, last: lastRow ?? 0, left: left ?? 0, right: right ?? 0 });
      }
    }
  }

  for await (const piece of walkRecords(file, entry, 0)) {
    for (const record of piece) {
      if (record.type === records.bof && record.data.length >= 4) {
        isOld ||= record.data.readUInt16LE(0) < 0x0600;
        const kind = record.data.readUInt16LE(2);
        row = -1;
        open.push(kind === 5 ? 'globals' : (sheets.find(({ at }) => at === record.at) ?? 'other'));
      } else if (record.type === records.eof) open.pop();
      else {
        const where = open.at(-1);
        if (where === 'globals') inGlobals(record);
        else if (where !== undefined && where !== 'other') inSheet(where, record);
      }
    }
  }
  return {
    sheets,
    epoch,
    isOld,
    texts: shared.texts,
    decode: oneByte,
    styles: styles.map(id => formats.get(id) ?? builtIn(id)),
  };
}
