// Random things people do in a workspace, as data: for properties that must hold whatever was done in whatever order.
import fc from 'fast-check';
import { builtInActivityTypes } from '../../shared/activity.ts';
import type { CallName, Input } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import { stages } from '../../shared/stages.ts';
import { runConfirmed } from './imported.ts';
import type { TestWorkspace } from './workspace.ts';

/** Somebody or something is picked by a number, modulo how many there are at that moment. */
const pick = fc.nat(1000);
const text = fc.oneof(
  fc.constantFrom('Ada', 'Bo', 'Mill & Sons', 'Ünal', "O'Neil"),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);
const typeId = fc.constantFrom(...builtInActivityTypes.map(({ id }) => id));
const known = fc.constantFrom('unknown', 'no', 'yes');
const amount = fc.option(fc.nat(1_000_000));
// May 2026, before the tests' Monday.
const on = fc.integer({ min: 1, max: 31 }).map(day => `2026-05-${String(day).padStart(2, '0')}`);

const steps = {
  create: fc.record({
    firstName: text,
    company: fc.option(text),
    email: fc.option(fc.nat(9).map(mail => `p${mail}@mill.example`)),
  }),
  edit: fc.record({
    who: pick,
    attributes: fc.record({ jobTitle: fc.option(text), notes: fc.option(text), need: known, budget: amount }),
  }),
  nextStep: fc.record({ who: pick, nextStep: fc.option(text), nextStepOn: fc.option(on) }),
  remove: fc.record({ who: fc.array(pick, { minLength: 1, maxLength: 3 }) }),
  log: fc.record({
    who: fc.array(pick, { minLength: 1, maxLength: 4 }),
    typeId,
    on: fc.option(on),
    note: fc.option(text),
  }),
  editActivity: fc.record({ which: pick, typeId, on }),
  removeActivity: fc.record({ which: pick }),
  move: fc.record({ who: fc.array(pick, { minLength: 1, maxLength: 2 }), to: fc.constantFrom(...stages), amount, on }),
  settings: fc.record({
    name: text,
    targetFrom: fc.integer({ min: 0, max: 50 }),
    timeZone: fc.constantFrom('UTC', 'Pacific/Apia'),
  }),
  member: fc.record({ name: text, side: fc.constantFrom('sales', 'marketing') }),
  spend: fc.record({ amount: fc.nat(1_000_000), on, note: fc.option(text) }),
  dropSpend: fc.record({ which: pick }),
  reach: fc.record({ strangers: fc.nat(1000), visitors: fc.nat(1000), on }),
  import: fc.record({ rows: fc.array(fc.record({ name: text, mail: fc.nat(9) }), { minLength: 1, maxLength: 12 }) }),
  takeBack: fc.record({ which: pick }),
  undo: fc.record({}),
  redo: fc.record({}),
  reopen: fc.record({}),
} as const;
type Kind = keyof typeof steps;
type Given = { readonly [K in Kind]: (typeof steps)[K] extends fc.Arbitrary<infer T> ? T : never };
export type RandomStep = { readonly [K in Kind]: { readonly kind: K; readonly given: Given[K] } }[Kind];

const often: readonly Kind[] = ['log', 'log', 'move', 'move', 'removeActivity', 'editActivity', 'undo', 'undo', 'redo'];
const kinds = [...(Object.keys(steps) as Kind[]), ...often];
/** One thing somebody does; what happens often in life is more likely. */
export const randomStep: fc.Arbitrary<RandomStep> = fc
  .constantFrom(...kinds)
  .chain(kind => (steps[kind] as fc.Arbitrary<unknown>).map(given => ({ kind, given }) as RandomStep));

const tidy = (value: string): string => value.trim() || 'x';
const maybe = (value: string | null): string | null => (value === null ? null : tidy(value));

