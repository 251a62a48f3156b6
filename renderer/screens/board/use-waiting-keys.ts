// Keys pressed on a card that is still on its way: they wait for it, in their order, and are then pressed again.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Stage } from '../../../shared/stages.ts';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>;
type Waiting = {
  readonly stage: Stage;
  readonly presses: Press[];
  /** One of them has taken the focus out of the column, into a menu or a question. */
  hasOpened: boolean;
};

export type WaitingKeys = {
  /** Keeps a press where the card is not here yet, or others wait before it; false: it is for now. */
  readonly keep: (stage: Stage, press: Press, isHere: boolean) => boolean;
  readonly drop: () => void;
  /** A card that was on its way is here. */
  readonly arrived: () => void;
};

/** `root` holds the columns; `isHere`: whether the card at hand in a column can be acted on. */
export function useWaitingKeys(root: RefObject<HTMLElement | null>, isHere: (stage: Stage) => boolean): WaitingKeys {
  const waiting = useRef<Waiting | null>(null);
  const replayed = useRef(false);
  const [, setTurn] = useState(0);
  const again = useCallback(() => setTurn(now => now + 1), []);

  useEffect(() => {
    const now = waiting.current;
    const list = now && root.current?.querySelector<HTMLElement>(`[data-list="${now.stage}"]`);
    const focused = document.activeElement;
    if (!now || !list) return;
    const isOnList = focused === list;
    if (isOnList && !isHere(now.stage)) return;
    const press = isOnList || (now.hasOpened && focused !== document.body) ? now.presses.shift() : undefined;
    if (press === undefined || !(focused instanceof HTMLElement)) {
      waiting.current = null;
      return;
    }
    replayed.current = true;
    const isFree = focused.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }));
    replayed.current = false;
    // The browser presses a button for real keys alone.
    if (isFree && press.key === 'Enter' && focused instanceof HTMLButtonElement) focused.click();
    if (isOnList) now.hasOpened = true;
    again();
  });

  const keep = useCallback((stage: Stage, { key, shiftKey, altKey }: Press, here: boolean) => {
    if (replayed.current || (here && waiting.current === null)) return false;
    if (waiting.current?.stage !== stage) waiting.current = { stage, presses: [], hasOpened: false };
    waiting.current.presses.push({ key, shiftKey, altKey });
    return true;
  }, []);
  const drop = useCallback(() => {
    waiting.current = null;
  }, []);
  return { keep, drop, arrived: again };
}
