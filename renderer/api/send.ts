// Sends a command: shows at once what it changes, and takes that back when it is refused. Commands go out in the order they
// are given; one about a row that is still being made waits until the row has its id.
import type { CommandName, Input, Output, ProcedureName } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import { call } from './call.ts';
import { effectsOf } from './effects/index.ts';
import { newPlaceholder, noteRowsBefore } from './effects/rows.ts';
import { type Effects, layOver, relay, removeLayer, tick } from './layers.ts';
import { queryClient, refreshed } from './queries.ts';
import { keepKey } from './row-key.ts';

/** Ids of rows on their way, until the main process has given them theirs. */
const coming = new Map<string, Promise<string | null>>();
/** A command that waits keeps those after it waiting, so that the order stays. */
let gate: Promise<unknown> = Promise.resolve();
let waiting = 0;

export async function send<N extends CommandName | ProcedureName>(
  name: N,
  input: Input<N>,
): Promise<Result<Output<N>>> {
  const placeholder = newPlaceholder();
  const isNew = typeof input === 'object' && input !== null && 'id' in input && input.id === null;
  const effects = effectsOf(name, input, placeholder);
  if (isNew) noteRowsBefore(placeholder, cachedIds(effects));
  const layer = layOver(effects);
  const inTurn = waitsFor(input) || waiting > 0 ? inOrder(input) : undefined;
  // What hangs on a row that has its id by now shows under that.
  void inTurn?.then(given => given !== input && relay(layer, effectsOf(name, given, placeholder)));
  const answer = call(name, input, inTurn);
  if (isNew) coming.set(placeholder, answer.then(idOf));
  const result = await answer;
  if (!result.ok) {
    removeLayer(layer);
    return result;
  }
  const id = isNew ? idOf(result) : null;
  if (id !== null) {
    keepKey(id, placeholder);
    relay(layer, effectsOf(name, (await inTurn) ?? input, id));
  }
  layer.doneAt = tick();
  void refreshed().then(() => removeLayer(layer));
  return result;
}

const idOf = (result: Result<unknown>): string | null =>
  result.ok ? ((result.value as { readonly id?: string }).id ?? null) : null;

/** Ids in the answers that the effects change: a row that is not among them came afterwards. */
function cachedIds(effects: Effects): Set<string> {
  const ids = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('id' in value && typeof value.id === 'string') ids.add(value.id);
    for (const part of Object.values(value)) collect(part);
  };
  for (const name of Object.keys(effects))
    for (const [, answer] of queryClient.getQueriesData({ queryKey: [name] })) collect(answer);
  return ids;
}

const waitsFor = (input: unknown): boolean => idsIn(input).length > 0;

async function inOrder<T>(input: T): Promise<T> {
  waiting += 1;
  const before = gate;
  const mine = before.then(() => withIds(input));
  gate = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

/** The placeholders in an input, at any depth. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return coming.has(value) ? [value] : [];
  if (typeof value !== 'object' || value === null || coming.size === 0) return [];
  return Object.values(value).flatMap(idsIn);
}

async function withIds<T>(input: T): Promise<T> {
  const ids = new Map<string, string>();
  for (const id of new Set(idsIn(input))) ids.set(id, (await coming.get(id)) ?? id);
  const replaced = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part)]));
  };
  return replaced(input) as T;
}
