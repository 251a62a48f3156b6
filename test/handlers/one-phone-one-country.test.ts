// One phone and one country, however they are written: by hand, in imports, duplicates, merging, search, rules and filters.
import { describe, expect, it } from 'vitest';
import type { DuplicatePolicy } from '../../shared/import.ts';
import { contentOf } from '../support/content.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const london = () => aWorkspace({ timeZone: 'Europe/London', currency: 'GBP' });
const add = async ({ call }: TestWorkspace, attributes: object) => (await call('leads.create', { attributes })).id;
const named = async ({ call }: TestWorkspace, search: string) =>
  (await call('table.rows', { search, conditions: [], sort: 'name', descending: false })).rows.map(row => row.name);
const leadsOf = ({ app }: TestWorkspace) =>
  app().reader.all('SELECT first_name, phone, country FROM lead ORDER BY seq');

async function importText({ call }: TestWorkspace, text: string, policy: DuplicatePolicy = 'fill') {
  const source = { kind: 'pasted', text } as const;
  const { mapping } = await call('imports.read', { jobId: 'r', source });
  return call('imports.run', { jobId: 'x', source, mapping: { ...mapping, policy } });
}

/** All but what an import remembers for itself: the batch, and by which rows it knows a lead again. */
const seenContent = (workspace: TestWorkspace) => {
  const { lead = [], import_batch: _, ...rest } = contentOf(workspace.app().reader);
  return { ...rest, lead: lead.map(({ import_keys: __, ...fields }) => fields) };
};

describe('one phone', () => {
  it.each([
    ['07700 900555', '+44 7700 900555'],
    ['+44 (0)7700 900555', '07700900555'],
    ['0044 7700 900555', '07700-900-555'],
  ])('%s and %s are one person in two imports, and the second changes nothing', async (first, second) => {
    for (const policy of ['fill', 'overwrite'] as const) {
      const workspace = london();
      await importText(workspace, `First name;Phone\nDave;${first}\nSue;020 7946 0001`);
      const before = seenContent(workspace);
      await importText(workspace, `First name;Phone\nDave;${second}`, policy);
      expect(seenContent(workspace)).toEqual(before);
      expect(leadsOf(workspace)[0]).toMatchObject({ first_name: 'Dave', phone: first });
    }
  });

  it('in one row and in two rows of one file', async () => {
    const workspace = london();
    const header = 'First name;Phone;Mobile';
    await importText(workspace, `${header}\nDave;07700 900555;+44 7700 900555\nDave;+447700900555;\nSue;;07700 900556`);
    expect(leadsOf(workspace)).toMatchObject([{ first_name: 'Dave' }, { first_name: 'Sue' }]);
    expect(workspace.app().reader.pluck('SELECT notes FROM lead WHERE notes IS NOT NULL')).toEqual([]);
  });

  it('belongs to the lead’s own country where that is known', async () => {
    const workspace = london();
    const file = 'First name;Phone;Country\nEva;030 1234567;Germany\nDave;07700 900555;UK';
    await importText(workspace, file);
    const before = seenContent(workspace);
    await importText(workspace, file);
    await importText(workspace, 'First name;Phone\nEva;+49 30 1234567');
    expect(seenContent(workspace)).toEqual(before);
  });

  it('short numbers do not double at each import', async () => {
    const workspace = london();
    const file = 'First name;Phone\nDave;55512\nSue;55513';
    await importText(workspace, file);
    await importText(workspace, file);
    expect(leadsOf(workspace)).toHaveLength(2);
  });

  it('is found by the search however it is typed, on the table and on the board, also after it has changed', async () => {
    const workspace = london();
    const dave = await add(workspace, { firstName: 'Dave', phone: '07700 900555' });
    await add(workspace, { firstName: 'Sue', phone: '+44 7700 900777' });
    await add(workspace, { firstName: 'Note', notes: 'ring 07700 900555' });
    await add(workspace, { firstName: 'Nobody' });
    for (const typed of ['07700 900555', '+44 7700 900555', '7700900555'])
      expect([typed, (await named(workspace, typed)).includes('Dave')]).toEqual([typed, true]);
    expect(await named(workspace, '07700 900555')).toEqual(['Dave', 'Note']);
    expect(await named(workspace, '0777')).toEqual(['Sue']);
    const columns = await workspace.call('board.columns', { order: 'score', search: '+44 7700 900555' });
    expect(columns.reduce((sum, column) => sum + column.count, 0)).toBe(1);
    await workspace.call('leads.update', { id: dave, attributes: { phone: '07700 900888' } });
    expect(await named(workspace, '+44 7700 900555')).toEqual([]);
    expect(await named(workspace, '900888')).toEqual(['Dave']);
    await workspace.call('leads.remove', { ids: [dave] });
    workspace.reopen();
    expect(await named(workspace, '900888')).toEqual([]);
    expect(await named(workspace, '07700 900777')).toEqual(['Sue']);
  });

  it('makes a pair of duplicates, and is no question when they are merged', async () => {
    const workspace = london();
    const id = await add(workspace, { firstName: 'Dave', phone: '07700 900555', country: 'England' });
    const otherId = await add(workspace, { firstName: 'Dave', phone: '+44 7700 900555', country: 'GB' });
    expect((await workspace.call('duplicates.list', {})).rows).toMatchObject([{ why: 'Same phone.', sure: true }]);
    const { same } = await workspace.call('duplicates.pair', { id, otherId });
    expect(same).toEqual(expect.arrayContaining(['phone', 'country']));
    await workspace.call('duplicates.merge', { id, otherId });
    expect(leadsOf(workspace)).toEqual([{ first_name: 'Dave', phone: '07700 900555', country: 'England' }]);
  });
});

