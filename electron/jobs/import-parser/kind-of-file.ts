// Tells a table from everything else that can be dropped on a window, by its first bytes.
import { byNuls } from '../../domain/import/detect-encoding.ts';

export type KindOfFile = { readonly kind: 'zip' | 'text'; readonly refuse: string | null };

const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
const refuse = (what: string): KindOfFile => ({ kind: 'text', refuse: what });

/** What a file is; `refuse` says in a sentence why it cannot be imported and what to do. */
export function kindOfFile(head: Uint8Array): KindOfFile {
  if (starts(head, 0x50, 0x4b, 3, 4)) return { kind: 'zip', refuse: null };
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    return refuse(
      'This is an old Excel workbook (.xls) or has a password. Open it and save it as .xlsx or CSV, without a password.',
    );
  }
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) return refuse('This is a PDF. Export the list as CSV or .xlsx instead.');
  if (starts(head, 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65)) {
    return refuse('This is a database, not a table. To open a Ripen workspace, use File > Open.');
  }
  if (starts(head, 0x89, 0x50, 0x4e, 0x47) || starts(head, 0xff, 0xd8, 0xff) || starts(head, 0x47, 0x49, 0x46, 0x38)) {
    return refuse('This is an image, not a table.');
  }
  if (starts(head, 0x1f, 0x8b)) return refuse('This file is compressed. Unpack it first.');
  const text = new TextDecoder('latin1').decode(head.subarray(0, 512)).trimStart().toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html') || text.startsWith('<table')) {
    return refuse(
      'This is a web page with a spreadsheet extension. Open it in a spreadsheet and save it as .xlsx or CSV.',
    );
  }
  if (text.startsWith('begin:vcard')) return refuse('This is a vCard file. Export the contacts as CSV instead.');
  if (text.startsWith('{') || text.startsWith('[{'))
    return refuse('This is JSON, not a table. Export the list as CSV instead.');
  return looksBinary(head) ? refuse('This file is not a readable table.') : { kind: 'text', refuse: null };
}

/** Control bytes that no text has. Halves of UTF-16 characters may be anything. */
function looksBinary(head: Uint8Array): boolean {
  if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff) || byNuls(head)) return false;
  let odd = 0;
  for (const byte of head) if (byte < 9 && byte > 0) odd++;
  return odd > head.length / 20;
}
