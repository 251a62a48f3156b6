// Lines of a file, each at most so long, whatever the file holds.
import type { Bytes } from './bytes.ts';

/** Bytes kept of one line. */
const longestLine = 1 << 16;
const newline = 10;

/** Lines with their ends, each at most `longestLine` long: the rest of a longer one is left out. */
export async function* linesOf(
  bytes: Bytes,
): AsyncGenerator<{ readonly lines: Uint8Array[]; readonly bytesRead: number }> {
  let rest: Uint8Array = new Uint8Array(0);
  let bytesRead = 0;
  for await (const piece of bytes.pieces()) {
    bytesRead += piece.length;
    const lines: Uint8Array[] = [];
    let from = 0;
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
      const line = piece.subarray(from, end + 1);
      lines.push(cutLine(rest.length === 0 ? line : Buffer.concat([rest, line])));
      rest = rest.length === 0 ? rest : new Uint8Array(0);
      from = end + 1;
    }
    const left = piece.subarray(from);
    if (rest.length < longestLine * 2)
      rest =
        rest.length === 0 ? left.slice(0, longestLine * 2) : Buffer.concat([rest, left.subarray(0, longestLine * 2)]);
    yield { lines, bytesRead };
  }
  if (rest.length > 0) yield { lines: [cutLine(rest)], bytesRead };
}

const cutLine = (line: Uint8Array): Uint8Array =>
  line.length <= longestLine ? line : Buffer.concat([line.subarray(0, longestLine), Buffer.from('\n')]);
