// Retention of backups: many of the last days, fewer of the last weeks, one a month before.
import { dayMs } from '../../shared/dates.ts';

export type KeptBackup = {
  readonly id: string;
  /** UTC ms, by the clock of the moment: it names the day, and may be wrong. */
  readonly takenAt: number;
  /** Ms on the clock of work; see `nextWorkTime`. It orders backups and tells how old they are. */
  readonly workTime: number;
  /** Bytes. */
  readonly size: number;
  /** Leads and activities in it; 0: it holds nobody. */
  readonly rows: number;
};

/** How far apart backups of an age are kept: all of two days, then those of a day, a week, a month of 30 days. */
const ladder: readonly { readonly upTo: number; readonly apart: number }[] = [
  { upTo: 2 * dayMs, apart: 0 },
  { upTo: 14 * dayMs, apart: dayMs },
  { upTo: 12 * 7 * dayMs, apart: 7 * dayMs },
  { upTo: 12 * 30 * dayMs, apart: 30 * dayMs },
];

/** Backups with content that stay on every rung whatever else holds. */
const fewest = 3;

/**
 * The work clock of a backup taken now. It follows the computer's clock, but a pause counts as a day at most, and a clock
 * that was put back counts as no time: a holiday, a dead battery or a wrong year makes no backup old.
 */
export function nextWorkTime(previous: Pick<KeptBackup, 'takenAt' | 'workTime'> | undefined, now: number): number {
  if (!previous) return now;
  return previous.workTime + Math.min(Math.max(now - previous.takenAt, 1), dayMs);
}

/** Newest first, in the order in which they were taken. */
export const newestFirst = (a: KeptBackup, b: KeptBackup): number =>
  b.workTime - a.workTime || b.takenAt - a.takenAt || (a.id < b.id ? 1 : -1);

/** Of some backups, newest first, the last one and the fullest one; of equally full ones the newest. */
function lastAndFullest(backups: readonly KeptBackup[]): ReadonlySet<string> {
  const fullest = backups.reduce<KeptBackup | undefined>(
    (best, one) => (best && best.rows >= one.rows ? best : one),
    undefined,
  );
  return new Set([backups[0]?.id, fullest?.id].filter(id => id !== undefined));
}

/**
 * The ids that may go. On the rung of days each day keeps its last backup and its fullest one, on the rungs of weeks and
 * months each week and month; every rung keeps its newest three with content. What is older than the ladder goes, but never
 * the newest three with content. Beyond `maxBytes` in all more may go: see `overTheLimit`.
 */
export function backupsToDrop(backups: readonly KeptBackup[], maxBytes: number): readonly string[] {
  const sorted = [...backups].sort(newestFirst);
  const newest = sorted[0];
  if (!newest) return [];
  const rungOf = ({ workTime }: KeptBackup) => ladder.findIndex(({ upTo }) => newest.workTime - workTime <= upTo);
  const rungs = Map.groupBy(sorted, rungOf);
  const full = sorted.filter(({ rows }) => rows > 0);
  const safe = new Set([newest.id, ...full.slice(0, fewest).map(({ id }) => id)]);
  for (const [rung, members] of rungs) {
    if (rung === -1) continue;
    for (const { id } of members.filter(({ rows }) => rows > 0).slice(0, fewest)) safe.add(id);
  }
  const kept = new Set(safe);
  for (const [rung, members] of rungs) {
    const apart = ladder[rung]?.apart;
    if (apart === undefined) continue;
    // Spans are counted from a fixed moment: counted from now, they would move on and eat what they kept.
    const spans =
      apart === 0 ? members.map(one => [one]) : Map.groupBy(members, one => Math.floor(one.takenAt / apart)).values();
    for (const span of spans) for (const id of lastAndFullest(span)) kept.add(id);
  }
  const over = overTheLimit(
    sorted.filter(({ id }) => kept.has(id)),
    safe,
    maxBytes,
  );
  return sorted.filter(({ id }) => !kept.has(id) || over.has(id)).map(({ id }) => id);
}

/** What goes when there is too much: first, oldest first, what is neither the last nor the fullest of its day, then the oldest. */
function overTheLimit(kept: readonly KeptBackup[], safe: ReadonlySet<string>, maxBytes: number): ReadonlySet<string> {
  let bytes = kept.reduce((sum, { size }) => sum + size, 0);
  const days = Map.groupBy(kept, ({ takenAt }) => Math.floor(takenAt / dayMs));
  const ofDays = new Set([...days.values()].flatMap(members => [...lastAndFullest(members)]));
  const oldestFirst = kept.filter(({ id }) => !safe.has(id)).reverse();
  const over = new Set<string>();
  for (const { id, size } of [
    ...oldestFirst.filter(one => !ofDays.has(one.id)),
    ...oldestFirst.filter(one => ofDays.has(one.id)),
  ]) {
    if (bytes <= maxBytes) break;
    over.add(id);
    bytes -= size;
  }
  return over;
}
