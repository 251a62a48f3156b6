// Overwriting after an erasure that is stopped or closed in the middle: the person is erased, and a later start finishes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Progress } from '../../shared/contract.ts';
import { finishErasingJob } from '../../shared/privacy.ts';
import { eventually } from '../support/eventually.ts';
import { aFolder, monday } from '../support/workspace.ts';
import { startWorkspaces } from '../support/workspaces.ts';

const name = 'Quillfeather';

/** An open workspace of some megabytes with the person in it; `onWiping` hears each time that it tells how far the wiping is. */
async function aLargeWorkspace() {
  const folder = aFolder();
  const file = join(folder, 'Mill.ripen');
  const told: Progress[] = [];
  const hear = { wiping: (_: Progress): void => undefined };
  const start = () =>
    startWorkspaces(
      folder,
      { now: monday },
      {
        emit: {
          changed: () => undefined,
          progress: now => {
            told.push(now);
            if (now.phase === 'wiping') hear.wiping(now);
          },
        },
      },
    );
  const first = start();
  first.workspaces.create(file);
  for (let n = 0; n < 30; n += 1) await first.add(`P${n}`);
  await first.app().call('leads.create', { attributes: { lastName: name } });
  first.workspaces.close();
  const connection = new Database(file);
  connection.exec("UPDATE lead SET notes = hex(randomblob(100000)) WHERE first_name LIKE 'P%'");
  connection.close();
  const here = start();
  here.workspaces.open(file);
  const [id = ''] = here.app().reader.pluck<string>('SELECT id FROM lead WHERE last_name = ?', [name]);
  const erase = () =>
    here.app().call('privacy.erase', { jobId: 'a', ids: [id], name, others: true, reason: 'request' });
  return { file, told, hear, start, here, erase };
}

const rewritten = ({ app }: Pick<ReturnType<typeof startWorkspaces>, 'app'>): unknown =>
  app().reader.pluck('SELECT rewritten FROM erasure');

it('stopped, it says that it is not finished; a start goes on, tells how far it is, and may be stopped as well', async () => {
  const { file, told, hear, start, here, erase } = await aLargeWorkspace();
  hear.wiping = ({ jobId }) => void here.app().call('privacy.cancel', { jobId });
  const result = await erase();
  expect(result).toMatchObject({ ok: true, value: { wiped: false, counts: { lead: 1 } } });
  expect(told.filter(({ phase }) => phase === 'wiping').length).toBeLessThan(5);
  expect(here.names()).toHaveLength(30);
  expect(rewritten(here)).toEqual([0]);
  // What is done afterwards is not stopped with it.
  expect(await here.add('Ann')).toMatchObject({ ok: true });
  here.workspaces.close();

  told.length = 0;
  const second = start();
  hear.wiping = ({ jobId }) => void second.app().call('privacy.cancel', { jobId });
  second.workspaces.open(file);
  await second.add('Bea');
  expect(told.at(-1)).toMatchObject({ jobId: finishErasingJob, phase: 'wiping' });
  expect(rewritten(second)).toEqual([0]);
  second.workspaces.close();

  told.length = 0;
  hear.wiping = () => undefined;
  const third = start();
  third.workspaces.open(file);
  await eventually(() => expect(rewritten(third)).toEqual([1]));
  const [{ total }] = told as [Progress];
  expect(total).toBeGreaterThan(4);
  expect(told.at(-1)).toEqual({ jobId: finishErasingJob, phase: 'wiping', done: total, total });
  expect(third.names()).toHaveLength(32);
  third.workspaces.close();
  expect(readFileSync(file).includes(name)).toBe(false);
});

it('closed in the middle, it loses nothing, and the next start goes on', async () => {
  const { file, hear, start, here, erase } = await aLargeWorkspace();
  hear.wiping = () => {
    hear.wiping = () => undefined;
    here.workspaces.close();
  };
  expect(await erase()).toMatchObject({ ok: false, error: { message: 'This workspace was closed meanwhile.' } });
  const next = start();
  next.workspaces.open(file);
  expect(rewritten(next)).toEqual([0]);
  expect(next.names()).toHaveLength(30);
  await eventually(() => expect(rewritten(next)).toEqual([1]));
  expect(next.app().reader.pluck('PRAGMA integrity_check')).toEqual(['ok']);
});
