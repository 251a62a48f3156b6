// The review at 100,000 leads, 1,000,000 activities and 150,000 stage changes: figures of a week and a year, people behind a
// number, the longest block of the main process, and the PDF; against one bare pass over the stage changes.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../build/paths.ts';
import { readMigrations } from '../../electron/db/file/migrate.ts';
import { openDatabase } from '../../electron/db/file/open.ts';
import { beginStep, forgetSteps } from '../../electron/db/journal/journal.ts';
import { createIdSource } from '../../electron/ids.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import { launchRipen } from '../e2e/support/launch.ts';
import { bigFile } from './big-file.ts';
import { datasetEnd } from './dataset.ts';
import { type Figure, figure, timesOf } from './figure.ts';
import { repeated, watched } from './watched.ts';

const day = 86_400_000;
const migrationsFolder = join(ROOT, 'migrations');
const openAt = (file: string) => openDatabase({ file, migrations: readMigrations(migrationsFolder) });

/** Who is at SQL or beyond has been MQL before; that makes 150,000 changes. */
function enrich(file: string): number {
  const { writer, connection, close } = openAt(file);
  const newId = createIdSource(() => datasetEnd);
  const later = writer.raw(`SELECT id, stage_since FROM lead WHERE stage IN ('sql', 'opportunity', 'customer')`) as [
    string,
    number,
  ][];
  connection.transaction(() => {
    // Every write belongs to a step.
    beginStep(writer, { id: newId(), label: 'bench', at: datasetEnd, deviceId: 'bench', memberId: null });
    for (const [id, since] of later) {
      const at = since - (1 + (since % 40)) * day;
      writer.run(`UPDATE stage_change SET from_stage = 'mql' WHERE lead_id = ? AND to_stage <> 'lead'`, [id]);
      writer.run(
        `INSERT INTO stage_change (id, lead_id, from_stage, to_stage, at, cause) VALUES (?, ?, 'lead', 'mql', ?, 'hand')`,
        [newId(), id, at],
      );
    }
    forgetSteps(writer);
  })();
  const [[count = 0] = []] = writer.raw('SELECT count(*) FROM stage_change') as [number][];
  close();
  return count;
}

/** Times of one bare pass over the stage changes: every row read, nothing done with it. */
function barePasses(file: string): number[] {
  const { writer, close } = openAt(file);
  const times = Array.from({ length: 12 }, () => {
    const began = performance.now();
    writer.raw('SELECT lead_id, from_stage, to_stage, at, cause, reason FROM stage_change ');
    return performance.now() - began;
  });
  close();
  return times.slice(2);
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

async function* reading(file: string, base: number): AsyncIterable<Figure> {
  let now = datasetEnd;
  const app = makeApp({ file, migrationsFolder, now: () => now, deviceId: 'bench' });
  const call = async (name: string, input: unknown) => {
    const result = await app.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    return result.value;
  };
  const first = await watched(() => call('review.get', { kind: 'week', date: dateOf(now - 9 * day) }));
  yield figure('review-first', first.ms, 1, { base });
  const blocks: number[] = [];
  // Another week each time, and a minute later: nothing but the read history is there already.
  const week = await repeated(30, round => {
    now += 60_000;
    return call('review.get', { kind: 'week', date: dateOf(datasetEnd - (9 + 7 * round) * day) });
  });
  blocks.push(...week.blocks);
  yield figure('review-week', timesOf(week.times).p95, 30, { base, limit: 8, limitMs: 150 });
  const year = await repeated(15, round => {
    now += 60_000;
    return call('review.get', { kind: 'year', date: round % 2 === 0 ? '2025-06-01' : '2026-02-01' });
  });
  blocks.push(...year.blocks);
  yield figure('review-year', timesOf(year.times).p95, 15, { base, limit: 8, limitMs: 400 });
  const leads = await repeated(30, round =>
    call('review.leads', {
      kind: 'year',
      date: '2026-02-01',
      figureId: round % 2 === 0 ? 'mql-to-sql-cohort' : 'wasted-effort',
      set: round % 2 === 0 ? 'numerator' : 'of',
    }),
  );
  blocks.push(...leads.blocks);
  yield figure('review-people', timesOf(leads.times).p95, 30, { base, limit: 8, limitMs: 150 });
  const handoff = await repeated(10, () =>
    call('review.handoff', { kind: 'week', date: dateOf(datasetEnd - 9 * day) }),
  );
  blocks.push(...handoff.blocks);
  yield figure('review-handoff', timesOf(handoff.times).p95, 10, { base });
  // Somebody moves a lead in the middle of the meeting: how long until the figures are there again.
  const listed = (await call('leads.list', { stages: ['mql'], limit: 12 })) as { rows: { id: string }[] };
  const changed = await repeated(10, async round => {
    await call('leads.move', { ids: [listed.rows[round]?.id], move: { to: 'sql' } });
    await call('review.get', { kind: 'week', date: dateOf(datasetEnd - 9 * day) });
  });
  blocks.push(...changed.blocks);
  yield figure('review-after-a-move', timesOf(changed.times).p95, 10, { base, limit: 8 });
  yield figure('review-longest-block', timesOf(blocks).worst, blocks.length, { limitMs: 50 });
  app.close();
}

async function* printing(file: string, folder: string): AsyncIterable<Figure> {
  const ripen = await launchRipen({ now: new Date(datasetEnd).toISOString(), workspace: file });
  await ripen.page.locator('#screen-title').waitFor();
  const times: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const path = join(folder, `review-${round}.pdf`);
    await ripen.electronApp.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
    }, path);
    const date = dateOf(datasetEnd - (9 + 7 * round) * day);
    times.push(
      await ripen.page.evaluate(async request => {
        const { ripen: bridge } = window as unknown as {
          ripen: { call: (name: string, input: unknown) => Promise<unknown> };
        };
        const began = performance.now();
        await bridge.call('documents.saveReview', { kind: 'week', date: request });
        return performance.now() - began;
      }, date),
    );
    if (statSync(path).size < 10_000) throw new Error('The PDF is empty.');
  }
  await ripen.close();
  yield figure('review-pdf-first', times[0] ?? Number.NaN, 1, {});
  yield figure('review-pdf', timesOf(times.slice(1)).worst, times.length - 1, {});
}

export async function* run(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  const file = await bigFile(folder);
  const changes = enrich(file);
  const bare = timesOf(barePasses(file));
  yield figure('stage-changes-bare-pass', bare.median, changes, {});
  yield* reading(file, bare.median);
  yield* printing(file, folder);
  rmSync(folder, { recursive: true, force: true });
}
