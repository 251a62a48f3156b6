// Opens address cards as a table, one row a person or firm.
import type { ReadChoices } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import { cardKind, cardName, cardRow } from '../../domain/cards/card-row.ts';
import { cardHeader } from '../../domain/import/sources/cards.ts';
import { detectEncoding } from '../../formats/encoding/detect-encoding.ts';
import { decoderOf } from '../../formats/encoding/encodings.ts';
import type { Bytes } from './bytes.ts';
import { cardsOf } from './cards.ts';
import type { Piece } from './first-table.ts';
import type { FoundFiles } from './found-files.ts';
import { limits } from './limits.ts';
import { fixedTable, type OpenTable } from './opened.ts';
import { sampleBytes } from './sample-bytes.ts';

const pieceRows = 100;
const named = 3;
const tooMany = `Ripen reads up to ${limits.cards.toLocaleString('en')} address cards at once. Nothing was written. Import them in parts.`;

/** The files as one table. `locale`: the owner's, for cards that do not say how their letters are stored. */
export async function openCards(found: FoundFiles, choices: ReadChoices, locale: string): Promise<OpenTable> {
  const encodings = await encodingsOf(found, locale);
  const encoding = choices.encoding ?? encodings[0] ?? 'utf-8';
  const problems: { line: number; message: string }[] = [];
  async function* rows(): AsyncGenerator<Piece> {
    problems.length = 0;
    const lists: { readonly line: number; readonly name: string }[] = [];
    const cut: number[] = [];
    let piece: Piece = { rows: [], lines: [], bytesRead: 0 };
    let before = 0;
    let count = 0;
    for await (const { bytes } of found.files()) {
      for await (const { card, isCut, bytesRead } of cardsOf(asUtf8(bytes, encoding), decodeAs(encoding))) {
        count += 1;
        if (count > limits.cards) throw new AppError('file', tooMany);
        if (isCut) cut.push(card.line);
        if (cardKind(card) === 'list') lists.push({ line: card.line, name: cardName(card) });
        else {
          piece.rows.push(cardRow(card));
          piece.lines.push(found.count > 1 ? count : card.line);
        }
        if (piece.rows.length >= pieceRows) {
          yield { ...piece, bytesRead: Math.min(before + bytesRead, found.size) };
          piece = { rows: [], lines: [], bytesRead: 0 };
        }
      }
      before += bytes.size;
    }
    if (lists.length > 0)
      problems.push({ line: lists[0]?.line ?? 0, message: listsText(lists.map(({ name }) => name)) });
    if (cut.length > 0) problems.push({ line: cut[0] ?? 0, message: cutText(cut.length) });
    yield { ...piece, bytesRead: found.size };
  }
  return {
    fileName: found.name,
    bytes: found.size,
    raw: { format: 'cards', exact: true, encoding, encodings, delimiter: '', sheets: [], sheet: 0, problems, rows },
    table: fixedTable(cardHeader),
    problems: [],
    data: rows,
  };
}

const listsText = (names: readonly string[]): string => {
  const some = names
    .slice(0, named)
    .filter(name => name !== '')
    .map(name => `“${name.slice(0, 100)}”`);
  const shown = some.length === 0 ? '' : ` (${some.join(', ')}${names.length > named ? ', …' : ''})`;
  return names.length === 1
    ? `One list of contacts${shown} was skipped: it is no person.`
    : `${names.length} lists of contacts${shown} were skipped: they are no people.`;
};

const cutText = (count: number): string =>
  count === 1
    ? 'Only the beginning of one very large card was read.'
    : `Only the beginning of ${count} very large cards was read.`;

/** Encodings that may be meant, the likeliest first, by the first file. */
async function encodingsOf(found: FoundFiles, locale: string): Promise<readonly string[]> {
  for await (const { bytes } of found.files()) return detectEncoding(await sampleBytes(bytes), locale);
  return ['utf-8'];
}

const isWide = (encoding: string): boolean => encoding.startsWith('utf-16');

/** Lines are found by bytes: in UTF-16 each has two. */
function asUtf8(bytes: Bytes, encoding: string): Bytes {
  if (!isWide(encoding)) return bytes;
  return {
    ...bytes,
    async *pieces() {
      const decode = decoderOf(encoding);
      for await (const piece of bytes.pieces()) yield Buffer.from(decode(piece, false));
      yield Buffer.from(decode(new Uint8Array(0), true));
    },
  };
}

const decodeAs = (encoding: string) => {
  const decode = decoderOf(isWide(encoding) ? 'utf-8' : encoding);
  return (bytes: Uint8Array): string => decode(bytes, true);
};
