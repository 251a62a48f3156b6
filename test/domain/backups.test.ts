// Which backups are kept, whatever the clock says: no day's work becomes unreachable, and no rung ever runs empty.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToDrop, type KeptBackup, newestFirst, nextWorkTime } from '../../electron/domain/backups.ts';

const day = 86_400_000;
const hour = 3_600_000;
const unlimited = Number.MAX_SAFE_INTEGER;

type Event = { readonly yieldToEventLoop: number; readonly rows: number; readonly size: number };

/** Backups taken one after the other, thinned after each: everything ever taken, and what is left. */
function life(
  events: readonly Event[],
  maxBytes = unlimited,
  look: (ever: KeptBackup[], kept: KeptBackup[]) => void = () => undefined,
) {
  let kept: KeptBackup[] = [];
  const ever: KeptBackup[] = [];
  let now = Date.UTC(2026, 0, 5, 9);
  for (const { yieldToEventLoop, rows, size } of events) {
    now += yieldToEventLoop;
    const previous = [...kept].sort(newestFirst)[0];
    const one = {
      id: `${ever.length}`.padStart(5, '0'),
      takenAt: now,
      workTime: nextWorkTime(previous, now),
      rows,
      size,
    };
    ever.push(one);
    const drop = new Set(backupsToDrop([...kept, one], maxBytes));
    kept = [...kept, one].filter(({ id }) => !drop.has(id));
    look(ever, kept);
  }
  return { ever, kept };
}

const every = (yieldToEventLoop: number, count: number): Event[] =>
  Array.from({ length: count }, () => ({ yieldToEventLoop, rows: 1, size: 1 }));

/** The rungs, said a second time: ages in days of work, and how long a span is there. */
const rungs = [
  { from: 0, upTo: 2, span: 0 },
  { from: 2, upTo: 14, span: 1 },
  { from: 14, upTo: 84, span: 7 },
  { from: 84, upTo: 360, span: 30 },
] as const;

const ageOf = (one: KeptBackup, all: readonly KeptBackup[]): number =>
  (Math.max(...all.map(({ workTime }) => workTime)) - one.workTime) / day;

/** Work of a span that was backed up once and cannot be had any more: its last state, or its fullest. */
function lost(ever: readonly KeptBackup[], kept: readonly KeptBackup[]): string[] {
  return ever.flatMap(one => {
    const age = ageOf(one, ever);
    const rung = rungs.find(({ from, upTo }) => (from === 0 || age > from) && age <= upTo);
    if (!rung) return [];
    const same = kept.filter(other =>
      rung.span === 0
        ? other.id === one.id
        : Math.floor(other.takenAt / day / rung.span) === Math.floor(one.takenAt / day / rung.span),
    );
    const asFull = same.some(other => other.rows >= one.rows);
    const asLate = same.some(other => other.workTime >= one.workTime);
    return asFull && asLate ? [] : [`${one.id} at ${age} days, ${one.rows} rows`];
  });
}

const pauses = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 30 * 60_000, max: 10 * hour }) },
  { weight: 2, arbitrary: fc.integer({ min: day, max: 40 * day }) },
  { weight: 1, arbitrary: fc.constantFrom(10 * 365 * day, 400 * day, -10 * 365 * day, -400 * day, -day, -hour) },
);
const events = fc.array(
  fc.record({
    yieldToEventLoop: pauses,
    rows: fc.constantFrom(0, 0, 1, 5, 100, 3000),
    size: fc.integer({ min: 1, max: 1000 }),
  }),
  { minLength: 1, maxLength: 120 },
);

describe('thinning backups', () => {
  it('keeps all of two days, and one or two of each of twelve days, of ten weeks and of nine months', () => {
    const { kept } = life(every(6 * hour, 4 * 400));
    const count = (from: number, to: number) =>
      kept.filter(one => ageOf(one, kept) > from && ageOf(one, kept) <= to).length;
    expect(count(-1, 2)).toBe(9);
    expect(count(2, 14)).toBeGreaterThanOrEqual(12);
    expect(count(2, 14)).toBeLessThanOrEqual(14);
    expect(count(14, 84)).toBeGreaterThanOrEqual(10);
    expect(count(14, 84)).toBeLessThanOrEqual(13);
    expect(count(84, 360)).toBeGreaterThanOrEqual(9);
    expect(count(84, 360)).toBeLessThanOrEqual(14);
  });

  it('loses no day’s work within its rung, for any sequence of clocks, pauses and sizes', () => {
    fc.assert(
      fc.property(events, list => {
        life(list, unlimited, (ever, kept) => expect(lost(ever, kept)).toEqual([]));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps on every rung the newest three with content, whatever they weigh; a second look drops nothing more', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 5000 }), (list, maxBytes) => {
        life(list, maxBytes, (_, left) => expect(backupsToDrop(left, maxBytes)).toEqual([]));
        const { kept } = life(list);
        const drop = new Set(backupsToDrop(kept, 1));
        for (const { from, upTo } of rungs) {
          const full = kept
            .filter(one => one.rows > 0 && ageOf(one, kept) <= upTo && (from === 0 || ageOf(one, kept) > from))
            .sort(newestFirst)
            .slice(0, 3);
          for (const { id } of full) expect(drop.has(id)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a clock ten years ahead', 10 * 365 * day],
    ['thirteen months without opening', 396 * day],
    ['a clock ten years back', -10 * 365 * day],
  ])('%s costs nothing that was there', (_, jump) => {
    const { kept: before } = life(every(8 * hour, 90));
    const { kept: after } = life([...every(8 * hour, 90), { yieldToEventLoop: jump, rows: 1, size: 1 }]);
    // One day more has passed on the clock of work, and no more: at most one day's worth is thinned.
    expect(after.length).toBeGreaterThanOrEqual(before.length - 2);
  });

  it('three weeks after everybody was deleted by mistake, the people can still be had', () => {
    const full: Event = { yieldToEventLoop: 30 * 60_000, rows: 500, size: 1 };
    const empty: Event = { yieldToEventLoop: 30 * 60_000, rows: 0, size: 1 };
    const { kept } = life([full, empty, ...Array.from({ length: 48 * 21 }, () => empty)]);
    expect(kept.some(({ rows }) => rows === 500)).toBe(true);
  });

  it('over the limit of bytes lets go what is neither last nor fullest of its day, then the oldest, down to three', () => {
    const list = Array.from({ length: 5 }, () => ({ yieldToEventLoop: hour, rows: 1, size: 100 }));
    expect(life(list, 350).kept.map(({ id }) => Number(id))).toEqual([2, 3, 4]);
    expect(life(list, 1).kept.map(({ id }) => Number(id))).toEqual([2, 3, 4]);
    const days = [...list, { yieldToEventLoop: day, rows: 1, size: 100 }, ...list];
    // The morning's go before yesterday's last does.
    expect(life(days, 450).kept.map(({ id }) => Number(id))).toContain(4);
  });
});
