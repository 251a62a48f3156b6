// How fast any criteria are replayed over 1,000,000 activities, against a bare pass over the same arrays.
import { endingsOf } from '../../electron/domain/scoring/learn/endings.ts';
import { learn } from '../../electron/domain/scoring/learn/lessons.ts';
import { compareReplay } from '../../electron/domain/scoring/what-if/compare-replay.ts';
import { emptyOutcomes, type Outcomes, setOutcome } from '../../electron/domain/scoring/what-if/outcomes.ts';
import { weeksBetween } from '../../electron/domain/scoring/what-if/weeks.ts';
import { zoneOf } from '../../electron/domain/zone.ts';
import { createEngine, type Engine } from '../../electron/engine/engine.ts';
import { builtInActivityTypes } from '../../shared/activity.ts';
import type { LeadField } from '../../shared/lead.ts';
import { allKinds, drag } from './criteria.ts';
import type { Dataset } from './dataset.ts';
import { datasetEnd, generateDataset } from './dataset.ts';
import { type Figure, figure, measure } from './figure.ts';

const dayMs = 86_400_000;
const fields: readonly LeadField[] = ['email', 'companySize', 'industry', 'country', 'jobTitle', 'budget', 'authority'];

export function loadEngine(data: Dataset) {
  const engine = createEngine();
  engine.beginLoad(fields);
  engine.addLeads(data.ids.map((id, lead) => [id, ...fields.map(field => data.facts[lead]?.[field] ?? null)]));
  for (let lead = 0; lead < data.ids.length; lead++) {
    const id = data.ids[lead] ?? '';
    const from = data.start[lead] ?? 0;
    const count = (data.start[lead + 1] ?? 0) - from;
    engine.addActivities(
      Array.from({ length: count }, (_, i) => [
        id,
        data.typeIds[data.type[from + i] ?? 0] ?? '',
        data.at[from + i] ?? 0,
      ]),
    );
  }
  engine.finishLoad();
  return engine;
}

const learnable = fields.filter(field => field !== 'email');
const ours = new Set(builtInActivityTypes.filter(type => type.ourSide).map(type => type.id));

function outcomesOf(engine: Engine, data: Dataset): Outcomes {
  const outcomes = emptyOutcomes(engine.size);
  data.ids.forEach((id, lead) => {
    const ending = data.endings[lead];
    if (ending) setOutcome(outcomes, engine.positionOf(id) ?? 0, ending);
  });
  return outcomes;
}

/** The least any replay must do: look at time and type of every activity, lead by lead. */
function barePass({ start, length, at, type }: ReturnType<Engine['columns']>, leads: number): number {
  let sum = 0;
  for (let lead = 0; lead < leads; lead++) {
    const from = start[lead] as number;
    const to = from + (length[lead] as number);
    for (let i = from; i < to; i++) sum += (at[i] as number) + (type[i] as number);
  }
  return sum;
}

export function* run(): Iterable<Figure> {
  const data = generateDataset();
  const engine = loadEngine(data);
  const columns = engine.columns();
  let sink = 0;
  const bare = measure(100, () => (sink += barePass(columns, engine.size))).median;
  const steps = measure(200, step => (sink += engine.replay(drag(step)).count));
  yield figure('what-if-step', steps.median, steps.n, { base: bare, limit: 8, limitMs: 16 });
  yield figure('what-if-step-p95', steps.p95, steps.n, { base: bare, limit: 8, limitMs: 16 });
  const scores = measure(30, step => engine.scoreAll(drag(step), datasetEnd));
  yield figure('score-all', scores.median, scores.n, { base: bare });
  const curve = measure(30, step => (sink += engine.peaks(drag(step)).peak[0] ?? 0));
  yield figure('threshold-curve', curve.median, curve.n, { base: bare });
  const outcomes = outcomesOf(engine, data);
  const weeks = weeksBetween(zoneOf('Europe/Berlin'), 1, datasetEnd - 730 * dayMs, datasetEnd);
  const compared = measure(100, step => {
    const promotions = engine.replay(drag(step), { until: outcomes.customerAt });
    sink += compareReplay(promotions, outcomes, weeks, engine.size).gained.length;
  });
  yield figure('what-if-compared', compared.median, compared.n, { base: bare });
  const learned = measure(10, () => {
    const lastAt = Float64Array.from(data.createdAt);
    engine.lastActivityAt(lastAt, datasetEnd);
    const endings = endingsOf(outcomes, lastAt, engine.size, datasetEnd);
    sink += learn(engine.evidence(allKinds, endings, learnable), allKinds, ours).lessons.length;
  });
  yield figure('learn', learned.median, learned.n, { limitMs: 1000 });
  const lead = data.ids[500] ?? '';
  const one = measure(200, step => {
    const activities = [{ typeId: 'website-visit', at: datasetEnd - step }];
    engine.replaceLead(lead, data.facts[500] ?? {}, activities);
    engine.scoreLead(lead, allKinds, datasetEnd);
  });
  yield figure('rescore-one', one.p95, one.n, {});
  if (Number.isNaN(sink)) throw new Error('Nothing was computed.');
}
