// @vitest-environment happy-dom
// Today: each row is answered in place, by the mouse and by its keys.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

it('an MQL is accepted in its row, and leaves the list', async () => {
  const window = await renderScreen('today');
  await window.sees('1 person is waiting for sales', '21 d, too late');
  await window.press('Accept');
  await window.at('Accept: Ada').press('Accept');
  await window.sees('Ada is now an SQL.');
  await window.misses('is waiting for sales');
  await window.undo();
  await window.sees('1 person is waiting for sales');
});

it('a due e-mail is written in the mail program, marked as sent, or put off', async () => {
  const window = await renderScreen('today', null, {
    before: ({ call, ids }) => call('leads.update', { id: ids.lead, attributes: { email: 'di@mill.example' } }),
  });
  await window.sees('1 e-mail is due', 'Guide', 'Keep warm');
  await window.press('Write e-mail');
  await expect.poll(() => window.opened).toHaveLength(1);
  expect(window.opened[0]).toContain('di@mill.example');
  expect(decodeURIComponent(window.opened[0] ?? '')).toContain('For Mill');
  await window.press('Snooze Guide, Di');
  await window.press('In a week');
  await window.misses('1 e-mail is due');
});

it('a first step is kept as it is, and the list is hidden', async () => {
  const window = await renderScreen('today');
  await window.sees('4 of 7');
  await window.press('Skip');
  await window.sees('5 of 7');
  await window.press('Hide');
  await window.sees('First steps hidden. Show them again from Settings.');
  await window.misses('Describe your ideal customer');
});

it('a name opens the lead beside the list, and keys of a row act on it', async () => {
  const window = await renderScreen('today');
  await window.press(/^Bo ?Quay/);
  await window.at('Bo').sees('Why 70');
  await window.keys('{Escape}');
  await window.press('Mine');
  await window.sees('Ada', 'Bo');
});

it('a next step is put off from its row', async () => {
  const window = await renderScreen('today');
  const step = async () => (await window.call('leads.get', { id: window.ids.opportunity })).lead.nextStepOn;
  await window.press('Snooze');
  await window.at('Next step: Bo').press('Tomorrow');
  await window.at('Next step: Bo').press('Save');
  await expect.poll(step).toBe('2026-06-30');
  await window.misses('1 next step is due');
});

it.each([
  ['Next step: Bo', 'Snooze', 'What', 'Save', 'send quote fri', 'send quote', '2026-07-03', null],
  ['Next step: Bo', 'Snooze', 'What', 'Save', 'call on 14 July at 3pm', 'call', '2026-07-14', '15:00'],
  [/^Done: /, 'Done', 'Next step', 'Log and plan', 'send quote fri', 'send quote', '2026-07-03', null],
  [/^Done: /, 'Done', 'Next step', 'Log and plan', 'chase in 2 weeks', 'chase', '2026-07-13', null],
])('the words of a next step name its day: %s, %s', async (dialog, button, field, save, typed, what, on, time) => {
  const window = await renderScreen('today');
  const steps = () => window.call('nextSteps.ofLead', { leadId: window.ids.opportunity });
  await window.press(button);
  await window.at(dialog).fill(field, typed);
  await window.at(dialog).press(save);
  await expect.poll(async () => (await steps()).at(-1)).toMatchObject({ what, on, time });
});

it.each([
  ['cal on Friday', 'call on Friday', '2026-06-25', '2026-06-25', 'call on Friday'],
  ['cal on Friday', 'call on Friday', null, '2026-07-03', 'call'],
  ['call on Friday', 'call on Tuesday', '2026-06-25', '2026-06-30', 'call'],
  ['call on Friday at 3pm', 'call Jo on Friday at 3pm', '2026-06-25', '2026-06-25', 'call Jo on Friday at 3pm'],
  ['call', 'call on Friday', '2026-06-25', '2026-07-03', 'call'],
])('the words "%s", corrected to "%s" on %s, are due on %s', async (was, typed, on, due, what) => {
  const window = await renderScreen('today', null, {
    before: ({ call, ids }) => call('leads.setNextStep', { id: ids.opportunity, nextStep: was, nextStepOn: on }),
  });
  await window.press(on === null ? 'Choose day' : 'Snooze');
  await window.at('Next step: Bo').fill('What', typed);
  await window.at('Next step: Bo').press('Save');
  const first = async () => (await window.call('leads.get', { id: window.ids.opportunity })).lead;
  await expect.poll(first).toMatchObject({ nextStep: what, nextStepOn: due });
});

