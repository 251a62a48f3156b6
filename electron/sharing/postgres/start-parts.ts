// The start of a workspace in parts that fit a row.
import { rowBytes } from './tables.ts';

export type StartPart = { readonly part: number; readonly isLast: boolean; readonly bytes: Buffer };

/** Cuts a stream into parts of one size, the last one shorter. */
export async function* startParts(chunks: AsyncIterable<Uint8Array>): AsyncIterable<StartPart> {
  let part = 1;
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    // One byte more has to be there: only then it is not the last part.
    while (size > rowBytes) {
      const all: Buffer = Buffer.concat(waiting);
      yield { part, isLast: false, bytes: all.subarray(0, rowBytes) };
      part += 1;
      waiting = [all.subarray(rowBytes)];
      size -= rowBytes;
    }
  }
  yield { part, isLast: true, bytes: Buffer.concat(waiting) };
}
