// Undo of one step: a call says which step it left, and Undo of that step takes back no other.
import { describe, expect, it } from 'vitest';
import type { Result } from '../../shared/result.ts';
import { aWorkspace } from '../support/workspace.ts';

function anApp() {
  const app = aWorkspace().app();
  const stepOf = async (name: string, input: object): Promise<string | undefined> => {
    const result = (await app.call(name, input)) as Result<unknown>;
    if (!result.ok) throw new Error(result.error.message);
    return result.step;
  };
  return { app, stepOf };
}

const tag = (label: string) => ({ id: null, label, archived: false });

describe('a step of one’s own', () => {
  it('is named by the call that left it, commands, long work and undo alike, and by none that changed nothing', async () => {
    const { app, stepOf } = anApp();
    const saved = await stepOf('tags.save', tag('Fair'));
    expect(saved).toEqual(expect.any(String));
    expect(await stepOf('settings.update', {})).toBeUndefined();
    expect(await stepOf('tags.list', {})).toBeUndefined();
    expect(await stepOf('journal.undo', {})).toBe(saved);
    expect(await stepOf('journal.redo', {})).toBe(saved);
    await stepOf('leads.create', { attributes: { firstName: 'Ada' } });
    const { rows } = ((await app.call('leads.list', {})) as { value: { rows: { id: string }[] } }).value;
    const who = { by: 'ids', ids: rows.map(({ id }) => id) };
    const action = { do: 'attributes', attributes: { industry: 'Mills' } };
    expect(await stepOf('bulk.run', { jobId: 'job', who, action })).toEqual(expect.any(String));
  });

  it('is refused with the change that came after it, and taken once that is undone', async () => {
    const { app, stepOf } = anApp();
    const first = await stepOf('tags.save', tag('Fair'));
    const second = await stepOf('settings.update', { quietAfterDays: 77 });
    expect(await app.call('journal.undo', { step: first })).toMatchObject({
      ok: false,
      error: {
        kind: 'conflict',
        message: expect.stringMatching(/^“[^”]+” was done after this\. Nothing was undone\./),
      },
    });
    expect(await stepOf('journal.undo', { step: second })).toBe(second);
    expect(await stepOf('journal.undo', { step: first })).toBe(first);
    expect(await app.call('journal.undo', { step: first })).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/undone before/) },
    });
    expect(await stepOf('journal.redo', { step: first })).toBe(first);
    await stepOf('tags.save', tag('Cold'));
    expect(await app.call('journal.redo', { step: second })).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/no longer be redone/) },
    });
  });
});
