// Where computers meet, as the rest of sharing sees it. It stores bytes and understands none of them; nothing in it is believed that does
// not prove itself by hash and chain. Each computer writes what is its own only.
import type { Packet } from '../sync/packet.ts';
import { type Chain, follow, type Here, Refused, readSegment } from '../sync/segment.ts';

/** Whose packets. */
export type WriterKey = { readonly workspace: string; readonly writer: string };

/** The workspace as it was when it was shared: what a computer that joins begins with. */
export type Start = {
  /** Bytes. */
  readonly size: number;
  readonly chunks: AsyncIterable<Uint8Array>;
};

export type PacketBytes = { readonly n: number; readonly segments: readonly Uint8Array[] };

/** What one computer says of itself. */
export type DeviceFile = { readonly writer: string; readonly bytes: Uint8Array };

/**
 * Reads one copy of a segment; null: it has gone meanwhile. Throws `Refused` when it is not to be read. A place that holds copies of a
 * segment under other names has several; those that are wrong are passed over.
 */
export type ReadCopy = () => Promise<Buffer | null>;
/** The copies of a segment that are there. */
export type Copies = (n: number, part: number) => Promise<readonly ReadCopy[]>;

/**
 * One place, of which one object is kept while it is in use. Every method throws an AppError when the place is not reached or does not
 * let it, with a sentence that names neither password nor key.
 */
export type MeetingPlace = {
  /** For sentences ("/home/ada/Mill is not reached ..."). Holds no password. */
  readonly name: string;
  /** The same place has the same; kept in the file while sharing begins, so it holds no password. */
  readonly id: string;
  /** Which workspace meets here: the wanted one if it does, else another; null: none. */
  readonly workspace: (wanted?: string) => Promise<string | null>;
  /** Throws an AppError unless a workspace can be shared here. Writes nothing. */
  readonly requireFree: () => Promise<void>;
  /** Whether what `workspace` answers can be believed when it answers null: a folder that is away has none either. */
  readonly isReached: () => Promise<boolean>;
  readonly putStart: (workspace: string, start: Start) => Promise<void>;
  /** Null: it is not there. */
  readonly getStart: (workspace: string) => Promise<Start | null>;
  /** Makes it the meeting place of a workspace. To be called last: from here on others can join. */
  readonly writeWorkspace: (workspace: string) => Promise<void>;
  /** Takes away what `putStart` left of a workspace that was never written. */
  readonly dropStart: (workspace: string) => Promise<void>;
  /** Stores own packets, each whole or not at all as far as others can tell. What is there under a number is written over. */
  readonly put: (key: WriterKey, packets: readonly PacketBytes[]) => Promise<void>;
  /** Tells the others, once after many `put`, where the place can. */
  readonly announce: (workspace: string) => Promise<void>;
  /** The greatest number up to `most` of a packet of a writer that is there; 0: none. */
  readonly greatest: (key: WriterKey, most: number) => Promise<number>;
  /** Numbers of our own packets up to `last` of which not every part is there, ascending. `looked`: called now and then meanwhile. */
  readonly missing: (key: WriterKey, last: number, looked?: () => void) => Promise<readonly number[]>;
  /** Writers of whom there may be more than is known here, ascending. */
  readonly writersBeyond: (workspace: string, known: Readonly<Record<string, number>>) => Promise<readonly string[]>;
  /** The segments of a writer behind a number. */
  readonly segmentsBehind: (key: WriterKey, n: number) => Promise<Copies>;
  readonly putDevice: (key: WriterKey, bytes: Uint8Array) => Promise<void>;
  readonly devices: (workspace: string) => Promise<readonly DeviceFile[]>;
  /** Calls back soon after others have put something, at times also without; absent: ask now and then. Answers what ends it. */
  readonly watch?: (workspace: string, changed: () => void) => () => void;
  /** Gives up what it holds open. It may be used again afterwards. */
  readonly close: () => Promise<void>;
};

/** A place as it is: bytes as they lie there. Nobody else than `sealedPlace` uses one to read or to put what people wrote. */
export type BarePlace = Omit<MeetingPlace, 'writeWorkspace'> & {
  /** `seal`: the key of the workspace under its passphrase, which everybody may read; less than 10 kB. Called again when it changed. */
  readonly writeWorkspace: (workspace: string, seal: string) => Promise<void>;
  /** Null: it is not there. */
  readonly sealOf: (workspace: string) => Promise<string | null>;
};

export type RefusedPacket = {
  readonly writer: string;
  readonly n: number;
  /** One sentence: why what is there was not applied. */
  readonly sentence: string;
  readonly reason: Refused['reason'] | 'unwritable';
};

export type ReadPackets = {
  readonly packets: readonly (Packet & { readonly hash: string })[];
  readonly problem: RefusedPacket | null;
};

/** The packets of a writer behind a chain, as far as they are whole and follow each other. */
export async function packetsBehind(
  place: MeetingPlace,
  writer: string,
  from: Chain,
  here: Here,
  most: number,
): Promise<ReadPackets> {
  const packets: (Packet & { hash: string })[] = [];
  let chain = from;
  const stopped = (why: Refused | null) => ({
    packets,
    problem: why && { writer, n: chain.n + 1, sentence: why.message, reason: why.reason },
  });
  try {
    const copies = await place.segmentsBehind({ workspace: here.workspace, writer }, from.n);
    while (packets.length < most) {
      const { next, refused } = await nextOf(chain, await copies(chain.n + 1, chain.parts.length + 1), writer, here);
      if (!next || next.chain === chain) return stopped(refused);
      chain = next.chain;
      if (next.packet) packets.push({ ...next.packet, hash: chain.hash });
    }
    return { packets, problem: null };
  } catch (error) {
    if (error instanceof Refused) return stopped(error);
    throw error;
  }
}

/** Follows the first copy that is the next segment of a chain. */
async function nextOf(
  chain: Chain,
  copies: readonly ReadCopy[],
  writer: string,
  here: Here,
): Promise<{ readonly next: ReturnType<typeof follow> | null; readonly refused: Refused | null }> {
  let refused: Refused | null = null;
  for (const read of copies) {
    try {
      const bytes = await read();
      if (!bytes) continue;
      const segment = readSegment(bytes, here);
      if (segment.writer !== writer) throw new Refused('foreign');
      return { next: follow(chain, segment), refused };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused ??= error;
    }
  }
  return { next: null, refused };
}
