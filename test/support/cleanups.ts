// What is tidied up after a test and after a file of tests: `setup.ts` runs it, since files share their modules.

export type Cleanups = {
  readonly add: (cleanup: () => void) => void;
  /** Runs and forgets them, the last one first. */
  readonly run: () => void;
};

function createCleanups(): Cleanups {
  const waiting: (() => void)[] = [];
  return {
    add: cleanup => void waiting.push(cleanup),
    run: () => {
      for (const cleanup of waiting.splice(0).reverse()) cleanup();
    },
  };
}

export const afterThisTest = createCleanups();
export const afterThisFile = createCleanups();
