// Every command of the contract shows in the same frame or says why it cannot; what is shown is what the answer brings.
import { afterEach, describe, expect, it } from 'vitest';
import { defaultCriteria } from '../../../electron/domain/scoring/defaults.ts';
import { answeredLater } from '../../../renderer/api/effects/answered-later.ts';
import { effectsOf, isShownAtOnce } from '../../../renderer/api/effects/index.ts';
import type { Effects } from '../../../renderer/api/layers.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import type { CommandName, Input, ProcedureName, QueryName } from '../../../shared/contract.ts';
import { contract } from '../../../shared/contract.ts';
import { stages } from '../../../shared/stages.ts';
import type { Filled } from '../../support/examples.ts';
import { aFilledWorkspace, examplesFor } from '../../support/examples.ts';

type WriteName = CommandName | ProcedureName;

const writes = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'query' ? [] : [name as WriteName]));
const shown = writes.filter(isShownAtOnce);

/** What examples leave out: a new row, the other way, or a command whose example changes nothing that is shown. */
const others = ({ ids }: Filled): readonly (readonly [WriteName, unknown])[] => {
  const deal = { leadId: ids.opportunity, amount: 500, expectedClose: null, probability: 20 };
  const who = { by: 'ids', ids: [ids.lead, ids.mql] };
  const bulk = (action: object) => ['bulk.run', { jobId: 'few', who, action }] as const;
  return [
    ['deals.save', { ...deal, id: null, name: 'Third hall' }],
    ['deals.close', { id: ids.deal, end: { how: 'lost', reason: 'price' } }],
    ['criteria.changeDraft', { changes: [{ part: 'behavior', id: defaultCriteria.behavior[2]?.id, rule: null }] }],
    ['leads.update', { id: ids.lead, attributes: { consent: 'no' } }],
    ['activities.log', { leadIds: [ids.lead], typeId: 'unsubscribed' }],
    ['nurture.start', { leadIds: [ids.opportunity], planId: ids.plan, startsOn: '2026-06-30' }],
    ['members.save', { id: null, name: 'Tom', side: 'sales', archived: false }],
    ['tags.save', { id: null, label: 'Cold', archived: false }],
    ['meeting.saveItem', { date: '2026-06-22', id: null, text: 'Print', memberId: null, dueOn: null }],
    ['meeting.saveDecision', { date: '2026-06-22', id: null, text: 'No fair' }],
    bulk({ do: 'log', typeId: 'webinar-attended' }),
    bulk({ do: 'move', move: { to: 'sql' } }),
    bulk({ do: 'attributes', attributes: { industry: 'Shipping', memberId: null } }),
    bulk({ do: 'custom-field', fieldId: ids.otherField, value: 3 }),
    bulk({ do: 'tags', add: [ids.tag] }),
    bulk({ do: 'next-step', nextStep: 'Ring', nextStepOn: '2026-06-30' }),
    bulk({ do: 'remove' }),
  ];
};

/** The questions a screen asks, with what they are about in the filled workspace. */
function questions({ ids }: Filled): readonly (readonly [QueryName, unknown])[] {
  const leads = [ids.lead, ids.mql, ids.opportunity, ids.customer];
  const of = (name: QueryName, inputs: readonly unknown[]) => inputs.map(input => [name, input] as const);
  return [
    ...of(
      'leads.get',
      leads.map(id => ({ id })),
    ),
    ...of(
      'nurture.ofLead',
      leads.map(leadId => ({ leadId })),
    ),
    ...of(
      'nextSteps.ofLead',
      leads.map(leadId => ({ leadId })),
    ),
    ...of(
      'leadFiles.ofLead',
      leads.map(leadId => ({ leadId })),
    ),
    ...of(
      'privacy.ofLead',
      leads.map(id => ({ id })),
    ),
    ...of(
      'board.cards',
      stages.flatMap(stage => [{ stage }, { stage, order: 'own' }]),
    ),
    ...of('overruled.list', [{ leadId: null }, { leadId: ids.lead }]),
    ...of('weeks.get', [{ date: '2026-06-10' }]),
    ...of('meeting.get', [{ date: '2026-06-24' }]),
    ...of('table.rows', [{}]),
    ...of('duplicates.list', [{}]),
    ...[
      'workspace.get',
      'firstSteps.get',
      'activityTypes.list',
      'tags.list',
      'customFields.list',
      'views.list',
      'spend.list',
      'reach.list',
      'nurture.plans',
      'criteria.draft',
      'criteria.versions',
      'imports.memory',
      'insights.get',
      'idealCustomer.get',
      'board.columns',
      'today.get',
      'privacy.retention',
    ].flatMap(name => of(name as QueryName, [{}])),
  ];
}