it('a next step without a day is offered tomorrow', async () => {
  const window = await renderScreen('today', null, {
    before: ({ call, ids }) =>
      call('nextSteps.save', {
        leadId: ids.opportunity,
        id: null,
        what: 'Measure',
        on: null,
        time: null,
        repeats: null,
      }),
  });
  await window.press('Choose day');
  await window.at('Next step: Bo').press('Save');
  const steps = () => window.call('nextSteps.ofLead', { leadId: window.ids.opportunity });
  await expect.poll(async () => (await steps()).find(({ what }) => what === 'Measure')?.on).toBe('2026-06-30');
});

it.each([
  ['canceled', 'Cancel'],
  ['typed on', null],
])('nothing is saved of a step whose words are read while it is %s', async (_, button) => {
  const window = await renderScreen('today');
  const steps = async () => (await window.call('nextSteps.ofLead', { leadId: window.ids.opportunity })).length;
  const before = await steps();
  await window.press('Snooze');
  const release = window.hold('nextSteps.parse');
  const dialog = window.at('Next step: Bo');
  await dialog.fill('What', 'send quote fri');
  await dialog.press('Save as another');
  if (button === null) await dialog.type('What', ' and samples');
  else await dialog.press(button);
  release();
  if (button === null) await dialog.press('Save as another');
  await window.misses('Next step: Bo');
  await expect.poll(steps).toBe(button === null ? before + 1 : before);
  const saved = window.calls.filter(name => name === 'nextSteps.save').length;
  expect(saved).toBe(button === null ? 1 : 0);
});

it('a further next step is saved once, however often it is pressed while its words are read', async () => {
  const window = await renderScreen('today');
  const steps = async () => (await window.call('nextSteps.ofLead', { leadId: window.ids.opportunity })).length;
  const before = await steps();
  await window.press('Snooze');
  const release = window.hold('nextSteps.parse');
  const dialog = window.at('Next step: Bo');
  await dialog.fill('What', 'send quote fri');
  const readings = () => window.calls.filter(name => name === 'nextSteps.parse').length;
  const read = readings();
  for (let press = 0; press < 3; press++) await dialog.press('Save as another');
  release();
  await window.misses('Next step: Bo');
  await expect.poll(steps).toBe(before + 1);
  expect(window.calls.filter(name => name === 'nextSteps.save')).toHaveLength(1);
  // A press while the first is worked on does nothing at all: its own answer could come after the first was saved.
  expect(readings()).toBe(read + 1);
});

it('the menu of a row opens by the right button', async () => {
  const window = await renderScreen('today');
  await window.sees('Bo Quay');
  const row = [...document.querySelectorAll('main li')].find(one => one.textContent?.includes('Send the offer'));
  if (row) await window.user.pointer({ keys: '[MouseRight]', target: row });
  await window.at('Bo').press(/^Next step…/);
  await window.at('Next step: Bo').has('What', 'Send the offer');
});

it('the first questions of a workspace are answered in a dialog', async () => {
  const window = await renderScreen('today', null, { start: 'empty' });
  await window.sees('Amounts in');
  await window.press('Change');
  const dialog = window.at('Currency, week and days off');
  await dialog.press('Sat');
  await expect.poll(async () => (await window.call('workspace.get', {})).settings.freeWeekdays).toContain(6);
  await dialog.press('Done');
  await window.misses('Currency, week and days off');
});

it('a missed call stands first, with the number, and is said once', async () => {
  const window = await renderScreen('today');
  const { id } = await window.call('leads.create', { attributes: { firstName: 'Eve', phone: '+44 7700 900555' } });
  await window.call('activities.log', { leadIds: [id], typeId: 'missed-call' });
  await window.sees('+44 7700 900555');
  const first = document.querySelector('[data-row]')?.textContent ?? '';
  expect(first).toContain('Eve');
  expect(first.match(/Missed call/g)).toHaveLength(1);
});
