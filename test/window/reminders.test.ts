// @vitest-environment happy-dom
// Reminders and the calendar file as a person sets them, and snoozes on Today and on the lead.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

it('reminders are off, say so, and are set when they are turned on', async () => {
  const window = await renderScreen('settings', 'reminders');
  const settings = async () => (await window.call('reminders.get', {})).settings;
  await window.sees('Off: Ripen shows no notifications.');
  await window.misses('Show a test reminder');
  await window.at('Show reminders').press('On');
  await window.sees('A click on it opens the lead.');
  await window.at('Remind before').press('10 min');
  await window.fill('Without a time, at', '07:45');
  await window.misses('Quiet from');
  await window.at('Quiet hours').press('On');
  await window.fill('Quiet from', '18:00');
  await window.at('Quiet on days off').press('Off');
  await window.at('Show names').press('Off');
  await window.at('Weekly meeting').press('Off');
  expect(window.seen.tray).toBe(false);
  await window.at('Stay in the tray').press('On');
  await window.sees('its menu has Open and Quit');
  await expect.poll(settings).toEqual({
    on: true,
    minutesBefore: 10,
    morning: '07:45',
    meeting: false,
    quiet: true,
    quietFrom: '18:00',
    quietTo: '07:00',
    daysOff: false,
    names: false,
    tray: true,
  });
  expect(window.seen.tray).toBe(true);
  await window.press('Show a test reminder');
  await expect.poll(() => window.seen.notices.map(({ title }) => title)).toEqual(['Reminders work']);
  await window.at('Show reminders').press('Off');
  await expect.poll(() => window.seen.tray).toBe(false);
});

it('two changes at once both stay, whatever was asked before them', async () => {
  const window = await renderScreen('settings', 'reminders');
  const chosen = () =>
    [...document.querySelectorAll<HTMLInputElement>('fieldset[aria-label="Remind before"] input')]
      .filter(input => input.checked)
      .map(input => input.value);
  const answer = window.hold('reminders.get');
  await window.at('Show reminders').press('On');
  await window.sees('Remind before');
  const saved = window.hold('reminders.save');
  await window.at('Remind before').press('5 min');
  answer();
  // The answer of before, and all that it draws.
  for (let turn = 0; turn < 20; turn += 1) await new Promise(resolve => setTimeout(resolve));
  expect(chosen()).toEqual(['5']);
  saved();
  await expect.poll(async () => (await window.call('reminders.get', {})).settings.minutesBefore).toBe(5);
  expect(chosen()).toEqual(['5']);
});

it('a setting that cannot be saved says why', async () => {
  const window = await renderScreen('settings', 'reminders');
  window.refuse('reminders.save', 'The disk is full.');
  await window.at('Show reminders').press('On');
  await window.sees('The disk is full.');
});

it('a next step is snoozed from its row on Today, and that is taken back', async () => {
  const window = await renderScreen('today', null, { before: ({ call }) => call('reminders.save', { on: true }) });
  const snoozed = async () => (await window.call('reminders.get', {})).snoozed;
  await window.press('More for Send the offer, Bo');
  await window.press('In 1 hour');
  await window.sees(/Ripen reminds you again: /);
  await expect.poll(snoozed).toMatchObject([{ leadId: window.ids.opportunity, until: window.clock.now + 3_600_000 }]);
  await window.sees(/reminder Jun 29/);
  await window.press('More for Send the offer, Bo');
  await window.press('Remove reminder');
  await window.sees('Reminder removed.');
  await expect.poll(snoozed).toEqual([]);
  await window.press('More for Send the offer, Bo');
  await window.press('Tomorrow morning');
  await window.press('Undo');
  await expect.poll(snoozed).toEqual([]);
});

it('while reminders are off a step is not snoozed, and can be saved for a calendar', async () => {
  const window = await renderScreen('lead', null);
  await window.goTo('lead', window.ids.opportunity);
  window.answers.save = join(window.folder, 'step.ics');
  await window.press('More for Send the offer, Bo');
  await window.misses('In 1 hour');
  await window.press('Save for calendar');
  await window.sees('Open the file to add the next step to your calendar.');
  expect(readFileSync(window.answers.save, 'utf8')).toContain('SUMMARY:Send the offer: Bo');
  await window.press('Show in folder');
  await expect.poll(() => window.seen.shown).toEqual([window.answers.save]);
});

it('a calendar file is kept where the owner chooses, and no more when they say so', async () => {
  const window = await renderScreen('settings', 'calendar');
  await window.sees('Off: no calendar file is kept.');
  const path = join(window.folder, 'mine.ics');
  window.answers.save = path;
  await window.press('Choose place');
  await window.sees(path, /Last written /);
  expect(existsSync(path)).toBe(true);
  await window.at('Names in the calendar').press('Off');
  await window.at('Calendar alarms').press('Off');
  await expect
    .poll(async () => (await window.call('calendar.get', {})).file)
    .toMatchObject({ names: false, alarms: false });
  await window.at('Calendar file').press('Show in folder');
  expect(window.seen.shown).toEqual([path]);
  await window.press('Stop updating');
  await window.sees('The calendar file is no longer updated. It stays where it is.', 'Off: no calendar file is kept.');
  await window.sees(/is no longer updated and may still hold names/);
  await window.press('Delete this file');
  await window.misses(/may still hold names/);
  expect(existsSync(path)).toBe(false);
});

it('a calendar file that cannot be written is said on Today and in Settings', async () => {
  const window = await renderScreen('today', null, {
    before: async here => {
      here.lead.save = join(here.folder, 'nowhere', 'mine.ics');
      await here.call('calendar.choose', {});
    },
  });
  await window.sees('The calendar file is not up to date.', /does not exist\. Choose another place/);
  await window.press('Show calendar file');
  await window.sees(/does not exist\. Choose another place/, 'Choose another place');
});
