// What is said of sharing: how far this computer is, who else is there, and what came in.
import * as z from 'zod';
import type { SharedState } from '../../shared/contract/sharing.ts';
import type { App } from '../open-workspace.ts';
import type { Exchanged } from '../sharing/exchange.ts';
import { type KnownPlace, placeName } from '../sharing/known-place.ts';
import type { DeviceFile, RefusedPacket } from '../sharing/meeting-place.ts';

/** What one computer says of itself at the meeting place. */
const deviceSchema = z.object({
  name: z.string().max(300),
  memberId: z.string().max(300).nullable(),
  /** UTC ms. */
  at: z.int(),
  /** Of how many packets of each computer it knows. */
  knows: z.record(z.string(), z.int()),
});
export type DeviceSaid = z.infer<typeof deviceSchema>;

/** Packets of one computer that came within this time are one entry. */
const togetherMs = 60_000;
const mostEntries = 20;

/** What has been seen of one shared workspace since it was opened. */
export type SharingSeen = {
  devices: ReadonlyMap<string, DeviceSaid>;
  /** UTC ms by the clock of this computer: those of the others may be wrong. */
  lastSeen: ReadonlyMap<string, number>;
  refused: readonly RefusedPacket[];
  came: SharedState['came'];
  trouble: { readonly sentence: string; readonly since: number } | null;
  /** To the minute: each change of it is told. */
  lastMetAt: number | null;
  hasTried: boolean;
  /** The passphrase was changed on another computer. */
  isSealedAnew: boolean;
};

export const nothingSeen = (): SharingSeen => ({
  devices: new Map(),
  lastSeen: new Map(),
  refused: [],
  came: [],
  trouble: null,
  lastMetAt: null,
  hasTried: false,
  isSealedAnew: false,
});

/** Those that can be read; what cannot is asked for again at the next meeting. */
export function devicesIn(files: readonly DeviceFile[]): ReadonlyMap<string, DeviceSaid> {
  const said = new Map<string, DeviceSaid>();
  for (const { writer, bytes } of files) {
    try {
      said.set(writer, deviceSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))));
    } catch {
      // Half written, or of another Ripen.
    }
  }
  return said;
}

/** Each computer is seen when it says something else than before; what it said before the workspace was opened here is as it dates it. */
export const lastSeen = (
  before: SharingSeen,
  devices: ReadonlyMap<string, DeviceSaid>,
  now: number,
): ReadonlyMap<string, number> =>
  new Map(
    [...devices].map(([writer, said]) => {
      const known = before.devices.get(writer);
      if (!known) return [writer, before.hasTried ? now : Math.min(said.at, now)];
      return [writer, known.at === said.at ? (before.lastSeen.get(writer) ?? now) : now];
    }),
  );

/** What keeps a workspace from being shared, in a sentence. */
export const refusalOf = (app: App): string | null =>
  app.settings().sample ? 'The sample workspace cannot be shared. Start your own first.' : null;

export const toMinute = (at: number): number => at - (at % 60_000);

/** With what a meeting brought, latest first. */
export function withCome(came: SharingSeen['came'], from: Exchanged['from'], now: number): SharingSeen['came'] {
  let all = [...came];
  for (const { writer, packets, memberId } of from) {
    const latest = all.find(({ computer }) => computer === writer);
    const isSame = latest && latest.memberId === memberId && now - latest.at < togetherMs;
    const changes = packets + (isSame ? latest.changes : 0);
    all = [{ computer: writer, memberId, changes, at: now }, ...all.filter(one => !isSame || one !== latest)];
  }
  return all.slice(0, mostEntries);
}

export type StateParts = {
  readonly seen: SharingSeen;
  readonly place: KnownPlace | null;
  readonly hasKey: boolean;
  readonly writer: string;
  readonly toSend: number;
  /** As this computer is called, and who is at it. */
  readonly here: { readonly name: string; readonly memberId: string | null };
  readonly now: number;
};

function stateOf({ seen, place, hasKey, toSend }: StateParts): SharedState['state'] {
  if (!place) return 'needsPlace';
  if (!hasKey || seen.isSealedAnew) return 'needsPassphrase';
  if (seen.trouble) return 'notReached';
  if (!seen.hasTried) return 'meeting';
  return toSend > 0 ? 'toSend' : 'upToDate';
}

/** The whole answer for a workspace that is shared. */
export function sharedState(parts: StateParts): SharedState {
  const { seen, place, writer, toSend, here, now } = parts;
  const refused = seen.refused.filter(one => one.reason !== 'locked');
  const problemOf = (id: string) => seen.refused.find(one => one.writer === id)?.sentence ?? null;
  const others = [...new Set([...seen.devices.keys(), ...seen.refused.map(one => one.writer)])]
    .filter(id => id !== writer)
    .map(id => {
      const said = seen.devices.get(id);
      return {
        ...{ id, memberId: said?.memberId ?? null, name: said?.name ?? 'Another computer', here: false },
        ...{ lastSeenAt: seen.lastSeen.get(id) ?? null, problem: problemOf(id) },
      };
    })
    .sort((a, b) => (b.lastSeenAt ?? 0) - (a.lastSeenAt ?? 0));
  const own = { id: writer, ...here, here: true, lastSeenAt: toMinute(now), problem: problemOf(writer) };
  return {
    place: place && { kind: place.kind, name: placeName(place) },
    state: stateOf(parts),
    toSend,
    notReachedSince: seen.trouble?.since ?? null,
    lastMetAt: seen.lastMetAt,
    now,
    passphraseChanged: seen.isSealedAnew || refused.length < seen.refused.length,
    problems: [...(seen.trouble ? [seen.trouble.sentence] : []), ...new Set(refused.map(one => one.sentence))],
    computers: [own, ...others],
    came: seen.came,
  };
}
