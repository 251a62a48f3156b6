// What undo and redo still do after a person was erased: nothing of them comes back, and nobody else is lost.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const create = async ({ call }: TestWorkspace, firstName: string) =>
  (await call('leads.create', { attributes: { firstName, phone: `1 ${firstName}` } })).id;
const erase = ({ call }: TestWorkspace, id: string, name: string) =>
  call('privacy.erase', { jobId: crypto.randomUUID(), ids: [id], name, others: true, reason: 'request' });
const merge = ({ call }: TestWorkspace, id: string, otherId: string) =>
  call('duplicates.merge', { id, otherId, attributes: {}, customValues: {} });
const people = ({ app }: TestWorkspace) =>
  app().reader.all(
    `SELECT first_name, phone, (SELECT count(*) FROM activity a WHERE a.lead_id = lead.id) AS activities FROM lead ORDER BY 1`,
  );

async function twoWithWork() {
  const workspace = aWorkspace();
  const [ada, bo] = [await create(workspace, 'Ada'), await create(workspace, 'Bo')];
  for (const id of [ada, bo])
    await workspace.call('activities.log', { leadIds: [id], typeId: 'email-opened', when: null, note: null });
  return { ...workspace, ada, bo };
}

describe('a merging that was undone before one of the two was erased', () => {
  it.each([
    ['Ada', 'Bo'],
    ['Bo', 'Ada'],
  ] as const)('is out of reach: %s is gone, and %s stays as they were', async (gone, stays) => {
    const workspace = await twoWithWork();
    const { ada, bo, call } = workspace;
    await merge(workspace, ada, bo);
    await call('leads.update', { id: ada, attributes: { phone: '7' } });
    await call('journal.undo', {});
    await call('journal.undo', {});
    await erase(workspace, gone === 'Ada' ? ada : bo, gone);
    const left = [{ first_name: stays, phone: `1 ${stays}`, activities: 1 }];
    expect(people(workspace)).toEqual(left);
    expect((await call('journal.state', {})).redo).toBeNull();
    await call('journal.redo', {});
    expect(people(workspace)).toEqual(left);
  });

  it('does not keep what was done before from being undone', async () => {
    const workspace = await twoWithWork();
    const { ada, bo, call } = workspace;
    await merge(workspace, ada, bo);
    await call('journal.undo', {});
    await erase(workspace, ada, 'Ada');
    expect((await call('journal.undo', {})).label).not.toBeNull();
    expect(people(workspace)).toEqual([{ first_name: 'Bo', phone: '1 Bo', activities: 0 }]);
    await call('journal.redo', {});
    expect(people(workspace)).toEqual([{ first_name: 'Bo', phone: '1 Bo', activities: 1 }]);
  });
});

it('a step about many takes back, and does again, what it did for those who were not erased', async () => {
  const workspace = await twoWithWork();
  const { ada, bo, call } = workspace;
  await call('leads.update', { id: bo, attributes: { phone: '2' } });
  await call('activities.log', { leadIds: [ada, bo], typeId: 'email-opened', when: null, note: null });
  await erase(workspace, ada, 'Ada');
  await call('journal.undo', {});
  expect(people(workspace)).toEqual([{ first_name: 'Bo', phone: '2', activities: 1 }]);
  await call('journal.redo', {});
  expect(people(workspace)).toEqual([{ first_name: 'Bo', phone: '2', activities: 2 }]);
});

it('leaves nowhere in the file as whose record somebody was known to other computers', async () => {
  const workspace = await twoWithWork();
  const { ada, bo, file, app } = workspace;
  app().close();
  // A file that was shared for a while, by a merging of two records of Ada of which one went before.
  const former = crypto.randomUUID();
  const raw = new Database(file);
  raw.prepare('INSERT INTO lead_alias (id, lead_id, as_id) VALUES (?, ?, ?)').run(`${former} ${ada}`, former, ada);
  raw
    .prepare(
      `INSERT INTO change (step_seq, table_name, row_id, lead_id, op) VALUES ((SELECT max(seq) FROM step), 'lead_alias', ?, ?, 'insert')`,
    )
    .run(`${former} ${ada}`, former);
  raw.close();
  workspace.reopen();
  await erase(workspace, ada, 'Ada');
  app().close();
  const bytes = readFileSync(file);
  expect([ada, former, bo].map(id => bytes.includes(id))).toEqual([false, false, true]);
});
