// Mail made to hurt: each with its name, its bytes, and what Ripen may say of it.
import type { HostileFile } from './hostile-files.ts';

const head = (more = '') =>
  `From: Eve <eve@dock.example>\r\nTo: me@oaklane.example\r\nDate: Mon, 1 Jun 2026 09:00:00 +0000\r\nMessage-ID: <1@x>\r\nSubject: Hi\r\n${more}`;
const parts = (count: number, part: string) =>
  Buffer.from(
    `${head('Content-Type: multipart/mixed; boundary=b\r\n')}\r\n${`--b\r\n${part}\r\n`.repeat(count)}--b--\r\n`,
  );
const nested = (depth: number) =>
  Buffer.from(
    `${head(`Content-Type: multipart/mixed; boundary=b0\r\n`)}\r\n${Array.from({ length: depth }, (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`).join('')}text`,
  );
const line76 = `${'QUJD'.repeat(19)}\r\n`;

export const hostileMail: readonly HostileFile[] = [
  [
    '200 MB of one attachment',
    () =>
      Buffer.concat([
        Buffer.from(
          `${head('Content-Type: multipart/mixed; boundary=b\r\n')}\r\n--b\r\n\r\nHello\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
        ),
        Buffer.alloc(200 << 20, line76),
        Buffer.from('--b--\r\n'),
      ]),
    /^1 rows/,
  ],
  [
    '200 MB of text',
    () =>
      Buffer.concat([
        Buffer.from(`${head()}\r\n`),
        Buffer.alloc(200 << 20, 'Hello Eve, how are you? From here on it goes on and on.\r\n'),
      ]),
    /^1 rows/,
  ],
  ['200 MB in one line', () => Buffer.concat([Buffer.from(`${head()}\r\n`), Buffer.alloc(200 << 20, 'x')]), /^1 rows/],
  ['10,000 parts', () => parts(10_000, 'Content-Type: text/plain\r\n\r\nHello'), /^1 rows/],
  ['10,000 parts without a header', () => parts(10_000, '\r\nHello'), /^1 rows/],
  ['100,000 attachments with names', () => parts(100_000, 'Content-Type: image/png; name=a.png\r\n\r\nx'), /^1 rows/],
  ['nested 10,000 deep', () => nested(10_000), /^[01] rows/],
  [
    'a header of 50 MB',
    () => Buffer.concat([Buffer.from(head('X-Long: ')), Buffer.alloc(50 << 20, 'a b '), Buffer.from('\r\n\r\nHi\r\n')]),
    /^[01] rows/,
  ],
  ['a million header lines', () => Buffer.from(`${head('X-A: b\r\n'.repeat(1_000_000))}\r\nHi\r\n`), /^[01] rows/],
  [
    'a million recipients',
    () =>
      Buffer.from(
        `From: me@oaklane.example\r\nDate: Mon, 1 Jun 2026 09:00:00 +0000\r\nSubject: Hi\r\nMessage-ID: <1@x>\r\nTo: ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}@b.example`).join(',\r\n ')}\r\n\r\nHi\r\n`,
      ),
    /^\d+ rows/,
  ],
  [
    'groups and brackets in an address',
    () =>
      Buffer.from(
        `Date: Mon, 1 Jun 2026 09:00:00 +0000\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\nFrom: ${'a:('.repeat(40_000)}\r\nTo: ${'<"'.repeat(40_000)}\r\nSubject: ${'=?utf-8?Q?'.repeat(20_000)}\r\n\r\nHi\r\n`,
      ),
    /^[01] rows/,
  ],
  [
    'HTML a hundred thousand deep',
    () =>
      Buffer.from(
        `${head('Content-Type: text/html\r\n')}\r\n${'<div><blockquote>\r\n'.repeat(100_000)}Hi<script>alert(1)</script>`,
      ),
    /^1 rows/,
  ],
  [
    'HTML of nothing but brackets',
    () => Buffer.from(`${head('Content-Type: text/html\r\n')}\r\n${'<a<b<!--'.repeat(10_000)}\r\n`.repeat(40)),
    /^1 rows/,
  ],
  [
    'a mailbox of two million empty messages',
    () => Buffer.alloc(100 << 20, 'From a Mon Jun  1 09:00:00 2026\nFrom: a@b.example\n\n'),
    /^Ripen reads up to 250,000 messages/,
  ],
  [
    'quoted words and colons without end',
    () => Buffer.from(`${head()}\r\n${`On ${'wrote '.repeat(60)}\r\n`.repeat(20_000)}`),
    /^1 rows/,
  ],
];
