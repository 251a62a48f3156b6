// @vitest-environment happy-dom
// Criteria: what is moved becomes the draft.
import { fireEvent } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

it('the threshold that is typed is saved as the draft', async () => {
  const window = await renderScreen('criteria');
  await window.fill('Threshold, as a number', '60');
  await window.sees('Threshold 60 instead of 100.');
  expect((await window.call('criteria.draft', {})).draft?.criteria.threshold).toBe(60);
});

it('a slider that is moved is saved when it is let go, and not before', async () => {
  const window = await renderScreen('criteria');
  const slider = await window.field(/^Threshold$/);
  const saved = async () => (await window.call('criteria.draft', {})).draft?.criteria.threshold;
  fireEvent.change(slider, { target: { value: '70' } });
  await window.has('Threshold, as a number', '70');
  expect(await saved()).toBe(10);
  fireEvent.pointerUp(slider);
  await expect.poll(saved).toBe(70);
  await window.sees('Threshold 70 instead of 100.');
});