/** The call a step makes in this workspace; null when there is nothing to do it to. */
function callFor({ app }: TestWorkspace, step: RandomStep): readonly [CallName, object] | null {
  const all = (sql: string): string[] => app().reader.pluck<string>(sql);
  const one = (ids: readonly string[], index: number): string => ids[index % ids.length] ?? 'nobody';
  const leads = all('SELECT id FROM lead ORDER BY id');
  const picked = (who: readonly number[]) => [...new Set(who.map(index => one(leads, index)))];
  switch (step.kind) {
    case 'create': {
      const { firstName, company, email } = step.given;
      return ['leads.create', { attributes: { firstName: tidy(firstName), company: maybe(company), email } }];
    }
    case 'edit': {
      const { jobTitle, notes, ...attributes } = step.given.attributes;
      return [
        'leads.update',
        {
          id: one(leads, step.given.who),
          attributes: { ...attributes, jobTitle: maybe(jobTitle), notes: maybe(notes) },
        },
      ];
    }
    case 'nextStep': {
      const { who, nextStep, nextStepOn } = step.given;
      return ['leads.setNextStep', { id: one(leads, who), nextStep: maybe(nextStep), nextStepOn }];
    }
    case 'remove':
      return ['leads.remove', { ids: picked(step.given.who) }];
    case 'log': {
      const { who, on: date, note, ...rest } = step.given;
      const when = date === null ? null : { date, time: null };
      return ['activities.log', { leadIds: picked(who), when, note: maybe(note), ...rest }];
    }
    case 'editActivity': {
      const id = one(all('SELECT id FROM activity ORDER BY id'), step.given.which);
      return ['activities.update', { id, typeId: step.given.typeId, when: { date: step.given.on, time: null } }];
    }
    case 'removeActivity':
      return ['activities.remove', { ids: [one(all('SELECT id FROM activity ORDER BY id'), step.given.which)] }];
    case 'move':
      return ['leads.move', { ids: picked(step.given.who), move: moveTo(step.given) }];
    case 'settings':
      return ['settings.update', { ...step.given, name: tidy(step.given.name), targetTo: 60 }];
    case 'member':
      return ['members.save', { id: null, archived: false, ...step.given, name: tidy(step.given.name) }];
    case 'spend': {
      const { amount: money, on: date, note } = step.given;
      const link = { channelId: 'website', campaignId: null };
      return ['spend.save', { id: null, ...link, amount: money, startsOn: date, endsOn: date, note: maybe(note) }];
    }
    case 'dropSpend':
      return ['spend.remove', { id: one(all('SELECT id FROM spend ORDER BY id'), step.given.which) }];
    case 'reach': {
      const { on: weekStart, ...counts } = step.given;
      return ['reach.save', { id: null, channelId: null, weekStart, ...counts }];
    }
    case 'import': {
      const text = step.given.rows.map(({ name, mail }) => `${name.replace(/[^\p{L}]/gu, 'x')};p${mail}@mill.example`);
      const columns = [
        { column: 0, target: 'firstName' },
        { column: 1, target: 'email' },
      ];
      const mapping = { rows: 'leads', columns, fixed: [], values: [], policy: 'overwrite', unknownLeads: 'create' };
      const source = { kind: 'pasted', text: ['Name;E-mail', ...text].join('\n') };
      return ['imports.run', { jobId: crypto.randomUUID(), source, mapping }];
    }
    case 'takeBack':
      return [
        'imports.undo',
        { jobId: 'x', batchId: one(all('SELECT id FROM import_batch ORDER BY id'), step.given.which) },
      ];
    case 'undo':
      return ['journal.undo', {}];
    case 'redo':
      return ['journal.redo', {}];
    case 'reopen':
      return null;
    default:
      return step satisfies never;
  }
}

function moveTo({ to, amount: money, on: date }: Given['move']): object {
  if (to === 'opportunity' || to === 'customer') return { to, amount: money };
  if (to === 'nurture') return { to, until: date, reason: 'bad-timing' };
  if (to === 'disqualified') return { to, reason: 'do-not-contact' };
  if (to === 'lost') return { to, reason: 'price' };
  return { to };
}

/** Does it; an hour later. Refusals are fine (there may be nobody yet); a bug is thrown. */
export async function doStep(workspace: TestWorkspace, step: RandomStep): Promise<Result<unknown> | null> {
  workspace.clock.now += 3_600_000;
  if (step.kind === 'reopen') workspace.reopen();
  const call = callFor(workspace, step);
  if (call === null) return null;
  // An import as its person does it, who has seen what is odd about it: refused ones would prove nothing.
  if (step.kind === 'import') return await imported(workspace, call[1] as Input<'imports.check'>);
  const result = await workspace.app().call(...call);
  if (!result.ok && result.error.kind === 'bug') throw new Error(`${call[0]}: ${result.error.message}`);
  return result;
}

async function imported(workspace: TestWorkspace, request: Input<'imports.check'>): Promise<Result<unknown>> {
  return { ok: true, value: await runConfirmed(workspace, request) };
}