it('of two phones of one person, merged or imported, both are found by the search', async () => {
  const workspace = london();
  const id = await add(workspace, { firstName: 'Dave', email: 'dave@mill.example', phone: '07700 900555' });
  const otherId = await add(workspace, { firstName: 'Dave', email: 'dave@mill.example', phone: '+44 7700 900777' });
  await workspace.call('duplicates.merge', { id, otherId });
  for (const typed of ['07700 900777', '+44 7700 900777', '07700 900555'])
    expect([typed, await named(workspace, typed)]).toEqual([typed, ['Dave']]);
});

describe('one country', () => {
  it('by hand a code becomes a name; a name stays', async () => {
    const workspace = london();
    const id = await add(workspace, { firstName: 'Dave', country: 'UK' });
    await add(workspace, { firstName: 'Eva', country: 'Deutschland' });
    expect(leadsOf(workspace).map(row => (row as { country: string }).country)).toEqual([
      'United Kingdom',
      'Deutschland',
    ]);
    await workspace.call('leads.update', { id, attributes: { country: 'FR' } });
    expect((await workspace.call('leads.get', { id })).lead.country).toBe('France');
  });

  it('filters find every writing of it, also those an older file holds', async () => {
    const workspace = london();
    for (const [firstName, country] of [
      ['Ann', 'England'],
      ['Bob', 'Vereinigtes Königreich'],
      ['Cy', 'UK'],
      ['Dee', 'Ireland'],
      ['Eve', null],
      ['Fay', 'Narnia'],
    ] as const)
      await add(workspace, { firstName, country });
    const reader = workspace.app().reader;
    expect(reader.pluck('SELECT count(*) FROM lead')).toEqual([6]);
    const filtered = async (is: 'any-of' | 'none-of' | 'contains', values: string[]) =>
      (
        await workspace.call('table.rows', {
          search: '',
          conditions: [{ field: 'country', is, values }],
          sort: 'name',
          descending: false,
        })
      ).rows.map(row => row.name);
    for (const typed of ['UK', 'gb', 'United Kingdom', 'Great Britain', 'Royaume-Uni', 'england']) {
      expect([typed, await filtered('any-of', [typed])]).toEqual([typed, ['Ann', 'Bob', 'Cy']]);
      expect([typed, await filtered('none-of', [typed])]).toEqual([typed, ['Dee', 'Eve', 'Fay']]);
      expect([typed, await filtered('contains', [typed])]).toEqual([typed, ['Ann', 'Bob', 'Cy']]);
    }
    expect(await filtered('any-of', ['narnia', 'IE'])).toEqual(['Dee', 'Fay']);
    expect(await filtered('contains', ['land'])).toEqual(['Ann', 'Dee']);
  });

  it('an import neither overwrites it with another name of it nor counts it as a change', async () => {
    const workspace = london();
    await add(workspace, { firstName: 'Ann', email: 'ann@mill.example', country: 'England' });
    const before = seenContent(workspace);
    await importText(workspace, 'First name;E-mail;Country\nAnn;ann@mill.example;United Kingdom', 'overwrite');
    expect(seenContent(workspace)).toEqual(before);
  });
});
