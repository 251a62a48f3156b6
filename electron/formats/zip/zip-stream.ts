// Writes a zip archive piece by piece: sizes stand behind each part, so nothing has to be held or known beforehand.
import { crc32, createDeflateRaw } from 'node:zlib';

export type StreamedPart = { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> };

/** Bit 3: sizes follow the part. Bit 11: names are UTF-8. */
const flags = 0x0808;
/** 1 January 1980, the first day a zip archive knows. */
const dosDate = 0x0021;

type Written = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(dosDate, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function sizesOf({ crc, packed, size }: Written): Buffer {
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(0x08074b50, 0);
  sizes.writeUInt32LE(crc, 4);
  sizes.writeUInt32LE(packed, 8);
  sizes.writeUInt32LE(size, 12);
  return sizes;
}

function directoryEntry({ name, crc, packed, size, offset }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt16LE(dosDate, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

/** Deflated pieces, packed off the main thread; `count` is told of the bytes that go in. */
async function* deflated(
  pieces: AsyncIterable<Uint8Array>,
  count: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: 6 });
  let waiting: Uint8Array[] = [];
  deflate.on('data', (piece: Uint8Array) => waiting.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    deflate.once('end', resolve);
    deflate.once('error', reject);
  });
  try {
    for await (const piece of pieces) {
      count(piece);
      await new Promise<void>((resolve, reject) => {
        deflate.write(piece, error => (error ? reject(error) : resolve()));
      });
      const some = waiting;
      waiting = [];
      yield* some;
    }
    deflate.end();
    await ended;
    yield* waiting;
  } finally {
    deflate.destroy();
  }
}

/** An archive of the parts, in their order. */
export async function* zipPieces(
  parts: Iterable<StreamedPart> | AsyncIterable<StreamedPart>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name);
    const at = offset;
    let crc = 0;
    let size = 0;
    let packed = 0;
    const head = localHead(name);
    yield head;
    const count = (piece: Uint8Array) => {
      crc = crc32(piece, crc);
      size += piece.length;
    };
    for await (const piece of deflated(part.pieces, count)) {
      packed += piece.length;
      yield piece;
    }
    const entry = { name, crc, packed, size, offset: at };
    written.push(entry);
    yield sizesOf(entry);
    offset += head.length + packed + 16;
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  yield directory;
  yield end;
}
