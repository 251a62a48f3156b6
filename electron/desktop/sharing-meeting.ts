// One meeting of the open workspace, and what this computer says of itself there.
import { AppError } from '../../shared/result.ts';
import type { Keys } from '../encryption/keys.ts';
import type { App } from '../open-workspace.ts';
import type { Exchanged } from '../sharing/exchange.ts';
import type { BarePlace, RefusedPacket } from '../sharing/meeting-place.ts';
import { ensureSealedWith } from '../sharing/place-keys.ts';
import { sealedPlace } from '../sharing/sealed-place.ts';
import { type DeviceSaid, devicesIn } from './sharing-state.ts';

/** A computer that has nothing new to say is seen this often. */
const seenEveryMs = 5 * 60_000;

/** What was said last, and when. */
export type LastSaid = { readonly device: Omit<DeviceSaid, 'at'>; readonly at: number };

export type MeetingOptions = {
  readonly app: App;
  readonly place: BarePlace;
  readonly keys: Keys;
  /** As this computer is called. */
  readonly computer: string;
  readonly said: LastSaid | null;
  readonly now: () => number;
};

export type Met = {
  readonly exchanged: Exchanged;
  readonly refused: readonly RefusedPacket[];
  readonly devices: ReadonlyMap<string, DeviceSaid>;
  readonly said: LastSaid | null;
};

/** Meets once. Null: the place is sealed with another key by now. Throws an AppError when it is not reached. */
export async function meetOthers({ app, place, keys, computer, said, now }: MeetingOptions): Promise<Met | null> {
  const before = app.sharing();
  if (!before || !(await ensureSealedWith(place, before.workspace, keys))) return null;
  const there = sealedPlace(place, keys);
  const exchanged = await app.exchange(there);
  const { workspace, writer } = app.sharing() ?? before;
  const device = { name: computer, memberId: app.settings().actingAs, knows: app.known() };
  const isNews = JSON.stringify(said?.device) !== JSON.stringify(device);
  const refused = [...exchanged.problems];
  let last = said;
  if (!said || isNews || Math.abs(now() - said.at) > seenEveryMs) {
    last = { device, at: now() };
    try {
      await there.putDevice({ workspace, writer }, Buffer.from(JSON.stringify({ ...device, at: last.at })));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      last = said;
      if (!refused.some(one => one.writer === writer))
        refused.push({ writer, n: 0, sentence: error.message, reason: 'unwritable' });
    }
  }
  return { exchanged, refused, devices: devicesIn(await there.devices(workspace)), said: last };
}
