// Tells a table from everything else that can be dropped on a window, by its first bytes.
import { byNuls } from '../../formats/encoding/detect-encoding.ts';
import type { KindOfFile } from './file-kind.ts';
import { kindOfText } from './kind-of-text.ts';
import { rejected } from './refused-kinds.ts';

/** First bytes, perhaps some way into the file, and what they are the mark of. */
const marks: readonly (readonly [at: number, magic: string, sentence: string])[] = [
  [0, '%PDF', rejected.pdf],
  [0, 'SQLite', rejected.database],
  [0, '\x89PNG', rejected.picture],
  [0, '\xff\xd8\xff', rejected.picture],
  [0, 'GIF8', rejected.picture],
  [0, 'II*\0', rejected.picture],
  [0, 'MM\0*', rejected.picture],
  [8, 'WEBP', rejected.picture],
  [4, 'ftyphei', rejected.picture],
  [4, 'ftypmif', rejected.picture],
  [4, 'ftypavif', rejected.picture],
  [4, 'ftyp', rejected.media],
  [0, 'RIFF', rejected.media],
  [0, 'ID3', rejected.media],
  [0, 'OggS', rejected.media],
  [0, '\x1f\x8b', rejected.compressed],
  [0, '7z\xbc\xaf', rejected.compressed],
  [0, 'Rar!', rejected.compressed],
  [0, 'BZh', rejected.compressed],
  [0, '\xfd7zXZ', rejected.compressed],
  [257, 'ustar', rejected.compressed],
  [0, '!BDN', rejected.outlookArchive],
  [4, 'Standard Jet DB', rejected.accessDatabase],
  [4, 'Standard ACE DB', rejected.accessDatabase],
  [0, '\x09\x08\x10\0\0\x06', rejected.ancientWorkbook],
  [0, '\x09\x08\x08\0\0\x05', rejected.ancientWorkbook],
  [0, '\x09\x04\x06\0', rejected.ancientWorkbook],
  [0, '\x09\x02\x06\0', rejected.ancientWorkbook],
  [0, '\x09\0\x04\0', rejected.ancientWorkbook],
  [0, 'PK\x05\x06', rejected.archive],
];

const reject = (sentence: string): KindOfFile => ({ kind: 'text', reject: sentence });

/** What a file is. `head`: its first bytes, some thousand. */
export function kindOfFile(head: Uint8Array): KindOfFile {
  const latin = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  if (latin.startsWith('PK\x03\x04')) return { kind: 'zip', reject: null };
  if (latin.startsWith('\xd0\xcf\x11\xe0')) return { kind: 'ole', reject: null };
  const mark = marks.find(([at, magic]) => latin.startsWith(magic, at));
  if (mark) return reject(mark[2]);
  const text = kindOfText(head);
  if (text) return text;
  return looksBinary(head) ? reject(rejected.unknown) : { kind: 'text', reject: null };
}

/** Control bytes that no text has. Halves of UTF-16 characters may be anything. */
function looksBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || byNuls(head)) return false;
  let odd = 0;
  for (const byte of head) if (byte < 9 && byte > 0) odd++;
  return odd > head.length / 20;
}
