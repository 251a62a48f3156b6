// The score cache: a TEMP table of what is computed about a lead: its score, and when it last gave a sign of life. For sorting and
// filtering in SQL; nothing of it is stored in the file.
import type { Stage } from '../../../shared/stages.ts';
import type { Reader, SqlValue, Writer } from '../file/handle.ts';
import { type Bulk, bulkInsert } from './bulk.ts';

export type CachedScore = {
  readonly total: number;
  readonly engagement: number;
  readonly fit: number;
  readonly possible: number;
  readonly grade: string;
  readonly level: number;
  readonly cooling: boolean;
};

/** Where a lead stands and since when; instants are UTC ms. */
export type CachedState = {
  readonly id: string;
  /** The lead's row number. */
  readonly seq: number;
  readonly stage: Stage;
  readonly stageSince: number;
  /** Place in the own order of its column; null: not placed by hand. */
  readonly position: number | null;
  readonly nextStepOn: string | null;
  /** Latest activity of either side, and of ours alone. */
  readonly lastAt: number | null;
  readonly touchAt: number | null;
  /** Since when nothing has been heard; null when nobody minds. */
  readonly quietSince: number | null;
};

/** The last columns of the first answer for the board without the rows. Each index ends with the row number: ties fall by it. */
const indexes = {
  lead_score_by_stage: '(stage, total DESC, seq, position, step_on)',
  lead_score_cooling: '(stage, total DESC) WHERE cooling = 1',
  lead_score_by_total: '(total DESC)',
  lead_score_by_since: '(stage, since)',
  lead_score_placed: '(stage, position, total DESC) WHERE position IS NOT NULL',
  lead_score_planned: '(stage, step_on, total DESC) WHERE step_on IS NOT NULL',
  lead_score_quiet: '(quiet_since) WHERE quiet_since IS NOT NULL',
} as const;

function createIndexes(db: Writer): void {
  for (const [name, on] of Object.entries(indexes))
    db.run(`CREATE INDEX IF NOT EXISTS temp.${name} ON score_cache ${on}`);
}

/** Makes the empty score cache on this connection. It has the leads' own row numbers, so that both are walked side by side. */
export function createScoreCache(db: Writer): void {
  db.run(`CREATE TEMP TABLE score_cache (
    seq INTEGER PRIMARY KEY, lead_id TEXT NOT NULL UNIQUE, stage TEXT NOT NULL, total INTEGER NOT NULL, engagement INTEGER NOT NULL, fit INTEGER NOT NULL,
    possible INTEGER NOT NULL, grade TEXT NOT NULL, level INTEGER NOT NULL, cooling INTEGER NOT NULL, since INTEGER NOT NULL,
    position REAL, step_on TEXT, last_at INTEGER, touch_at INTEGER, quiet_since INTEGER)`);
  createIndexes(db);
}

const columns =
  'seq lead_id stage total engagement fit possible grade level cooling since position step_on last_at touch_at quiet_since'.split(
    ' ',
  );
/** Rows in one statement: alone, each is a transaction of its own, with a copy of every page of the eight trees it goes into. */
const atOnce = 32;

/** A row of the cache, in the order of its columns. */
export const cachedRow = (score: CachedScore, at: CachedState): SqlValue[] => [
  at.seq,
  at.id,
  at.stage,
  score.total,
  score.engagement,
  score.fit,
  score.possible,
  score.grade,
  score.level,
  score.cooling ? 1 : 0,
  at.stageSince,
  at.position,
  at.nextStepOn,
  at.lastAt,
  at.touchAt,
  at.quietSince,
];

const mark = columns.map(() => '?').join(', ');
export const cacheScore = (db: Writer, score: CachedScore, at: CachedState): number =>
  db.run(`INSERT OR REPLACE INTO temp.score_cache VALUES (${mark})`, cachedRow(score, at));

/** Fills the empty cache; the last rows are there after `flush`. */
export const fillScoreCache = (db: Writer): Bulk => bulkInsert(db, 'temp.score_cache', columns, atOnce);

/** Writes another score of a lead that stands there already, where it is another. Answers how many rows that was. */
export const remirrorScore = (db: Writer, leadId: string, score: CachedScore): number =>
  db.run(
    `UPDATE temp.score_cache SET total = ?2, engagement = ?3, fit = ?4, possible = ?5, grade = ?6, level = ?7, cooling = ?8
     WHERE lead_id = ?1
     AND (total, engagement, fit, possible, grade, level, cooling) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    {
      1: leadId,
      2: score.total,
      3: score.engagement,
      4: score.fit,
      5: score.possible,
      6: score.grade,
      7: score.level,
      8: score.cooling ? 1 : 0,
    },
  );

/** Answers the row number it had; undefined when it was not there. */
export const unmirrorScore = (db: Writer, leadId: string): number | undefined =>
  db.pluck<number>('DELETE FROM temp.score_cache WHERE lead_id = ? RETURNING seq', [leadId])[0];

/** Rows of the cache taken away at once: some 10 ms. */
const clearedAtOnce = 5000;

/** Empties the cache in pieces: all at once takes 80 ms for 100,000 leads. Yields between them; the indexes are there again whatever happens. */
export function* clearScores(db: Writer, rows = clearedAtOnce): Generator<void, void> {
  try {
    for (const name of Object.keys(indexes)) {
      db.run(`DROP INDEX IF EXISTS temp.${name}`);
      yield;
    }
    const some = 'DELETE FROM temp.score_cache WHERE seq < (SELECT min(seq) FROM temp.score_cache) + ?';
    while (db.run(some, [rows]) > 0) yield;
  } finally {
    createIndexes(db);
  }
}

/** Leads per stage, by the score cache. */
export const countOfStage = (db: Reader, stage: Stage): number =>
  db.pluck<number>('SELECT count(*) FROM temp.score_cache WHERE stage = ?', [stage])[0] ?? 0;
