// Run as a process of its own: works on a workspace without a pause and prints what has been answered, a line each,
// only after the answer. Arguments: the file, and a number that decides what is done in which order.
import { writeSync } from 'node:fs';
import { makeApp } from '../../../electron/open-workspace.ts';
import { migrationsFolder } from '../folders.ts';
import { rowsToImport } from './rows.ts';

const [file = '', seed = '1'] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
let state = Number(seed) >>> 0;
/** A small generator of our own (xorshift), so that a run can be repeated by its number. */
const next = (below: number): number => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
};

const app = makeApp({ file, migrationsFolder, now: () => Date.UTC(2026, 5, 1, 9), deviceId: 'child' });
async function call<T>(name: string, input: unknown): Promise<T> {
  const result = await app.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value as T;
}

const leads: string[] = [];
const create = async (): Promise<string> => {
  const { id } = await call<{ id: string }>('leads.create', {
    attributes: { firstName: `Person ${seed}`, company: 'Mill' },
  });
  return id;
};
for (let n = 0; n < 5; n += 1) leads.push(await create());
say(`ready`);
for (const id of leads) say(`lead ${id}`);

const works: readonly (() => Promise<void>)[] = [
  async () => {
    const id = await create();
    leads.push(id);
    say(`lead ${id}`);
  },
  async () => {
    const leadIds = leads.slice(-5);
    const { ids } = await call<{ ids: string[] }>('activities.log', { leadIds, typeId: 'call-made' });
    say(`activities ${ids.join(' ')}`);
  },
  async () => {
    const id = leads[next(leads.length)] ?? '';
    const to = (await call<{ lead: { stage: string } }>('leads.get', { id })).lead.stage === 'mql' ? 'lead' : 'mql';
    await call('leads.move', { ids: [id], move: { to } });
    say(`stage ${id} ${to}`);
  },
  async () => {
    const id = await create();
    await call('journal.undo', {});
    say(`gone ${id}`);
  },
  async () => {
    const { batchId } = await call<{ batchId: string }>('imports.run', { jobId: 'x', ...rowsToImport(60) });
    say(`batch ${batchId} 60`);
  },
];
// Most of the time goes into what takes longest, so an import is rarer than the rest.
for (;;) await works[next(20) < 2 ? 4 : next(4)]?.();
