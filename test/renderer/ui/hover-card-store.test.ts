// A peek belongs to what it is about: it does not appear over a screen on which that is gone.
import { afterEach, expect, it, vi } from 'vitest';
import { type HoverCard, hoverCardStore } from '../../../renderer/ui/hover-card/hover-card-store.ts';

afterEach(() => {
  hoverCardStore.close();
  vi.useRealTimers();
});

const about = (isConnected: boolean): HoverCard => ({
  anchor: { isConnected } as Element,
  content: () => null,
  look: 'card',
  side: 'below',
});

it('opens a moment after the pointer came', () => {
  vi.useFakeTimers();
  const hoverCard = about(true);
  hoverCardStore.soon(hoverCard);
  vi.advanceTimersByTime(1000);
  expect(hoverCardStore.get()).toBe(hoverCard);
});

it('does not open when what it is about has gone meanwhile', () => {
  vi.useFakeTimers();
  hoverCardStore.soon(about(false));
  vi.advanceTimersByTime(1000);
  expect(hoverCardStore.get()).toBeNull();
});

it('says when pointer and keyboard have left it, until they come back', () => {
  vi.useFakeTimers();
  hoverCardStore.now(about(true));
  expect(hoverCardStore.isQuitting()).toBe(false);
  hoverCardStore.closeSoon();
  expect(hoverCardStore.isQuitting()).toBe(true);
  hoverCardStore.hold();
  expect(hoverCardStore.isQuitting()).toBe(false);
  hoverCardStore.closeSoon();
  vi.advanceTimersByTime(1000);
  expect([hoverCardStore.get(), hoverCardStore.isQuitting()]).toEqual([null, false]);
});
