// What the window is told: one word per command, with the tables that changed, and no query goes stale unnoticed.
import { describe, expect, it } from 'vitest';
import type { WorkspaceCall } from '../../electron/services/context.ts';
import type { TableName } from '../../shared/contract/entry.ts';
import { tables } from '../../shared/contract/entry.ts';
import { contract } from '../../shared/contract.ts';
import { contentOf } from '../support/content.ts';
import { schema } from '../support/database.ts';
import type { Filled } from '../support/examples.ts';
import { aFilledWorkspace, examplesFor } from '../support/examples.ts';

type Example = Record<string, unknown>;
const calls = (Object.keys(contract) as WorkspaceCall[]).filter(name => contract[name].kind === 'query');
const commands = (Object.keys(contract) as WorkspaceCall[]).filter(name => contract[name].kind === 'command');

const call = async (filled: Filled, name: WorkspaceCall, input: unknown): Promise<unknown> => {
  const result = await filled.app().call(name, input);
  return result.ok ? result.value : result.error;
};

/** Every query's answer to its example, and to some more that look at other corners. */
async function answers(filled: Filled): Promise<Map<WorkspaceCall, unknown>> {
  const examples = examplesFor(filled);
  const more: Partial<Record<WorkspaceCall, readonly Example[]>> = {
    'leads.get': Object.values(filled.ids).map(id => ({ id })),
    'leads.list': [{ sort: 'score' }, { search: 'ada' }, { stages: ['customer', 'lost'] }, { sort: 'lastActivityAt' }],
    'board.cards': ['lead', 'sql', 'opportunity', 'customer', 'nurture'].map(stage => ({ stage })),
    'review.get': [{ kind: 'week' }, { kind: 'quarter' }],
  };
  const all = new Map<WorkspaceCall, unknown>();
  for (const name of calls) {
    const inputs = [examples[name] as Example, ...(more[name] ?? [])];
    all.set(name, await Promise.all(inputs.map(input => call(filled, name, input))));
  }
  return all;
}

/** Ways in which a workspace changes, so that each table is among what changes. */
const ways: readonly (readonly [what: string, name: WorkspaceCall, input: (filled: Filled) => Example])[] = [
  ...commands.map(name => [name, name, (filled: Filled) => examplesFor(filled)[name] as Example] as const),
  ['a new member', 'members.save', () => ({ id: null, name: 'Zoe', side: 'marketing', archived: false })],
  ['a new channel', 'channels.save', () => ({ id: null, label: 'Radio', archived: false })],
  ['a lead won', 'leads.move', ({ ids }) => ({ ids: [ids.opportunity], move: { to: 'customer', amount: 1 } })],
  ['a lead lost', 'leads.move', ({ ids }) => ({ ids: [ids.opportunity], move: { to: 'lost', reason: 'price' } })],
  ['an MQL by activity', 'activities.log', ({ ids }) => ({ leadIds: [ids.opportunity], typeId: 'referral-received' })],
  ['another currency', 'settings.update', () => ({ currency: 'USD', firstDayOfWeek: 7, answerWithinHours: 1 })],
  ['an import', 'imports.run', filled => examplesFor(filled)['imports.run'] as Example],
  ['an import taken back', 'imports.undo', filled => examplesFor(filled)['imports.undo'] as Example],
  ['undo', 'journal.undo', () => ({})],
];

describe('the tables of the contract', () => {
  it('are those of the file', () => {
    // What single changes computers exchange is read by no query; that they do is, and whose values stand.
    const exchanged = new Set(['packet_change', 'shared_row']);
    const read = schema.map(([table]) => table).filter(table => !exchanged.has(table));
    expect([...tables].sort()).toEqual([...read, 'step'].sort());
  });
});

describe.each(ways)('%s', (_, name, input) => {
  it('is told once, with the tables that changed, and every query that now answers differently reads one of them', async () => {
    const filled = await aFilledWorkspace();
    const given = input(filled);
    const [answered, content] = [await answers(filled), contentOf(filled.app().reader)];
    filled.changes.length = 0;
    const result = await filled.app().call(name, given);
    expect(result).toMatchObject({ ok: true });

    expect(filled.changes).toHaveLength(1);
    const told: readonly TableName[] = filled.changes[0]?.tables ?? [];
    const after = contentOf(filled.app().reader);
    const changed = Object.keys(after).filter(table => JSON.stringify(after[table]) !== JSON.stringify(content[table]));
    expect([...told].sort()).toEqual([...changed, 'step'].sort());

    const stale = [...(await answers(filled))]
      .filter(([query, answer]) => JSON.stringify(answer) !== JSON.stringify(answered.get(query)))
      .map(([query]) => query)
      .filter(query => {
        const entry = contract[query];
        return entry.kind === 'query' && !entry.reads.some(table => told.includes(table));
      });
    expect(stale).toEqual([]);
  });
});

describe('a command that changes nothing', () => {
  it('tells nobody and leaves no step', async () => {
    const filled = await aFilledWorkspace();
    const before = await filled.call('journal.state', {});
    filled.changes.length = 0;
    await filled.call('leads.remove', { ids: ['nobody'] });
    await filled.call('settings.update', { name: 'Mill & Sons' });
    await filled.call('channels.save', { id: filled.ids.channel, label: 'Fair in Graz', archived: false });
    await filled.appError('leads.move', { ids: [filled.ids.lead, 'nobody'], move: { to: 'sql' } });
    expect(filled.changes).toEqual([]);
    expect(await filled.call('journal.state', {})).toEqual(before);
  });
});
