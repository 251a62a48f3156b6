// The bytes of packets: one or more segments of about a megabyte, each with its length and hash, chained by hash per writer.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../../shared/result.ts';
import type { Change, ColumnValues, Packet } from './packet.ts';

const format = 1;
/** A packet is cut where a segment would get larger; a single change is never cut. */
export const segmentBytes = 1_000_000;
/** No more is read of a segment, whatever it says. */
const mostBytes = 16_000_000;

const refusals = {
  truncated: 'A packet is not all there yet. Nothing of it was applied; Ripen reads it again later.',
  damaged: 'A packet is damaged. Nothing of it was applied; Ripen reads it again later.',
  unreadable:
    'A packet cannot be read right now, or is no file. Nothing of it was applied; Ripen reads it again later.',
  foreign: 'A packet belongs to another workspace. It was left alone.',
  newer: 'A packet was written by a newer Ripen. Update Ripen to see its changes; your own work goes on.',
  reordered: 'A packet is not the next one of its computer. It waits for those before it.',
  locked: 'A packet is sealed with another passphrase. Enter the new one to see its changes; your own work goes on.',
  forked: 'Two computers write as one, so one of them was copied. What came second was not applied.',
} as const;

/** Why a packet is not applied. Nothing was changed. */
export class Refused extends AppError {
  readonly reason: keyof typeof refusals;
  constructor(reason: keyof typeof refusals) {
    super('file', refusals[reason]);
    this.reason = reason;
  }
}

const id = z.string().min(1).max(300);
const name = z.string().regex(/^[a-z][a-z_]{0,60}$/);
/** A writer names files and rows, so its id is letters and digits. */
const writer = z.string().regex(/^[0-9a-z]{1,40}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const number = z
  .int()
  .min(1)
  .max(2 ** 40);
const columns = z.record(name, z.union([z.string(), z.number(), z.null()]));
const changeSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), table: name, id, columns }),
  z.strictObject({ op: z.literal('set'), table: name, id, columns }),
  z.strictObject({ op: z.literal('delete'), table: name, id }),
  z.strictObject({ op: z.literal('return'), table: name, id }),
]);
const segmentSchema = z.strictObject({
  workspace: id,
  writer,
  n: number,
  part: number,
  parts: number,
  /** Hash of the writer's segment before this one; empty before the first. */
  before: z.union([hash, z.literal('')]),
  clock: z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-z]{1,40}$/),
  seen: z.record(writer, number),
  schema: number,
  memberId: id.nullable(),
  label: z.string().max(1000),
  undoes: number.nullable(),
  changes: z.array(changeSchema),
});
export type Segment = z.infer<typeof segmentSchema> & { readonly hash: string };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Keys in one order, so that the same packet is the same bytes everywhere. */
function plainChange(change: Change): Change {
  const { op, table, id: rowId } = change;
  return 'columns' in change
    ? { op: change.op, table, id: rowId, columns: sorted(change.columns) as ColumnValues }
    : ({ op, table, id: rowId } as Change);
}

function frame(body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`ripen-packet ${format} ${body.length} ${sha256(body)}\n`), body]);
}

export type Encoded = { readonly bytes: Buffer; readonly hash: string };

/** The segments of a packet; `before` is the hash of the writer's last segment. */
export function encodePacket(packet: Packet, before: string): readonly Encoded[] {
  const { changes, workspace, writer: by, n, clock, seen, schema, memberId, label, undoes } = packet;
  const pieces: Change[][] = [[]];
  let size = 0;
  for (const change of changes.map(plainChange)) {
    const bytes = Buffer.byteLength(JSON.stringify(change)) + 1;
    if (size > 0 && size + bytes > segmentBytes) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(change);
    size += bytes;
  }
  const segments: Encoded[] = [];
  for (const [index, piece] of pieces.entries()) {
    const place = { workspace, writer: by, n, part: index + 1, parts: pieces.length };
    const body = { ...place, before: segments.at(-1)?.hash ?? before, clock, seen: sorted(seen), schema, memberId };
    const bytes = Buffer.from(JSON.stringify(segmentSchema.parse({ ...body, label, undoes, changes: piece })));
    segments.push({ bytes: frame(bytes), hash: sha256(bytes) });
  }
  return segments;
}

/** The workspace that reads, the version of its tables, and whether they take a change. */
export type Here = { readonly workspace: string; readonly schema: number; readonly fits: (change: Change) => boolean };

/** Reads one segment. Throws `Refused`; what is `newer` is kept for the Ripen that understands it. */
export function readSegment(bytes: Buffer, here: Here): Segment {
  const end = bytes.subarray(0, 200).indexOf('\n');
  const head = /^ripen-packet (\d{1,6}) (\d{1,9}) ([0-9a-f]{64})$/.exec(bytes.toString('latin1', 0, Math.max(end, 0)));
  if (!head) throw new Refused(end === -1 && bytes.length < 100 ? 'truncated' : 'damaged');
  const [, version, length, stated = ''] = head;
  if (Number(version) !== format) throw new Refused(Number(version) > format ? 'newer' : 'damaged');
  if (Number(length) > mostBytes) throw new Refused('damaged');
  const body = bytes.subarray(end + 1);
  if (body.length < Number(length)) throw new Refused('truncated');
  if (body.length > Number(length) || sha256(body) !== stated) throw new Refused('damaged');
  const segment = parse(body, here.schema);
  if (segment.workspace !== here.workspace) throw new Refused('foreign');
  if (!segment.changes.every(here.fits)) throw new Refused('damaged');
  return { ...segment, hash: stated };
}

/** A newer schema may say what we do not know, so it is asked for first. */
function parse(body: Buffer, schema: number): z.infer<typeof segmentSchema> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refused('damaged');
  }
  const stated = z.looseObject({ schema: number }).safeParse(value);
  if (stated.success && stated.data.schema > schema) throw new Refused('newer');
  const parsed = segmentSchema.safeParse(value);
  // There is one way to write a packet: what reads otherwise holds more than it shows.
  const isPlain = parsed.success && JSON.stringify(parsed.data) === body.toString('utf8');
  if (!isPlain || parsed.data.part > parsed.data.parts || !parsed.data.clock.endsWith(`-${parsed.data.writer}`))
    throw new Refused('damaged');
  return parsed.data;
}

/** How far one writer's packets have been read: `n` whole ones, and the segments of the next that are there. */
export type Chain = { readonly n: number; readonly hash: string; readonly parts: readonly Segment[] };
export const newChain: Chain = { n: 0, hash: '', parts: [] };

/** Puts a writer's next segment to its chain; a packet comes out with its last one. Known ones change nothing. */
export function follow(chain: Chain, segment: Segment): { readonly chain: Chain; readonly packet: Packet | null } {
  const { n, part, parts, hash: own } = segment;
  const read = chain.parts.length;
  if (own === chain.hash || n < chain.n || (n === chain.n && part < parts) || (n === chain.n + 1 && part <= read))
    return { chain, packet: null };
  if (n === chain.n) throw new Refused('forked');
  if (n !== chain.n + 1 || part !== read + 1) throw new Refused('reordered');
  if (segment.before !== chain.hash) throw new Refused('forked');
  const all = [...chain.parts, segment];
  if (part < parts) return { chain: { n: chain.n, hash: own, parts: all }, packet: null };
  const { part: _, parts: __, before: ___, hash: ____, ...packet } = segment;
  return {
    chain: { n, hash: own, parts: [] },
    packet: { ...packet, changes: all.flatMap(({ changes }) => changes) },
  };
}
