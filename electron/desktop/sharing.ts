// Keeps the open workspace meeting the others: every few seconds, soon after an own step, and before it is closed. What goes wrong
// is told as a state; own work is never held up.
import type { Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/result.ts';
import type { Cost, Keys } from '../encryption/keys.ts';
import type { App, AppOptions } from '../open-workspace.ts';
import { inviteTo } from '../sharing/invited-place.ts';
import type { SharedFile } from '../sharing/join.ts';
import { type KnownFolder, type KnownPlace, mayBeLookedFor, type PlaceMaker } from '../sharing/known-place.ts';
import { changePlaceKeys, newPlaceKeys, openPlaceKeys, requireThere, takePlaceKeys } from '../sharing/place-keys.ts';
import { sealedPlace } from '../sharing/sealed-place.ts';
import { keptPlace } from './kept-place.ts';
import { type LastSaid, meetOthers } from './sharing-meeting.ts';
import type { SharingMemory } from './sharing-memory.ts';
import { sharingRequired } from './sharing-required.ts';
import { lastSeen, nothingSeen, refusalOf, sharedState, toMinute, withCome } from './sharing-state.ts';
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
/** Closing waits no longer than this for a last meeting, or until sharing that is under way has stopped. */
const atMostAtEndMs = 2000;

export type SharingKeeper = ReturnType<typeof createSharing>;

export function createSharing(options: SharingOptions) {
  const { current, memory, computer, now, emit, log, everyMs = usualMs } = options;
  const job = createWatchedJob(emit.progress);
  const required = sharingRequired(theApp, memory);
  let seen = nothingSeen();
  let of: App | null = null;
  const { bareFor, isKept, withOther, watch, drop, close } = keptPlace(options.placeOf);
  let said: LastSaid | null = null;
  let meeting: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | null = null;
  let told = '';
  let isClosed = false;

  /** The open workspace, with what has been seen since it is the open one. */
  function theApp(): App | null {
    const app = current();
    if (app !== of) {
      of = app;
      drop();
      seen = nothingSeen();
      said = null;
    }
    return app;
  }

  function isShared(): boolean {
    const app = theApp();
    return app?.isOpen() === true && app.isShared();
  }

  function get(): Output<'sharing.get'> {
    const app = theApp();
    const sharing = app?.isOpen() ? app.sharing() : null;
    if (!app || !sharing) return { shared: null, refusal: app ? refusalOf(app) : 'No workspace is open.' };
    const { writer, last } = sharing;
    const shared = sharedState({
      ...{ seen, writer, place: memory.placeOf(sharing), hasKey: memory.keysOf(sharing) !== null, now: now() },
      toSend: Math.max(0, last - memory.sentOf(sharing)),
      here: { name: computer, memberId: app.settings().actingAs },
    });
    return { shared, refusal: null };
  }

  function tell(): void {
    // The clock alone is no news.
    const state = JSON.stringify(get(), (key, value) => (key === 'now' ? undefined : value));
    if (state === told || isClosed) return;
    told = state;
    emit.changed({ tables: ['sharing'] });
  }

  /** Meets once, whatever comes of it. */
  async function meetOnce(app: App): Promise<void> {
    const before = app.sharing();
    const known = before && memory.placeOf(before);
    if (!before || !known) return;
    const bare = bareFor(known);
    try {
      await app.finishSharing(bare);
      if (!app.isOpen()) return;
      if (!app.sharing()) return memory.forget(before);
      const keys = memory.keysOf(before);
      if (!keys) return;
      const met = await meetOthers({ app, place: bare, keys, computer, said, now }).finally(() =>
        followRenamed(app, before),
      );
      const after = app.isOpen() ? app.sharing() : null;
      if (theApp() !== app || !after || !isKept(bare)) return;
      if (!met) {
        seen = { ...seen, isSealedAnew: true, hasTried: true, trouble: null };
        return;
      }
      const { exchanged, refused, devices } = met;
      said = met.said;
      memory.keepSent(after, exchanged.inPlace);
      watch(bare, after.workspace, () => void meet());
      // What was done meanwhile, and what followed here from what came.
      again ||= refused.length === 0 && after.last > exchanged.inPlace;
      const came = withCome(seen.came, exchanged.from, now());
      const fine = { trouble: null, hasTried: true, isSealedAnew: false };
      seen = { ...fine, devices, came, refused, lastMetAt: toMinute(now()), lastSeen: lastSeen(seen, devices, now()) };
    } catch (error) {
      if (theApp() !== app || !app.isOpen() || !isKept(bare)) return;
      seen = { ...seen, hasTried: true, trouble: { sentence: sentenceOf(error), since: seen.trouble?.since ?? now() } };
    }
  }

  /** A file that meets as another writer from here on is known still. */
  function followRenamed(app: App, before: SharedFile): void {
    const writer = app.isOpen() ? app.sharing()?.writer : undefined;
    if (writer !== undefined && writer !== before.writer) memory.keepRenamed(before, writer);
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
    timer = null;
    const app = theApp();
    if (isClosed || !app || (app.isOpen() && !app.isShared())) return;
    timer = setTimeout(() => void meet(), inMs);
    timer.unref();
  }

  /** Remembers where and how a file meets before it is shared, so that a kill leaves no file that nobody can help. */
  async function share(app: App, known: KnownPlace, keys: Keys, there: Parameters<App['share']>[0]): Promise<void> {
    let begun: SharedFile | undefined;
    try {
      await app.share(there, file => {
        begun = file;
        memory.keepPlace(file, known);
        memory.keepKeys(file, keys);
      });
    } catch (error) {
      if (app.isOpen() && !app.sharing()) {
        if (begun) memory.forget(begun);
        drop();
      }
      throw error;
    }
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
      if (!isShared()) return;
      tell();
      if (!meeting) plan(afterStepMs);
    },
    /** Shares the open workspace. Throws an AppError when it cannot; then it is as it was. */
    start: (known: KnownPlace, passphrase: string): Promise<void> =>
      job.run('sharing', async watched => {
        const app = required.open();
        const keys = await newPlaceKeys(passphrase, options.cost);
        await share(app, known, keys, watched(sealedPlace(watched(bareFor(known), false), keys)));
        seen = nothingSeen();
        tell();
        plan(0);
      }),
    /** Makes a new file of the workspace that meets somewhere, with `make`, and remembers where and how; not when it answers null. */
    join: (
      { workspace, place: known }: { readonly workspace: string; readonly place: KnownPlace },
      passphrase: string,
      make: (place: ReturnType<typeof sealedPlace>) => Promise<SharedFile | null>,
    ): Promise<void> =>
      job.run('joining', watched =>
        withOther(known, async bare => {
          await requireThere(bare, workspace, known.kind === 'folder' ? 'folder' : undefined);
          const keys = await openPlaceKeys(bare, workspace, passphrase);
          const file = await make(watched(sealedPlace(bare, keys)));
          if (!file) return;
          memory.keepPlace(file, known);
          memory.keepKeys(file, keys);
        }),
      ),
    cancel: job.cancel,
    /** Whether the workspace meets where an invitation says, as far as that may be looked for. */
    isFound: async (known: KnownFolder, workspace: string): Promise<boolean> =>
      mayBeLookedFor(known) &&
      (await withOther(known, bare => bare.workspace(workspace)).catch(() => null)) === workspace,
    /** What an invitation to the open workspace says. */
    invitation: async () => {
      const { app, file } = required.shared();
      const place = await inviteTo(required.place(file), () => required.keys(file), file.workspace);
      return { name: app.name(), workspace: file.workspace, at: now(), place };
    },
    /** Meets now. Throws an AppError when the place is not reached. */
    meetNow: async (): Promise<void> => {
      const { file } = required.shared();
      required.place(file);
      required.keys(file);
      await meeting;
      await meet();
      if (seen.trouble) throw new AppError('file', seen.trouble.sentence);
    },
    givePassphrase: async (passphrase: string): Promise<void> => {
      const { file } = required.shared();
      const bare = bareFor(required.place(file));
      memory.keepKeys(file, await takePlaceKeys(bare, file.workspace, passphrase, memory.keysOf(file)));
      seen = { ...seen, isSealedAnew: false };
      tell();
      plan(0);
    },
    /** A computer that does not get the new passphrase gets nothing new. */
    changePassphrase: async (passphrase: string): Promise<void> => {
      const { file } = required.shared();
      const keys = required.keys(file);
      const bare = bareFor(required.place(file));
      memory.keepKeys(file, await changePlaceKeys(bare, file.workspace, keys, passphrase, options.cost));
      plan(0);
    },
    setPlace: async (known: KnownPlace): Promise<void> => {
      const { file } = required.shared();
      await withOther(known, bare => requireThere(bare, file.workspace));
      memory.keepPlace(file, known);
      drop();
      again = true;
      seen = { ...seen, trouble: null };
      tell();
      plan(0);
    },
    stop: async (): Promise<void> => {
      const { app, file } = required.shared();
      await app.stopSharing();
      memory.forget(file);
      drop();
      seen = nothingSeen();
      tell();
    },
    /** Stops sharing or joining that is under way, and meets a last time where there is something to send; in a limited time. */
    finish: async (): Promise<void> => {
      await Promise.race([job.stop(), limit()]);
      const shared = get().shared;
      if (!shared || shared.toSend === 0 || shared.state === 'needsPassphrase' || shared.state === 'needsPlace') return;
      await Promise.race([meet(), limit()]);
    },
    close: (): void => {
      isClosed = true;
      if (timer) clearTimeout(timer);
      close();
    },
  };
}

const limit = (): Promise<void> => new Promise(resolve => setTimeout(resolve, atMostAtEndMs).unref());
