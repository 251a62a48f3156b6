// Undo in a shared workspace takes back one's own work, and leaves alone what others have done since.
import { describe, expect, it } from 'vitest';
import { allMeet, twoComputers } from '../support/shared-folder.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const create = async ({ call }: TestWorkspace, firstName: string) =>
  (await call('leads.create', { attributes: { firstName } })).id;
const leadIn = ({ app }: TestWorkspace, id: string) =>
  app().reader.get<{ first_name: string; phone: string | null; city: string | null; stage: string }>(
    'SELECT * FROM lead WHERE id = ?',
    [id],
  );
const log = ({ call }: TestWorkspace, id: string) =>
  call('activities.log', { leadIds: [id], typeId: 'email-opened', when: null, note: null });

describe('undo of what others have worked on since', () => {
  it('takes back the latest step of this computer, not of another one', async () => {
    const { folder, a, b } = await twoComputers();
    const ada = await create(a, 'Ada');
    await allMeet(folder, [a, b]);
    const bo = await create(b, 'Bo');
    await allMeet(folder, [a, b]);
    expect(await b.call('journal.undo', {})).toEqual({ label: 'add lead' });
    expect(await b.call('journal.state', {})).toMatchObject({ undo: null });
    await allMeet(folder, [a, b]);
    expect([leadIn(a, ada)?.first_name, leadIn(a, bo)]).toEqual(['Ada', undefined]);
    await b.call('journal.redo', {});
    await allMeet(folder, [a, b]);
    expect(leadIn(a, bo)?.first_name).toBe('Bo');
  });

  it('leaves a value that somebody else wrote since, and takes back the others of the step', async () => {
    const { folder, a, b } = await twoComputers();
    const ada = await create(a, 'Ada');
    await a.call('leads.update', { id: ada, attributes: { phone: '1', city: 'Graz' } });
    await allMeet(folder, [a, b]);
    await b.call('leads.update', { id: ada, attributes: { phone: '2' } });
    await allMeet(folder, [a, b]);
    await a.call('journal.undo', {});
    expect(leadIn(a, ada)).toMatchObject({ phone: '2', city: null });
    await allMeet(folder, [a, b]);
    expect(leadIn(b, ada)).toMatchObject({ phone: '2', city: null });
    await a.call('journal.redo', {});
    await allMeet(folder, [a, b]);
    expect(leadIn(b, ada)).toMatchObject({ phone: '2', city: 'Graz' });
  });

  it.each<[string, (b: TestWorkspace, id: string) => Promise<unknown>]>([
    ['logged an activity with', log],
    ['wrote to', (b, id) => b.call('leads.update', { id, attributes: { phone: '2' } })],
  ])('leaves a lead that it made and somebody else %s', async (_, work) => {
    const { folder, a, b } = await twoComputers();
    const ada = await create(a, 'Ada');
    await allMeet(folder, [a, b]);
    await work(b, ada);
    await allMeet(folder, [a, b]);
    await a.call('journal.undo', {});
    expect(leadIn(a, ada)?.first_name).toBe('Ada');
    await allMeet(folder, [a, b]);
    expect(leadIn(b, ada)?.first_name).toBe('Ada');
  });

  it('brings back a lead with what both had entered, also when the other one worked on it meanwhile', async () => {
    const { folder, a, b } = await twoComputers();
    const ada = await create(a, 'Ada');
    await log(a, ada);
    await allMeet(folder, [a, b]);
    await a.call('leads.remove', { ids: [ada] });
    await b.call('leads.update', { id: ada, attributes: { phone: '2' } });
    // b's work brings her back; a's undo then has nothing left to bring.
    await allMeet(folder, [a, b]);
    expect(leadIn(a, ada)).toMatchObject({ phone: '2' });
    await a.call('journal.undo', {});
    await allMeet(folder, [a, b]);
    expect(leadIn(b, ada)).toMatchObject({ first_name: 'Ada', phone: '2' });
    expect(b.app().reader.pluck('SELECT count(*) FROM activity WHERE lead_id = ?', [ada])).toEqual([1]);
  });

  it('leaves a value that somebody else wrote too, though it is the same', async () => {
    const { folder, a, b } = await twoComputers();
    const ada = await create(a, 'Ada');
    await allMeet(folder, [a, b]);
    await a.call('leads.update', { id: ada, attributes: { phone: '1', jobTitle: 'Buyer' } });
    await b.call('leads.update', { id: ada, attributes: { phone: '1', city: 'Graz' } });
    await allMeet(folder, [a, b]);
    await a.call('journal.undo', {});
    await allMeet(folder, [a, b]);
    expect(leadIn(b, ada)).toMatchObject({ phone: '1', city: 'Graz', job_title: null });
  });

  it.each([
    ['whole, where nobody worked on it since', false],
    ['not at all, where somebody did', true],
  ])('deletes a lead of somebody else again %s', async (_, isWorkedOn) => {
    const { folder, a, b } = await twoComputers();
    const bo = await create(b, 'Bo');
    await allMeet(folder, [a, b]);
    await log(a, bo);
    await a.call('leads.update', { id: bo, attributes: { phone: '1' } });
    await a.call('leads.remove', { ids: [bo] });
    await a.call('journal.undo', {});
    await allMeet(folder, [a, b]);
    if (isWorkedOn) await log(b, bo);
    await allMeet(folder, [a, b]);
    await a.call('journal.redo', {});
    const left = () =>
      [a, b].map(({ app }) =>
        app().reader.all('SELECT phone, (SELECT count(*) FROM activity) AS activities FROM lead'),
      );
    await allMeet(folder, [a, b]);
    const whole = isWorkedOn ? [{ phone: '1', activities: 2 }] : [];
    expect(left()).toEqual([whole, whole]);
  });

  it('takes an import back as one, and keeps those of it that somebody else has worked with', async () => {
    const { folder, a, b } = await twoComputers();
    const mapping = {
      rows: 'leads',
      columns: [{ column: 0, target: 'firstName' }],
      fixed: [],
      values: [],
      policy: 'overwrite',
      unknownLeads: 'create',
    } as never;
    const source = { kind: 'pasted', text: 'Name\nAda\nBo\nCy' } as const;
    await a.call('imports.run', { jobId: crypto.randomUUID(), source, mapping });
    await allMeet(folder, [a, b]);
    const [ada = ''] = b.app().reader.pluck<string>("SELECT id FROM lead WHERE first_name = 'Ada'");
    await log(b, ada);
    await allMeet(folder, [a, b]);
    await a.call('journal.undo', {});
    await allMeet(folder, [a, b]);
    expect(b.app().reader.pluck('SELECT first_name FROM lead')).toEqual(['Ada']);
    await a.call('journal.redo', {});
    await allMeet(folder, [a, b]);
    expect(b.app().reader.pluck('SELECT first_name FROM lead ORDER BY 1')).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('also of an older import, by its list, which says whom somebody else has worked with', async () => {
    const { folder, a, b } = await twoComputers();
    const columns = ['firstName', 'tags'].map((target, column) => ({ column, target }));
    const mapping = {
      ...{ rows: 'leads', columns, fixed: [], values: [] },
      ...{ policy: 'overwrite', unknownLeads: 'create' },
    } as never;
    const source = { kind: 'pasted', text: 'Name;Tags\nAda;fair\nBo;visit\nCy;visit\nDi;visit\nEve;mail' } as const;
    await a.call('imports.run', { jobId: crypto.randomUUID(), source, mapping });
    await allMeet(folder, [a, b]);
    const idOf = (name: string) =>
      b.app().reader.pluck<string>('SELECT id FROM lead WHERE first_name = ?', [name])[0] ?? '';
    await log(b, idOf('Ada'));
    await b.call('leads.update', { id: idOf('Bo'), attributes: { phone: '7' } });
    await log(b, idOf('Cy'));
    await b.call('journal.undo', {});
    await allMeet(folder, [a, b]);
    const [tag = ''] = b.app().reader.pluck<string>("SELECT id FROM tag WHERE label = 'mail'");
    await b.call('tags.save', { id: tag, label: 'Newsletter' } as never);
    await allMeet(folder, [a, b]);
    const [batchId = ''] = a.app().reader.pluck<string>('SELECT id FROM import_batch');
    const undone = await a.call('imports.undo', { batchId, jobId: crypto.randomUUID() });
    expect(undone.kept.map(({ name }) => name)).toEqual(['Ada', 'Bo', 'Cy']);
    expect(undone.removed).toBe(2);
    await allMeet(folder, [a, b]);
    expect(b.app().reader.pluck('SELECT first_name FROM lead ORDER BY 1')).toEqual(['Ada', 'Bo', 'Cy']);
    expect(leadIn(a, idOf('Bo'))?.phone).toBe('7');
    expect(a.app().reader.pluck('SELECT label FROM tag')).toContain('Newsletter');
  });

  it('after two records were merged makes two of them again on both computers', async () => {
    const { folder, a, b } = await twoComputers(async first => {
      await create(first, 'Ada');
      await create(first, 'Bo');
    });
    const [ada = '', bo = ''] = a.app().reader.pluck<string>('SELECT id FROM lead ORDER BY first_name');
    await a.call('duplicates.merge', { id: bo, otherId: ada, attributes: {}, customValues: {} });
    await log(b, ada);
    await b.call('leads.update', { id: ada, attributes: { phone: '7' } });
    await allMeet(folder, [a, b]);
    // What b wrote to the record that was merged away reached the person.
    expect(leadIn(b, bo)).toMatchObject({ first_name: 'Bo', phone: '7' });
    expect(a.app().reader.pluck('SELECT lead_id FROM activity')).toEqual([bo]);
    await a.call('journal.undo', {});
    await allMeet(folder, [a, b]);
    expect([leadIn(b, ada)?.phone, leadIn(b, bo)?.phone]).toEqual(['7', null]);
    expect(a.app().reader.pluck('SELECT lead_id FROM activity')).toEqual([ada]);
  });
});
