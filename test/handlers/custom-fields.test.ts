// Tags and own fields: an owner's own facts count in rules, are undone exactly, and never hold what they cannot.
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Criteria, criteriaSchema } from '../../shared/criteria.ts';
import type { CustomKey } from '../../shared/custom-field.ts';
import { contentOf } from '../support/content.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const blank = { id: null, choices: [], archived: false };
const aField = async (
  { call }: TestWorkspace,
  kind: 'text' | 'number' | 'money' | 'date' | 'choice',
  label = 'Fleet',
) =>
  (await call('customFields.save', { ...blank, label, kind, choices: kind === 'choice' ? ['Vans', 'Lorries'] : [] }))
    .id;
const aLead = async ({ call }: TestWorkspace, firstName = 'Ada') =>
  (await call('leads.create', { attributes: { firstName } })).id;

/** Publishes criteria as the rules editor would, and opens the file again. */
function publish(workspace: TestWorkspace, change: (criteria: Criteria) => Criteria): void {
  workspace.app().close();
  const file = new Database(workspace.file);
  const body = file.prepare('SELECT body FROM criteria WHERE number = 1').pluck().get() as string;
  const criteria = criteriaSchema.parse(change(JSON.parse(body)));
  file
    .prepare("INSERT INTO criteria (id, number, body, published_at) VALUES ('two', 2, ?, 1)")
    .run(JSON.stringify(criteria));
  file.close();
  workspace.reopen();
}

const withRule = (field: CustomKey, test: Criteria['fit'][number]['test'], points: number) => (criteria: Criteria) => ({
  ...criteria,
  minimumFit: 0,
  fit: [{ id: 'own', field, test, points }],
});

describe('an own field', () => {
  it('gives points by a fit rule, to the lead that has the value and to no other', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const field = await aField(workspace, 'choice');
    const [ada, bo] = [await aLead(workspace), await aLead(workspace, 'Bo')];
    await call('customFields.set', { id: ada, fieldId: field, value: 'Lorries' });
    publish(workspace, withRule(`custom:${field}`, { test: 'is', value: 'lorries' }, 30));

    const { score } = await call('leads.get', { id: ada });
    expect(score).toMatchObject({ fit: 30, total: 30, lines: [{ what: 'Fleet is lorries', points: 30 }] });
    const other = await call('leads.get', { id: bo });
    expect(other.score).toMatchObject({ fit: 0, possible: 30 });
    expect(other.score.missing).toContainEqual({
      field: `custom:${field}`,
      question: 'What is their fleet?',
      upTo: 30,
    });
    // The engine, by which lists are sorted, says the same as the page.
    const { rows } = await call('leads.list', { sort: 'score' });
    expect(rows.map(row => [row.name, row.score.total])).toEqual([
      ['Ada', 30],
      ['Bo', 0],
    ]);
  });

  it('makes an MQL at the moment its value is known', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const field = await aField(workspace, 'number', 'Seats');
    const ada = await aLead(workspace);
    publish(workspace, withRule(`custom:${field}`, { test: 'at-least', value: 50 }, 100));
    expect(await call('customFields.set', { id: ada, fieldId: field, value: 49 })).toEqual({ promoted: false });
    expect(await call('customFields.set', { id: ada, fieldId: field, value: 50 })).toEqual({ promoted: true });
    expect((await call('leads.get', { id: ada })).lead.stage).toBe('mql');
    await call('customFields.set', { id: ada, fieldId: field, value: null });
    expect((await call('leads.list', {})).rows[0]?.score.fit).toBe(0);
  });

  it.each([
    ['number', 'many', 'Fleet must be a number.'],
    ['money', 1.5, 'Fleet must be an amount.'],
    ['date', '2026-02-30', 'Fleet must be a date.'],
    ['choice', 'Boats', '“Boats” is not an option of Fleet.'],
    ['text', 7, 'Fleet must be text.'],
  ] as const)('of kind %s refuses %s', async (kind, value, sentence) => {
    const workspace = aWorkspace();
    const field = await aField(workspace, kind);
    const id = await aLead(workspace);
    expect(await workspace.appError('customFields.set', { id, fieldId: field, value })).toBe(sentence);
  });

  it('takes its values along when a choice gets another name, and keeps a choice that is in use', async () => {
    const workspace = aWorkspace();
    const { call, appError } = workspace;
    const field = await aField(workspace, 'choice');
    const id = await aLead(workspace);
    await call('customFields.set', { id, fieldId: field, value: 'Vans' });
    const changed = { id: field, label: 'Fleet', kind: 'choice', archived: false } as const;
    expect(await appError('customFields.save', { ...changed, choices: ['Lorries'] })).toMatch(/1 lead has “Vans”/);
    const renamed = [{ from: 'Vans', to: 'Small vans' }];
    await call('customFields.save', { ...changed, choices: ['Small vans', 'Lorries'], renamed });
    expect((await call('leads.get', { id })).customValues).toEqual({ [field]: 'Small vans' });
    expect(await appError('customFields.save', { ...changed, kind: 'text', choices: [] })).toMatch(
      /type cannot change/,
    );
  });

  it('has a name of its own', async () => {
    const workspace = aWorkspace();
    await aField(workspace, 'text');
    expect(await workspace.appError('customFields.save', { ...blank, label: ' fleet', kind: 'text' })).toBe(
      'A field named “Fleet” already exists.',
    );
  });

  it('and its values come back to the last byte with undo', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const field = await aField(workspace, 'money', 'Turnover');
    const id = await aLead(workspace);
    await call('customFields.set', { id, fieldId: field, value: 120_050 });
    const before = contentOf(workspace.app().reader);
    await call('customFields.set', { id, fieldId: field, value: 99 });
    await call('leads.remove', { ids: [id] });
    await call('journal.undo', {});
    await call('journal.undo', {});
    expect(contentOf(workspace.app().reader)).toEqual(before);
    expect((await call('leads.get', { id })).customValues).toEqual({ [field]: 120_050 });
  });
});

describe('a tag', () => {
  it('is put on and taken off many leads at once, shown on their rows, and gone with undo', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const ids = [await aLead(workspace), await aLead(workspace, 'Bo')];
    const tag = (await call('tags.save', { id: null, label: 'Fair', archived: false })).id;
    await call('tags.put', { ids, add: [tag] });
    expect((await call('leads.list', {})).rows.map(row => row.tagIds)).toEqual([[tag], [tag]]);
    expect(await call('tags.list', {})).toEqual([{ id: tag, label: 'Fair', archived: false, used: 2 }]);
    await call('tags.put', { ids: ids.slice(0, 1), remove: [tag] });
    await call('tags.remove', { id: tag });
    expect(await call('tags.list', {})).toEqual([]);
    await call('journal.undo', {});
    expect(await call('tags.list', {})).toMatchObject([{ id: tag, used: 1 }]);
  });
});