/** Every value by where it stands; rows by their ids, so that their order says nothing. */
function flat(value: unknown, at = '', into = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value) && value.every(one => typeof one === 'object' && one !== null && 'id' in one))
    for (const one of value) flat(one, `${at}[${one.id}]`, into);
  else if (Array.isArray(value) && value.some(one => typeof one === 'object'))
    for (const [index, one] of value.entries()) flat(one, `${at}.${index}`, into);
  else if (Array.isArray(value)) into.set(at, JSON.stringify(value));
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) flat(part, `${at}.${key}`, into);
  else into.set(at, value);
  return into;
}

/** Moments, which the page's own clock sets, and ids and words that only the main process has. */
const comesLater = /\.(at|search|\w+At|stageSince|memberId|uid|sequence|id)$|\[coming-|\.(waiting|quietDays)$/;

type Answers = ReadonlyMap<string, { readonly name: QueryName; readonly input: unknown; readonly value: unknown }>;

async function ask(workspace: Filled): Promise<Answers> {
  const answers = new Map();
  for (const [name, input] of questions(workspace)) {
    const value = await workspace.call(name, input as never).catch(() => undefined);
    if (value !== undefined) answers.set(`${name} ${JSON.stringify(input)}`, { name, input, value });
  }
  return answers;
}

const through = (
  effects: Effects,
  { name, input, value }: { name: QueryName; input: unknown; value: unknown },
  later = false,
) => {
  const effect = effects[name] as ((answer: unknown, request: unknown, later: boolean) => unknown) | undefined;
  return effect ? effect(value, input, later) : value;
};

afterEach(() => queryClient.clear());

/** What a command shows, and where that is not what came. */
async function hold(name: WriteName, inputFor: (filled: Filled) => unknown) {
  const workspace = await aFilledWorkspace();
  const input = inputFor(workspace);
  const before = await ask(workspace);
  for (const { name: query, input: request, value } of before.values())
    queryClient.setQueryData([query, request], { at: 0, value });
  const result = (await workspace.call(name, input as never)) as { readonly id?: string };
  const effects = effectsOf(name, input as Input<WriteName>, result.id ?? 'coming-1');
  const after = await ask(workspace);
  const wrong: string[] = [];
  let changes = 0;
  for (const [key, answer] of before) {
    const seen = through(effects, answer);
    const twice = through(effects, { ...answer, value: seen }, true);
    expect(JSON.stringify(twice), `${name} twice, ${key}`).toBe(JSON.stringify(seen));
    if (JSON.stringify(seen) !== JSON.stringify(answer.value)) changes += 1;
    const [was, is, came] = [flat(answer.value), flat(seen), flat(after.get(key)?.value)];
    for (const [at, value] of is) {
      if (was.has(at) && was.get(at) === value) continue;
      if (!comesLater.test(at) && !at.includes('[coming-') && came.get(at) !== value)
        wrong.push(`${key}${at}: shown ${value}, came ${came.get(at)}`);
    }
    for (const at of was.keys()) {
      if (is.has(at)) continue;
      if (came.has(at) && after.has(key) && !comesLater.test(at)) wrong.push(`${key}${at}: gone, and came back`);
    }
  }
  return { changes, wrong };
}

/** Screens name a week by its first day. */
const onFirstDay = <T extends object>(input: T): T =>
  'date' in input ? { ...input, date: input.date === '2026-06-10' ? '2026-06-08' : '2026-06-22' } : input;

/** Nothing that these are about is in the workspace, or too much for it to show at once. */
const withoutSight: readonly WriteName[] = [
  'insights.apply',
  'duplicates.apart',
  'privacy.keep',
  'nurture.start',
  'board.arrange',
  'bulk.run',
];

const cases: readonly (readonly [WriteName, (filled: Filled) => unknown])[] = [
  ...shown
    .filter(name => !withoutSight.includes(name))
    .map(name => [name, (filled: Filled) => onFirstDay(examplesFor(filled)[name as 'leads.update'])] as const),
  ...others({ ids: {} } as Filled).map(([name], at) => [name, (filled: Filled) => others(filled)[at]?.[1]] as const),
];

describe('every command', () => {
  it('shows at once, or is listed with the reason why it cannot', () => {
    const neither = writes.filter(name => !isShownAtOnce(name) && !answeredLater[name]);
    const both = writes.filter(name => isShownAtOnce(name) && answeredLater[name]);
    expect({ neither, both }).toEqual({ neither: [], both: [] });
  });

  it.each(cases)('%s shows what then comes', async (name, input) => {
    const { changes, wrong } = await hold(name, input);
    expect(wrong).toEqual([]);
    expect(changes).toBeGreaterThan(0);
  });
});
