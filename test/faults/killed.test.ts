// Killed at any moment (P1): what was answered is there, nothing is there by halves, and the file is sound.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../../electron/db/file/handle.ts';
import { openDatabase } from '../../electron/db/file/open.ts';
import { journalState } from '../../electron/db/journal/next-step.ts';
import { rowsToImport } from '../support/children/rows.ts';
import { bundledChildren, childEnv, openElsewhere } from '../support/children.ts';
import { contentHash } from '../support/content.ts';
import { optionsFor } from '../support/database.ts';
import { times } from '../support/long.ts';
import { aWorkspace } from '../support/workspace.ts';

type CellInstant = { readonly lines: number; readonly ms: number };

/** Starts the worker, kills it without warning some ms after it has printed so many lines, and answers what it printed. */
function workAndKill(script: string, file: string, seed: number, after: CellInstant): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundledChildren, script), file, String(seed)], { env: childEnv });
    let [output, errors] = ['', ''];
    let due = false;
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    child.stdout.on('data', chunk => {
      output += chunk;
      if (due || output.split('\n').length <= after.lines) return;
      due = true;
      setTimeout(() => child.kill('SIGKILL'), after.ms);
    });
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The worker ended by itself: ${errors}`));
      // A line that was cut off was not an answer yet.
      else resolve(output.split('\n').slice(0, -1));
    });
  });
}

/** What the answered lines promise, over all runs. */
function createPromises() {
  const leads = new Set<string>();
  const gone = new Set<string>();
  const activities = new Set<string>();
  const batches = new Map<string, number>();
  const stages = new Map<string, string>();
  return {
    leads,
    gone,
    activities,
    batches,
    stages,
    note: (line: string): void => {
      const [kind, id = '', ...rest] = line.split(' ');
      if (kind === 'lead') leads.add(id);
      if (kind === 'gone') gone.add(id);
      if (kind === 'activities') for (const each of [id, ...rest]) activities.add(each);
      if (kind === 'batch') batches.set(id, Number(rest[0]));
      if (kind === 'stage') stages.set(id, rest[0] ?? '');
    },
  };
}

const present = (reader: Reader, table: string): Set<string> =>
  new Set(reader.pluck<string>(`SELECT id FROM ${table}`));
const missing = (wanted: Iterable<string>, found: ReadonlySet<string>): string[] =>
  [...wanted].filter(id => !found.has(id));

/** Steps and rows of which only a part is there; each line of the answer is a defect. */
function halves(reader: Reader): unknown[] {
  return [
    ...reader.all("SELECT * FROM step WHERE tables = '[]'"),
    ...reader.all(
      `SELECT s.label, count(c.seq) AS changes FROM step s LEFT JOIN change c ON c.step_seq = s.seq AND c.table_name = 'activity'
       WHERE s.label = 'log activity for 5 people' GROUP BY s.seq HAVING changes <> 5`,
    ),
    ...reader.all(
      `SELECT l.id FROM lead l WHERE (SELECT count(*) FROM stage_change c WHERE c.lead_id = l.id AND c.from_stage IS NULL) <> 1`,
    ),
    ...reader.all(
      'SELECT l.id FROM lead l WHERE l.stage <> (SELECT to_stage FROM stage_change c WHERE c.lead_id = l.id ORDER BY c.id DESC LIMIT 1)',
    ),
    ...reader.all(
      `SELECT b.id, b.counts ->> 'created' AS said, count(l.id) AS there FROM import_batch b
       LEFT JOIN lead l ON l.batch_id = b.id GROUP BY b.id HAVING said <> there`,
    ),
    ...reader.all('SELECT id FROM lead WHERE batch_id IS NOT NULL AND batch_id NOT IN (SELECT id FROM import_batch)'),
  ];
}

describe('kill -9 at any moment', () => {
  const runs = times(15, 200);
  it(`loses nothing that was answered and leaves nothing by halves, ${runs} times`, {
    timeout: 1_200_000,
  }, async () => {
    const { app, file } = aWorkspace();
    app().close();
    await openElsewhere(file);
    const promised = createPromises();
    let [beyond, answered] = [0, 0];
    for (let run = 1; run <= runs; run += 1) {
      const lines = await workAndKill('work.mjs', file, run, { lines: 7 + (run % 9), ms: (run * 97) % 120 });
      for (const line of lines) promised.note(line);
      answered += lines.length - 1;

      const { writer: reader, close } = openDatabase(optionsFor(file));
      const leads = present(reader, 'lead');
      const batches = new Map(
        reader.raw<[string, number]>('SELECT batch_id, count(*) FROM lead WHERE batch_id IS NOT NULL GROUP BY 1'),
      );
      const stages = new Map(reader.raw<[string, string]>('SELECT id, stage FROM lead'));
      expect({
        integrity: reader.pluck('PRAGMA integrity_check'),
        references: reader.all('PRAGMA foreign_key_check'),
        leads: missing(promised.leads, leads),
        gone: [...promised.gone].filter(id => leads.has(id)),
        activities: missing(promised.activities, present(reader, 'activity')),
        batches: [...promised.batches].filter(([id, count]) => batches.get(id) !== count),
        halves: halves(reader),
      }).toEqual({ integrity: ['ok'], references: [], leads: [], gone: [], activities: [], batches: [], halves: [] });
      // The last move may have been done and not yet answered; at most one lead can differ by it.
      const moved = [...promised.stages].filter(([id, stage]) => stages.get(id) !== stage);
      expect(moved.length).toBeLessThanOrEqual(1);
      for (const [id] of moved) promised.stages.set(id, stages.get(id) ?? '');
      beyond += moved.length;
      close();
    }
    // The runs have to have done something, or they prove nothing.
    expect(answered).toBeGreaterThan(runs * 3);
    console.log(
      `${runs} kills, ${answered} answers kept, ${promised.batches.size} imports; ${beyond} moves done but not yet answered.`,
    );
  });

  it('in the middle of undoing or redoing a whole import leaves it done or undone, never in between', {
    timeout: 600_000,
  }, async () => {
    const { app, file } = aWorkspace();
    const hash = () => contentHash(app().reader);
    await app().call('leads.create', { attributes: { firstName: 'Ada' } });
    const undone = hash();
    await app().call('imports.run', { jobId: 'x', ...rowsToImport(600) });
    const done = hash();
    app().close();
    const seen = new Map<string, number>();
    for (let run = 0; run < times(5, 60); run += 1) {
      const lines = await workAndKill('undo-redo.mjs', file, 0, { lines: 1 + (run % 3), ms: (run * 97) % 300 });
      const { writer: reader, close } = openDatabase(optionsFor(file));
      const now = contentHash(reader) === done ? 'done' : contentHash(reader) === undone ? 'undone' : 'in between';
      const { undo } = journalState(reader);
      expect({ now, undo }).toEqual({ now, undo: now === 'done' ? expect.stringMatching(/^import/) : 'add lead' });
      expect(['done', 'undone']).toContain(now);
      expect(reader.pluck('PRAGMA integrity_check')).toEqual(['ok']);
      close();
      const answered = lines.at(-1);
      const what =
        answered === 'ready'
          ? 'not answered'
          : (answered === 'undo') === (now === 'undone')
            ? 'as answered'
            : 'one further';
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
    console.log(`Killed while flipping: ${JSON.stringify(Object.fromEntries(seen))}.`);
  });
});
