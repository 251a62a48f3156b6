// @vitest-environment happy-dom
// A text that is pasted and too long is cut, and what was left out is said, in fields of forms.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

it('a note says what it leaves out, and no longer once there is room', async () => {
  const window = await renderScreen('lead', null, {});
  await window.goTo('lead', window.ids.opportunity);
  await window.press('Lose');
  const dialog = window.at('Lost: Bo');
  const note = (await dialog.field('Note')) as HTMLInputElement | HTMLTextAreaElement;
  await window.user.click(note);
  await window.user.paste('x'.repeat(5000));
  await dialog.misses('did not fit');
  await window.user.paste('yy');
  await dialog.sees('Only the first 5,000 characters fit here. The last 2 did not fit.');
  expect(note.value).toHaveLength(5000);
  await window.user.keyboard('{Backspace}');
  await dialog.misses('did not fit');
});
