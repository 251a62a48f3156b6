// Keys and focus of the boxes in which a part of the line is changed.
import type { KeyboardEvent } from 'react';

/** Escape goes back to the line; the log box stays open. */
export const closeOn = (onClose: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  onClose();
};

const focused = new WeakSet<HTMLElement>();

/** As a ref: the field takes the keyboard when it comes. */
export const focusOnce = (element: HTMLInputElement | null): void => {
  if (!element || focused.has(element)) return;
  focused.add(element);
  element.focus();
};
