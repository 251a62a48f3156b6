// What must be true of every workspace at any time, one question each; every row of an answer is a defect (P23).
import type { Reader } from '../file/handle.ts';

const questions: Readonly<Record<string, string>> = {
  'no row points nowhere': 'SELECT * FROM pragma_foreign_key_check',
  'a lead begins once': `SELECT l.id FROM lead l
    WHERE (SELECT count(*) FROM stage_change c WHERE c.lead_id = l.id AND c.from_stage IS NULL) <> 1`,
  'each stage change starts where the one before ended': `SELECT lead_id, at, before, from_stage FROM (
    SELECT lead_id, at, from_stage, lag(to_stage) OVER (PARTITION BY lead_id ORDER BY at, id) AS before FROM stage_change)
    WHERE from_stage IS NOT before`,
  'a lead stands where its last stage change put it': `SELECT id, stage, last FROM (SELECT l.id, l.stage,
    (SELECT to_stage FROM stage_change c WHERE c.lead_id = l.id ORDER BY at DESC, id DESC LIMIT 1) AS last FROM lead l)
    WHERE stage IS NOT last`,
  'and since then': `SELECT id, stage_since, last FROM (SELECT l.id, l.stage_since,
    (SELECT max(at) FROM stage_change c WHERE c.lead_id = l.id) AS last FROM lead l) WHERE stage_since IS NOT last`,
  'a receipt proves a promotion of its own lead': `SELECT r.id FROM receipt r JOIN stage_change c ON c.id = r.stage_change_id
    WHERE c.lead_id <> r.lead_id OR c.to_stage <> 'mql' OR c.cause <> 'score'`,
  'a receipt adds up': `SELECT r.id FROM receipt r
    WHERE r.body ->> 'total' <> (SELECT coalesce(sum(value ->> 'points'), 0) FROM json_each(r.body, '$.lines'))`,
  'a nurture date belongs to a lead in nurture':
    "SELECT id FROM lead WHERE nurture_until IS NOT NULL AND stage <> 'nurture'",
  'a closed deal says when': "SELECT id FROM deal WHERE status = 'open' AND closed_at IS NOT NULL",
  'a batch belongs to an import': `SELECT id FROM lead WHERE batch_id IS NOT NULL
    AND batch_id NOT IN (SELECT id FROM import_batch)`,
  'a step that is kept has changed something': "SELECT seq FROM step WHERE tables = '[]'",
  'what is recorded belongs to a step': 'SELECT seq FROM change WHERE step_seq NOT IN (SELECT seq FROM step)',
};

/** Every question whose answer is not empty, with its first rows. Whether the file itself is sound takes longer to ask. */
export function brokenInvariants(reader: Reader): Record<string, unknown[]> {
  const answers = Object.entries(questions).map(([what, sql]) => [what, reader.all(sql).slice(0, 3)] as const);
  return Object.fromEntries(answers.filter(([, rows]) => rows.length > 0));
}
