// The place that is in use: one object as long as it is the same one, and what tells of news there.
import { AppError } from '../../shared/result.ts';
import type { KnownPlace, PlaceMaker } from '../sharing/known-place.ts';
import type { BarePlace } from '../sharing/meeting-place.ts';

type Kept = { readonly key: string; readonly bare: BarePlace; workspace: string | null; unwatch: () => void };

export function keptPlace(placeOf: PlaceMaker) {
  let kept: Kept | null = null;
  const others = new Set<BarePlace>();
  let isClosed = false;

  function make(known: KnownPlace): BarePlace {
    if (isClosed) throw new AppError('conflict', 'Ripen is closing.');
    return placeOf(known);
  }

  function drop(): void {
    kept?.unwatch();
    void kept?.bare.close();
    kept = null;
  }

  return {
    bareFor: (known: KnownPlace): BarePlace => {
      const key = JSON.stringify(known);
      if (kept?.key === key) return kept.bare;
      drop();
      kept = { key, bare: make(known), workspace: null, unwatch: () => undefined };
      return kept.bare;
    },
    /** Whether it is in use still. */
    isKept: (bare: BarePlace): boolean => kept?.bare === bare,
    /** Another place, open for as long as the work with it takes. */
    withOther: async <T>(known: KnownPlace, work: (bare: BarePlace) => Promise<T>): Promise<T> => {
      const bare = make(known);
      others.add(bare);
      try {
        return await work(bare);
      } finally {
        others.delete(bare);
        await bare.close();
      }
    },
    /** Calls back when others have put something, where a place tells that; once per workspace. */
    watch: (bare: BarePlace, workspace: string, changed: () => void): void => {
      if (kept?.bare !== bare || kept.workspace === workspace) return;
      kept.unwatch();
      kept.workspace = workspace;
      kept.unwatch = bare.watch?.(workspace, changed) ?? (() => undefined);
    },
    /** Gives up what is open: nothing is asked there any more. */
    drop,
    /** Gives up everything, for good. */
    close: (): void => {
      isClosed = true;
      drop();
      for (const bare of others) void bare.close();
    },
  };
}
