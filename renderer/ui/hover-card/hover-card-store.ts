// Which hover card is open: one for the whole window, so that a thousand cards cost nothing until one is looked at.
import type { ReactNode } from 'react';
import type { AnchorSide } from '../floating/position-box.ts';

export type HoverCard = {
  readonly anchor: Element;
  readonly content: () => ReactNode;
  /** words: a small dark line of text; card: a panel that may hold buttons. */
  readonly look: 'text' | 'card';
  readonly side: AnchorSide;
};

const openAfter = 350;
const closeAfter = 300;

let current: HoverCard | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let leaving = false;
const listeners = new Set<() => void>();

/** On the screen, and not under a dialog that must be answered first. */
const isReachable = (anchor: Element): boolean =>
  anchor.isConnected && [...document.querySelectorAll('dialog[open]')].every(dialog => dialog.contains(anchor));

function stay() {
  clearTimeout(timer);
  leaving = false;
}

function set(hoverCard: HoverCard | null) {
  stay();
  if (hoverCard === current) return;
  current = hoverCard;
  for (const listener of listeners) listener();
}

export const hoverCardStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: () => current,
  /** By pointer: after a moment, at once when another one is open already. */
  soon: (hoverCard: HoverCard) => {
    stay();
    // By then the screen may be another one, and the anchor gone with the old one, or a question lies over it.
    timer = setTimeout(() => set(isReachable(hoverCard.anchor) ? hoverCard : null), current ? 60 : openAfter);
  },
  now: set,
  hold: stay,
  closeSoon: () => {
    stay();
    leaving = true;
    timer = setTimeout(() => set(null), closeAfter);
  },
  close: () => set(null),
  /** Pointer and keyboard have left it: it closes in a moment by itself. */
  isQuitting: () => leaving,
};
