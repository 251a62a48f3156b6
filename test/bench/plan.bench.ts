// A plan of 10,000 simulations at 100,000 leads: the first one, another goal, a lever being dragged, the past months, and the longest
// block of the main process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../build/paths.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import { bigFile } from './big-file.ts';
import { datasetEnd } from './dataset.ts';
import { type Figure, figure, timesOf } from './figure.ts';
import { repeated, watched } from './watched.ts';

export async function* run(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  const file = await bigFile(folder);
  const app = makeApp({ file, migrationsFolder: join(ROOT, 'migrations'), now: () => datasetEnd, deviceId: 'bench' });
  const call = async (name: string, input: unknown): Promise<unknown> => {
    const result = await app.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    return result.value;
  };
  await call('review.get', { kind: 'week' });
  const by = new Date(datasetEnd + 90 * 86_400_000).toISOString().slice(0, 10);
  const planOf = (amount: number, levers: object = {}) =>
    call('plan.get', { goal: { what: 'customers', amount, by }, levers });
  const blocks: number[] = [];
  const first = await watched(() => planOf(50));
  blocks.push(first.block);
  yield figure('plan-first', first.ms, 1, {});
  const { plan } = (await planOf(50)) as {
    plan: {
      likely: { high: number };
      levers: { acceptance: { least: number; most: number } | null; channels: { id: string; most: number }[] };
    } | null;
  };
  if (!plan) throw new Error('The big file has no plan.');
  const { acceptance, channels } = plan.levers;
  // A goal somewhat out of reach: the leads it takes have to be searched for.
  const amount = Math.round(plan.likely.high * 1.1);
  const goals = await repeated(20, round => planOf(amount + round));
  blocks.push(...goals.blocks);
  yield figure('plan-goal', timesOf(goals.times).p95, 20, { limitMs: 100 });
  const drag = await repeated(30, round =>
    planOf(amount, {
      acceptance: acceptance && acceptance.least + ((acceptance.most - acceptance.least) * round) / 30,
      channels: channels.slice(0, 1).map(({ id, most }) => ({ id, aWeek: (most * round) / 30 })),
    }),
  );
  blocks.push(...drag.blocks);
  yield figure('plan-drag', timesOf(drag.times).p95, 30, { limitMs: 100 });
  const past = await watched(() => call('plan.past', { what: 'customers' }));
  blocks.push(past.block);
  yield figure('plan-past', past.ms, 1, {});
  yield figure('plan-longest-block', timesOf(blocks).worst, blocks.length, { limitMs: 50 });
  app.close();
  rmSync(folder, { recursive: true, force: true });
}
