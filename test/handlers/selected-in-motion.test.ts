// Leads meant by a filter, while others change the list: only those are acted on that the filter lets through.
import { expect, it } from 'vitest';
import { createIdSource } from '../../electron/ids.ts';
import { createDispatch } from '../../electron/ipc/dispatch.ts';
import { inProcessParser } from '../../electron/jobs/import-parser/in-process.ts';
import { inProcessLineParser } from '../../electron/jobs/line-parser/in-process.ts';
import { createOutbox } from '../../electron/sharing/sharing.ts';
import { createHistoryStore } from '../../electron/stores/history-store.ts';
import { createLeadLists, type LeadLists } from '../../electron/stores/lead-lists.ts';
import { createScores } from '../../electron/stores/score-store.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { aDatabase } from '../support/database.ts';
import { aWorkspace, monday } from '../support/workspace.ts';

/** A workspace in which `meanwhile` is done once, when a list has been found and not been read yet. */
function aWorkspaceInMotion() {
  const { app, file } = aWorkspace();
  app().close();
  const database = aDatabase(file);
  const { writer } = database;
  const now = () => monday;
  const scores = createScores(writer, now);
  const real = createLeadLists(writer, scores);
  const motion = { meanwhile: async (): Promise<void> => undefined };
  const lists: LeadLists = {
    ...real,
    of: async (query, calendar) => {
      const list = await real.of(query, calendar);
      const { meanwhile } = motion;
      motion.meanwhile = async () => undefined;
      await meanwhile();
      return list;
    },
  };
  const dispatch = createDispatch({
    database,
    file,
    deviceId: 'test',
    sharing: createOutbox(writer),
    now,
    newId: createIdSource(now),
    scores,
    history: createHistoryStore(writer),
    lists,
    locale: 'en',
    parser: inProcessParser,
    lineParser: inProcessLineParser,
    emit: { changed: () => undefined, progress: () => undefined },
    log: String,
  });
  async function call<N extends 'leads.create' | 'leads.remove' | 'bulk.run'>(name: N, input: Input<N>) {
    const result = await dispatch.call(name, input);
    if (!result.ok) throw new Error(result.error.message);
    return result.value as Output<N>;
  }
  const names = () => writer.pluck<string>('SELECT first_name FROM lead ORDER BY 1');
  const seqOf = (id: string) => writer.pluck<number>('SELECT seq FROM lead WHERE id = ?', [id])[0];
  return { call, names, seqOf, motion };
}

it('a new lead that got the number of a deleted one is not deleted in its place', async () => {
  const { call, names, seqOf, motion } = aWorkspaceInMotion();
  const create = async (firstName: string, city: string) =>
    (await call('leads.create', { attributes: { firstName, city } })).id;
  await create('Ada', 'Graz');
  const bo = await create('Bo', 'Graz');
  const number = seqOf(bo);
  motion.meanwhile = async () => {
    await call('leads.remove', { ids: [bo] });
    expect(seqOf(await create('Cy', 'Linz'))).toBe(number);
  };
  const { done } = await call('bulk.run', {
    jobId: 'job',
    who: { by: 'filter', search: '', conditions: [{ field: 'city', is: 'contains', values: ['graz'] }] },
    action: { do: 'remove' },
  });
  expect(done).toBe(1);
  expect(names()).toEqual(['Cy']);
});
