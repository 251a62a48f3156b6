// Quit guard: the page saves open fields; the user is asked about what cannot be saved. Free of Electron.

/** The page's answer: names of fields that could not be saved, and whether something is still at work. */
export type Settled = { readonly unsaved: readonly string[]; readonly busy: boolean };

export type LeavingOptions = {
  /** Asks the page to save and to answer by `settled`. */
  readonly tellPage: () => void;
  /** Asks the owner; true: leave all the same. */
  readonly confirm: (settled: Settled) => Promise<boolean>;
  /** Milliseconds after which a page that does not answer is taken for dead. */
  readonly patience: number;
};

export type Leaving = {
  /** Whether the window may go now. Asked twice at once, it answers both times the same. */
  readonly leave: (how: { readonly mayAsk: boolean }) => Promise<boolean>;
  readonly settled: (answer: Settled) => void;
};

export function createLeaving({ tellPage, confirm, patience }: LeavingOptions): Leaving {
  let hear: ((answer: Settled) => void) | null = null;
  let asked: Promise<boolean> | null = null;

  const askPage = (): Promise<Settled | null> =>
    new Promise(resolve => {
      const timer = setTimeout(() => resolve(null), patience);
      hear = answer => {
        clearTimeout(timer);
        resolve(answer);
      };
      tellPage();
    });

  async function decide(mayAsk: boolean): Promise<boolean> {
    const answer = await askPage();
    if (!mayAsk || answer === null || (answer.unsaved.length === 0 && !answer.busy)) return true;
    return confirm(answer);
  }

  return {
    leave: ({ mayAsk }) => {
      // When the system shuts down, an open question is not waited for either.
      if (!mayAsk) return decide(false);
      asked ??= decide(true).finally(() => {
        asked = null;
      });
      return asked;
    },
    settled: answer => hear?.(answer),
  };
}

/** The question: what is lost, in the owner's words. */
export function leavingWords({ unsaved, busy }: Settled): { readonly message: string; readonly detail: string } {
  if (unsaved.length === 0 && busy) {
    return {
      message: 'Ripen is still working.',
      detail: 'If you close now, unfinished work is rolled back. Everything else is saved.',
    };
  }
  const names = unsaved.length === 1 ? `“${unsaved[0]}”` : `${unsaved.length} places`;
  return {
    message: `Your changes in ${names} are not saved.`,
    detail: [...(unsaved.length > 1 ? [unsaved.join('\n')] : []), 'Everything else is saved.'].join('\n\n'),
  };
}
