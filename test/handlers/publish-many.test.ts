// Publishing that promotes many: written past the log, so that neither its end nor undoing it holds up the window.
import { expect, it } from 'vitest';
import { logSize } from '../../electron/db/file/wal.ts';
import { contentHash } from '../support/content.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const many = 1100;

async function importMany({ call }: TestWorkspace): Promise<void> {
  const people = Array.from({ length: many }, (_, i) => `Ada;Stone${i};ada${i}@stone.example`);
  const text = ['First name;Last name;E-mail', ...people].join('\n');
  const source = { kind: 'pasted', text } as const;
  const { mapping } = await call('imports.read', { jobId: 'read', source });
  await call('imports.run', { jobId: 'run', source, mapping });
}

const indexesOf = ({ app }: TestWorkspace) =>
  app().reader.pluck<string>("SELECT name FROM temp.sqlite_schema WHERE type = 'index' ORDER BY name");

it('leaves a short log, and is taken back whole', async () => {
  const workspace = aWorkspace();
  const { call, file } = workspace;
  const before = indexesOf(workspace);
  await importMany(workspace);
  // So many new leads are read anew, and the cache of scores is emptied and filled again.
  expect(indexesOf(workspace)).toEqual(before);
  expect((await call('board.columns', {})).find(({ stage }) => stage === 'lead')?.count).toBe(many);
  await call('bulk.run', {
    jobId: 'bulk',
    who: { by: 'filter', search: '', conditions: [] },
    action: { do: 'log', typeId: 'demo-requested', when: { date: '2026-05-30', time: null }, note: null },
  });
  await call('criteria.changeDraft', { changes: [{ part: 'limits', limits: { threshold: 50 } }] });
  const unpublished = contentHash(workspace.app().reader);
  expect(await call('criteria.publish', { jobId: 'p', reason: 'Why not' })).toEqual({ number: 2, promoted: many });
  // Through the log it would be some megabytes, which the end of the step and the next big one have to go through in one piece.
  expect(logSize(file)).toBeLessThan(500_000);
  await call('journal.undo', {});
  expect(logSize(file)).toBeLessThan(500_000);
  expect(contentHash(workspace.app().reader)).toBe(unpublished);
});
