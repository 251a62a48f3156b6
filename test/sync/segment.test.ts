// Packets as bytes: the same bytes for the same packet, and one clear refusal for each way in which they can be wrong.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText } from '../../electron/sync/clock.ts';
import type { Change, Packet } from '../../electron/sync/packet.ts';
import {
  type Chain,
  encodePacket,
  follow,
  newChain,
  Refused,
  readSegment,
  segmentBytes,
} from '../../electron/sync/segment.ts';
import { seed } from '../support/seed.ts';

const here = { workspace: 'w1', schema: 11, fits: ({ table }: Change) => table !== 'step' };
const packet = (n: number, changes: readonly Change[] = [], more: Partial<Packet> = {}): Packet => ({
  workspace: 'w1',
  writer: 'ada1',
  n,
  clock: clockText({ ms: 1_800_000_000_000 + n, counter: 0, writer: 'ada1' }),
  seen: {},
  schema: 11,
  memberId: null,
  label: 'edit',
  undoes: null,
  changes,
  ...more,
});
const reasonOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    return error.reason;
  }
};
const bytesOf = (one: Packet, before = ''): Buffer => encodePacket(one, before)[0]?.bytes ?? Buffer.alloc(0);
/** Any body, with a length and a hash that fit. */
const framed = (body: string, version = 1): Buffer => {
  const hash = createHash('sha256').update(body).digest('hex');
  return Buffer.from(`ripen-packet ${version} ${Buffer.byteLength(body)} ${hash}\n${body}`);
};
const edited = (change: (body: Record<string, unknown>) => unknown): Buffer =>
  framed(JSON.stringify(change(JSON.parse(bytesOf(packet(1)).toString().split('\n')[1] ?? ''))));

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
);
const columnNames = fc.constantFrom('name', 'amount', 'status', 'constructor', 'first_name');
const change = fc.oneof(
  fc.record({
    op: fc.constantFrom('add', 'set'),
    table: fc.constantFrom('deal', 'lead'),
    id: fc.string({ minLength: 1, maxLength: 20 }),
    columns: fc.dictionary(columnNames, value),
  }),
  fc.record({
    op: fc.constantFrom('delete', 'return'),
    table: fc.constantFrom('deal'),
    id: fc.string({ minLength: 1, maxLength: 20 }),
  }),
) as fc.Arbitrary<Change>;

/** Reads segments in the given order. */
function read(segments: readonly Buffer[], from: Chain = newChain): { chain: Chain; packets: Packet[] } {
  let chain = from;
  const packets: Packet[] = [];
  for (const bytes of segments) {
    const step = follow(chain, readSegment(bytes, here));
    chain = step.chain;
    if (step.packet) packets.push(step.packet);
  }
  return { chain, packets };
}

describe('a packet as bytes', () => {
  it('comes back as it was, and is the same bytes whatever the order of its keys', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 5 }),
        fc.dictionary(fc.constantFrom('bo', 'cy', 'di'), fc.integer({ min: 1, max: 99 })),
        (changes, seen) => {
          const one = packet(1, changes, { seen });
          const turned = packet(
            1,
            changes.map(given =>
              'columns' in given
                ? { ...given, columns: Object.fromEntries(Object.entries(given.columns).reverse()) }
                : given,
            ) as Change[],
            { seen: Object.fromEntries(Object.entries(seen).reverse()) },
          );
          const { packets } = read([bytesOf(one)]);
          // -0 is written as 0, as SQLite would.
          expect(packets).toEqual(JSON.parse(JSON.stringify([one])));
          expect(bytesOf(turned)).toEqual(bytesOf(one));
        },
      ),
      { seed },
    );
  });

  it('of an import is cut in segments of a megabyte, and applied only when all are there', () => {
    const text = 'x'.repeat(1000);
    const changes = Array.from(
      { length: 2500 },
      (_, at) => ({ op: 'add', table: 'lead', id: `${at}`, columns: { notes: text } }) as const,
    );
    const segments = encodePacket(packet(1, changes), '').map(({ bytes }) => bytes);
    expect(segments).toHaveLength(3);
    for (const { length } of segments) expect(length).toBeLessThan(segmentBytes + 2000);
    expect(read(segments.slice(0, 2)).packets).toEqual([]);
    expect(read(segments).packets).toEqual([packet(1, changes)]);
  });

  it('holds a single change that is larger than that', () => {
    const large: Change = { op: 'set', table: 'review', id: 'r', columns: { minutes: 'x'.repeat(2_000_000) } };
    const segments = encodePacket(packet(1, [large, large]), '').map(({ bytes }) => bytes);
    expect(segments).toHaveLength(2);
    expect(read(segments).packets[0]?.changes).toEqual([large, large]);
  });

  it('cannot be written with what no column holds', () => {
    const broken = { op: 'set', table: 'deal', id: 'd', columns: { amount: Number.NaN } } as const;
    expect(() => encodePacket(packet(1, [broken]), '')).toThrow();
  });
});

