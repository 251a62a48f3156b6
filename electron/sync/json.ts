// JSON that two people changed apart: merged part by part. The parts of an object are its keys, those of a list its entries.
import type { Value } from './packet.ts';
import { type Write, writesOf, wroteKnowing } from './registers.ts';

type Json = { readonly [key: string]: unknown } | readonly unknown[];
/** What each part says, as text. */
type Parts = ReadonlyMap<string, string>;
/** What a write did to a part; null: it took it away. */
type PartWrite = { readonly write: Write; readonly text: string | null };

function parsed(value: Value | undefined): Json | undefined {
  try {
    const found: unknown = JSON.parse(String(value));
    return typeof found === 'object' && found !== null ? (found as Json) : undefined;
  } catch {
    return undefined;
  }
}

const isList = (json: unknown): json is readonly unknown[] => Array.isArray(json);
/** Entries of a list by what they are, keys of an object; a list under a key is merged as a list too. */
function partsIn(json: Json): Parts {
  const entriesOf = (list: readonly unknown[], ...key: string[]) =>
    list.map(one => [JSON.stringify([...key, one]), JSON.stringify(one)] as const);
  if (isList(json)) return new Map(entriesOf(json));
  return new Map(
    Object.entries(json).flatMap(([key, one]) => [
      [JSON.stringify([key]), isList(one) ? '[]' : JSON.stringify(one)] as const,
      ...(isList(one) ? entriesOf(one, key) : []),
    ]),
  );
}

/** The JSON of which these are the parts. */
function wholeOf(parts: Parts, order: readonly string[], asList: boolean): Json {
  const entries = order.map(part => ({ path: JSON.parse(part), value: JSON.parse(parts.get(part) ?? 'null') }));
  if (asList) return entries.map(({ value }) => value);
  const whole: Record<string, unknown> = {};
  for (const { path, value } of entries) if (path.length === 1) whole[path[0]] = value;
  for (const { path, value } of entries) {
    const list = path.length === 2 ? whole[path[0]] : undefined;
    if (isList(list)) whole[path[0]] = [...list, value];
  }
  return whole;
}

const kindOf = (json: Json): unknown => (isList(json) ? 'list' : json.kind);

/** What the writer saw of the column when it wrote. */
type Seen = (write: Write) => Parts;

/** What the writes say of each part, the later ones by clock last. */
function partWrites(writes: readonly Write[], partsOf: (write: Write) => Parts, seen: Seen): Map<string, PartWrite[]> {
  const found = new Map<string, PartWrite[]>();
  for (const write of writes) {
    const [mine, before] = [partsOf(write), seen(write)];
    for (const part of new Set([...before.keys(), ...mine.keys()])) {
      const text = mine.get(part) ?? null;
      if (text === (before.get(part) ?? null)) continue;
      found.set(part, [...(found.get(part) ?? []), { write, text }]);
    }
  }
  return found;
}

/** The parts that stand: the latest of those nobody knowingly replaced; what somebody wrote and somebody else took away, stays. */
function standingParts(writes: readonly Write[], partsOf: (write: Write) => Parts, seen: Seen): Parts {
  const result = new Map<string, string>();
  for (const [part, all] of partWrites(writes, partsOf, seen)) {
    const latest = all.filter(one => !all.some(other => wroteKnowing(other.write, one.write)));
    const text = latest.flatMap(one => one.text ?? []).at(-1);
    if (text !== undefined) result.set(part, text);
  }
  return result;
}

/** How the writes of a JSON column merge; undefined where they are not of one kind, and one of them stands as a whole. */
function partsFor(writes: readonly Write[], column: string) {
  const all = new Map(writes.map(write => [write, parsed(write.columns[column])]));
  const kinds = new Set([...all.values()].map(json => (json ? kindOf(json) : null)));
  if (kinds.size !== 1 || kinds.has(null)) return undefined;
  const partsOf = (write: Write): Parts => partsIn(all.get(write) ?? []);
  const known = new Map<Write, Parts>();
  const seen: Seen = write => {
    const made = known.get(write);
    if (made) return made;
    const before = writes.filter(other => wroteKnowing(write, other));
    const parts = standingParts(before, partsOf, seen);
    known.set(write, parts);
    return parts;
  };
  return { partsOf, seen };
}

/** The text of a JSON column where several writes did not know of each other; `stands` is the one that stands of them. */
export function mergedJson(all: readonly Write[], group: readonly string[], column: string, stands: Write): Value {
  const own = stands.columns[column] ?? null;
  const writes = writesOf(all, group);
  const latest = writes.filter(one => !writes.some(other => wroteKnowing(other, one)));
  const others = group.filter(name => name !== column);
  const differ = (names: readonly string[]) =>
    latest.some(({ columns }) => names.some(name => columns[name] !== stands.columns[name]));
  if (latest.length < 2 || !differ([column]) || differ(others)) return own;
  const how = partsFor(writes, column);
  const json = parsed(own);
  if (!how || !json) return own;
  const parts = standingParts(writes, how.partsOf, how.seen);
  // In the order in which the one that stands has them, then what the others added.
  const order = [...how.partsOf(stands).keys()].filter(part => parts.has(part));
  const names = [...order, ...[...parts.keys()].filter(part => !order.includes(part))];
  return JSON.stringify(wholeOf(parts, names, isList(json)));
}

/** Whether each part that a write gave to a JSON column stands in a text, or was replaced by somebody who had seen it. */
export function isIn(
  all: readonly Write[],
  group: readonly string[],
  column: string,
  write: Write,
  text: Value,
): boolean {
  const writes = writesOf(all, group);
  const how = partsFor(writes, column);
  const json = parsed(text);
  if (!how || !json) return false;
  const stands = partsIn(json);
  return [...partWrites(writes, how.partsOf, how.seen)].every(([part, given]) => {
    const own = given.find(one => one.write === write);
    const isReplaced = given.some(one => wroteKnowing(one.write, write));
    return !own || isReplaced || own.text === null || stands.get(part) === own.text;
  });
}
