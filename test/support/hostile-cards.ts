// Address cards made to hurt: each with its name, its bytes, and what Ripen may say of it.
import type { HostileFile } from './hostile-files.ts';

const head = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Eve Dock\r\nEMAIL:eve@dock.example\r\n';
const tail = 'END:VCARD\r\n';
const card = (middle: Uint8Array | string) =>
  Buffer.concat([Buffer.from(head), Buffer.from(middle), Buffer.from(tail)]);
const million = 1_000_000;

export const hostileCards: readonly HostileFile[] = [
  [
    '50 MB of one picture',
    () => card(Buffer.alloc(50 << 20, `PHOTO;ENCODING=b:\r\n ${'QUJD'.repeat(18)}\r\n`)),
    /^1 rows/,
  ],
  [
    '50 MB of one note, folded without end',
    () => card(Buffer.concat([Buffer.from('NOTE:x'), Buffer.alloc(50 << 20, '\r\n x'), Buffer.from('\r\n')])),
    /^1 rows/,
  ],
  [
    '50 MB in one line',
    () => card(Buffer.concat([Buffer.from('NOTE:'), Buffer.alloc(50 << 20, 'x'), Buffer.from('\r\n')])),
    /^1 rows/,
  ],
  [
    'quoted-printable that never ends',
    () => card(Buffer.concat([Buffer.from('NOTE;QUOTED-PRINTABLE:=\r\n'), Buffer.alloc(50 << 20, '=41=\r\n')])),
    /^1 rows/,
  ],
  ['1,000,000 properties', () => card('TEL:030 1234567\r\n'.repeat(million)), /^1 rows/],
  ['1,000,000 parameters', () => card(`TEL${';TYPE=work'.repeat(million)}:1\r\n`), /^1 rows/],
  ['1,000,000 categories', () => card(`CATEGORIES:${'a,'.repeat(million)}\r\n`), /^1 rows/],
  [
    'cards within cards without end',
    () => Buffer.from(`AGENT:\r\nBEGIN:VCARD\r\n`.repeat(million).replace('AGENT:\r\n', '')),
    /^1 rows/,
  ],
  [
    '1,000,000 cards',
    () => Buffer.from('BEGIN:VCARD\nFN:A B\nEND:VCARD\n'.repeat(million)),
    /^Ripen reads up to 250,000 address cards/,
  ],
  [
    'bytes of no encoding',
    () => card(Buffer.alloc(1 << 20, Buffer.from([0x4e, 0x3a, 0xff, 0xfe, 0x00, 0xc3, 0x0d, 0x0a]))),
    /^1 rows/,
  ],
  [
    'charsets that are none',
    () => card('NOTE;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:=FF=ZZ=\r\nx\r\n'.repeat(1000)),
    /^1 rows/,
  ],
];
