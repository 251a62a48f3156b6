// Several computers and one workspace: joining at 100,000 leads, packets that come, a step from here to there, and what sharing costs the
// one who works.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../build/paths.ts';
import { requirePostgres } from '../../build/runtime/system.ts';
import { type App, createWorkspace, joinWorkspace, makeApp } from '../../electron/open-workspace.ts';
import { folderPlace } from '../../electron/sharing/folder.ts';
import type { BarePlace, MeetingPlace } from '../../electron/sharing/meeting-place.ts';
import { parseAddress } from '../../electron/sharing/postgres/address.ts';
import { postgresPlace } from '../../electron/sharing/postgres/place.ts';
import { sealedPlace } from '../../electron/sharing/sealed-place.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { testKeys } from '../support/test-keys.ts';
import { bigFile } from './big-file.ts';
import { datasetEnd } from './dataset.ts';
import { type Figure, figure, timesOf } from './figure.ts';

const migrationsFolder = join(ROOT, 'migrations');
const optionsFor = (file: string) => ({ file, migrationsFolder, now: () => datasetEnd, deviceId: 'bench' });

async function call(app: App, name: string, input: unknown): Promise<{ readonly id: string }> {
  const result = await app.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value as { readonly id: string };
}

const addLead = (app: App, n: number) =>
  call(app, 'leads.create', { attributes: { firstName: `Ada ${n}`, company: 'Mill', email: `ada${n}@mill.example` } });

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A place, and how many bytes lie in it. */
type Place = {
  readonly at: () => MeetingPlace;
  readonly bytes: () => Promise<number>;
  readonly close: () => Promise<void>;
};

function inFolder(folder: string): Place {
  const steps = join(folder, 'steps');
  const files = () =>
    existsSync(steps) ? (readdirSync(steps, { recursive: true, encoding: 'utf8' }) as string[]) : [];
  return {
    at: () => sealedPlace(folderPlace(folder), testKeys),
    bytes: async () =>
      files().reduce((sum, name) => sum + (name.endsWith('.packet') ? statSync(join(steps, name)).size : 0), 0),
    close: async () => undefined,
  };
}

async function inDatabase(server: PostgresServer): Promise<Place> {
  const database = await server.newDatabase();
  const open: BarePlace[] = [];
  return {
    at: () => {
      const place = postgresPlace({ address: parseAddress(server.address(database)), ca: null });
      open.push(place);
      return sealedPlace(place, testKeys);
    },
    bytes: async () => {
      const sql = 'SELECT coalesce(sum(octet_length(bytes)), 0)::float8 AS sum FROM ripen.packet';
      return (await server.sql<{ sum: number }>(database, sql))[0]?.sum ?? 0;
    },
    close: async () => {
      await Promise.all(open.map(place => place.close()));
    },
  };
}

/** A workspace of 100,000 leads is joined; against copying its file. */
async function* joining(folder: string): AsyncIterable<Figure> {
  const file = await bigFile(folder);
  const shared = mkdtempSync(join(folder, 'shared-'));
  const place = inFolder(shared).at();
  const app = makeApp(optionsFor(file));
  yield figure('share-100k', await took(() => app.share(place)), 1, {});
  app.close();
  const base = await took(async () => copyFileSync(file, join(folder, 'copy.ripen')));
  const joined = await took(() => joinWorkspace(optionsFor(join(folder, 'joined.ripen')), place));
  yield figure('join-100k', joined, 1, { base, limit: 4 });
}

/** Steps of one computer come to another; against making the same there. */
async function* applying(folder: string, steps: number): AsyncIterable<Figure> {
  const place = inFolder(mkdtempSync(join(folder, 'shared-')));
  const [a, b] = await two(folder, place.at());
  const made = await took(async () => {
    for (let n = 0; n < steps; n += 1) await addLead(a, n);
  });
  yield figure(`send-${steps}`, await took(() => a.exchange(place.at())), 1, {});
  const applied = await took(() => b.exchange(place.at()));
  yield figure(`apply-${steps}`, applied, 1, { base: made, limit: 2 });
  yield figure('bytes-per-step', (await place.bytes()) / steps, steps, {});
  a.close();
  b.close();
}

async function two(folder: string, place: MeetingPlace): Promise<readonly [App, App]> {
  const [first, second] = [
    join(mkdtempSync(join(folder, 'a-')), 'a.ripen'),
    join(mkdtempSync(join(folder, 'b-')), 'b.ripen'),
  ];
  createWorkspace(optionsFor(first), {});
  const a = makeApp(optionsFor(first));
  await a.share(place);
  await joinWorkspace(optionsFor(second), place);
  return [a, makeApp(optionsFor(second))];
}

/** From a step here to its row there. The other computer meets when it is called; in a folder, when the step was put. */
async function arriving(folder: string, place: Place, name: string, count: number): Promise<Figure> {
  const [placeOfA, placeOfB] = [place.at(), place.at()];
  const [a, b] = await two(folder, placeOfA);
  const workspace = a.sharing()?.workspace ?? '';
  let came = (): void => undefined;
  let meeting = Promise.resolve();
  const meet = (): Promise<void> => {
    meeting = meeting.then(async () => {
      if ((await b.exchange(placeOfB)).received > 0) came();
    });
    return meeting;
  };
  const end = placeOfB.watch?.(workspace, () => void meet());
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const arrived = new Promise<void>(resolve => {
      came = resolve;
    });
    times.push(
      await took(async () => {
        await addLead(a, n);
        await a.exchange(placeOfA);
        if (!end) await meet();
        await arrived;
      }),
    );
  }
  end?.();
  await meeting;
  a.close();
  b.close();
  return figure(name, timesOf(times.slice(5)).p95, count - 5, { limitMs: 300 });
}

/** What a step costs whoever shares, against the same step in a file that nobody shares; in turns. */
async function price(folder: string, rounds: number): Promise<Figure> {
  const [a, b] = await two(folder, inFolder(mkdtempSync(join(folder, 'shared-'))).at());
  b.close();
  const alone = join(folder, 'alone.ripen');
  createWorkspace(optionsFor(alone), {});
  const c = makeApp(optionsFor(alone));
  const times = new Map<App, number[]>([
    [a, []],
    [c, []],
  ]);
  for (let n = 0; n < rounds; n += 1) for (const [app, own] of times) own.push(await took(() => addLead(app, n)));
  const [shared, bare] = [timesOf(times.get(a) ?? []), timesOf(times.get(c) ?? [])];
  a.close();
  c.close();
  return figure('price-of-sharing', shared.median, rounds, { base: bare.median, limit: 1.15 });
}

export async function* run(): AsyncIterable<Figure> {
  await requirePostgres();
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  const server = await startPostgres();
  try {
    yield await price(folder, 600);
    const database = await inDatabase(server);
    yield await arriving(folder, database, 'step-postgresql-p95', 60);
    await database.close();
    yield await arriving(folder, inFolder(mkdtempSync(join(folder, 'shared-'))), 'step-folder-p95', 60);
    yield* applying(folder, 10_000);
    yield* joining(folder);
  } finally {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
