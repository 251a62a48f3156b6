// The hybrid logical clock (Kulkarni et al. 2014): physical milliseconds, a counter, and who wrote. Its text sorts as it does.

/** Twelve hex digits of milliseconds, four of the counter, the writer: `019083a1c000-0002-f3…`. */
export type HybridClock = string;

/** Further ahead of us than this, a clock is wrong. */
export const trustedAheadMs = 3_600_000;
const most = { ms: 0xffffffffffff, counter: 0xffff };

export type ClockParts = { readonly ms: number; readonly counter: number; readonly writer: string };

/** Before everything: what was in the file before it was shared. */
export const startOfTime: HybridClock = '000000000000-0000-';

/** The text of a clock. */
export function clockText({ ms, counter, writer }: ClockParts): HybridClock {
  if (ms < 0 || ms > most.ms) throw new RangeError(`A clock does not show ${ms} ms.`);
  return `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${writer}`;
}

/** The parts of a clock's text. */
export const clockParts = (clock: HybridClock): ClockParts => ({
  ms: Number.parseInt(clock.slice(0, 12), 16),
  counter: Number.parseInt(clock.slice(13, 17), 16),
  writer: clock.slice(18),
});

/** The clock of a writer's next packet: behind everything it has made or seen, and never before its own computer's time. */
export function nextClock(last: HybridClock, now: number, writer: string): HybridClock {
  const { ms, counter } = clockParts(last);
  if (now > ms) return clockText({ ms: now, counter: 0, writer });
  // A full counter pushes the clock on, as in our ids.
  return counter === most.counter
    ? clockText({ ms: ms + 1, counter: 0, writer })
    : clockText({ ms, counter: counter + 1, writer });
}

/** Whether a clock is so far ahead of this computer's time that one of the two is wrong. */
export const isAhead = (clock: HybridClock, now: number): boolean => clockParts(clock).ms > now + trustedAheadMs;

/** Our clock after a packet was seen. One that is far ahead does not take ours along: it would spoil every clock that hears of it. */
export const afterSeeing = (last: HybridClock, seen: HybridClock, now: number): HybridClock =>
  seen > last && !isAhead(seen, now) ? seen : last;
