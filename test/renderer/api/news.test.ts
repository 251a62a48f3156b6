// @vitest-environment happy-dom
// News of one step stay in sight together, whichever comes first; a sentence about something else is replaced.
import { afterEach, expect, it } from 'vitest';
import { showNews, showToast, toastStore } from '../../../renderer/api/toast-store.ts';

afterEach(() => toastStore.close());

it('joins what happened by itself, and nothing else', () => {
  const undo = { label: 'Undo', run: () => undefined };
  showToast('Logged: Demo requested, Ada.');
  showNews('Ada became MQL: 100 points.', undo);
  expect(toastStore.get()?.text).toBe('Ada became MQL: 100 points.');
  showNews('“Warm” started by itself for Ada.', undo);
  expect(toastStore.get()).toMatchObject({
    text: 'Ada became MQL: 100 points. “Warm” started by itself for Ada.',
    action: undo,
  });
  showToast('Saved.');
  showNews('Bo became MQL: 120 points.', null);
  expect(toastStore.get()?.text).toBe('Bo became MQL: 120 points.');
});
