// Every value a contract refuses is refused in a plain sentence that names the field, never in the validator's own words.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { CallName } from '../../shared/contract.ts';
import { contract } from '../../shared/contract.ts';
import { inputError } from '../../shared/input-errors.ts';
import { leadAttributesSchema } from '../../shared/lead.ts';
import { aFilledWorkspace, examplesFor } from '../support/examples.ts';

const messageFor = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value, { error: inputError }).error?.issues[0]?.message;

describe('a refused value', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    [
      'a long text',
      leadAttributesSchema.partial(),
      { company: 'x'.repeat(301) },
      'Company can have up to 300 characters.',
    ],
    ['an empty text', z.object({ label: z.string().min(1) }), { label: '' }, 'Name must not be empty.'],
    [
      'a large number',
      z.object({ quietAfterDays: z.int().max(1000) }),
      { quietAfterDays: 2000 },
      'Inactive after must be 1,000 or less.',
    ],
    [
      'a small number',
      z.object({ probability: z.int().min(0) }),
      { probability: -1 },
      'Probability must be 0 or more.',
    ],
    ['half a number', z.object({ companySize: z.int() }), { companySize: 1.5 }, 'Company size must be a whole number.'],
    ['a text for a number', z.object({ amount: z.number() }), { amount: 'x' }, 'Amount must be a number.'],
    ['a missing value', z.object({ reason: z.string() }), {}, 'Reason is missing.'],
    [
      'a long list',
      z.object({ tagIds: z.array(z.string()).max(1) }),
      { tagIds: ['a', 'b'] },
      'Tag can have up to 1 entry.',
    ],
    ['a value of no list', z.object({ side: z.enum(['sales']) }), { side: 'x' }, 'Side is not one of the options.'],
    [
      'a limit of a stage',
      z.object({ stageLimits: z.record(z.string(), z.int()) }),
      { stageLimits: { mql: 'x' } },
      'MQL must be a number.',
    ],
    [
      'a custom field',
      z.object({ 'custom:f1': z.string().max(2) }),
      { 'custom:f1': 'long' },
      'Custom field can have up to 2 characters.',
    ],
    ['an unknown key', z.strictObject({}), { x: 1 }, 'Ripen cannot use this input.'],
    ['another thing altogether', z.object({}), null, 'Ripen cannot use this input.'],
  ])('%s is named in a sentence', (_, schema, value, sentence) => {
    expect(messageFor(schema, value)).toBe(sentence);
  });

  it("keeps the schema's own sentence", () => {
    expect(messageFor(z.object({ why: z.string().min(1, 'Enter a reason.') }), { why: '' })).toBe('Enter a reason.');
  });
});

const junk: readonly unknown[] = [
  'x'.repeat(100_000),
  1e15,
  -1e15,
  1.5,
  true,
  null,
  undefined,
  {},
  ['x'],
  '',
  Number.NaN,
];

/** The input with junk in one place, for every place and every junk. */
function* withJunk(input: unknown): Generator<unknown> {
  yield* junk;
  if (typeof input !== 'object' || input === null) return;
  for (const [key, part] of Object.entries(input)) {
    for (const changed of withJunk(part)) {
      if (Array.isArray(input)) yield input.map((one, at) => (String(at) === key ? changed : one));
      else yield { ...input, [key]: changed };
    }
  }
}

it('of any call and any place is told without the words of the validator', async () => {
  const examples: Readonly<Record<string, unknown>> = examplesFor(await aFilledWorkspace());
  const told = new Set<string>();
  for (const name of Object.keys(contract) as CallName[]) {
    for (const input of withJunk(examples[name] ?? {})) {
      const message = messageFor(contract[name].input, input);
      if (message !== undefined) told.add(message);
    }
  }
  expect(told.size).toBeGreaterThan(100);
  for (const message of told) {
    expect(message).toMatch(/^[A-Z“].*\.$/);
    expect(message).not.toMatch(
      /expected (string|number|int|object|array)|received|invalid|too (big|small)|pattern|undefined|NaN|regex/i,
    );
  }
});

/** The input with another day in one place, for every place that holds a day; what was seen is compared, not entered. */
function* withDay(input: unknown, day: string): Generator<unknown> {
  if (typeof input === 'string' && /^\d{4}-\d\d-\d\d$/.test(input)) yield day;
  if (typeof input !== 'object' || input === null) return;
  for (const [key, part] of Object.entries(input)) {
    if (key === 'seen') continue;
    for (const changed of withDay(part, day)) {
      if (Array.isArray(input)) yield input.map((one, at) => (String(at) === key ? changed : one));
      else yield { ...input, [key]: changed };
    }
  }
}

it('is any day that is entered with a year nobody means, in every command', async () => {
  const examples: Readonly<Record<string, unknown>> = examplesFor(await aFilledWorkspace());
  const commands = (Object.keys(contract) as CallName[]).filter(name => contract[name].kind === 'command');
  let tried = 0;
  for (const name of commands) {
    for (const day of ['0202-11-25', '1026-11-25', '9999-12-31']) {
      for (const input of withDay(examples[name] ?? {}, day)) {
        tried++;
        expect(messageFor(contract[name].input, input), `${name} ${JSON.stringify(input)}`).toMatch(
          /^Choose a day from \d{4} to \d{4}\.$/,
        );
      }
    }
  }
  expect(tried).toBeGreaterThan(30);
});
