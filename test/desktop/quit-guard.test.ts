// Before the window goes: the page saves, what it cannot save is asked about, and nobody waits for ever.
import { describe, expect, it, vi } from 'vitest';
import { createQuitGuard, type PageState, quitQuestion } from '../../electron/desktop/quit-guard.ts';

const clean: PageState = { unsaved: [], busy: false };

/** A page that answers `answer`, or never when it is null; an owner who says `yes`. */
function start({ answer, yes = false }: { answer: PageState | null; yes?: boolean }) {
  const request: PageState[] = [];
  let told = 0;
  const quitGuard = createQuitGuard({
    notifyPage: () => {
      told++;
      if (answer) queueMicrotask(() => quitGuard.pageState(answer));
    },
    confirm: async pageState => {
      request.push(pageState);
      return yes;
    },
    patience: 50,
  });
  return { quitGuard, request, told: () => told };
}

describe('leaving', () => {
  it('lets the window go once the page has saved everything', async () => {
    const { quitGuard, request } = start({ answer: clean });
    expect(await quitGuard.leave({ mayAsk: true })).toBe(true);
    expect(request).toEqual([]);
  });

  it.each([
    { answer: { unsaved: ['E-mail'], busy: false }, yes: false },
    { answer: { unsaved: [], busy: true }, yes: true },
  ])('asks the owner about $answer, and does what the owner says', async ({ answer, yes }) => {
    const { quitGuard, request } = start({ answer, yes });
    expect(await quitGuard.leave({ mayAsk: true })).toBe(yes);
    expect(request).toEqual([answer]);
  });

  it('asks nobody when the system is going down', async () => {
    const { quitGuard, request } = start({ answer: { unsaved: ['E-mail'], busy: true } });
    expect(await quitGuard.leave({ mayAsk: false })).toBe(true);
    expect(request).toEqual([]);
  });

  it('waits for a page that does not answer, but not for ever', async () => {
    vi.useFakeTimers();
    const { quitGuard } = start({ answer: null });
    const done = quitGuard.leave({ mayAsk: true });
    await vi.advanceTimersByTimeAsync(49);
    expect(await Promise.race([done, Promise.resolve('waiting')])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(2);
    expect(await done).toBe(true);
    vi.useRealTimers();
  });

  it('puts one question when the cross is pressed twice', async () => {
    const { quitGuard, request, told } = start({ answer: { unsaved: ['Note'], busy: false } });
    expect(await Promise.all([quitGuard.leave({ mayAsk: true }), quitGuard.leave({ mayAsk: true })])).toEqual([
      false,
      false,
    ]);
    expect([request.length, told()]).toEqual([1, 1]);
    await quitGuard.leave({ mayAsk: true });
    expect(request.length).toBe(2);
  });
});

describe('the question', () => {
  it('names what is not saved', () => {
    expect(quitQuestion({ unsaved: ['E-mail'], busy: false }).message).toBe('Your changes in “E-mail” are not saved.');
    expect(quitQuestion({ unsaved: ['E-mail', 'Note'], busy: true }).detail).toMatch(/E-mail\nNote/);
  });
  it('says what happens to work that is not finished', () => {
    expect(quitQuestion({ unsaved: [], busy: true }).detail).toMatch(/rolled back/);
  });
});
