// @vitest-environment happy-dom
// A new workspace says what it took over from the computer, and asks: currency, first day of the week, days off.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

const settings = { currency: 'GBP', firstDayOfWeek: 1, freeWeekdays: [6, 7] };

it('says what holds; what is right is kept with one click', async () => {
  const window = await renderScreen('today', null, { start: 'empty', settings });
  await window.sees('Amounts in GBP. Weeks start on Monday. Days off: Saturday, Sunday.', '0 of 7');
  await window.press('Keep');
  await window.sees('1 of 7');
  expect((await window.call('workspace.get', {})).settings).toMatchObject(settings);
});

it('takes each answer as it is given, and is ticked when the dialog closes', async () => {
  const window = await renderScreen('today', null, { start: 'empty', settings });
  await window.press('Change');
  const dialog = window.at('Currency, week and days off');
  await dialog.choose('Currency', /^USD/);
  await dialog.press('Sun');
  await dialog.press('Done');
  await window.sees('1 of 7');
  const now = (await window.call('workspace.get', {})).settings;
  expect([now.currency, now.freeWeekdays, now.stepsDone]).toEqual(['USD', [6], ['basics']]);
});
