// A peek belongs to what it is about: it does not appear over a screen on which that is gone.
import { afterEach, expect, it, vi } from 'vitest';
import { type Peek, peekStore } from '../../../renderer/ui/peek/peek-store.ts';

afterEach(() => {
  peekStore.close();
  vi.useRealTimers();
});

const about = (isConnected: boolean): Peek => ({
  anchor: { isConnected } as Element,
  content: () => null,
  look: 'card',
  side: 'below',
});

it('opens a moment after the pointer came', () => {
  vi.useFakeTimers();
  const peek = about(true);
  peekStore.soon(peek);
  vi.advanceTimersByTime(1000);
  expect(peekStore.get()).toBe(peek);
});

it('does not open when what it is about has gone meanwhile', () => {
  vi.useFakeTimers();
  peekStore.soon(about(false));
  vi.advanceTimersByTime(1000);
  expect(peekStore.get()).toBeNull();
});

it('says when pointer and keyboard have left it, until they come back', () => {
  vi.useFakeTimers();
  peekStore.now(about(true));
  expect(peekStore.isLeaving()).toBe(false);
  peekStore.closeSoon();
  expect(peekStore.isLeaving()).toBe(true);
  peekStore.hold();
  expect(peekStore.isLeaving()).toBe(false);
  peekStore.closeSoon();
  vi.advanceTimersByTime(1000);
  expect([peekStore.get(), peekStore.isLeaving()]).toEqual([null, false]);
});
