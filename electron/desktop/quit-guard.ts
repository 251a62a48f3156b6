// Quit guard: the page saves open fields; the user is asked about what cannot be saved. Free of Electron.

/** The page's answer: names of fields that could not be saved, and whether something is still at work. */
export type PageState = { readonly unsaved: readonly string[]; readonly busy: boolean };

export type QuitGuardOptions = {
  /** Asks the page to save and to answer by `pageState`. */
  readonly notifyPage: () => void;
  /** Asks the owner; true: leave all the same. */
  readonly confirm: (pageState: PageState) => Promise<boolean>;
  /** Milliseconds after which a page that does not answer is taken for dead. */
  readonly patience: number;
};

export type QuitGuard = {
  /** Whether the window may go now. Asked twice at once, it answers both times the same. */
  readonly leave: (how: { readonly mayAsk: boolean }) => Promise<boolean>;
  readonly pageState: (answer: PageState) => void;
};

export function createQuitGuard({ notifyPage, confirm, patience }: QuitGuardOptions): QuitGuard {
  let hear: ((answer: PageState) => void) | null = null;
  let decision: Promise<boolean> | null = null;

  const askPage = (): Promise<PageState | null> =>
    new Promise(resolve => {
      const timer = setTimeout(() => resolve(null), patience);
      hear = answer => {
        clearTimeout(timer);
        resolve(answer);
      };
      notifyPage();
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
      decision ??= decide(true).finally(() => {
        decision = null;
      });
      return decision;
    },
    pageState: answer => hear?.(answer),
  };
}

/** The question: what is lost, in the owner's words. */
export function quitQuestion({ unsaved, busy }: PageState): { readonly message: string; readonly detail: string } {
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
