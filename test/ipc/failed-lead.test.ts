// A refused command says which lead it concerns, so that its sentence can open that lead.
import { expect, it } from 'vitest';
import { aWorkspace } from '../support/workspace.ts';

async function people() {
  const workspace = aWorkspace();
  const add = async (firstName: string) => (await workspace.call('leads.create', { attributes: { firstName } })).id;
  const [ada, bo] = [await add('Ada'), await add('Bo')];
  const failure = async (name: string, input: object) => {
    const result = await workspace.app().call(name, input);
    return result.ok ? null : result.error;
  };
  return { ...workspace, ada, bo, failure };
}

it('of several leads it is the one that is named', async () => {
  const { call, ada, bo, failure } = await people();
  await call('leads.move', { ids: [bo], move: { to: 'mql' } });
  expect(await failure('leads.move', { ids: [ada, bo], move: { to: 'mql' } })).toMatchObject({
    message: expect.stringMatching(/^Bo: /),
    lead: { id: bo, name: 'Bo' },
  });
});

it('of a command about one lead it is that lead, whatever was refused', async () => {
  const { ada, failure } = await people();
  expect(await failure('leads.move', { ids: [ada], move: { to: 'lost', reason: 'price' } })).toMatchObject({
    lead: { id: ada, name: 'Ada' },
  });
  expect(await failure('activities.log', { leadIds: [ada], typeId: 'no-such-type' })).toMatchObject({
    kind: 'not-found',
    lead: { id: ada },
  });
});

it('is none where no lead is meant, or it is gone', async () => {
  const { call, ada, failure } = await people();
  expect((await failure('tags.save', { id: 'gone', label: 'x' }))?.lead).toBeUndefined();
  await call('leads.remove', { ids: [ada] });
  expect((await failure('leads.move', { ids: [ada], move: { to: 'mql' } }))?.lead).toBeUndefined();
});
