// Whatever two to five people do, in whatever order, with whatever pauses, losses and repetitions it reaches the others: all end with
// the same, nothing that was entered is missing, every constraint and invariant holds, and then nobody has anything left to send.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockParts } from '../../electron/sync/clock.ts';
import { type Change, dotText, type Packet } from '../../electron/sync/packet.ts';
import { fits } from '../../electron/sync/plan.ts';
import { encodePacket, follow, newChain, readSegment } from '../../electron/sync/segment.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { times } from '../support/long.ts';
import { type Event, referenceMerge } from '../support/reference-merger.ts';
import { seed } from '../support/seed.ts';
import { aComputer, type Computer, fill, plan, realSchema, withFile, workspace } from '../support/sync.ts';
import { actions, start } from '../support/sync-actions.ts';

const often = [
  'edit',
  'edit',
  'edit',
  'log',
  'log',
  'move',
  'tag',
  'value',
  'dropLead',
  'merge',
  'undo',
  'undo',
  'undo',
];
const doing = fc.record({
  who: fc.nat(4),
  kind: fc.constantFrom(...Object.keys(actions), ...often),
  // Few things, so that people meet at them.
  x: fc.nat(2),
  y: fc.nat(40),
  text: fc.constantFrom('', 'a', 'b', 'c', 'Ünal'),
  /** How much of what the others have reaches this one first: of each, in an order of its own. */
  hears: fc.array(fc.record({ from: fc.nat(4), part: fc.integer({ min: 0, max: 3 }), order: fc.nat(5) }), {
    maxLength: 2,
  }),
});
type Step = typeof doing extends fc.Arbitrary<infer T> ? T : never;
const day1 = 1_800_000_000_000;

/** Hands on packets in some order: the first part of them, the last ones first, some twice. */
function deliver(to: Computer, packets: readonly Packet[], part: number, order: number, now: number): void {
  const some = part === 0 ? packets : packets.slice(0, Math.ceil((packets.length * part) / 3));
  const turned = order % 2 ? [...some].reverse() : some;
  const mixed = [...turned.slice(order), ...turned.slice(0, order), ...turned.slice(-1)];
  for (const packet of mixed) to.receive(packet, now);
}

const here = { workspace, schema: plan.version, fits: (change: Change) => fits(plan, change) };

/** Packets as they come out of their bytes. */
function throughBytes(packets: readonly Packet[]): Packet[] {
  let chain = newChain;
  return packets.flatMap(packet =>
    encodePacket(packet, chain.hash).flatMap(({ bytes }) => {
      const read = follow(chain, readSegment(bytes, here));
      chain = read.chain;
      return read.packet ? [read.packet] : [];
    }),
  );
}

function play(count: number, skews: readonly number[], steps: readonly Step[]) {
  const computers = Array.from({ length: count }, (_, at) => aComputer(`w${at}`, start, skews[at]));
  const knew = new Map<string, ReadonlySet<string>>();
  const ids = new Map<Computer, number>();
  let now = day1;
  for (const step of steps) {
    now += 60_000;
    const computer = computers[step.who % count] as Computer;
    for (const { from, part, order } of step.hears) {
      const other = computers[from % count] as Computer;
      if (other !== computer) deliver(computer, throughBytes(other.own()), part, order, now);
    }
    const before = new Set(computer.packets().map(dotText));
    // Ids that sort in no order of time or computer, as those of rows made apart do.
    const newId = (): string => {
      const made = (ids.get(computer) ?? 0) + 1;
      ids.set(computer, made);
      return `n${(made * 37 + step.who * 11) % 97}-${computer.id}-${made}`;
    };
    const packet =
      step.kind === 'undo'
        ? computer.undo(now)
        : computer.tryStep(now, writer => actions[step.kind]?.(writer, step, newId));
    if (packet) knew.set(dotText(packet), before);
  }
  return { computers, knew, now };
}

const plain = (rows: ReadonlyMap<string, ReadonlyMap<string, object>>) =>
  Object.fromEntries([...rows].flatMap(([table, found]) => [...found].map(([id, row]) => [`${table} ${id}`, row])));

/** Everything in a JSON text, each with its key. */
function leavesOf(text: unknown): readonly string[] {
  const json: unknown = JSON.parse(String(text ?? 'null'));
  if (typeof json !== 'object' || json === null) return [String(text)];
  return Object.entries(json).flatMap(([key, value]) => {
    const name = Array.isArray(json) ? '' : key;
    return Array.isArray(value) ? value.map(one => JSON.stringify([name, one])) : [JSON.stringify([name, value])];
  });
}

/** Each part of it that this packet brought stands; what it only repeats, others may have taken away. */
function standsInParts(
  packets: readonly Packet[],
  packet: Packet,
  change: Change,
  column: string,
  row: object,
): boolean {
  const now = new Set(leavesOf(row[column as keyof typeof row]));
  const elsewhere = new Set([
    ...leavesOf(start.get(change.table)?.get(change.id)?.[column]),
    ...packets.flatMap(other =>
      other.changes.flatMap(one =>
        other !== packet && 'columns' in one && one.table === change.table && column in one.columns
          ? leavesOf(one.columns[column])
          : [],
      ),
    ),
  ]);
  return leavesOf('columns' in change ? change.columns[column] : null).every(
    leaf => now.has(leaf) || elsewhere.has(leaf),
  );
}

