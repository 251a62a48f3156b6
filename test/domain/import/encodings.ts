// Writes text in any of the encodings that are read: the reverse of the decoders, built from them.
import { decoderOf } from '../../../electron/formats/encoding/encodings.ts';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(id: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(id);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const put = (bytes: readonly number[]) => {
    const char = decoderOf(id)(Uint8Array.from(bytes), true);
    if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, bytes);
  };
  for (let byte = 0; byte < 256; byte++) put([byte]);
  if (/shift_jis|gb18030|big5|euc/.test(id)) {
    for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) put([first, second]);
  }
  tables.set(id, table);
  return table;
}

/** Bytes of a text; throws when the encoding does not have one of its characters. */
export function encode(text: string, id: string, mark = false): Uint8Array {
  if (id === 'utf-8') return Buffer.from((mark ? '\ufeff' : '') + text);
  if (id === 'utf-16le') return Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  if (id === 'utf-16be') return Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le').swap16();
  const table = tableOf(id);
  return Uint8Array.from(
    [...text].flatMap(char => {
      const bytes = table.get(char);
      if (!bytes) throw new Error(`${id} has no ${char}`);
      return [...bytes];
    }),
  );
}