describe('bytes that are refused', () => {
  const whole = bytesOf(packet(1));

  it('are those cut at any place', () => {
    const reasons = Array.from({ length: whole.length }, (_, end) =>
      reasonOf(() => readSegment(whole.subarray(0, end), here)),
    );
    expect(new Set(reasons)).toEqual(new Set(['truncated']));
  });

  it('are those with any bit turned, random ones, and more than was said', () => {
    for (let at = 0; at < whole.length; at += 1) {
      const turned = Buffer.from(whole);
      turned[at] = (turned[at] ?? 0) ^ 1;
      expect(['damaged', 'truncated', 'newer'], `byte ${at}`).toContain(reasonOf(() => readSegment(turned, here)));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        expect(['damaged', 'truncated']).toContain(reasonOf(() => readSegment(Buffer.from(bytes), here)));
      }),
      { seed },
    );
    expect(reasonOf(() => readSegment(Buffer.concat([whole, whole]), here))).toBe('damaged');
  });

  it.each([
    ['of another workspace', bytesOf(packet(1, [], { workspace: 'w2' })), 'foreign'],
    ['of a newer schema', bytesOf(packet(1, [], { schema: 12 })), 'newer'],
    ['of a newer schema that says more', edited(body => ({ ...body, schema: 12, color: 'red' })), 'newer'],
    ['of a newer format', framed('anything', 2), 'newer'],
    ['that says more than we know', edited(body => ({ ...body, color: 'red' })), 'damaged'],
    ['that is no JSON', framed('{'), 'damaged'],
    ['that is a list', framed('[]'), 'damaged'],
    ['with a path as its writer', edited(body => ({ ...body, writer: '../../etc' })), 'damaged'],
    ['with a number that is none', edited(body => ({ ...body, n: 1.5 })), 'damaged'],
    ['with the clock of another writer', edited(body => ({ ...body, clock: '019083a1c000-0000-eve' })), 'damaged'],
    ['with more parts than it says', edited(body => ({ ...body, part: 3, parts: 2 })), 'damaged'],
    [
      'with a prototype in place of a column',
      edited(body => ({
        ...body,
        changes: [{ op: 'set', table: 'deal', id: 'd', columns: JSON.parse('{"__proto__":1}') }],
      })),
      'damaged',
    ],
    [
      'with a change that the tables do not take',
      bytesOf(packet(1, [{ op: 'delete', table: 'step', id: 's' }])),
      'damaged',
    ],
    ['that claims two gigabytes', Buffer.from(`ripen-packet 1 999999999 ${'0'.repeat(64)}\n`), 'damaged'],
  ])('are those %s', (_, bytes, reason) => {
    expect(reasonOf(() => readSegment(bytes, here))).toBe(reason);
  });
});

describe('the chain of a writer', () => {
  const one = encodePacket(packet(1), '')[0];
  const two = encodePacket(packet(2), one?.hash ?? '')[0];
  const three = encodePacket(packet(3), two?.hash ?? '')[0];
  const [a, b, c] = [one, two, three].map(segment => segment?.bytes ?? Buffer.alloc(0)) as [Buffer, Buffer, Buffer];

  it('takes packets in their order, and each once', () => {
    expect(read([a, a, b, a, b, c, c]).packets.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('waits for a packet that is missing', () => {
    expect(reasonOf(() => read([a, c]))).toBe('reordered');
    expect(reasonOf(() => read([b]))).toBe('reordered');
  });

  it('notices two that write as one, from whichever packet on they differ', () => {
    const other = bytesOf(packet(2, [], { label: 'another' }), one?.hash);
    expect(reasonOf(() => read([a, b, other]))).toBe('forked');
    expect(reasonOf(() => read([a, other, c]))).toBe('forked');
  });

  it('keeps a packet under its own number', () => {
    const moved = bytesOf(packet(4), two?.hash);
    expect(reasonOf(() => read([a, b, moved]))).toBe('reordered');
  });
});
