// The messages in a file of mail: one of .eml and .emlx, many of mbox, cut out piece by piece so that no attachment is held whole.
import type { Bytes } from './bytes.ts';
import { linesOf } from './lines.ts';

export type RawMessage = {
  readonly bytes: Uint8Array;
  /** The day and time of the mailbox's own line above it, as written; '' where there is none. */
  readonly envelope: string;
  /** More was there than is kept. */
  readonly isCut: boolean;
  readonly bytesRead: number;
};

/** Bytes kept of one message, and of the headers at its beginning. */
const mostKept = 3 << 20;
const mostHeader = 1 << 18;
/** Lines of an attachment that are kept: texts are shorter, and of files the name is enough. */
const attachmentLines = 2000;
/** Parts of a message. */
const mostParts = 1000;

const newline = 10;
const isBase64 = (line: Uint8Array): boolean => {
  if (line.length < 60 || line.length > 1000) return false;
  for (const byte of line) {
    const isLetter = (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
    const isDigit = byte >= 47 && byte <= 57;
    if (!isLetter && !isDigit && byte !== 43 && byte !== 61 && byte !== 13 && byte !== newline) return false;
  }
  return true;
};

const envelope =
  /^From (?:- |\S+ +)?((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +(?:[a-z]{3} +\d{1,2}|\d{1,2} +[a-z]{3}) +\d.{4,40}\d{4}.{0,20})$/i;

/** The day and time of the line that stands above each message of an mbox; null: it is another line. */
export const envelopeOf = (line: string): string | null => envelope.exec(line.trimEnd())?.[1] ?? null;

const startsWith = (line: Uint8Array, text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (line[i] !== text.charCodeAt(i)) return false;
  return true;
};
const isContentType = (line: Uint8Array): boolean =>
  (line[0] === 67 || line[0] === 99) && /^content-type:/i.test(Buffer.from(line.subarray(0, 14)).toString('latin1'));

/** One message while it is read. */
function message(above: string) {
  const kept: Uint8Array[] = [];
  let size = 0;
  let inHeader = true;
  let attached = 0;
  let parts = 0;
  let isCut = false;
  return {
    isEmpty: (): boolean => size === 0,
    add: (line: Uint8Array): void => {
      if (inHeader && (line[0] === newline || (line[0] === 13 && line[1] === newline))) inHeader = false;
      if (isContentType(line)) parts += 1;
      attached = !inHeader && isBase64(line) ? attached + 1 : 0;
      if (attached > attachmentLines) return;
      if (size + line.length > (inHeader ? mostHeader : mostKept) || parts > mostParts) {
        isCut = true;
        return;
      }
      size += line.length;
      kept.push(line);
    },
    done: (bytesRead: number): RawMessage => ({ bytes: Buffer.concat(kept), envelope: above, isCut, bytesRead }),
  };
}

/** The messages of a file in its order. */
export async function* messagesOf(bytes: Bytes, kind: 'mail' | 'mbox'): AsyncGenerator<RawMessage> {
  let current = message('');
  let isBlank = true;
  let isFirst = true;
  let left = Number.POSITIVE_INFINITY;
  let read = 0;
  for await (const { lines, bytesRead } of linesOf(bytes)) {
    for (const line of lines) {
      if (kind === 'mail') {
        if (isFirst && /^\d{1,12}\s*$/.test(Buffer.from(line.subarray(0, 20)).toString('latin1'))) {
          // Apple's .emlx: its length, the message, and what the program notes of it.
          left = Number(Buffer.from(line).toString('latin1'));
        } else if (left > 0) {
          current.add(line);
          left -= line.length;
        }
        isFirst = false;
        continue;
      }
      const above =
        isBlank && startsWith(line, 'From ') ? envelopeOf(Buffer.from(line.subarray(0, 300)).toString('latin1')) : null;
      if (above !== null) {
        if (!current.isEmpty()) yield current.done(read);
        current = message(above);
      } else current.add(unescaped(line));
      isBlank = line[0] === newline || (line[0] === 13 && line[1] === newline);
    }
    read = bytesRead;
  }
  if (!current.isEmpty()) yield current.done(bytes.size);
}

/** A line of the text that began with "From " was given a ">" before it. */
function unescaped(line: Uint8Array): Uint8Array {
  let marks = 0;
  while (line[marks] === 62) marks += 1;
  return marks > 0 && startsWith(line.subarray(marks), 'From ') ? line.subarray(1) : line;
}
