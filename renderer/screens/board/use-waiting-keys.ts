// Keys pressed on a card that is still on its way: they wait for it, in their order, and are then pressed again.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Stage } from '../../../shared/stages.ts';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>;
type Waiting = {
  stage: Stage;
  readonly presses: Press[];
  /** The last of them was pressed again on the column, and nothing else has been done since. */
  isPressed: boolean;
  /** That one has taken the focus out of the column, into a menu or a question. */
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
    const listOf = (stage: Stage) => root.current?.querySelector(`[data-list="${stage}"]`);
    // Going elsewhere by hand takes back what waits; a key that is pressed again may lead there.
    function onFocusIn({ target }: FocusEvent) {
      const now = waiting.current;
      if (!now || now.hasOpened || target === listOf(now.stage)) return;
      if (now.isPressed) now.hasOpened = true;
      else waiting.current = null;
    }
    function onPointerDown() {
      waiting.current = null;
    }
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', onPointerDown, true);
    };
  }, [root]);

  useEffect(() => {
    const now = waiting.current;
    // A key led to another column: the others wait there.
    const led = now?.hasOpened && document.activeElement instanceof HTMLElement && document.activeElement.dataset.list;
    if (now && led) now.stage = led as Stage;
    const list = now && root.current?.querySelector<HTMLElement>(`[data-list="${now.stage}"]`);
    const focused = document.activeElement;
    if (!now || !list) return;
    const isOnList = focused === list;
    now.isPressed = false;
    if (isOnList) now.hasOpened = false;
    if (isOnList && !isHere(now.stage)) return;
    const press = isOnList || (now.hasOpened && focused !== document.body) ? now.presses.shift() : undefined;
    if (press === undefined || !(focused instanceof HTMLElement)) {
      waiting.current = null;
      return;
    }
    now.isPressed = isOnList;
    replayed.current = true;
    const isFree = focused.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }));
    replayed.current = false;
    // The browser presses a button for real keys alone.
    if (isFree && press.key === 'Enter' && focused instanceof HTMLButtonElement) focused.click();
    again();
  });

  const keep = useCallback((stage: Stage, { key, shiftKey, altKey }: Press, here: boolean) => {
    if (replayed.current || (here && waiting.current === null)) return false;
    if (waiting.current?.stage !== stage) waiting.current = { stage, presses: [], isPressed: false, hasOpened: false };
    waiting.current.presses.push({ key, shiftKey, altKey });
    return true;
  }, []);
  const drop = useCallback(() => {
    waiting.current = null;
  }, []);
  // A turn draws the whole board: only where keys wait for the card.
  const arrived = useCallback(() => {
    if (waiting.current !== null) again();
  }, [again]);
  return { keep, drop, arrived };
}
