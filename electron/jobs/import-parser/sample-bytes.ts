// Looks at all bytes of a text file once, to tell its encoding: one accent in line 80,000 is enough to decide.
import { isAscii, isUtf8 } from 'node:buffer';
import type { ByteSample } from '../../formats/encoding/detect-encoding.ts';
import type { Bytes } from './bytes.ts';

const headSize = 64 * 1024;
const windowSize = 256;
const maxMore = 64 * 1024;

export async function sampleBytes(bytes: Bytes): Promise<ByteSample> {
  const head = await bytes.at(0, headSize);
  const kept: Uint8Array[] = [head];
  let more = 0;
  let read = 0;
  let validUtf8 = true;
  let carry = new Uint8Array(0);
  for await (const piece of bytes.pieces()) {
    const from = read;
    read += piece.length;
    if (carry.length === 0 && isAscii(piece)) continue;
    if (validUtf8) {
      const whole = carry.length === 0 ? piece : Buffer.concat([carry, piece]);
      const end = read >= bytes.size ? whole.length : wholeCharacters(whole);
      validUtf8 = isUtf8(whole.subarray(0, end));
      carry = whole.slice(end);
    }
    for (let i = Math.max(0, headSize - from); i < piece.length && more < maxMore; i++) {
      if ((piece[i] ?? 0) < 128) continue;
      const window = piece.slice(Math.max(0, i - 32), i + windowSize);
      kept.push(window);
      more += window.length;
      i += windowSize;
    }
    // Not UTF-8, and enough seen to tell what else it is.
    if (!validUtf8 && more >= maxMore) break;
  }
  return { bytes: Buffer.concat(kept), validUtf8 };
}

/** Length without a UTF-8 character that is cut off at the end. */
function wholeCharacters(bytes: Uint8Array): number {
  let from = bytes.length - 1;
  while (from > bytes.length - 4 && from > 0 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from--;
  const lead = bytes[from] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return from + length > bytes.length ? from : bytes.length;
}
