// The edits of a lead: who, when, what it said before and after; an edit that was taken back is not told.
import { describe, expect, it } from 'vitest';
import { aWorkspace } from '../support/workspace.ts';

describe('the edits of a lead', () => {
  it('name each field with what it said before and after, one entry a step, latest first', async () => {
    const { call, clock } = aWorkspace();
    const member = (await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false })).id;
    const field = (
      await call('customFields.save', { id: null, label: 'Seats', kind: 'number', choices: [], archived: false })
    ).id;
    const tag = (await call('tags.save', { id: null, label: 'Fair', archived: false })).id;
    const { id } = await call('leads.create', { attributes: { firstName: 'Ada', company: 'Mill' } });
    await call('settings.update', { actingAs: member });
    clock.now += 60_000;
    await call('leads.update', { id, attributes: { company: 'Mill AG', city: 'Graz' } });
    await call('customFields.set', { id, fieldId: field, value: 4 });
    await call('customFields.set', { id, fieldId: field, value: 5 });
    await call('customFields.set', { id, fieldId: field, value: null });
    await call('tags.put', { ids: [id], add: [tag] });
    const { edits, cameWith } = await call('leadHistory.get', { id });
    expect(cameWith).toBeNull();
    expect(edits.map(edit => edit.changes)).toEqual([
      [{ key: 'tag', before: null, after: tag }],
      [{ key: `custom:${field}`, before: 5, after: null }],
      [{ key: `custom:${field}`, before: 4, after: 5 }],
      [{ key: `custom:${field}`, before: null, after: 4 }],
      [
        { key: 'company', before: 'Mill', after: 'Mill AG' },
        { key: 'city', before: null, after: 'Graz' },
      ],
    ]);
    expect(edits[0]).toMatchObject({ memberId: member, at: clock.now, file: null, merged: false });
    await call('journal.undo', {});
    expect((await call('leadHistory.get', { id })).edits).toHaveLength(4);
  });

  it('name the file a lead came with, and the file that filled in what was missing', async () => {
    const { call } = aWorkspace();
    const bring = async (text: string) => {
      const source = { kind: 'pasted', text } as const;
      const { mapping } = await call('imports.read', { jobId: 'r', source });
      await call('imports.run', { jobId: 'i', source, mapping });
    };
    await bring('First name;E-mail\nIda;ida@stone.example');
    const id = (await call('leads.list', {})).rows[0]?.id ?? '';
    await bring('First name;E-mail;Company\nIda;ida@stone.example;Stone AG');
    const { edits, cameWith } = await call('leadHistory.get', { id });
    expect(cameWith?.file).toBe('Pasted cells');
    expect(edits).toMatchObject([
      { file: 'Pasted cells', changes: [{ key: 'company', before: null, after: 'Stone AG' }] },
    ]);
  });
});
