// Content lines of address cards and calendars (RFC 5545, RFC 6350, vCard 2.1): unfolded, bounded, pictures left out.
import type { Bytes } from './bytes.ts';
import { linesOf } from './lines.ts';

export type RawLine = {
  /** One character per byte: which characters they are, the line itself may say. */
  readonly bytes: string;
  /** Line of the file it begins in, from 1. */
  readonly line: number;
};

/** Characters kept of a line and all that it goes on in. */
const longest = 1 << 16;
/** Pictures, sounds, keys and files: never looked at. */
const dropped = /^(?:[\w-]+\.)?(?:photo|logo|sound|key|attach|x-ms-olk-[\w-]+|x-ms-cardpicture)[;:]/i;
const quotedPrintable = /^[^:]*quoted-printable[^:]*:/i;

const [space, tab, equals] = [32, 9, 61];

type Open = { text: string; readonly line: number; readonly isDropped: boolean; goesOn: boolean };

/** The lines of a file, several at once, with how much of it has been read. */
export async function* contentLines(
  bytes: Bytes,
): AsyncGenerator<{ readonly lines: readonly RawLine[]; readonly bytesRead: number }> {
  let open: Open | null = null;
  let number = 0;
  for await (const piece of linesOf(bytes)) {
    const lines: RawLine[] = [];
    for (const raw of piece.lines) {
      number += 1;
      if (open && (open.goesOn || raw[0] === space || raw[0] === tab)) {
        // Most of a file made to hurt ends here, before any of it becomes a text.
        const wasQuoted = open.goesOn;
        open.goesOn = wasQuoted && lastOf(raw) === equals;
        if (open.isDropped || open.text.length >= longest) continue;
        const text = textOf(raw);
        open.text += wasQuoted ? text.replace(/=$/, '') : text.slice(1);
        continue;
      }
      if (open) lines.push(...lineOf(open));
      const text = textOf(raw);
      const isDropped = dropped.test(text);
      const goesOn = !isDropped && text.endsWith('=') && quotedPrintable.test(text);
      open = { text: goesOn ? text.slice(0, -1) : text, line: number, isDropped, goesOn };
    }
    yield { lines, bytesRead: piece.bytesRead };
  }
  const last = open === null ? [] : lineOf(open);
  if (last.length > 0) yield { lines: last, bytesRead: bytes.size };
}

const lineOf = ({ text, line, isDropped }: Open): RawLine[] =>
  isDropped || text === '' ? [] : [{ bytes: text.slice(0, longest), line }];

const isEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13;

/** The last byte before the end of the line. */
function lastOf(raw: Uint8Array): number | undefined {
  let end = raw.length;
  while (end > 0 && isEnd(raw[end - 1])) end -= 1;
  return raw[end - 1];
}

const textOf = (raw: Uint8Array): string =>
  Buffer.from(raw.buffer, raw.byteOffset, raw.length)
    .toString('latin1')
    .replace(/[\r\n]+$/, '');
