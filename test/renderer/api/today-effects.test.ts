// Who is to be answered on Today: what is shown at once is what then comes.
import { afterEach, expect, it } from 'vitest';
import { effectsOf } from '../../../renderer/api/effects/index.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import type { CommandName, Input, Output, ProcedureName } from '../../../shared/contract.ts';
import { aWorkspace } from '../../support/workspace.ts';

afterEach(() => queryClient.clear());

const step = { id: null, what: 'Quote', on: '2026-07-03', time: null, repeats: null };
type Write = (id: string) => readonly [CommandName | ProcedureName, unknown];
const writes = {
  'a step is planned': id => ['nextSteps.save', { leadId: id, ...step }],
  'a step is planned without a day': id => ['nextSteps.save', { leadId: id, ...step, on: null }],
  'the first step is set': id => ['leads.setNextStep', { id, nextStep: 'Quote' }],
  'the day of the first step is set': id => ['leads.setNextStep', { id, nextStepOn: '2026-07-03' }],
  'the first step is cleared': id => ['leads.setNextStep', { id, nextStep: null, nextStepOn: null }],
  'a step is planned for several': id => [
    'bulk.run',
    {
      jobId: 'few',
      who: { by: 'ids', ids: [id] },
      action: { do: 'next-step', nextStep: 'Quote', nextStepOn: '2026-07-03' },
    },
  ],
  'a call of ours is logged': id => ['activities.log', { leadIds: [id], typeId: 'call-made' }],
  'a call of ours of before is logged': id => [
    'activities.log',
    { leadIds: [id], typeId: 'call-made', when: { date: '2026-05-02', time: null } },
  ],
  'an e-mail of theirs is logged': id => ['activities.log', { leadIds: [id], typeId: 'email-opened' }],
} as const satisfies Record<string, Write>;

const answered = [
  'a step is planned',
  'a step is planned without a day',
  'the first step is set',
  'the day of the first step is set',
  'a step is planned for several',
] as const satisfies readonly (keyof typeof writes)[];

const cases = Object.keys(writes).flatMap(name => {
  const isPlan = (answered as readonly string[]).includes(name);
  const isCall = name === 'a call of ours is logged';
  return [
    [name, 'form-submitted', isPlan || isCall],
    [name, 'inbound-call', isPlan || isCall],
    [name, 'replied', isCall],
    [name, 'missed-call', isCall],
  ] as const;
});

it.each(cases)('when %s, what waits as %s leaves the list at once: %s', async (name, typeId, leaves) => {
  const { call } = aWorkspace();
  const { id } = await call('leads.create', { attributes: { firstName: 'Ada' } });
  await call('activities.log', { leadIds: [id], typeId });
  for (const query of ['today.get', 'activityTypes.list'] as const)
    queryClient.setQueryData([query, {}], { at: 0, value: await call(query, {}) });
  const before = await call('today.get', {});
  expect(before.answer).toHaveLength(1);

  const [command, input] = writes[name as keyof typeof writes](id);
  const effect = effectsOf(command, input as Input<CommandName>, 'coming-1')['today.get'];
  const shown = effect ? effect(before, { memberId: null }, false) : before;
  await call(command, input as never);
  const came: Output<'today.get'> = await call('today.get', {});

  expect([shown.answer.length, shown.counts.answer]).toEqual(leaves ? [0, 0] : [1, 1]);
  expect([came.answer.length, came.counts.answer]).toEqual(leaves ? [0, 0] : [1, 1]);
});
