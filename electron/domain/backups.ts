// Retention of backups: many of the last days, fewer of the last weeks, one a month before.

export type Kept = {
  readonly id: string /** UTC ms. */;
  readonly takenAt: number /** Bytes. */;
  readonly size: number;
};

const day = 86_400_000;

/** How far apart backups of an age are kept: all of two days, then one a day, a week, a month of 30 days. */
const ladder: readonly { readonly upTo: number; readonly apart: number }[] = [
  { upTo: 2 * day, apart: 0 },
  { upTo: 14 * day, apart: day },
  { upTo: 12 * 7 * day, apart: 7 * day },
  { upTo: 12 * 30 * day, apart: 30 * day },
];

/**
 * The ids that may go. The newest stays, whatever its age; one from the future (the clock was wrong) stays too. Within a
 * rung the oldest of each span stays, so that what is kept today grows older instead of being replaced. More than
 * `mostBytes` in all: the oldest go first, down to the newest three.
 */
export function backupsToDrop(backups: readonly Kept[], now: number, mostBytes: number): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => b.takenAt - a.takenAt || (a.id < b.id ? 1 : -1));
  const drop = new Set<string>();
  const spans = new Map<string, string>();
  for (const { id, takenAt } of newestFirst.slice(1)) {
    const age = now - takenAt;
    if (age < 0) continue;
    const rung = ladder.findIndex(({ upTo }) => age <= upTo);
    const apart = ladder[rung]?.apart;
    if (apart === undefined) drop.add(id);
    else if (apart > 0) {
      // Spans are counted from a fixed moment: counted from now, they would move on and eat what they kept.
      const span = `${rung} ${Math.floor(takenAt / apart)}`;
      const newer = spans.get(span);
      if (newer !== undefined) drop.add(newer);
      spans.set(span, id);
    }
  }
  const kept = newestFirst.filter(({ id }) => !drop.has(id));
  let bytes = kept.reduce((sum, { size }) => sum + size, 0);
  for (const { id, size } of kept.slice(3).reverse()) {
    if (bytes <= mostBytes) break;
    drop.add(id);
    bytes -= size;
  }
  return [...drop];
}
