// Log lines read in a process of their own: the same answers, and its death or silence costs one line and no more.
import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inProcessLineParser } from '../../../electron/jobs/line-parser/in-process.ts';
import { type LineProcess, separateLineParser } from '../../../electron/jobs/line-parser/separate.ts';
import { createWorkspace, makeApp } from '../../../electron/open-workspace.ts';
import { english } from '../../domain/log-line/said.ts';
import { bundledChildren, childEnv } from '../../support/children.ts';
import { afterThisTest } from '../../support/cleanups.ts';
import { eventually } from '../../support/eventually.ts';
import { aFolder, migrationsFolder, monday } from '../../support/workspace.ts';

const entry = join(bundledChildren, 'line-parser.worker.mjs');
const line = 'dave @ kingsley rang about a staircase, 12k, quote by friday';
const refusal = 'This line could not be read. Log it with the three fields instead.';

/** `isDeaf`: it hears nothing. */
function aParser({ isDeaf = false, ...limits }: { isDeaf?: boolean; patienceMs?: number; idleMs?: number } = {}) {
  const pids: number[] = [];
  let gone = 0;
  let deaf = isDeaf;
  const start = (): LineProcess => {
    const child = deaf
      ? spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
      : fork(entry, { serialization: 'advanced', silent: true, env: childEnv });
    child.on('exit', () => {
      gone++;
    });
    pids.push(child.pid ?? 0);
    return {
      postMessage: question => void (child.connected && child.send(question)),
      on: (event: string, hear: (answer: never) => void) => child.on(event, hear as () => void),
      kill: () => child.kill('SIGKILL'),
    };
  };
  const hears = () => {
    deaf = false;
  };
  const { parse, close } = separateLineParser(start, limits);
  afterThisTest.add(close);
  return { parse, pids, gone: () => gone, hears };
}

it('answers what is answered in this process, from one process', async () => {
  const { parse, pids } = aParser();
  expect(await parse('line', line, english)).toEqual(await inProcessLineParser('line', line, english));
  for (const kind of ['step', 'date'] as const)
    expect(await parse(kind, 'next friday', english)).toEqual(await inProcessLineParser(kind, 'next friday', english));
  expect(pids).toHaveLength(1);
});

it('says in one sentence that its process died, and reads the next line in another', async () => {
  const { parse, pids } = aParser();
  await parse('line', line, english);
  const asked = parse('line', line, english);
  process.kill(pids[0] ?? 0, 'SIGKILL');
  await asked.catch(error => expect(error.message).toBe(refusal));
  expect((await parse('line', line, english)).people).toHaveLength(1);
});

it('ends a process that does not answer', async () => {
  const { parse, gone, hears } = aParser({ isDeaf: true, patienceMs: 200 });
  await expect(parse('line', line, english)).rejects.toThrow(refusal);
  await eventually(() => expect(gone()).toBe(1));
  hears();
});

it('ends its process when nothing is typed for long', async () => {
  const { parse, pids, gone } = aParser({ idleMs: 50 });
  await parse('date', 'monday', english);
  await eventually(() => expect(gone()).toBe(1));
  expect((await parse('date', 'monday', english)).future).toHaveLength(1);
  expect(pids).toHaveLength(2);
});

it('is where the workspace reads lines', async () => {
  const { parse, pids } = aParser();
  const options = {
    file: join(aFolder(), 'test.ripen'),
    migrationsFolder,
    now: () => monday,
    deviceId: 'test',
    lineParser: parse,
  };
  createWorkspace(options, {});
  const app = makeApp(options);
  afterThisTest.add(() => app.close());
  expect(await app.call('activities.parseDate', { text: 'yesterday' })).toMatchObject({ ok: true });
  expect(await app.call('nextSteps.parse', { text: 'quote by friday' })).toMatchObject({ ok: true });
  expect(await app.call('activities.parseLine', { line })).toMatchObject({ ok: true });
  expect(pids).toHaveLength(1);
});
