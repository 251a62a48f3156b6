// @vitest-environment happy-dom
// What lies over every screen: export, recovery after a crash, menus, backups, licenses, the calendar file.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

it('everything is exported as a workbook from the menu', async () => {
  const window = await renderScreen('today');
  window.answers.save = `${window.folder}/all.xlsx`;
  window.menu('export');
  const dialog = window.at('Export');
  await dialog.press('Stage history');
  await dialog.sees('One row per stage change');
  await dialog.press('Excel workbook');
  await dialog.press(/^Export \d+ steps$/);
  await window.sees('all.xlsx');
  expect(readFileSync(`${window.folder}/all.xlsx`).subarray(0, 2).toString()).toBe('PK');
});

it('after a crash says so and gives back what was typed', async () => {
  const window = await renderScreen('today', null, {
    before: async ({ call, host }) => {
      await call('window.keepDrafts', { drafts: [{ label: 'Notes', text: 'Half a sentence' }] });
      host.pageDied();
    },
  });
  const dialog = window.at('Ripen recovered from a crash');
  await dialog.sees('Everything you saved is here. Your unsaved text:', 'Notes', 'Half a sentence');
  await dialog.press('Continue');
  await window.misses('Ripen recovered from a crash');
});

it('a backup is made, and restored after a question', async () => {
  const window = await renderScreen('settings', 'backups');
  await window.press('Back up now');
  await window.sees('Backup created and verified.');
  await window.call('leads.update', { id: window.ids.lead, attributes: { lastName: 'Later' } });
  await window.press(/^Restore the backup of/);
  const dialog = window.at('Restore this backup');
  await dialog.sees('The workspace returns to its state of', '6 people', 'The current state is backed up first');
  await dialog.press('Restore');
  await window.sees('Workspace restored to');
  expect((await window.call('leads.get', { id: window.ids.lead })).name).toBe('Di');
});

it('licenses open from About', async () => {
  const window = await renderScreen('settings', 'about');
  await window.press('Show licenses');
  await window.at('Licenses').press('Close');
  await window.misses('License notices');
});

it('the sample is removed after a question', async () => {
  const window = await renderScreen(null, null, { start: 'none' });
  await window.press('Open sample');
  await window.sees('Today');
  await window.goTo('settings', 'file');
  await window.press('Remove the sample');
  const dialog = window.at('Remove the sample');
  await dialog.sees('This deletes the sample file and your changes in it.');
  await dialog.press('Remove');
  await window.sees('Try the sample');
});

it('the time of the meeting is kept and saved as a calendar file', async () => {
  const window = await renderScreen('review');
  window.answers.save = `${window.folder}/meeting.ics`;
  window.menu('meeting-time');
  const dialog = window.at('Weekly meeting');
  await dialog.has('Day', 'Friday');
  await dialog.has('Time', '10:00');
  await dialog.choose('Day', 'Tuesday');
  await dialog.press('45 min');
  await dialog.press('Save calendar file');
  await window.sees('Open the file to add the meeting to your calendar.');
  expect((await window.call('workspace.get', {})).settings.meetingTime).toMatchObject({
    weekday: 2,
    time: '10:00',
    minutes: 45,
  });
  expect(readFileSync(`${window.folder}/meeting.ics`, 'utf8')).toContain('BYDAY=TU');
});
