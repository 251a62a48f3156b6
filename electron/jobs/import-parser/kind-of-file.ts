// Tells a table from everything else that can be dropped on a window, by its first bytes.
import { byNuls } from '../../domain/import/detect-encoding.ts';
import { kindOfText } from './kind-of-text.ts';
import { refused } from './refused-kinds.ts';

export type KindOfFile = {
  readonly kind: 'zip' | 'ole' | 'html' | 'spreadsheet-xml' | 'text';
  /** Why it cannot be imported and what to do, in sentences. */
  readonly refuse: string | null;
};

/** First bytes, perhaps some way into the file, and what they are the mark of. */
const marks: readonly (readonly [at: number, magic: string, sentence: string])[] = [
  [0, '%PDF', refused.pdf],
  [0, 'SQLite', refused.database],
  [0, '\x89PNG', refused.picture],
  [0, '\xff\xd8\xff', refused.picture],
  [0, 'GIF8', refused.picture],
  [0, 'II*\0', refused.picture],
  [0, 'MM\0*', refused.picture],
  [8, 'WEBP', refused.picture],
  [4, 'ftyphei', refused.picture],
  [4, 'ftypmif', refused.picture],
  [4, 'ftypavif', refused.picture],
  [4, 'ftyp', refused.media],
  [0, 'RIFF', refused.media],
  [0, 'ID3', refused.media],
  [0, 'OggS', refused.media],
  [0, '\x1f\x8b', refused.compressed],
  [0, '7z\xbc\xaf', refused.compressed],
  [0, 'Rar!', refused.compressed],
  [0, 'BZh', refused.compressed],
  [0, '\xfd7zXZ', refused.compressed],
  [257, 'ustar', refused.compressed],
  [0, '!BDN', refused.outlookArchive],
  [4, 'Standard Jet DB', refused.accessDatabase],
  [4, 'Standard ACE DB', refused.accessDatabase],
  [0, '\x09\x08\x10\0\0\x06', refused.ancientWorkbook],
  [0, '\x09\x08\x08\0\0\x05', refused.ancientWorkbook],
  [0, '\x09\x04\x06\0', refused.ancientWorkbook],
  [0, '\x09\x02\x06\0', refused.ancientWorkbook],
  [0, '\x09\0\x04\0', refused.ancientWorkbook],
  [0, 'PK\x05\x06', refused.archive],
];

const refuse = (sentence: string): KindOfFile => ({ kind: 'text', refuse: sentence });

/** What a file is. `head`: its first bytes, some thousand. */
export function kindOfFile(head: Uint8Array): KindOfFile {
  const latin = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  if (latin.startsWith('PK\x03\x04')) return { kind: 'zip', refuse: null };
  if (latin.startsWith('\xd0\xcf\x11\xe0')) return { kind: 'ole', refuse: null };
  const mark = marks.find(([at, magic]) => latin.startsWith(magic, at));
  if (mark) return refuse(mark[2]);
  const text = kindOfText(head);
  if (text) return text;
  return looksBinary(head) ? refuse(refused.unknown) : { kind: 'text', refuse: null };
}

/** Control bytes that no text has. Halves of UTF-16 characters may be anything. */
function looksBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || byNuls(head)) return false;
  let odd = 0;
  for (const byte of head) if (byte < 9 && byte > 0) odd++;
  return odd > head.length / 20;
}
