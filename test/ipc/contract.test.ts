// Walks the whole contract: every call has a handler, answers its example, and takes any junk as data, never as a crash.

import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { handlers } from '../../electron/handlers/handlers.ts';
import type { WorkspaceCall } from '../../electron/services/context.ts';
import { host } from '../../shared/contract/workspace.ts';
import type { CallName } from '../../shared/contract.ts';
import { contract } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import { aFilledWorkspace, examplesFor } from '../support/examples.ts';
import { times } from '../support/long.ts';

const names = Object.keys(contract) as CallName[];
const workspaceCalls = names.filter((name): name is WorkspaceCall => !Object.hasOwn(host, name));

describe('the contract', () => {
  it('has a handler for every call that is not about files and windows, and no other handler', () => {
    expect(Object.keys(handlers).sort()).toEqual([...workspaceCalls].sort());
  });

  it('refuses keys that nobody knows, at every depth, so that a slip is heard', () => {
    const open: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { type, properties, additionalProperties } = schema as Record<string, unknown>;
      if (type === 'object' && properties && additionalProperties !== false) open.push(path);
      for (const [key, part] of Object.entries(schema)) walk(part, `${path}.${key}`);
    };
    for (const name of names) walk(z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' }), name);
    expect(open).toEqual([]);
  });

  it('bounds every text and every list that can be passed in', () => {
    const open: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { type, maxLength, maxItems, pattern, enum: choices, const: only } = schema as Record<string, unknown>;
      const isText = [type].flat().includes('string');
      if (isText && [maxLength, pattern, choices, only].every(bound => bound === undefined)) open.push(path);
      if (type === 'array' && maxItems === undefined) open.push(path);
      for (const [key, part] of Object.entries(schema)) walk(part, `${path}.${key}`);
    };
    for (const name of names) walk(z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' }), name);
    expect(open).toEqual([]);
  });

  it('has unique, lower-case words for every undo step', async () => {
    const examples = examplesFor(await aFilledWorkspace());
    for (const name of workspaceCalls) {
      const entry = contract[name];
      if (entry.kind !== 'command') continue;
      const label = (entry.label as (input: unknown) => string)(entry.input.parse(examples[name]));
      expect(label).toMatch(/^[a-z].*[^.]$/);
    }
  });
});

describe.each(workspaceCalls)('%s', name => {
  it('answers its example with what the contract says, and nothing more', async () => {
    const filled = await aFilledWorkspace();
    const result = await filled.app().call(name, examplesFor(filled)[name]);
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    expect(contract[name].output.parse(result.value)).toEqual(result.value);
  });

  it('takes junk as data', async () => {
    const filled = await aFilledWorkspace();
    const example = examplesFor(filled)[name];
    const check = (result: Result<unknown>, input: unknown): void => {
      const shown = inspect(input).slice(0, 300);
      if (result.ok) contract[name].output.parse(result.value);
      else expect(result.error, shown).not.toMatchObject({ kind: 'bug' });
    };
    for (const input of [...junk, ...withoutOnePart(example), ...withJunkInOnePlace(example)]) {
      check(await filled.app().call(name, input), input);
    }
    const polluted = JSON.parse(
      `{"__proto__": {"polluted": true}, ${JSON.stringify(example).slice(1)}`.replace(', }', '}'),
    );
    check(await filled.app().call(name, polluted), polluted);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true, maxDepth: 3 }), async input => {
        check(await filled.app().call(name, input), input);
      }),
      { numRuns: times(10, 100) },
    );
    // Whatever was let through, the workspace goes on.
    await filled.call('board.columns', {});
  });
});

describe('a call that is not in the contract', () => {
  it.each([
    '',
    'leads',
    'leads.drop',
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(1_000_000),
    ...Object.keys(host),
  ])('named %.20s is refused as data', async name => {
    const { app } = await aFilledWorkspace();
    expect(await app().call(name, {})).toMatchObject({ ok: false });
  });

  it('is refused even when its name is not text', async () => {
    const { app } = await aFilledWorkspace();
    for (const name of [null, undefined, 42, {}, ['leads.get']]) {
      expect(await app().call(name as unknown as string, {})).toMatchObject({ ok: false });
    }
  });
});

const junk: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e308,
  0.5,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '\0',
  '\ud800',
  "'; DROP TABLE lead; --",
  '"*\' OR NEAR(',
  '__proto__',
  '2026-02-30',
  '9999-12-31',
  'x'.repeat(1_000_000),
  [],
  [null],
  [[]],
  ['x'],
  {},
  { id: 'x' },
  { ids: ['x'] },
  new Map([['id', 'x']]),
  new Date(0),
  new Uint8Array(8),
  10n,
];

/** The example with one key left out. */
const withoutOnePart = (example: object): object[] =>
  Object.keys(example).map(key => Object.fromEntries(Object.entries(example).filter(([other]) => other !== key)));

/** The example with one value, at any depth, replaced by each piece of junk, or with one key too many. */
function withJunkInOnePlace(example: unknown): unknown[] {
  if (Array.isArray(example)) {
    return example.flatMap((part, index) =>
      [...junk, ...withJunkInOnePlace(part)].map(other => example.with(index, other) as unknown),
    );
  }
  if (typeof example !== 'object' || example === null) return [];
  const extra = { ...example, somethingElse: 1 };
  return Object.entries(example)
    .flatMap(([key, part]) =>
      [...junk, ...withJunkInOnePlace(part)].map(other => ({ ...example, [key]: other }) as unknown),
    )
    .concat([extra]);
}
