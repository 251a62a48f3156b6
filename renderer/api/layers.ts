// Commands that are on their way, laid over the answers of before: what a person does shows at once, and goes again with a
// refusal. The answers themselves are never touched.
import { useSyncExternalStore } from 'react';
import type { Input, Output, QueryName } from '../../shared/contract.ts';

/**
 * How one command changes what a query answers; the same answer where it changes nothing. Holds when applied twice: an answer
 * that was asked for after the command was sent (`later`) may hold the change already.
 */
export type Effect<N extends QueryName> = (answer: Output<N>, request: Input<N>, later: boolean) => Output<N>;
export type Effects = { readonly [N in QueryName]?: Effect<N> };

export type Layer = {
  effects: Effects;
  readonly sentAt: number;
  /** When the command was answered; answers asked for later hold its change already. Null: it is on its way. */
  doneAt: number | null;
};

let clock = 0;
/** The next moment in the order in which things are asked and answered. */
export const tick = (): number => ++clock;

let layers: readonly Layer[] = [];
const byQuery = new Map<QueryName, readonly Layer[]>();
const listeners = new Set<() => void>();
const none: readonly Layer[] = [];

function set(next: readonly Layer[], changed: Layer): void {
  layers = next;
  for (const name of Object.keys(changed.effects) as QueryName[]) {
    byQuery.set(
      name,
      layers.filter(({ effects }) => effects[name] !== undefined),
    );
  }
  for (const listener of listeners) listener();
}

/** Lays a command's effects over all answers, at once; `removeLayer` takes them away again. */
export function layOver(effects: Effects): Layer {
  const layer: Layer = { effects, sentAt: tick(), doneAt: null };
  set([...layers, layer], layer);
  return layer;
}

export const removeLayer = (layer: Layer): void => {
  if (layers.includes(layer)) {
    set(
      layers.filter(other => other !== layer),
      layer,
    );
  }
};

/** Gives a layer other effects, in its place in the order. */
export function relay(layer: Layer, effects: Effects): void {
  if (!layers.includes(layer)) return;
  const before = layer.effects;
  layer.effects = effects;
  set([...layers], { ...layer, effects: { ...before, ...effects } });
}

/** What a query's answer, asked for at `at`, looks like with everything that is on its way. */
export function seenThrough<N extends QueryName>(
  over: readonly Layer[],
  name: N,
  request: Input<N>,
  { at, value }: { readonly at: number; readonly value: Output<N> },
): Output<N> {
  return over
    .filter(({ doneAt }) => doneAt === null || doneAt > at)
    .reduce((answer, { effects, sentAt }) => effects[name]?.(answer, request, at > sentAt) ?? answer, value);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The layers over the answers of one query. */
export const useLayers = (name: QueryName): readonly Layer[] =>
  useSyncExternalStore(subscribe, () => byQuery.get(name) ?? none);
