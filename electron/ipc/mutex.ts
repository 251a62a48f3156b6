// A mutex for writers: work runs in the order it was queued.

/** Runs each piece of work after all earlier ones have ended, whether they succeeded or not. */
export function createMutex(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
