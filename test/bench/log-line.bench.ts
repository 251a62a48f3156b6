// The log line at 10,000 and 100,000 leads, typed key by key as an owner does: how long an answer takes, and how long the process that
// answers the window is busy with one key.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../build/paths.ts';
import { type LineProcess, separateLineParser } from '../../electron/jobs/line-parser/separate.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import { bigFile } from './big-file.ts';
import { datasetEnd } from './dataset.ts';
import { type Figure, figure, timesOf } from './figure.ts';

const entry = join(ROOT, 'electron', 'jobs', 'line-parser.worker.ts');
const lines = [
  'Mara Holm rang about a gate, 2.5k, quote by friday',
  'called nils',
  'Dr. Vogel @ Novak Foods hat gestern angerufen, Angebot bis Montag',
  'an mail from ann.lee@example.org, wants a brochure',
  'Appel de Mme Peters ce matin pour un devis',
];
const keys = lines.flatMap(line => [...line].map((_, end) => line.slice(0, end + 1)));
const limit = 50;

function start(): LineProcess {
  const child = fork(entry, { serialization: 'advanced', silent: true });
  return {
    postMessage: question => void (child.connected && child.send(question)),
    on: (event: string, hear: (answer: never) => void) => child.on(event, hear as () => void),
    kill: () => child.kill('SIGKILL'),
  };
}

async function* at(leads: number, folder: string): AsyncIterable<Figure> {
  const file = await bigFile(mkdtempSync(join(folder, 'leads-')), leads);
  const { parse, close } = separateLineParser(start);
  const migrationsFolder = join(ROOT, 'migrations');
  const app = makeApp({ file, migrationsFolder, now: () => datasetEnd, deviceId: 'bench', lineParser: parse });
  await app.call('leads.list', {});
  const times: number[] = [];
  const busy: number[] = [];
  for (const line of keys) {
    const cpu = process.cpuUsage();
    const began = performance.now();
    await app.call('activities.parseLine', { line });
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(cpu);
    busy.push((user + system) / 1000);
  }
  app.close();
  close();
  const [answer, main] = [timesOf(times), timesOf(busy)];
  yield figure(`line-first-${leads}`, times[0] ?? 0, 1, {});
  yield figure(`line-key-${leads}`, answer.median, answer.n, {});
  yield figure(`line-main-median-${leads}`, main.median, main.n, { limitMs: limit });
  yield figure(`line-main-worst-${leads}`, main.worst, main.n, { limitMs: limit });
}

export async function* run(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  for (const leads of [10_000, 100_000]) yield* at(leads, folder);
  rmSync(folder, { recursive: true, force: true });
}
