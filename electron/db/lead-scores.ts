// The TEMP mirror of the scores, for sorting and filtering in SQL. Scores are computed, never stored in the file.
import type { Stage } from '../../shared/stages.ts';
import type { Reader, Writer } from './handle.ts';

export type MirroredScore = {
  readonly total: number;
  readonly engagement: number;
  readonly fit: number;
  readonly possible: number;
  readonly grade: string;
  readonly level: number;
  readonly cooling: boolean;
  /** UTC ms of the latest activity of either side; null when there is none. */
  readonly lastAt: number | null;
};

/** Makes the empty mirror on this connection. It has the leads' own row numbers, so that both are walked side by side. */
export function createScoreMirror(db: Writer): void {
  db.run(`CREATE TEMP TABLE lead_score (
    seq INTEGER PRIMARY KEY, lead_id TEXT NOT NULL UNIQUE, stage TEXT NOT NULL, total INTEGER NOT NULL, engagement INTEGER NOT NULL, fit INTEGER NOT NULL,
    possible INTEGER NOT NULL, grade TEXT NOT NULL, level INTEGER NOT NULL, cooling INTEGER NOT NULL,
    last_at INTEGER)`);
  db.run('CREATE INDEX temp.lead_score_by_stage ON lead_score (stage, total DESC, lead_id)');
  db.run('CREATE INDEX temp.lead_score_cooling ON lead_score (stage, total DESC, lead_id) WHERE cooling = 1');
  db.run('CREATE INDEX temp.lead_score_by_total ON lead_score (total DESC, lead_id)');
}

/** `seq`: the lead's row number, where the caller knows it. */
export const mirrorScore = (
  db: Writer,
  lead: { readonly id: string; readonly seq?: number },
  stage: Stage,
  score: MirroredScore,
): number =>
  db.run(
    `INSERT OR REPLACE INTO temp.lead_score VALUES (${lead.seq === undefined ? '(SELECT seq FROM lead WHERE id = ?)' : '?'},
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      lead.seq ?? lead.id,
      lead.id,
      stage,
      score.total,
      score.engagement,
      score.fit,
      score.possible,
      score.grade,
      score.level,
      score.cooling ? 1 : 0,
      score.lastAt,
    ],
  );

export const unmirrorScore = (db: Writer, leadId: string): number =>
  db.run('DELETE FROM temp.lead_score WHERE lead_id = ?', [leadId]);

export const clearScores = (db: Writer): number => db.run('DELETE FROM temp.lead_score');

/** Leads per stage, by the mirror. */
export const countByStage = (db: Reader): { stage: Stage; count: number }[] =>
  db.all('SELECT stage, count(*) AS count FROM temp.lead_score GROUP BY stage');
