// One meeting: own packets go to the meeting place, those of the others come from it and into the tables.
import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/result.ts';
import type { Reader, Writer } from '../db/file/handle.ts';
import {
  earliestUnsettled,
  hasUnsettled,
  insertPacket,
  lastPacket,
  packetCounts,
  packetHash,
  packetOf,
  readSharing,
  type Sharing,
  type StoredPacket,
  writeAs,
  writeClock,
} from '../db/tables/packets.ts';
import { keepStart } from '../db/tables/shared-rows.ts';
import { afterSeeing, clockParts, clockText } from '../sync/clock.ts';
import type { Change, Packet } from '../sync/packet.ts';
import { fits, type MergePlan } from '../sync/plan.ts';
import { encodePacket, type Here, newChain } from '../sync/segment.ts';
import { type MeetingPlace, type PacketBytes, packetsBehind, type RefusedPacket } from './meeting-place.ts';
import { type Settled, settle } from './settle.ts';

/** What an exchange needs of the open workspace. */
export type Shared = {
  readonly reader: Reader;
  readonly plan: () => MergePlan;
  readonly now: () => number;
  /** Reads between two steps. */
  readonly between: <T>(work: () => Promise<T>) => Promise<T>;
  /** Writes what came from others, in one transaction. */
  readonly receive: <T>(work: (db: Writer) => T) => Promise<T>;
  /** The same, and promotes those of the leads that meet the rules by what has come. */
  readonly receiveAndPromote: (work: (db: Writer) => Come) => Promise<Come>;
};

/** What was merged; `from`: UTC ms of the earliest activity of others in it, infinity: there was none; null: nothing of others came. */
export type Come = Settled & { readonly from: number | null };

export type Exchanged = Settled & {
  readonly sent: number;
  readonly received: number;
  /** Whose packets those were, with the member of the last one. */
  readonly from: readonly { readonly writer: string; readonly packets: number; readonly memberId: string | null }[];
  /** Own packets up to this one are at the place. */
  readonly inPlace: number;
  /** Packets that are there and were not applied, at most one of each computer. */
  readonly problems: readonly RefusedPacket[];
};

/** Packets taken or put in one go. */
const atOnce = 500;
/** Bytes after which they are put. */
const bytesAtOnce = 2_000_000;

export const newWriterId = (): string => randomBytes(8).toString('hex');

function requireSharing(db: Reader): Sharing {
  const sharing = readSharing(db);
  if (!sharing) throw new AppError('conflict', 'This workspace is not shared.');
  return sharing;
}

async function requireMeeting(place: MeetingPlace, { workspace }: Sharing): Promise<void> {
  const found = await place.workspace(workspace);
  if (found === workspace) return;
  throw new AppError(
    'file',
    found === null
      ? `${place.name} is not reached, or nothing is shared in it. Your work is safe here and is sent when it is back.`
      : `${place.name} belongs to another workspace. Nothing was sent or received.`,
  );
}

type Sent = { readonly sent: number; readonly inPlace: number; readonly problem: RefusedPacket | null };

/** Puts what is missing of our own packets: new ones, and those of which the place has lost a part. */
async function send({ reader, between }: Shared, place: MeetingPlace, { workspace, writer }: Sharing): Promise<Sent> {
  const key = { workspace, writer };
  const { n: last } = await between(async () => lastPacket(reader, writer));
  const missing = await place.missing(key, last);
  let sent = 0;
  for (let from = 0; from < missing.length; from += atOnce) {
    const packets = await between(async () =>
      missing.slice(from, from + atOnce).flatMap(n => {
        const packet = packetOf(reader, writer, n);
        return packet ? [{ packet, before: packetHash(reader, writer, n - 1) }] : [];
      }),
    );
    for (const group of inGroups(packets, workspace)) {
      const sentence = await place.put(key, group).then(() => null, sentenceOf);
      const n = group[0]?.n ?? 1;
      if (sentence !== null) return { sent, inPlace: n - 1, problem: { writer, n, sentence, reason: 'unwritable' } };
      sent += group.length;
    }
  }
  if (sent > 0) await place.announce(workspace);
  return { sent, inPlace: last, problem: null };
}

/** Packets as bytes, as many at once as make some megabytes. */
function* inGroups(
  packets: readonly { readonly packet: StoredPacket; readonly before: string }[],
  workspace: string,
): Iterable<readonly PacketBytes[]> {
  let group: PacketBytes[] = [];
  let size = 0;
  for (const { packet, before } of packets) {
    const segments = encodePacket({ ...packet, workspace }, before).map(({ bytes }) => bytes);
    group.push({ n: packet.n, segments });
    size += segments.reduce((sum, { length }) => sum + length, 0);
    if (size < bytesAtOnce) continue;
    yield group;
    [group, size] = [[], 0];
  }
  if (group.length > 0) yield group;
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  throw error;
}

/** Keeps packets of others, and the rows they speak of as they are now, before merging looks at them. */
function take(
  db: Writer,
  plan: MergePlan,
  packets: readonly (Packet & { readonly hash: string })[],
  now: number,
): void {
  let clock = requireSharing(db).clock;
  for (const packet of packets) {
    insertPacket(db, packet, { hash: packet.hash, stepId: null });
    clock = afterSeeing(clock, packet.clock, now);
    for (const change of packet.changes) keepBefore(db, plan, change);
  }
  writeClock(db, clock);
}

