// Where the bytes of an import come from: a file, bytes in memory, or cells pasted as text; always read in pieces.
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuseHeldSource } from '../../files/held.ts';

/** What to import. `path` is a file of the owner's; `pasted` the text of the clipboard. */
export type ImportSource =
  | { readonly kind: 'file'; readonly path: string }
  /** Several e-mails. */
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string };

export type Bytes = {
  readonly name: string;
  readonly size: number;
  /** Reads from the beginning, each time anew. */
  readonly pieces: () => AsyncGenerator<Uint8Array>;
  /** Some bytes from a place on; fewer at the end. */
  readonly at: (from: number, length: number) => Promise<Uint8Array>;
};

const pieceSize = 1 << 20;

export async function bytesOf(source: ImportSource): Promise<Bytes> {
  switch (source.kind) {
    case 'file':
      return fileBytes(source.path);
    case 'files':
      return fileBytes(source.paths[0] ?? '');
    case 'bytes':
      return memoryBytes(source.name, source.bytes);
    case 'pasted':
      return memoryBytes('Pasted cells', new TextEncoder().encode(source.text));
    default:
      return source satisfies never;
  }
}

function memoryBytes(name: string, bytes: Uint8Array): Bytes {
  return {
    name,
    size: bytes.length,
    async *pieces() {
      for (let from = 0; from < bytes.length; from += pieceSize) yield bytes.subarray(from, from + pieceSize);
    },
    at: async (from, length) => bytes.subarray(from, from + length),
  };
}

export async function fileBytes(path: string): Promise<Bytes> {
  refuseHeldSource(path);
  const { size } = await stat(path);
  return {
    name: basename(path),
    size,
    async *pieces() {
      const file = await open(path);
      try {
        for (let left = size; ; ) {
          // A fresh buffer each time: decoders and inflaters may hold on to what they were given. No larger than what is left:
          // small files came with 2 MB each, which the garbage collector took away again.
          const length = Math.min(pieceSize, Math.max(left + 1, 4096));
          const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(length), 0, length);
          if (bytesRead === 0) return;
          left -= bytesRead;
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await file.close();
      }
    },
    async at(from, length) {
      const file = await open(path);
      try {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(length, Math.max(size - from, 0))), {
          position: from,
        });
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
  };
}
