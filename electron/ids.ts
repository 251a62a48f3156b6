// UUIDv7: ids that sort by time and never meet, also across machines (RFC 9562, 5.7).
import { randomBytes } from 'node:crypto';

export type IdSource = () => string;

/** Random bytes asked for at once: an import of a million rows would spend seconds on asking for eight at a time. */
const pooled = 8192;
/** What the two bits of the variant make of the first hex digit of the tail. */
const variant = '89ab';

/** The clock and the counter inside a UUIDv7. */
const partsOf = (id: string): { readonly ms: number; readonly counter: number } => ({
  ms: Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16),
  counter: Number.parseInt(id.slice(15, 18), 16),
});

/**
 * Ids from a clock and a source of random bytes; within one millisecond a counter keeps them in order. All of them sort
 * behind `after`, the greatest one so far, also when the clock was set back.
 */
export function createIdSource(
  now: () => number,
  random: (bytes: number) => Uint8Array = randomBytes,
  after: string | null = null,
): IdSource {
  let { ms: lastMs, counter } = after === null ? { ms: 0, counter: 0 } : partsOf(after);
  let prefix = '';
  let pool = '';
  let used = 0;
  const tail = (): string => {
    if (used + 16 > pool.length) {
      pool = Buffer.from(random(pooled)).toString('hex');
      used = 0;
    }
    used += 16;
    return pool.slice(used - 16, used);
  };
  return () => {
    const ms = Math.max(now(), lastMs);
    // The 12 bits after the version hold the counter (RFC 9562, 6.2, method 1); when it is full the clock is pushed on.
    counter = ms === lastMs ? counter + 1 : 0;
    const overflow = counter > 0xfff;
    if (overflow) counter = 0;
    if (ms !== lastMs || overflow || prefix === '') {
      lastMs = overflow ? ms + 1 : ms;
      const time = lastMs.toString(16).padStart(12, '0');
      prefix = `${time.slice(0, 8)}-${time.slice(8)}-7`;
    }
    const end = tail();
    const first = variant[Number.parseInt(end.charAt(0), 16) & 3] ?? '8';
    return `${prefix}${counter.toString(16).padStart(3, '0')}-${first}${end.slice(1, 4)}-${end.slice(4)}`;
  };
}
