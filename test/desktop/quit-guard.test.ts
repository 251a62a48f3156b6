// Before the window goes: the page saves, what it cannot save is asked about, and only a page that says nothing is given up.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  askEveryMs,
  busyRounds,
  createQuitGuard,
  hurryRounds,
  type PageState,
  type QuitDoubt,
  quitQuestion,
  silentRounds,
} from '../../electron/desktop/quit-guard.ts';

const clean: PageState = { unsaved: [], busy: false };
const atWork: PageState = { unsaved: ['E-mail'], busy: true };
const refused: PageState = { unsaved: ['E-mail'], busy: false };

type Question = { readonly doubt: QuitDoubt; readonly answer: (leave: boolean) => void; readonly open: () => boolean };

/** A guard whose page answers when the test says so; `left` is what came of it. */
function start() {
  const questions: Question[] = [];
  let told = 0;
  const quitGuard = createQuitGuard({
    notifyPage: () => {
      told++;
    },
    confirm: (doubt, withdrawn) =>
      new Promise(answer => {
        questions.push({ doubt, answer, open: () => !withdrawn.aborted });
      }),
  });
  const state: { left: boolean | null } = { left: null };
  const leave = (mayAsk = true) => {
    void quitGuard.leave({ mayAsk }).then(leaves => {
      state.left = leaves;
    });
  };
  const hear = async (answer: PageState) => {
    quitGuard.pageState(answer);
    await vi.advanceTimersByTimeAsync(0);
  };
  const decide = async (index: number, answer: boolean) => {
    questions[index]?.answer(answer);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { quitGuard, questions, told: () => told, left: () => state.left, leave, hear, decide };
}

const wait = (rounds: number) => vi.advanceTimersByTimeAsync(rounds * askEveryMs);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('leaving', () => {
  it('lets the window go once the page has saved everything', async () => {
    const { leave, hear, left, questions } = start();
    leave();
    await hear(clean);
    expect([left(), questions]).toEqual([true, []]);
  });

  it('asks about what cannot be saved, and does what the owner says', async () => {
    for (const answer of [true, false]) {
      const { leave, hear, left, questions, decide } = start();
      leave();
      await hear(refused);
      expect([left(), questions[0]?.doubt]).toEqual([null, refused]);
      await decide(0, answer);
      expect(left()).toBe(answer);
    }
  });

  it('waits for a page that is slow to save, and goes without a question', async () => {
    const { leave, hear, left, questions } = start();
    leave();
    await wait(busyRounds - 1);
    await hear(atWork);
    expect([left(), questions]).toEqual([null, []]);
    await hear(clean);
    expect([left(), questions]).toEqual([true, []]);
  });

  it('asks whether to wait for long work, and takes the question away when the work is done', async () => {
    const { leave, hear, left, questions } = start();
    leave();
    await hear(atWork);
    await wait(busyRounds);
    expect(questions.map(({ doubt }) => doubt)).toEqual([atWork]);
    await hear(clean);
    expect([left(), questions[0]?.open()]).toEqual([true, false]);
  });

  it('asks anew when the work is done and something cannot be saved', async () => {
    const { leave, hear, left, questions, decide } = start();
    leave();
    await hear(atWork);
    await wait(busyRounds);
    await hear(refused);
    expect(questions.map(({ doubt, open }) => [doubt, open()])).toEqual([
      [atWork, false],
      [refused, true],
    ]);
    // The first question decides nothing any more.
    await decide(0, true);
    expect(left()).toBeNull();
    await decide(1, false);
    expect(left()).toBe(false);
  });

  it('gives up a page that says nothing only when the owner says so', async () => {
    const { leave, left, questions, decide, told } = start();
    leave();
    await wait(silentRounds - 1);
    expect([left(), questions, told()]).toEqual([null, [], silentRounds]);
    await wait(1);
    expect([left(), questions.map(({ doubt }) => doubt)]).toEqual([null, ['silent']]);
    await wait(100);
    expect([left(), questions.length]).toEqual([null, 1]);
    await decide(0, true);
    expect(left()).toBe(true);
  });

  it('takes that question away when the page answers after all', async () => {
    const { leave, hear, left, questions } = start();
    leave();
    await wait(silentRounds);
    await hear(atWork);
    expect([left(), questions[0]?.open()]).toEqual([null, false]);
    await hear(clean);
    expect(left()).toBe(true);
  });

  it('puts one question when the cross is pressed twice, and another one the next time', async () => {
    const { leave, hear, left, questions, decide, told } = start();
    leave();
    leave();
    await hear(refused);
    expect([questions.length, told()]).toEqual([1, 1]);
    await decide(0, false);
    expect(left()).toBe(false);
    leave();
    await hear(refused);
    expect(questions.length).toBe(2);
  });
});

describe('when the system is going down', () => {
  it('nobody is asked, and what can be saved is saved', async () => {
    const { leave, hear, left, questions } = start();
    leave(false);
    await hear(atWork);
    await wait(hurryRounds.silent - 1);
    await hear(atWork);
    expect(left()).toBeNull();
    await hear(refused);
    expect([left(), questions]).toEqual([true, []]);
  });

  it('a silent page is waited for, but not for ever', async () => {
    const { leave, left } = start();
    leave(false);
    await wait(hurryRounds.silent - 1);
    expect(left()).toBeNull();
    await wait(1);
    expect(left()).toBe(true);
  });

  it('a page at work is waited for longer, but not for ever', async () => {
    const { leave, hear, left } = start();
    leave(false);
    for (let round = 1; round < hurryRounds.busy; round++) {
      await hear(atWork);
      await wait(1);
    }
    expect(left()).toBeNull();
    await wait(1);
    expect(left()).toBe(true);
  });

  it('an open question is taken away', async () => {
    const { leave, hear, left, questions } = start();
    leave();
    await hear(refused);
    leave(false);
    await wait(0);
    expect([left(), questions[0]?.open()]).toEqual([true, false]);
  });
});

describe('the question', () => {
  it('names what is not saved', () => {
    expect(quitQuestion(refused).message).toBe('Your changes in “E-mail” are not saved.');
    expect(quitQuestion({ unsaved: ['E-mail', 'Note'], busy: true }).detail).toMatch(/E-mail\nNote/);
  });
  it('says what happens to work that is not finished', () => {
    expect(quitQuestion({ unsaved: [], busy: true }).detail).toMatch(/rolled back/);
  });
  it('says what a window that does not respond may cost', () => {
    expect(quitQuestion('silent')).toMatchObject({ message: expect.stringMatching(/not respond/), stay: 'Wait' });
  });
});
