// Fixes for rejections in a real file: 5,000 rejected leads among 100,000, and every change that might have stopped them, replayed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { ROOT } from '../../build/paths.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import type { RejectReason } from '../../shared/stages.ts';
import { bigFile } from './big-file.ts';
import { datasetEnd } from './dataset.ts';
import { type Figure, figure } from './figure.ts';

const reason: RejectReason = 'no-need';

/** Whoever stands in Nurture was MQL for three days before, and handed back. */
function rejectSome(file: string): void {
  const db = new Database(file);
  db.exec(`INSERT INTO stage_change (id, lead_id, from_stage, to_stage, at, cause)
    SELECT id || '-mql', lead_id, 'lead', 'mql', at - 3 * 86400000, 'hand' FROM stage_change WHERE to_stage = 'nurture'`);
  db.prepare(`UPDATE stage_change SET from_stage = 'mql', reason = ? WHERE to_stage = 'nurture'`).run(reason);
  db.close();
}

export async function* remedies(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  const file = await bigFile(folder);
  rejectSome(file);
  const migrationsFolder = join(ROOT, 'migrations');
  const app = makeApp({ file, migrationsFolder, now: () => datasetEnd, deviceId: 'bench' });
  // What the screen asks before: by then history and scores are in memory.
  await app.call('criteria.replay', {});
  await app.call('rejections.trace', {});
  const blocks = monitorEventLoopDelay({ resolution: 1 });
  blocks.enable();
  const began = performance.now();
  const answer = await app.call('rejections.remedies', { reason });
  const took = performance.now() - began;
  blocks.disable();
  app.close();
  rmSync(folder, { recursive: true, force: true });
  if (!answer.ok) throw new Error(answer.error.message);
  const { rejected } = answer.value as { rejected: number };
  yield figure('remedies-5k', took, rejected, {});
  yield figure('remedies-5k-longest-block', blocks.max / 1e6, rejected, { limitMs: 50 });
}
