// Loads the engine from the file: used fields, all activities, score adjustments.
import type { CriteriaVersion } from '../../shared/criteria.ts';
import type { FitField } from '../../shared/custom-field.ts';
import type { Reader } from '../db/file/handle.ts';
import type { LoadedActivity } from '../db/tables/activities.ts';
import { activitiesAfter } from '../db/tables/activities.ts';
import { attributeRowsAfter, mqlExcludedLeads } from '../db/tables/leads.ts';
import { doNotScoreLeads } from '../db/tables/privacy.ts';
import { allScoreAdjustments } from '../db/tables/score-adjustments.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import type { Engine } from '../engine/engine.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';

const leadChunk = 2000;
const activityChunk = 5000;

/** Reads leads with the facts the criteria look at, and those of `more`, and activities; gives way between chunks. */
export async function fillEngine(
  engine: Engine,
  db: Reader,
  version: CriteriaVersion,
  more: Iterable<FitField> = [],
): Promise<void> {
  const yieldToEventLoop = createYield();
  const fields = [...new Set([...fieldsOf(version.criteria), ...more])];
  engine.beginLoad(fields);
  for (let after = ''; ; ) {
    const rows = attributeRowsAfter(db, fields, after, leadChunk);
    engine.addLeads(rows);
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
  const marked = new Map(mqlExcludedLeads(db).map(({ id, mqlExclusion }) => [id, mqlExclusion]));
  await yieldToEventLoop();
  const given = Map.groupBy(allScoreAdjustments(db), points => points.leadId);
  const left = new Map(doNotScoreLeads(db));
  for (const id of new Set([...marked.keys(), ...given.keys(), ...left.keys()])) {
    const doNotScore = left.get(id) ?? null;
    engine.setAdjustments(id, { hand: given.get(id) ?? [], mqlExclusion: marked.get(id) ?? doNotScore, doNotScore });
  }
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
