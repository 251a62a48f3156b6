// What of the journal lies beyond the undo history: marked here a little at a time, and deleted by `purgeSteps`.
import { dayMs } from '../../../shared/dates.ts';
import type { Reader, Writer } from '../file/handle.ts';

export type UndoHistory = {
  /** Days a step is kept; null: age decides nothing. */
  readonly days: number | null;
  /** Steps kept at most; null: as many as there are. */
  readonly steps: number | null;
};

/** Steps that are kept whatever their age. */
const keptAlways = 1000;
/** A clock that is wrong shows in the latest steps only: the age of all others is counted from this one back. */
const trusted = 100;

/** `seq` of the step `back` steps before the last one; undefined: there are fewer. */
const seqBack = (reader: Reader, back: number): { readonly seq: number; readonly at: number } | undefined =>
  reader.get('SELECT seq, at FROM step ORDER BY seq DESC LIMIT 1 OFFSET ?', [back]);

/**
 * Puts up to `most` of the oldest steps out of reach when they lie beyond the history; answers how many. Only an
 * unbroken run from the oldest one on goes: undo walks back step by step.
 */
export function markPrunable(writer: Writer, { days, steps }: UndoHistory, now: number, most: number): number {
  if (days === null && steps === null) return 0;
  const last = seqBack(writer, Math.max(keptAlways, steps ?? keptAlways));
  if (!last) return 0;
  const since = Math.min(now, seqBack(writer, trusted)?.at ?? now) - (days ?? 0) * dayMs;
  const oldest = writer.raw<readonly [seq: number, at: number]>(
    'SELECT seq, at FROM step WHERE seq <= ? ORDER BY seq LIMIT ?',
    [last.seq, most],
  );
  const kept = days === null ? -1 : oldest.findIndex(([, at]) => at >= since);
  const gone = kept === -1 ? oldest : oldest.slice(0, kept);
  const upTo = gone.at(-1)?.[0];
  if (upTo !== undefined) writer.run('UPDATE step SET undone = 2 WHERE seq <= ?', [upTo]);
  return gone.length;
}
