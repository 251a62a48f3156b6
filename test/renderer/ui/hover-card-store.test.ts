// @vitest-environment happy-dom
// A hover card belongs to what it is about: it does not appear over a screen on which that is gone, nor over a question.
import { afterEach, expect, it, vi } from 'vitest';
import { type HoverCard, hoverCardStore } from '../../../renderer/ui/hover-card/hover-card-store.ts';

afterEach(() => {
  hoverCardStore.close();
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** About a line of the page, which stands in `parent`. */
function about(parent: Element = document.body): HoverCard {
  const anchor = parent.appendChild(document.createElement('p'));
  return { anchor, content: () => null, look: 'card', side: 'below' };
}

function openDialog(): HTMLDialogElement {
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.showModal();
  return dialog;
}

it('opens a moment after the pointer came', () => {
  vi.useFakeTimers();
  const hoverCard = about();
  hoverCardStore.soon(hoverCard);
  vi.advanceTimersByTime(1000);
  expect(hoverCardStore.get()).toBe(hoverCard);
});

it('does not open when what it is about has gone meanwhile', () => {
  vi.useFakeTimers();
  const hoverCard = about();
  hoverCardStore.soon(hoverCard);
  hoverCard.anchor.remove();
  vi.advanceTimersByTime(1000);
  expect(hoverCardStore.get()).toBeNull();
});

it('does not open over a question that was asked meanwhile, but does within it', () => {
  vi.useFakeTimers();
  hoverCardStore.soon(about());
  const dialog = openDialog();
  vi.advanceTimersByTime(1000);
  expect(hoverCardStore.get()).toBeNull();
  const inside = about(dialog);
  hoverCardStore.soon(inside);
  vi.advanceTimersByTime(1000);
  expect(hoverCardStore.get()).toBe(inside);
});

it('says when pointer and keyboard have left it, until they come back', () => {
  vi.useFakeTimers();
  hoverCardStore.now(about());
  expect(hoverCardStore.isQuitting()).toBe(false);
  hoverCardStore.closeSoon();
  expect(hoverCardStore.isQuitting()).toBe(true);
  hoverCardStore.hold();
  expect(hoverCardStore.isQuitting()).toBe(false);
  hoverCardStore.closeSoon();
  vi.advanceTimersByTime(1000);
  expect([hoverCardStore.get(), hoverCardStore.isQuitting()]).toEqual([null, false]);
});