function keepBefore(db: Writer, plan: MergePlan, change: Change): void {
  const table = plan.table(change.table);
  if (!table || change.table === 'clock_correction') return;
  const row = db.get<{ readonly id: string }>(`SELECT * FROM "${table.name}" WHERE id = ?`, [change.id]);
  const home = table.rule.home?.columns ?? [];
  const start = row && Object.fromEntries(Object.entries(row).filter(([name]) => !home.includes(name)));
  keepStart(db, table.name, change.id, (start as never) ?? null, 'columns' in change ? change.columns : start);
}

const none: Settled = { overruled: [], broughtBack: [], leadIds: [] };

/** Meets the others. Throws an AppError when the place is not reached or is another workspace's; own work is safe then. */
export async function exchange(shared: Shared, place: MeetingPlace): Promise<Exchanged> {
  const { reader, plan, now, between, receive, receiveAndPromote } = shared;
  const sharing = await between(async () => requireSharing(reader));
  await requireMeeting(place, sharing);
  const writer = await ownWriter(shared, place, sharing);
  const { sent, inPlace, problem: unsent } = await send(shared, place, { ...sharing, writer });
  const here: Here = {
    workspace: sharing.workspace,
    schema: plan().version,
    fits: change => fits(plan(), change),
  };
  const problems: RefusedPacket[] = unsent ? [unsent] : [];
  const from: { writer: string; packets: number; memberId: string | null }[] = [];
  const known = await between(async () => knownPackets(reader));
  for (const other of await place.writersBeyond(sharing.workspace, known)) {
    if (other === writer) continue;
    for (;;) {
      const { n, hash } = await between(async () => lastPacket(reader, other));
      const { packets, problem } = await packetsBehind(place, other, { ...newChain, n, hash }, here, atOnce);
      if (packets.length > 0) await receive(db => take(db, plan(), packets, now()));
      if (packets.length > 0)
        from.push({ writer: other, packets: packets.length, memberId: packets.at(-1)?.memberId ?? null });
      if (problem) problems.push(problem);
      if (packets.length < atOnce) break;
    }
  }
  const received = from.reduce((sum, { packets }) => sum + packets, 0);
  const exchanged = { sent, received, from, inPlace, problems };
  if (!(await between(async () => hasUnsettled(reader)))) return { ...none, ...exchanged };
  // Activities of two computers may meet the rules only together. Both make the same row of it. What an earlier meeting took before
  // it was cut counts as well.
  const { from: _, ...settled } = await receiveAndPromote(db => {
    const earliest = earliestUnsettled(db, writer);
    return { ...(settle(db, plan(), sharing.workspace) ?? none), from: earliest };
  });
  return { ...settled, ...exchanged };
}

/**
 * Who writes here. Where the place has packets of ours that we do not know, this file is older than one that was used since, or a copy:
 * it goes on as somebody new, and what was not sent yet is sent again under the new name.
 */
async function ownWriter(
  { reader, plan, between, receive }: Shared,
  place: MeetingPlace,
  { workspace, writer }: Sharing,
): Promise<string> {
  const { n: last } = await between(async () => lastPacket(reader, writer));
  const there = await place.greatest({ workspace, writer }, Number.MAX_SAFE_INTEGER);
  const here: Here = { workspace, schema: plan().version, fits: change => fits(plan(), change) };
  const isOurs = async (n: number): Promise<boolean> => {
    const before = await between(async () => packetHash(reader, writer, n - 1));
    const { packets, problem } = await packetsBehind(place, writer, { ...newChain, n: n - 1, hash: before }, here, 1);
    const own = await between(async () => packetHash(reader, writer, n));
    return packets[0] ? packets[0].hash === own : problem?.reason !== 'forked';
  };
  let same = there <= last ? there : await place.greatest({ workspace, writer }, last);
  if (there <= last && (same === 0 || (await isOurs(same)))) return writer;
  while (same > 0 && !(await isOurs(same))) same -= 1;
  const renamed = newWriterId();
  await receive(db => writeOn(db, workspace, { from: writer, to: renamed, behind: same }));
  return renamed;
}

/** Gives own packets behind a number to a new writer, as its first ones. */
function writeOn(
  db: Writer,
  workspace: string,
  { from, to, behind }: { readonly from: string; readonly to: string; readonly behind: number },
): void {
  const { n: last } = lastPacket(db, from);
  let before = '';
  for (let n = behind + 1; n <= last; n += 1) {
    const packet = packetOf(db, from, n);
    if (!packet) continue;
    const { undoes, clock, seen } = packet;
    const again: Packet = {
      ...packet,
      workspace,
      writer: to,
      n: n - behind,
      clock: clockText({ ...clockParts(clock), writer: to }),
      seen: behind > 0 ? { ...seen, [from]: behind } : seen,
      undoes: undoes !== null && undoes > behind ? undoes - behind : null,
    };
    before = encodePacket(again, before).at(-1)?.hash ?? '';
    writeAs(db, { writer: from, n }, again, before);
  }
  db.run('UPDATE sharing SET writer = ?, clock = ?', [
    to,
    clockText({ ...clockParts(requireSharing(db).clock), writer: to }),
  ]);
}

/** Of how many packets of each computer this file knows. */
export const knownPackets = (db: Reader): Readonly<Record<string, number>> =>
  Object.fromEntries(packetCounts(db).map(({ writer, n }) => [writer, n]));
