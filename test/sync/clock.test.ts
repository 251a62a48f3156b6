// The hybrid logical clock: it never goes back, follows what it sees, and is not taken along by one that is wrong.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterSeeing, clockParts, clockText, isAhead, nextClock, startOfTime } from '../../electron/sync/clock.ts';
import { writerOf } from '../../electron/sync/writer.ts';
import { seed } from '../support/seed.ts';

const ms = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const parts = fc.record({
  ms: fc.oneof(fc.integer({ min: 0, max: 3 }), ms),
  counter: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 0xffff })),
  writer: fc.constantFrom('a', 'b', 'f3c2'),
});
const hour = 3_600_000;

describe('the text of a clock', () => {
  it('says its parts, and sorts by time, then counter, then writer', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(clockParts(clockText(a))).toEqual(a);
        const order = a.ms - b.ms || a.counter - b.counter || (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : 0);
        const texts = clockText(a) < clockText(b) ? -1 : clockText(a) > clockText(b) ? 1 : 0;
        expect(texts).toBe(Math.sign(order));
      }),
      { seed },
    );
  });

  it('refuses a time it has no digits for', () => {
    expect(() => clockText({ ms: -1, counter: 0, writer: 'a' })).toThrow(RangeError);
    expect(() => clockText({ ms: 2 ** 48, counter: 0, writer: 'a' })).toThrow(RangeError);
  });
});

describe('the next clock', () => {
  it('is behind the last one, and not before the time of the computer', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 2 ** 47 }), (last, now) => {
        fc.pre(last.ms < 2 ** 48 - 1);
        const next = nextClock(clockText(last), now, 'z');
        expect(next > clockText(last)).toBe(true);
        expect(clockParts(next).ms).toBeGreaterThanOrEqual(now);
        expect(clockParts(next).writer).toBe('z');
      }),
      { seed },
    );
  });

  it.each([
    ['time has passed', { ms: 10, counter: 7 }, 11, { ms: 11, counter: 0 }],
    ['no time has passed', { ms: 10, counter: 7 }, 10, { ms: 10, counter: 8 }],
    ['the clock was set back', { ms: 10, counter: 7 }, 3, { ms: 10, counter: 8 }],
    ['the counter is full', { ms: 10, counter: 0xffff }, 10, { ms: 11, counter: 0 }],
  ])('when %s', (_, last, now, next) => {
    expect(clockParts(nextClock(clockText({ ...last, writer: 'a' }), now, 'a'))).toEqual({ ...next, writer: 'a' });
  });
});

describe('a clock that is seen', () => {
  const now = 1_800_000_000_000;
  const at = (time: number) => clockText({ ms: time, counter: 0, writer: 'b' });

  it('takes ours along, so that what comes after it is later', () => {
    const ours = afterSeeing(startOfTime, at(now + hour), now);
    expect(nextClock(ours, now, 'a') > at(now + hour)).toBe(true);
    expect(afterSeeing(at(now), at(now - 1), now)).toBe(at(now));
  });

  it('does not, when it is more than an hour ahead: it would spoil every clock that hears of it', () => {
    const wrong = at(now + hour + 1);
    expect(isAhead(wrong, now)).toBe(true);
    expect(isAhead(at(now + hour), now)).toBe(false);
    expect(afterSeeing(at(now), wrong, now)).toBe(at(now));
  });
});

describe('the writer of a file', () => {
  const writer = { id: 'a', n: 3, hash: 'h' };

  it.each([
    ['is the same while file, profile and meeting place agree', writer, writer, 3, writer],
    ['is the same when not all was sent yet', writer, writer, 1, writer],
    ['is new in a file that was never shared', null, null, 0, null],
    ['is new in a file that came from another computer', writer, null, 3, null],
    ['is new in a file that another one of this computer wrote as', writer, { ...writer, id: 'b' }, 3, null],
    ['is new in a file that was restored', { ...writer, n: 2, hash: 'g' }, writer, 3, null],
    ['is new on a computer that was restored', writer, { ...writer, n: 2, hash: 'g' }, 3, null],
    ['is new when both were restored, and a later packet is met', writer, writer, 4, null],
    ['is new when the same number was given twice', writer, { ...writer, hash: 'g' }, 3, null],
  ])('%s', (_, inFile, inProfile, met, expected) => {
    expect(writerOf(inFile, inProfile, met)).toEqual(expected);
  });
});
