// Writes a zip archive in memory, for workbooks. Dates are fixed, so that the same content gives the same bytes.
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = { readonly name: string; readonly bytes: Uint8Array };

const flagsUtf8 = 0x0800;
/** 1 January 1980, the first day a zip archive knows. */
const dosDate = 0x0021;

function head(signature: number, part: ZipPart, packed: Uint8Array, more: number): Buffer {
  const name = Buffer.from(part.name);
  const central = signature === 0x02014b50;
  const at = central ? 6 : 4;
  const bytes = Buffer.alloc((central ? 46 : 30) + name.length);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(flagsUtf8, at + 2);
  bytes.writeUInt16LE(8, at + 4);
  bytes.writeUInt16LE(dosDate, at + 8);
  bytes.writeUInt32LE(crc32(part.bytes), at + 10);
  bytes.writeUInt32LE(packed.length, at + 14);
  bytes.writeUInt32LE(part.bytes.length, at + 18);
  bytes.writeUInt16LE(name.length, at + 22);
  if (central) bytes.writeUInt32LE(more, 42);
  name.copy(bytes, central ? 46 : 30);
  return bytes;
}

/** All parts, deflated, with their directory. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.bytes, { level: 6 });
    const local = head(0x04034b50, part, packed, 0);
    directory.push(head(0x02014b50, part, packed, offset));
    pieces.push(local, packed);
    offset += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, list, end]);
}
