// Keeps the open workspace meeting the others: every few seconds, soon after an own step, and before it is closed. What goes wrong
// is told as a state; own work is never held up.
import { existsSync } from 'node:fs';
import type { Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/result.ts';
import type { Cost, Keys } from '../encryption/keys.ts';
import type { App, AppOptions } from '../open-workspace.ts';
import type { KnownPlace, PlaceMaker } from '../sharing/known-place.ts';
import type { BarePlace } from '../sharing/meeting-place.ts';
import { changePlaceKeys, newPlaceKeys, openPlaceKeys, requireThere } from '../sharing/place-keys.ts';
import { sealedPlace } from '../sharing/sealed-place.ts';
import { type LastSaid, meetOthers } from './sharing-meeting.ts';
import type { SharingMemory } from './sharing-memory.ts';
import { nothingSeen, sharedState, withCome } from './sharing-state.ts';
import { createWatchedJob } from './watched-job.ts';

export type SharingOptions = {
  readonly current: () => App | null;
  readonly memory: SharingMemory;
  readonly placeOf: PlaceMaker;
  /** As this computer is called. */
  readonly computer: string;
  readonly now: () => number;
  readonly emit: NonNullable<AppOptions['emit']>;
  readonly log: (error: unknown, name: string) => void;
  /** Of deriving a key from a passphrase; for tests. */
  readonly cost?: Cost | undefined;
  readonly everyMs?: number | undefined;
};

/** Between two meetings, while nothing is done here. */
const usualMs = 5000;
/** After an own step: several quick ones go together. */
const afterStepMs = 400;
/** Closing waits no longer than this for a last meeting. */
const atMostAtEndMs = 2000;

export type SharingKeeper = ReturnType<typeof createSharing>;

export function createSharing(options: SharingOptions) {
  const { current, memory, placeOf, computer, now, emit, log, everyMs = usualMs } = options;
  const job = createWatchedJob(emit.progress);
  let seen = nothingSeen();
  let of: App | null = null;
  let place: { readonly known: KnownPlace; readonly bare: BarePlace } | null = null;
  let said: LastSaid | null = null;
  let meeting: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | null = null;
  let told = '';
  let isClosed = false;

  function bareFor(known: KnownPlace): BarePlace {
    if (place && JSON.stringify(place.known) === JSON.stringify(known)) return place.bare;
    void place?.bare.close();
    place = { known, bare: placeOf(known) };
    return place.bare;
  }

  /** The open workspace, with what has been seen since it is the open one. */
  function theApp(): App | null {
    const app = current();
    if (app !== of) {
      of = app;
      seen = nothingSeen();
      said = null;
    }
    return app;
  }

  function get(): Output<'sharing.get'> {
    const app = theApp();
    const sharing = app?.isOpen() ? app.sharing() : null;
    if (!app || !sharing) return { shared: null, refusal: app ? refusalOf(app) : 'No workspace is open.' };
    const { workspace, writer, last } = sharing;
    const known = memory.placeOf(workspace);
    const shared = sharedState({
      ...{ seen, writer, place: known, hasKey: memory.keysOf(workspace) !== null, now: now() },
      toSend: Math.max(0, last - memory.sentOf(workspace, writer)),
      here: { name: computer, memberId: app.settings().actingAs },
    });
    return { shared, refusal: null };
  }

  function tell(): void {
    const state = JSON.stringify(get());
    if (state === told || isClosed) return;
    told = state;
    emit.changed({ tables: ['sharing'] });
  }

  /** Meets once, whatever comes of it. */
  async function meetOnce(app: App): Promise<void> {
    const sharing = app.sharing();
    const known = sharing && memory.placeOf(sharing.workspace);
    const keys = sharing && memory.keysOf(sharing.workspace);
    if (!sharing || !known || !keys) return;
    try {
      const met = await meetOthers({ app, place: bareFor(known), keys, computer, said, now });
      const after = app.isOpen() ? app.sharing() : null;
      if (theApp() !== app || !after) return;
      if (!met) {
        seen = { ...seen, isSealedAnew: true, hasTried: true, trouble: null };
        return;
      }
      const { exchanged, refused, devices } = met;
      said = met.said;
      memory.keepSent(after.workspace, after.writer, exchanged.inPlace);
      // What was done meanwhile, and what followed here from what came.
      again ||= refused.length === 0 && after.last > exchanged.inPlace;
      const came = withCome(seen.came, exchanged.from, now());
      seen = { devices, came, refused, trouble: null, lastMetAt: now(), hasTried: true, isSealedAnew: false };
    } catch (error) {
      if (theApp() !== app || !app.isOpen()) return;
      seen = { ...seen, hasTried: true, trouble: { sentence: sentenceOf(error), since: seen.trouble?.since ?? now() } };
    }
  }

  function sentenceOf(error: unknown): string {
    if (error instanceof AppError) return error.message;
    log(error, 'meeting');
    return 'Something went wrong while Ripen met the others. Your work is safe here, and is sent later.';
  }

  /** Meets now; what is asked for meanwhile is one meeting more. */
  function meet(): Promise<void> {
    if (meeting) {
      again = true;
      return meeting;
    }
    const app = theApp();
    if (!app || isClosed) return Promise.resolve();
    meeting = (async () => {
      do {
        again = false;
        if (app.isOpen()) await meetOnce(app);
        tell();
      } while (again && !isClosed && theApp() === app);
    })()
      .catch(error => log(error, 'meeting'))
      .finally(() => {
        meeting = null;
        plan(everyMs);
      });
    return meeting;
  }

  function plan(inMs: number): void {
    if (timer) clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(() => void meet(), inMs);
    timer.unref();
  }

  function requireOpen(): App {
    const app = theApp();
    if (!app) throw new AppError('conflict', 'No workspace is open.');
    return app;
  }

  function requireShared(): { readonly app: App; readonly workspace: string } {
    const app = requireOpen();
    const sharing = app.sharing();
    if (!sharing) throw new AppError('conflict', 'This workspace is not shared.');
    return { app, workspace: sharing.workspace };
  }

  function requirePlace(workspace: string): KnownPlace {
    const known = memory.placeOf(workspace);
    if (!known) throw new AppError('conflict', 'This computer does not know where the others meet. Choose the folder.');
    return known;
  }

  function requireKeys(workspace: string): Keys {
    const keys = memory.keysOf(workspace);
    if (!keys) throw new AppError('conflict', 'Enter the passphrase of the shared workspace first.');
    return keys;
  }

  return {
    get,
    /** Another workspace is open, or none. */
    switched: (): void => {
      theApp();
      tell();
      plan(0);
    },
    /** Something was done here. */
    changed: (): void => {
      if (meeting || !theApp()?.isShared()) return;
      tell();
      plan(afterStepMs);
    },
    /** Shares the open workspace. Throws an AppError when it cannot; then it is as it was. */
    start: (known: KnownPlace, passphrase: string): Promise<void> =>
      job.run('sharing', async watched => {
        const app = requireOpen();
        const keys = await newPlaceKeys(passphrase, options.cost);
        await app.share(watched(sealedPlace(bareFor(known), keys)));
        const workspace = app.sharing()?.workspace;
        if (workspace === undefined) return;
        memory.keepPlace(workspace, known);
        memory.keepKeys(workspace, keys);
        seen = nothingSeen();
        tell();
        plan(0);
      }),
    /** Makes a new file of the workspace that meets somewhere, with `make`, and remembers where and how; not when it answers false. */
    join: (
      { workspace, place: known }: { readonly workspace: string; readonly place: KnownPlace },
      passphrase: string,
      make: (place: ReturnType<typeof sealedPlace>) => Promise<boolean>,
    ): Promise<void> =>
      job.run('joining', async watched => {
        const bare = placeOf(known);
        await requireThere(bare, workspace, 'folder');
        const keys: Keys = await openPlaceKeys(bare, workspace, passphrase);
        if (!(await make(watched(sealedPlace(bare, keys))))) return;
        memory.keepPlace(workspace, known);
        memory.keepKeys(workspace, keys);
      }),
    cancel: job.cancel,
    isFound: async (known: KnownPlace, workspace: string): Promise<boolean> => {
      if (known.kind === 'folder' && !existsSync(known.path)) return false;
      return (
        (await placeOf(known)
          .workspace(workspace)
          .catch(() => null)) === workspace
      );
    },
    /** What an invitation to the open workspace says. */
    invitation: () => {
      const { app, workspace } = requireShared();
      return { name: app.name(), workspace, at: now(), place: requirePlace(workspace) };
    },
    /** Meets now. Throws an AppError when the place is not reached. */
    meetNow: async (): Promise<void> => {
      const { workspace } = requireShared();
      requirePlace(workspace);
      if (!memory.keysOf(workspace))
        throw new AppError('conflict', 'Enter the passphrase of the shared workspace first.');
      await meeting;
      await meet();
      if (seen.trouble) throw new AppError('file', seen.trouble.sentence);
    },
    givePassphrase: async (passphrase: string): Promise<void> => {
      const { workspace } = requireShared();
      memory.keepKeys(workspace, await openPlaceKeys(bareFor(requirePlace(workspace)), workspace, passphrase));
      seen = { ...seen, isSealedAnew: false };
      tell();
      plan(0);
    },
    /** A computer that does not get the new passphrase gets nothing new. */
    changePassphrase: async (passphrase: string): Promise<void> => {
      const { workspace } = requireShared();
      const keys = requireKeys(workspace);
      const bare = bareFor(requirePlace(workspace));
      memory.keepKeys(workspace, await changePlaceKeys(bare, workspace, keys, passphrase, options.cost));
      plan(0);
    },
    setPlace: async (known: KnownPlace): Promise<void> => {
      const { workspace } = requireShared();
      const bare = placeOf(known);
      await requireThere(bare, workspace);
      memory.keepPlace(workspace, known);
      seen = { ...seen, trouble: null };
      tell();
      plan(0);
    },
    stop: async (): Promise<void> => {
      const { app, workspace } = requireShared();
      await app.stopSharing();
      memory.forget(workspace);
      seen = nothingSeen();
      tell();
    },
    /** A last meeting before the workspace is left, where there is something to send; in a limited time. */
    finish: async (): Promise<void> => {
      const shared = get().shared;
      if (!shared || shared.toSend === 0 || shared.state === 'needsPassphrase' || shared.state === 'needsPlace') return;
      const limit = new Promise<void>(resolve => setTimeout(resolve, atMostAtEndMs).unref());
      await Promise.race([meet(), limit]);
    },
    close: (): void => {
      isClosed = true;
      if (timer) clearTimeout(timer);
      void place?.bare.close();
    },
  };
}

function refusalOf(app: App): string | null {
  return app.settings().sample ? 'The sample workspace cannot be shared. Start your own first.' : null;
}
