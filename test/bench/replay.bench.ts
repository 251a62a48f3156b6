// How fast any criteria are replayed over 1,000,000 activities, against a bare pass over the same arrays.

import { endingsOf } from '../../electron/domain/scoring/learn/endings.ts';
import { learn } from '../../electron/domain/scoring/learn/insights.ts';
import { compareReplay } from '../../electron/domain/scoring/what-if/compare-replay.ts';
import { emptyOutcomes, type Outcomes, setOutcome } from '../../electron/domain/scoring/what-if/outcomes.ts';
import { weeksBetween } from '../../electron/domain/scoring/what-if/weeks.ts';
import { zoneOf } from '../../electron/domain/zone.ts';
import { createEngine, type Engine, sliceSize } from '../../electron/engine/engine.ts';
import { builtInActivityTypes } from '../../shared/activity.ts';
import { dayMs } from '../../shared/dates.ts';
import type { LeadField } from '../../shared/lead.ts';
import { allKinds, drag, sliders } from './criteria.ts';
import type { Dataset } from './dataset.ts';
import { datasetEnd, generateDataset } from './dataset.ts';
import { type Figure, figure, measure, measureBeside } from './figure.ts';
import { remedies } from './remedies.ts';
import { inTheWorkspace } from './what-if.ts';

const fields: readonly LeadField[] = ['email', 'companySize', 'industry', 'country', 'jobTitle', 'budget', 'authority'];

export function loadEngine(data: Dataset) {
  const engine = createEngine();
  engine.beginLoad(fields);
  engine.addLeads(data.ids.map((id, lead) => [id, ...fields.map(field => data.attributes[lead]?.[field] ?? null)]));
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

function drained<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** The least any replay must do: look at time and type of every activity, lead by lead. */
export function barePass({ start, length, at, type }: ReturnType<Engine['columns']>, leads: number): number {
  let sum = 0;
  for (let lead = 0; lead < leads; lead++) {
    const from = start[lead] as number;
    const to = from + (length[lead] as number);
    for (let i = from; i < to; i++) sum += (at[i] as number) + (type[i] as number);
  }
  return sum;
}

export async function* run(): AsyncIterable<Figure> {
  const data = generateDataset();
  const engine = loadEngine(data);
  const columns = engine.columns();
  let sink = 0;
  const pass = () => {
    sink += barePass(columns, engine.size);
  };
  const step = measureBeside(200, pass, number => {
    sink += engine.replay(drag(number)).count;
  });
  const limits = { limit: 8, limitMs: 16 };
  yield figure('what-if-step', step.work.median, step.work.n, { base: step.bare.median, ...limits });
  yield figure('what-if-step-p95', step.work.p95, step.work.n, { base: step.bare.p95, ...limits });
  for (const slider of sliders) {
    const one = measureBeside(50, pass, number => {
      sink += engine.replay(drag(number, slider)).count;
    });
    yield figure(`what-if-step-${slider}`, one.work.median, one.work.n, { base: one.bare.median, ...limits });
  }
  const scores = measureBeside(30, pass, number => {
    engine.scoreAll(drag(number), datasetEnd);
  });
  yield figure('score-all', scores.work.median, scores.work.n, { base: scores.bare.median });
  const slice = measure(30, number => {
    engine.scoreAll(drag(number), datasetEnd, { from: 20_000, to: 20_000 + sliceSize });
  });
  yield figure('score-slice', slice.worst, slice.n, { limitMs: 50 });
  const curve = measureBeside(30, pass, number => {
    sink += engine.peaks(drag(number)).peak[0] ?? 0;
  });
  yield figure('threshold-curve', curve.work.median, curve.work.n, { base: curve.bare.median });
  const outcomes = outcomesOf(engine, data);
  const weeks = weeksBetween(zoneOf('Europe/Berlin'), 1, datasetEnd - 730 * dayMs, datasetEnd);
  const compared = measureBeside(100, pass, number => {
    const promotions = engine.replay(drag(number), { until: outcomes.customerAt });
    sink += compareReplay(promotions, outcomes, weeks, engine.size).gained.length;
  });
  yield figure('what-if-compared', compared.work.median, compared.work.n, { base: compared.bare.median });
  const learned = measure(10, () => {
    const lastAt = Float64Array.from(data.createdAt);
    engine.lastActivityAt(lastAt, datasetEnd);
    const endings = endingsOf(outcomes, lastAt, engine.size, datasetEnd);
    sink += learn(drained(engine.traitStats(allKinds, endings, learnable)), allKinds, ours).insights.length;
  });
  yield figure('learn', learned.median, learned.n, { limitMs: 1000 });
  const lead = data.ids[500] ?? '';
  const one = measure(200, step => {
    const activities = [{ typeId: 'website-visit', at: datasetEnd - step }];
    engine.replaceLead(lead, data.attributes[500] ?? {}, activities);
    engine.scoreLead(lead, allKinds, datasetEnd);
  });
  yield figure('rescore-one', one.p95, one.n, {});
  if (Number.isNaN(sink)) throw new Error('Nothing was computed.');
  yield* inTheWorkspace(step.work.p95);
  yield* remedies();
}
