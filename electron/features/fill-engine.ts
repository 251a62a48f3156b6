// Loads the engine from the file: used fields, all activities, score adjustments.
import type { CriteriaVersion } from '../../shared/criteria.ts';
import type { FitField } from '../../shared/own-field.ts';
import type { LoadedActivity } from '../db/activities.ts';
import { activitiesAfter } from '../db/activities.ts';
import { allHandPoints } from '../db/hand-points.ts';
import type { Reader } from '../db/handle.ts';
import { factRowsAfter, neverMqlLeads } from '../db/leads.ts';
import { doNotScoreLeads } from '../db/privacy.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import type { Engine } from '../engine/engine.ts';
import { createPause } from '../jobs/pause.ts';

const leadChunk = 2000;
const activityChunk = 5000;

/** Reads leads with the facts the criteria look at, and those of `more`, and activities; gives way between chunks. */
export async function fillEngine(
  engine: Engine,
  db: Reader,
  version: CriteriaVersion,
  more: Iterable<FitField> = [],
): Promise<void> {
  const pause = createPause();
  const fields = [...new Set([...fieldsOf(version.criteria), ...more])];
  engine.beginLoad(fields);
  for (let after = ''; ; ) {
    const rows = factRowsAfter(db, fields, after, leadChunk);
    engine.addLeads(rows);
    after = rows.at(-1)?.[0] ?? after;
    await pause();
    if (rows.length < leadChunk) break;
  }
  for (let after: LoadedActivity | undefined; ; ) {
    const rows = activitiesAfter(db, after, activityChunk);
    engine.addActivities(rows);
    after = rows.at(-1) ?? after;
    await pause();
    if (rows.length < activityChunk) break;
  }
  engine.finishLoad();
  await pause();
  const marked = new Map(neverMqlLeads(db).map(({ id, neverMql }) => [id, neverMql]));
  await pause();
  const given = Map.groupBy(allHandPoints(db), points => points.leadId);
  const left = new Map(doNotScoreLeads(db));
  for (const id of new Set([...marked.keys(), ...given.keys(), ...left.keys()])) {
    const doNotScore = left.get(id) ?? null;
    engine.setByHand(id, { hand: given.get(id) ?? [], neverMql: marked.get(id) ?? doNotScore, doNotScore });
  }
}

/** Reads facts of all leads that the engine does not hold yet. */
export async function fillFields(engine: Engine, db: Reader, fields: readonly FitField[]): Promise<void> {
  const pause = createPause();
  engine.holdFields(fields, []);
  for (let after = ''; ; ) {
    const rows = factRowsAfter(db, fields, after, leadChunk);
    engine.holdFields(fields, rows);
    after = rows.at(-1)?.[0] ?? after;
    await pause();
    if (rows.length < leadChunk) break;
  }
}