/** Every value that was entered stands, or was replaced or deleted by somebody who had seen it, or is kept as overruled. */
function nothingIsMissing(
  packets: readonly Packet[],
  knew: ReadonlyMap<string, ReadonlySet<string>>,
  computer: Computer,
): void {
  const { rows, overruled } = computer.merged();
  const sees = (later: Packet, earlier: Packet) => knew.get(dotText(later))?.has(dotText(earlier));
  const kept = new Set(
    overruled.map(({ packet, columns }) => `${packet?.writer} ${packet?.n} ${Object.keys(columns)}`),
  );
  for (const packet of packets) {
    for (const change of packet.changes) {
      if (!('columns' in change) || change.table === 'lead_alias') continue;
      const table = plan.table(change.table);
      const isRemoved = packets.some(later => later.changes.some(({ op }) => op === 'delete') && sees(later, packet));
      const ids = [...(rows.get(change.table)?.keys() ?? [])];
      if (!ids.includes(change.id) && isRemoved) continue;
      const hidden = [...computer.merged().idsBehind].find(
        ([key, behind]) => key.startsWith(`${change.table} `) && behind.includes(change.id),
      );
      const row = rows.get(change.table)?.get(hidden?.[0].split(' ')[1] ?? change.id);
      expect(row, `${change.table} ${change.id} of ${dotText(packet)}`).toBeDefined();
      for (const group of table?.groups ?? []) {
        if (
          !group.every(name => name in change.columns) ||
          group.some(name => name.endsWith('_id')) ||
          group.includes('stage') ||
          group.includes('consent')
        )
          continue;
        const stands =
          group.includes('number') ||
          group.every(
            name =>
              row?.[name] === change.columns[name] ||
              (table?.rule.json?.includes(name) && standsInParts(packets, packet, change, name, row ?? {})),
          );
        const isReplaced = packets.some(
          later =>
            sees(later, packet) &&
            later.changes.some(
              one =>
                one.table === 'lead_alias' ||
                ((one.id === change.id || hidden?.[0].endsWith(` ${one.id}`)) &&
                  'columns' in one &&
                  group.every(name => name in one.columns)),
            ),
        );
        expect(
          stands || isReplaced || kept.has(`${dotText(packet)} ${group}`),
          `${group} of ${change.table} ${change.id}, ${dotText(packet)}`,
        ).toBe(true);
      }
    }
  }
}

const scenario = fc.record({
  count: fc.integer({ min: 2, max: 5 }),
  skews: fc.array(fc.constantFrom(0, 0, -3_600_000, 120_000, 315_360_000_000), { minLength: 5, maxLength: 5 }),
  steps: fc.array(doing, { minLength: 8, maxLength: 28 }),
  orders: fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
});

const endsAlike = fc.property(scenario, ({ count, skews, steps, orders }) => {
  const { computers, knew, now } = play(count, skews, steps);
  const all = computers.flatMap(computer => computer.own());
  for (const [at, computer] of computers.entries())
    for (const other of computers)
      if (other !== computer) deliver(computer, throughBytes(other.own()), 0, orders[at] ?? 0, now);
  const [first, ...others] = computers as [Computer, ...Computer[]];
  const merged = first.merged();
  for (const other of others) expect(other.merged()).toEqual(merged);

  const events: Event[] = all.map(packet => {
    const { ms, counter, writer } = clockParts(packet.clock);
    return {
      ...packet,
      dot: dotText(packet),
      clock: [ms, counter, writer],
      knew: knew.get(dotText(packet)) ?? new Set(),
    };
  });
  const isInFile = (key: string) => !key.startsWith('clock_correction ');
  const expected = Object.fromEntries(
    [...referenceMerge(realSchema, start as never, events)].filter(([key]) => isInFile(key)),
  );
  expect(Object.fromEntries(Object.entries(plain(merged.rows)).filter(([key]) => isInFile(key)))).toEqual(expected);

  withFile((connection, writer) => {
    fill(connection, writer, merged.rows);
    expect(writer.all('SELECT * FROM pragma_foreign_key_check')).toEqual([]);
    expect(brokenInvariants(writer)).toEqual({});
  });
  nothingIsMissing(all, knew, first);
  for (const computer of computers) expect(computer.step(now, () => undefined)).toBeNull();
});

it(
  'everybody ends with the same, whatever the order, and nothing is missing',
  () => {
    fc.assert(endsAlike, { seed, numRuns: times(30, 1000) });
  },
  times(900_000, 3_600_000),
);

// Red once: rows of a lead that had been merged by one computer, and into a third by another, were sent as moved to that third.
it('a lead keeps its stage change when a merge is undone and done again', () => {
  fc.assert(endsAlike, {
    seed: 1131272978,
    path: '5:0:0:0:0:1:5:5:5:7:8:8:8:8:8:8:8:11:11:11:11:11:11:11:11:11:11:11:11:14:14:14:14:5:5:5:13:13:13:13:13:13:13:13:13:13:13',
    endOnFailure: true,
  });
});
