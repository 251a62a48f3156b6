// Lets the meeting's clock run while the meeting fills the screen; leaving it and coming back goes on counting.
import { useEffect, useState } from 'react';
import type { SectionId } from '../agenda.ts';
import { clockText, spend, type TimeSpent, usedShare } from './clock.ts';

const tickMs = 5000;
/** One meeting at a time: that of the week it is about. */
let kept: { readonly week: string; readonly spent: TimeSpent } = { week: '', spent: {} };

export type MeetingClock = {
  readonly used: (section: SectionId) => number;
  readonly text: { readonly whole: string; readonly section: string };
};

/** `section` null: the clock stands. */
export function useMeetingClock(section: SectionId | null, week: string): MeetingClock {
  const [, drawAgain] = useState(0);
  useEffect(() => {
    if (section === null || week === '') return;
    if (kept.week !== week) kept = { week, spent: {} };
    let since = performance.now();
    const count = () => {
      const now = performance.now();
      kept = { week, spent: spend(kept.spent, section, now - since) };
      since = now;
    };
    const timer = setInterval(() => {
      count();
      drawAgain(times => times + 1);
    }, tickMs);
    return () => {
      clearInterval(timer);
      count();
    };
  }, [section, week]);
  const spent = kept.week === week ? kept.spent : {};
  return { used: id => usedShare(spent, id), text: clockText(spent, section ?? 'last') };
}
