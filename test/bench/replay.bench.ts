// How fast any criteria are replayed over 1,000,000 activities, against a bare pass over the same arrays.
import { createEngine } from '../../electron/engine/engine.ts';
import type { LeadField } from '../../shared/lead.ts';
import { allKinds, drag } from './criteria.ts';
import type { Dataset } from './dataset.ts';
import { datasetEnd, generateDataset } from './dataset.ts';
import { type Figure, figure, measure } from './figure.ts';

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

/** The least any replay must do: look at time and type of every activity, lead by lead. */
function barePass(
  { start, length, at, type }: ReturnType<ReturnType<typeof createEngine>['columns']>,
  leads: number,
): number {
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
  const lead = data.ids[500] ?? '';
  const one = measure(200, step => {
    const activities = [{ typeId: 'website-visit', at: datasetEnd - step }];
    engine.replaceLead(lead, data.facts[500] ?? {}, activities);
    engine.scoreLead(lead, allKinds, datasetEnd);
  });
  yield figure('rescore-one', one.p95, one.n, {});
  if (Number.isNaN(sink)) throw new Error('Nothing was computed.');
}
