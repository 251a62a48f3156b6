// UUIDv7: ids that sort by time and never meet, also across machines (RFC 9562, 5.7).
import { randomBytes } from 'node:crypto';

export type IdSource = () => string;

/** Ids from a clock and a source of random bytes; within one millisecond a counter keeps them in order. */
export function createIdSource(now: () => number, random: (bytes: number) => Uint8Array = randomBytes): IdSource {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const ms = Math.max(now(), lastMs);
    // The 12 bits after the version hold the counter (RFC 9562, 6.2, method 1); when it is full the clock is pushed on.
    counter = ms === lastMs ? counter + 1 : 0;
    const overflow = counter > 0xfff;
    if (overflow) counter = 0;
    lastMs = overflow ? ms + 1 : ms;
    const time = lastMs.toString(16).padStart(12, '0');
    const tail = Buffer.from(random(8));
    tail.writeUInt8((tail.readUInt8(0) & 0x3f) | 0x80, 0);
    const hex = `${time}7${counter.toString(16).padStart(3, '0')}${tail.toString('hex')}`;
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
