// Loads the engine from the file: used fields, all activities, score adjustments.
import type { CriteriaVersion } from '../../shared/criteria.ts';
import type { FitField } from '../../shared/custom-field.ts';
import type { Reader } from '../db/file/handle.ts';
import type { LoadedActivity } from '../db/tables/activities.ts';
import { activitiesAfter, lastActivityRow } from '../db/tables/activities.ts';
import { attributeRowsAfter } from '../db/tables/leads.ts';
import { allScoreAdjustments } from '../db/tables/score-adjustments.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import type { Engine } from '../engine/engine.ts';
import { createBackgroundYield, createYield } from '../jobs/yield-to-event-loop.ts';

/** Rows read at once: some milliseconds each, also while nothing of the file is in memory. */
const leadChunk = 500;
const activityChunk = 2500;
/** Activities for which there is room before they are read; the numbers of rows in a file of strangers may be anything. */
const mostReserved = 4_000_000;

/** Reads leads with the facts the criteria look at, and those of `more`, and activities; gives way between chunks. */
export async function fillEngine(
  engine: Engine,
  db: Reader,
  version: CriteriaVersion,
  more: Iterable<FitField> = [],
): Promise<void> {
  const yieldToEventLoop = createBackgroundYield();
  const fields = [...new Set([...fieldsOf(version.criteria), ...more])];
  engine.beginLoad(fields, Math.min(lastActivityRow(db), mostReserved));
  const excluded: [id: string, mqlExclusion: string | null, doNotScore: string | null][] = [];
  for (let after = ''; ; ) {
    const rows = attributeRowsAfter(db, fields, after, leadChunk);
    engine.addLeads(rows);
    for (const row of rows) {
      const [mqlExclusion, doNotScore] = [row.at(-2) ?? null, row.at(-1) ?? null] as [string | null, string | null];
      if (mqlExclusion !== null || doNotScore !== null) excluded.push([row[0], mqlExclusion, doNotScore]);
    }
    after = rows.at(-1)?.[0] ?? after;
    await yieldToEventLoop();
    if (rows.length < leadChunk) break;
  }
  for (let after: LoadedActivity | undefined; ; ) {
    const rows = activitiesAfter(db, after, activityChunk);
    engine.addActivities(rows);
    after = rows.at(-1) ?? after;
    await yieldToEventLoop();
    if (rows.length < activityChunk) break;
  }
  engine.finishLoad();
  await yieldToEventLoop();
  const given = Map.groupBy(allScoreAdjustments(db), points => points.leadId);
  for (const [id, hand] of given) engine.setAdjustments(id, { hand, mqlExclusion: null });
  for (const [id, mqlExclusion, doNotScore] of excluded)
    engine.setAdjustments(id, { hand: given.get(id) ?? [], mqlExclusion: mqlExclusion ?? doNotScore, doNotScore });
}

/** Reads facts of all leads that the engine does not hold yet. */
export async function fillFields(engine: Engine, db: Reader, fields: readonly FitField[]): Promise<void> {
  const yieldToEventLoop = createYield();
  engine.ensureFields(fields, []);
  for (let after = ''; ; ) {
    const rows = attributeRowsAfter(db, fields, after, leadChunk);
    engine.ensureFields(fields, rows);
    after = rows.at(-1)?.[0] ?? after;
    await yieldToEventLoop();
    if (rows.length < leadChunk) break;
  }
}
