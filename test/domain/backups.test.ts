// Which backups are kept: the newest always, all of two days, and enough of each day, week and month behind.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToDrop } from '../../electron/domain/backups.ts';

const day = 86_400_000;
const hour = 3_600_000;
const at = (takenAt: number, size = 1) => ({ id: String(takenAt), takenAt, size });

/** A backup every `every` ms for 400 days, thinned after each; what is left, newest first. */
function keptAfter(every: number): number[] {
  let kept: ReturnType<typeof at>[] = [];
  for (let now = 0; now <= 400 * day; now += every) {
    kept = [...kept, at(now)];
    const drop = new Set(backupsToDrop(kept, now, Number.MAX_SAFE_INTEGER));
    kept = kept.filter(({ id }) => !drop.has(id));
  }
  return kept.map(({ takenAt }) => 400 * day - takenAt).sort((a, b) => a - b);
}

describe('thinning backups', () => {
  it('keeps all of two days, one of each of twelve days, of ten weeks and of nine months and more', () => {
    const ages = keptAfter(6 * hour);
    const count = (from: number, to: number) => ages.filter(age => age > from * day && age <= to * day).length;
    expect(ages.filter(age => age <= 2 * day)).toHaveLength(9);
    expect(count(2, 14)).toBeGreaterThanOrEqual(12);
    expect(count(2, 14)).toBeLessThanOrEqual(13);
    expect(count(14, 84)).toBeGreaterThanOrEqual(10);
    expect(count(14, 84)).toBeLessThanOrEqual(11);
    expect(count(84, 360)).toBeGreaterThanOrEqual(9);
    expect(count(84, 360)).toBeLessThanOrEqual(11);
  });

  it('never drops the newest, nor one from the future, and a second look drops nothing more', () => {
    const backups = fc.uniqueArray(fc.integer({ min: -400, max: 100 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(backups, fc.integer({ min: 1, max: 40 }), (days, mostBytes) => {
        const now = 1000 * day;
        const all = days.map(days_ => at(now + days_ * day));
        const drop = new Set(backupsToDrop(all, now, mostBytes * 10));
        const kept = all.filter(({ id }) => !drop.has(id));
        expect(kept.map(({ takenAt }) => takenAt)).toContain(Math.max(...all.map(({ takenAt }) => takenAt)));
        expect(backupsToDrop(kept, now, mostBytes * 10)).toEqual([]);
        const unlimited = new Set(backupsToDrop(all, now, Number.MAX_SAFE_INTEGER));
        for (const { id, takenAt } of all) if (takenAt > now) expect(unlimited.has(id)).toBe(false);
      }),
    );
  });

  it('obeys the limit of bytes, oldest first, down to the newest three', () => {
    const all = [1, 2, 3, 4, 5].map(hours => at(1000 * day - hours * hour, 100));
    expect(backupsToDrop(all, 1000 * day, 350).map(Number)).toEqual([5, 4].map(hours => 1000 * day - hours * hour));
    expect(backupsToDrop(all, 1000 * day, 1)).toHaveLength(2);
  });
});
