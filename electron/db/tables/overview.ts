// All SQL of the overview: open leads by stage, records that are missing, and leads whose score a missing answer could lift.
import type { Stage } from '../../../shared/stages.ts';
import type { Reader } from '../file/handle.ts';

export const countsByStage = (db: Reader): { readonly stage: Stage; readonly count: number }[] =>
  db.all('SELECT stage, count(*) AS count FROM lead GROUP BY stage');

/** Open deals, and those of them without an amount. */
export const openDeals = (db: Reader): { readonly of: number; readonly count: number } =>
  db.get("SELECT count(*) AS 'of', count(*) - count(amount) AS count FROM deal WHERE status = 'open'") ?? {
    of: 0,
    count: 0,
  };

/**
 * Ids of leads of a stage whose score may still reach `threshold` and `minimumFit`, and does not reach both now; highest scores
 * first, from `least` on.
 */
export const openScores = (
  db: Reader,
  stage: Stage,
  given: { readonly threshold: number; readonly minimumFit: number; readonly least: number; readonly limit: number },
): string[] =>
  db.pluck(
    `SELECT lead_id FROM temp.score_cache WHERE stage = ?1 AND total >= ?4 AND possible >= ?2
     AND possible > total AND (total < ?2 OR fit < ?3) ORDER BY total DESC, seq LIMIT ?5`,
    { 1: stage, 2: given.threshold, 3: given.minimumFit, 4: given.least, 5: given.limit },
  );
