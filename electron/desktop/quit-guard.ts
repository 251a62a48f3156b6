// Quit guard: the page saves open fields; the user is asked about what cannot be saved. Free of Electron.

/** The page's answer: names of fields that are not saved, and whether something is still being written. */
export type PageState = { readonly unsaved: readonly string[]; readonly busy: boolean };

/** What the owner is asked about: what the page says, or that it says nothing. */
export type QuitDoubt = PageState | 'silent';

export type QuitGuardOptions = {
  /** Asks the page to save and to answer by `pageState`; asked again and again, it saves and answers again. */
  readonly notifyPage: () => void;
  /** Asks the owner; true: leave all the same. The signal takes the question away again. */
  readonly confirm: (doubt: QuitDoubt, withdrawn: AbortSignal) => Promise<boolean>;
};

export type QuitGuard = {
  /** Whether the window may go now. Asked twice at once, it answers both times the same. */
  readonly leave: (how: { readonly mayAsk: boolean }) => Promise<boolean>;
  readonly pageState: (answer: PageState) => void;
};

/** The page is asked so often, in ms. The limits below count such rounds, so that a sleeping computer uses none up. */
export const askEveryMs = 1000;
/** Rounds of writing before the owner is asked whether to wait for it. */
export const busyRounds = 4;
/** Rounds without any answer before the page is called unresponsive. */
export const silentRounds = 10;
/** When the system is going down nobody can be asked: rounds for a silent page, and for one that is at work. */
export const hurryRounds = { silent: 5, busy: 10 } as const;

export function createQuitGuard({ notifyPage, confirm }: QuitGuardOptions): QuitGuard {
  let running: Leaving | null = null;
  return {
    leave: ({ mayAsk }) => {
      running ??= startLeaving(notifyPage, confirm, () => {
        running = null;
      });
      const { decided, hurry } = running;
      if (!mayAsk) hurry();
      return decided;
    },
    pageState: answer => running?.hear(answer),
  };
}

type Leaving = {
  readonly decided: Promise<boolean>;
  readonly hear: (answer: PageState) => void;
  readonly hurry: () => void;
};

function startLeaving(
  notifyPage: QuitGuardOptions['notifyPage'],
  confirm: QuitGuardOptions['confirm'],
  ended: () => void,
): Leaving {
  const { promise: decided, resolve } = Promise.withResolvers<boolean>();
  let hurried = false;
  let last: PageState | null = null;
  let rounds = 0;
  let silent = 0;
  let question: { readonly about: QuitDoubt; readonly withdraw: () => void } | null = null;

  const finish = (leave: boolean): void => {
    clearInterval(timer);
    question?.withdraw();
    question = null;
    ended();
    resolve(leave);
  };
  const withdraw = (): void => {
    question?.withdraw();
    question = null;
  };
  const ask = (about: QuitDoubt): void => {
    if (question) return;
    const abort = new AbortController();
    question = { about, withdraw: () => abort.abort() };
    // A question that was withdrawn decides nothing, however it ends.
    void confirm(about, abort.signal).then(leave => abort.signal.aborted || finish(leave));
  };

  const hear = (answer: PageState): void => {
    last = answer;
    silent = 0;
    if (question?.about === 'silent') withdraw();
    // A page at work answers again when it is done.
    if (answer.busy) return;
    if (hurried || answer.unsaved.length === 0) finish(true);
    else if (question === null || (question.about !== 'silent' && question.about.busy)) {
      withdraw();
      ask(answer);
    }
  };
  const nextRound = (): void => {
    rounds += 1;
    silent += 1;
    const given = hurried && (silent >= hurryRounds.silent || rounds >= hurryRounds.busy);
    if (given) finish(true);
    else notifyPage();
    if (hurried) return;
    if (silent >= silentRounds) ask('silent');
    else if (last?.busy && rounds >= busyRounds) ask(last);
  };
  const timer = setInterval(nextRound, askEveryMs);
  notifyPage();

  return {
    decided,
    hear,
    hurry: () => {
      if (hurried) return;
      hurried = true;
      rounds = 0;
      silent = 0;
      withdraw();
      if (last?.busy === false) finish(true);
    },
  };
}

type Question = { readonly message: string; readonly detail: string; readonly stay: string };

/** The question: what is lost, in the owner's words. */
export function quitQuestion(doubt: QuitDoubt): Question {
  if (doubt === 'silent') {
    return {
      message: 'The window of Ripen does not respond.',
      detail: 'If you close now, text that you have just typed may be lost. Everything that was saved is safe.',
      stay: 'Wait',
    };
  }
  const { unsaved, busy } = doubt;
  if (unsaved.length === 0 && busy) {
    return {
      message: 'Ripen is still working.',
      detail:
        'If you close now, unfinished work is rolled back or goes on at the next start. Everything else is saved.',
      stay: 'Go back',
    };
  }
  const names = unsaved.length === 1 ? `“${unsaved[0]}”` : `${unsaved.length} places`;
  return {
    message: `Your changes in ${names} are not saved.`,
    detail: [...(unsaved.length > 1 ? [unsaved.join('\n')] : []), 'Everything else is saved.'].join('\n\n'),
    stay: 'Go back',
  };
}
